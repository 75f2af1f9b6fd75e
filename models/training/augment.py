"""What recordings suffer, put on crops of speech at random: rooms, filters, noise, voices behind, level, coarse quantisers."""

from pathlib import Path

import numpy as np
import torch

from data import read


class Damage:
    """Waveforms [B, T] in, the same damaged out, each damage as often as `strength` says. Every draw is the given generator's."""

    TAPS = 6_400

    def __init__(self, root):
        files = sorted((Path(root) / "noise" / "esc10").glob("*/*.flac"))
        self.noise = [clip for clip in map(read, files) if np.abs(clip).max() > 0]

    def __call__(self, wave, random, strength=1.0):
        self.strength = strength
        wave = self._filtered(wave, random)
        wave = self._mixed(wave, random)
        level = wave.abs().amax(1, keepdim=True) + 1e-9
        peak = 10 ** (random.uniform(-34, -0.1, (len(wave), 1)) / 20)
        over = np.where(self._chosen(len(wave), 0.06, random), random.uniform(1, 6, (len(wave), 1)), 1)
        wave = (wave / level * torch.from_numpy((peak * over).astype(np.float32))).clamp(-1, 32767 / 32768)
        return self._quantised(wave, random)

    def _chosen(self, size, probability, random):
        return random.random((size, 1)) < probability * self.strength

    def _filtered(self, wave, random):
        """A room, a tilted frequency response or a narrow band, as one filter, on the rows drawn for any of them."""
        size, length = wave.shape
        room, tilt, band = (self._chosen(size, p, random)[:, 0] for p in (0.4, 0.3, 0.25))
        rows = np.flatnonzero(room | tilt | band)
        if not len(rows):
            return wave
        total = length + self.TAPS
        total += -total % 640
        response = torch.fft.rfft(torch.from_numpy(self._room(len(rows), room[rows], random)), total)
        shape = np.stack([self._shape(tilt[row], band[row], random) for row in rows])
        frequency = np.linspace(0, 32, total // 2 + 1)
        low = np.minimum(frequency.astype(int), 31)
        shape = shape[:, low] + (shape[:, low + 1] - shape[:, low]) * (frequency - low)
        response = response * torch.from_numpy(10 ** (shape / 20)).float()
        wave = wave.clone()
        wave[rows] = torch.fft.irfft(torch.fft.rfft(wave[rows], total) * response, total)[:, :length]
        return wave

    def _room(self, size, wanted, random):
        """Impulse responses [size, TAPS]: a direct sound and a random tail that falls by 60 dB in 0.1 to 0.8 s."""
        time = np.arange(self.TAPS) / 16_000
        tail = random.standard_normal((size, self.TAPS), np.float32) * np.exp(-6.9 * time / random.uniform(0.1, 0.8, (size, 1)))
        wet = 10 ** (random.uniform(-14, 2, (size, 1)) / 10)
        tail *= np.sqrt(wet / (tail ** 2).sum(1, keepdims=True)) * wanted[:, None]
        tail[:, 0] = 1
        return tail.astype(np.float32)

    @staticmethod
    def _shape(tilt, band, random):
        """Gain in dB at 33 frequencies, 250 Hz apart."""
        shape = np.zeros(33)
        if tilt:
            knots = np.cumsum(random.normal(0, 3, 6))
            shape = np.interp(np.arange(33), np.linspace(0, 32, 6), knots - knots.mean())
        if band:
            shape[int(random.integers(12, 20)):] -= 70
            shape[:int(random.integers(1, 3))] -= random.uniform(0, 40)
        return shape

    def _mixed(self, wave, random):
        """Noise at 0 to 20 dB, or three to six of the other voices at 6 to 20 dB."""
        size, length = wave.shape
        added = np.zeros((size, length), np.float32)
        noisy, behind = self._chosen(size, 0.5, random)[:, 0], self._chosen(size, 0.15, random)[:, 0]
        for row in np.flatnonzero(noisy | behind):
            if behind[row]:
                others = random.integers(size, size=random.integers(3, 7))
                added[row] = wave[others].sum(0).numpy()
                continue
            clip = self.noise[random.integers(len(self.noise))]
            clip = np.tile(clip, 1 + -(-length // len(clip)))
            start = random.integers(len(clip) - length + 1)
            added[row] = clip[start:start + length]
        ratio = random.uniform(np.where(behind, 6, 0), 20)[:, None]
        added = torch.from_numpy(added)
        power = wave.square().mean(1, keepdim=True) / (added.square().mean(1, keepdim=True) + 1e-9)
        return wave + added * torch.sqrt(power * torch.from_numpy(10 ** (-ratio / 10)).float())

    def _quantised(self, wave, random):
        """8 bits linear, or 8 bits mu-law, on a few rows; 16 bits on the others."""
        linear, law = self._chosen(len(wave), 0.12, random), self._chosen(len(wave), 0.06, random)
        bits = torch.from_numpy(np.where(linear, 128.0, 32768.0).astype(np.float32))
        out = torch.round(wave * bits) / bits
        if law.any():
            rows = np.flatnonzero(law)
            part = wave[rows]
            code = torch.round(127 * part.sign() * torch.log1p(255 * part.abs()) / np.log(256)) / 127
            out[rows] = code.sign() * (torch.pow(256, code.abs()) - 1) / 255
        return out


def masked(mel, random):
    """Up to two stretches of 10 bands and one of 24 frames set to nothing (the mean is zero already), each crop its own."""
    size, bands, frames = mel.shape
    keep = np.ones((size, bands, frames), bool)
    for row in range(size):
        for _ in range(2):
            width = random.integers(0, 11)
            start = random.integers(0, bands - width + 1)
            keep[row, start:start + width] = False
        width = random.integers(0, 25)
        start = random.integers(0, frames - width + 1)
        keep[row, :, start:start + width] = False
    return mel * torch.from_numpy(keep)
