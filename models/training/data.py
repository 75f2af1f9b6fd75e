"""Speech and noise in memory, the split by name, augmentation and the equal error rate."""

from pathlib import Path

import numpy as np
import soundfile
import torch
from scipy.signal import resample_poly

HERE = Path(__file__).resolve().parent
TRAIN_SETS = ("librispeech-train-251", "librispeech-train-3", "an4-train", "arabic-commands")
SPEEDS = ((1, 1), (10, 9), (10, 11))  # up, down: as recorded, slower, faster


def read(path):
    """int16 samples of a 16 kHz mono file."""
    samples, rate = soundfile.read(path, dtype="int16")
    assert rate == 16_000 and samples.ndim == 1, path
    return samples


def utterances(root, name):
    """(speaker, path) of every utterance of a set, sorted by path."""
    files = sorted((Path(root) / "speech" / name).glob("*/*.flac"))
    return [(f"{name.split('-')[0]}/{file.parent.name}", file) for file in files]


def dev_speakers():
    lines = (HERE / "splits" / "dev-speakers.txt").read_text().splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def dev_utterances(root, name):
    dev = dev_speakers()
    return [(speaker, read(path) / np.float32(32768)) for speaker, path in utterances(root, name) if speaker in dev]


class Speech:
    """One stream per training speaker (its utterances joined), so that a crop may span short utterances."""

    def __init__(self, root, seed, speeds=SPEEDS):
        dev, streams = dev_speakers(), {}
        for name in TRAIN_SETS:
            for speaker, path in utterances(root, name):
                if speaker not in dev:
                    streams.setdefault(speaker, []).append(read(path))
        self.speakers = sorted(streams)
        joined = [np.concatenate(streams[speaker]) for speaker in self.speakers]
        self.streams = [self._resample(stream, *speed) for speed in speeds for stream in joined]
        self.random = np.random.default_rng(seed)

    @staticmethod
    def _resample(stream, up, down):
        if up == down:
            return stream
        return np.clip(np.rint(resample_poly(stream.astype(np.float32), up, down)), -32768, 32767).astype(np.int16)

    @property
    def classes(self):
        """Each speed of a speaker is a speaker of its own."""
        return len(self.streams)

    def batch(self, size, length):
        """Crops [size, length] of float32 and their class."""
        label = self.random.choice(self.classes, size, replace=self.classes < size)
        wave = np.stack([self._crop(self.streams[i], length) for i in label])
        return torch.from_numpy(wave / np.float32(32768)), torch.from_numpy(label)

    def _crop(self, stream, length):
        if len(stream) < length:
            stream = np.tile(stream, -(-length // len(stream)))
        start = self.random.integers(len(stream) - length + 1)
        return stream[start:start + length]


class Augmenter:
    """Noise at 3 to 20 dB, reverberation by an exponentially decaying random response, and gain, each at random."""

    def __init__(self, root, seed):
        files = sorted((Path(root) / "noise" / "esc10").glob("*/*.flac"))
        self.noise = [clip for clip in map(read, files) if np.abs(clip).max() > 0]
        self.random = np.random.default_rng(seed)

    def __call__(self, wave):
        size, length = wave.shape
        power = wave.pow(2).mean(1, keepdim=True)
        wave = torch.where(self._choose(size, 0.5), self._reverb(wave), wave)
        noise = torch.stack([self._noise(length) for _ in range(size)])
        snr = torch.from_numpy(self.random.uniform(3, 20, (size, 1)).astype(np.float32))
        scale = torch.sqrt(power / (noise.pow(2).mean(1, keepdim=True) + 1e-9) * 10 ** (-snr / 10))
        wave = wave + noise * scale * self._choose(size, 0.5)
        gain = torch.from_numpy(10 ** (self.random.uniform(-20, 6, (size, 1)) / 20)).float()
        return (wave * gain).clamp(-1, 1)

    def _choose(self, size, probability):
        return torch.from_numpy(self.random.random((size, 1)) < probability)

    def _noise(self, length):
        clip = self.noise[self.random.integers(len(self.noise))]
        clip = np.tile(clip, 1 + -(-length // len(clip)))
        start = self.random.integers(len(clip) - length + 1)
        return torch.from_numpy(clip[start:start + length] / np.float32(32768))

    def _reverb(self, wave, taps=6400):
        size, length = wave.shape
        time = np.arange(taps) / 16_000
        rt60 = self.random.uniform(0.1, 0.7, (size, 1))
        tail = self.random.standard_normal((size, taps)) * np.exp(-6.9 * time / rt60)
        tail *= np.sqrt(10 ** (self.random.uniform(-12, 0, (size, 1)) / 10) / (tail ** 2).sum(1, keepdims=True))
        tail[:, 0] = 1
        total = length + taps
        response = torch.fft.rfft(torch.from_numpy(tail.astype(np.float32)), total)
        return torch.fft.irfft(torch.fft.rfft(wave, total) * response, total)[:, :length]


def error_rate(target, other):
    """Equal error rate: (FRR + FAR) / 2 at the threshold where they differ least."""
    target, other = np.sort(target), np.sort(other)
    thresholds = np.concatenate([target, other])
    frr = np.searchsorted(target, thresholds, "left") / len(target)
    far = 1 - np.searchsorted(other, thresholds, "left") / len(other)
    best = np.argmin(np.abs(frr - far))
    return (frr[best] + far[best]) / 2


def all_pairs(embeddings, speakers):
    """EER over every pair of utterances, cosine score of L2-normalised embeddings [N, D]."""
    scores = embeddings @ embeddings.T
    speakers = np.asarray(speakers)
    upper = np.triu(np.ones(len(speakers), bool), 1)
    same = speakers[:, None] == speakers
    return error_rate(scores[upper & same], scores[upper & ~same])


def cross(enrolled, tested, speakers):
    """EER of original against changed utterances, every ordered pair of different utterances."""
    scores, speakers = enrolled @ tested.T, np.asarray(speakers)
    different = ~np.eye(len(speakers), dtype=bool)
    same = speakers[:, None] == speakers
    return error_rate(scores[same & different], scores[~same])


def sets(root, split):
    """{name: [(speaker, wave)]}; a development speaker of LibriSpeech has one utterance, cut into pieces of 4 s."""
    if split == "test":
        return {name: [(speaker, read(path) / np.float32(32768)) for speaker, path in utterances(root, name)]
                for name in ("librispeech-test-10", "an4-test")}
    pieces = [(speaker, wave[start:start + 64_000]) for speaker, wave in dev_utterances(root, "librispeech-train-251")
              for start in range(0, len(wave) - 63_999, 64_000)]
    return {"librispeech-dev": pieces, "an4-dev": dev_utterances(root, "an4-train")}
