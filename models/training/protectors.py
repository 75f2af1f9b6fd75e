"""Three protectors of different construction and their removers: waveforms float32 in [-1, 1), 16 kHz, [B, T] -> [B, T].

Each hears the speech in bands, compressed, so that a weak band beside a strong one is heard too, and adds a perturbation of
its own level, not one that follows the speech: it is strongest where the voice is weakest, and there it can fold, so that
several originals give one exhibit. A remover has its protector's shape and starts as its copy.
"""

import math

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

EPSILON = 0.05
MU = 1000.0


def compand(x):
    """The mu-law curve, per band."""
    return torch.sign(x) * torch.log1p(MU * x.abs()) / math.log1p(MU)


def he(layer, last=None):
    """He's initialisation, or a small start of width `last`."""
    fan = layer.weight[0].numel() if isinstance(layer, nn.Conv1d) else layer.in_channels * layer.kernel_size[0] // layer.stride[0]
    nn.init.normal_(layer.weight, std=last or math.sqrt(2 / fan))
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)
    return layer


def trunk(precise):
    """Products in bfloat16 where a net is trained, in float32 where it is measured or exported."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=not precise)


class Bands(nn.Conv1d):
    """A learnt filter bank that starts as pairs of windowed cosines, spaced by ratio from 100 to 7800 Hz."""

    def __init__(self, bands, taps, stride):
        super().__init__(1, bands, taps, stride, (taps - stride) // 2)
        time, band = np.arange(taps), np.arange(bands)[:, None]
        frequency = 100 * 78.0 ** (band // 2 / (bands / 2 - 1)) / 16_000
        shape = np.cos(2 * np.pi * frequency * time + band % 2 * np.pi / 2) * np.hanning(taps) / 16
        self.weight.data = torch.tensor(shape, dtype=torch.float32)[:, None]
        nn.init.zeros_(self.bias)


class Residual(nn.Module):
    def __init__(self, width, dilation):
        super().__init__()
        self.first = he(nn.Conv1d(width, width, 3, padding=dilation, dilation=dilation))
        self.second = he(nn.Conv1d(width, width, 3, padding=dilation, dilation=dilation), 0.01)

    def forward(self, x):
        return x + self.second(F.relu(self.first(x)))


class Ssed(nn.Module):
    """Symmetric saliency-based encoder-decoder (arXiv 2412.09195 after SSAE's layers), in one dimension at reduced width.

    One encoder, two decoders: `parts` gives the noise n in (-1, 1) and the mask m in (0, 1); the perturbation is 0.05 n m.
    Local: two strides of 8, so moving the input by a multiple of 64 samples moves the output by as much. No normalisation.
    """

    STRIDE, SIGN = 64, 1

    def __init__(self, width, bands=64, dilations=(1, 2, 4, 1, 2, 4)):
        super().__init__()
        self.context = 2 * sum(dilations) * self.STRIDE + 183  # each side: of the blocks, and what two strides of 8 read and write
        self.bands = Bands(bands, 64, 8)
        self.enter = he(nn.Conv1d(bands, width, 16, 8, 4))
        self.blocks = nn.Sequential(*(Residual(width, dilation) for dilation in dilations))
        self.noise, self.mask = self._decoder(width, bands), self._decoder(width, bands)

    @staticmethod
    def _decoder(width, bands):
        return nn.Sequential(he(nn.ConvTranspose1d(width, bands, 16, 8, 4)), nn.ReLU(), he(nn.ConvTranspose1d(bands, 1, 64, 8, 28), 0.003))

    def parts(self, wave):
        samples = wave.shape[1]
        heard = compand(self.bands(F.pad(wave, (0, self.STRIDE - 1)).unsqueeze(1)))
        with trunk(not self.training):
            code = self.blocks(F.relu(self.enter(heard)))
            noise, mask = self.noise(code), self.mask(code)
        return torch.tanh(noise.float()).squeeze(1)[:, :samples], torch.sigmoid(mask.float()).squeeze(1)[:, :samples]

    def forward(self, wave):
        noise, mask = self.parts(wave)
        return self.SIGN * EPSILON * noise * mask


class SsedRemover(Ssed):
    """Protected waveform -> perturbation to subtract: n and m of the net itself are those of the reverse perturbation."""

    SIGN = -1

    def load_protector(self, state):
        """The same perturbation as the protector's: a reverse noise of the other sign."""
        last = f"noise.{len(self.noise) - 1}."
        self.load_state_dict({name: -value if name.startswith(last) else value for name, value in state.items()})


class Level(nn.Module):
    """One level of the Wave-U-Net: convolution, group normalisation over the whole recording, rectifier."""

    def __init__(self, inside, outside, stride=1):
        super().__init__()
        self.layer = he(nn.Conv1d(inside, outside, 5 if stride == 1 else 8, stride, 2))
        self.norm = nn.GroupNorm(4, outside)

    def forward(self, x):
        return F.leaky_relu(self.norm(self.layer(x)).float(), 0.1)


class Normed(nn.Module):
    """A residual block of the Wave-U-Net's middle."""

    def __init__(self, width, dilation):
        super().__init__()
        self.first = he(nn.Conv1d(width, width, 3, padding=dilation, dilation=dilation))
        self.norm = nn.GroupNorm(4, width)
        self.second = he(nn.Conv1d(width, width, 3, padding=dilation, dilation=dilation), 0.01)

    def forward(self, x):
        return x + self.second(F.leaky_relu(self.norm(self.first(x)).float(), 0.1))


class WaveUNet(nn.Module):
    """1-D Wave-U-Net with strides of 8, 4, 4 and group normalisation, after V-Cloak's at reduced width and with one epsilon.

    The normalisation looks at the whole recording: the perturbation at a sample depends on all others.
    """

    STRIDE = 128

    def __init__(self, widths=(64, 96, 128), dilations=(1, 2, 4)):
        super().__init__()
        self.bands = Bands(widths[0], 64, 8)
        self.down = nn.ModuleList(Level(a, b, 4) for a, b in zip(widths, widths[1:]))
        self.middle = nn.Sequential(*(Normed(widths[-1], dilation) for dilation in dilations))
        self.up = nn.ModuleList(Level(a + b, b) for a, b in zip(widths[:0:-1], widths[-2::-1]))
        self.leave = he(nn.ConvTranspose1d(widths[0], 1, 64, 8, 28), 0.003)

    def forward(self, wave):
        samples = wave.shape[1]
        x, skips = compand(self.bands(F.pad(wave, (0, self.STRIDE - 1)).unsqueeze(1))), []
        with trunk(not self.training):
            for level in self.down:
                skips.append(x)
                x = level(x)
            x = self.middle(x)
            for level in self.up:
                wide = F.interpolate(x, scale_factor=4.0, mode="linear", align_corners=False)
                x = level(torch.cat([wide, skips.pop()[:, :, :wide.shape[2]]], 1))
        return EPSILON * torch.tanh(self.leave(x.float())).squeeze(1)[:, :samples]


class Spectral(nn.Module):
    """Adds to the short-time spectrum what its magnitudes call for (after arXiv 2508.15565, smaller, and local in time).

    512 taps of a periodic square-root Hann window, hop 128; log magnitudes -> convolutions over frames -> for each bin a share in (-1, 1)
    of `FULL`, the magnitude to add at a phase of its own that no speech moves: a steady tone at the middle of the bin, whose
    period divides 512 samples. The transforms are computed in the graph from their angles and weigh nothing.
    """

    FFT, HOP, FULL, KNEE = 512, 128, 0.32, 0.005

    def __init__(self, width, dilations=(1, 2, 4, 8)):
        super().__init__()
        bins = self.FFT // 2 + 1
        self.context = (1 + 2 * sum(dilations) + self.FFT // self.HOP) * self.HOP  # each side: frames that convolutions reach, and the frames a sample is in
        self.register_buffer("time", torch.arange(self.FFT, dtype=torch.float32), persistent=False)
        self.register_buffer("bin", torch.arange(bins, dtype=torch.float32)[:, None], persistent=False)
        self.register_buffer("twice", torch.where((self.bin == 0) | (self.bin == bins - 1), 1.0, 2.0) * 2 * self.HOP / self.FFT ** 2, persistent=False)
        self.register_buffer("first", torch.remainder(0.185 * self.bin.double() ** 2, 1).float(), persistent=False)
        self.enter = he(nn.Conv1d(bins, width, 3, padding=1))
        self.blocks = nn.Sequential(*(Residual(width, dilation) for dilation in dilations))
        self.leave = he(nn.Conv1d(width, bins, 1), 0.01)

    def bases(self):
        """Of both transforms, [514, 1, 512]; the angle is taken modulo a turn before it is a float."""
        steps = self.bin * self.time
        angle = (steps - self.FFT * torch.floor(steps / self.FFT)) * (2 * math.pi / self.FFT)
        window = torch.sqrt(0.5 - 0.5 * torch.cos(self.time * (2 * math.pi / self.FFT)))
        cosine, sine = torch.cos(angle) * window, -torch.sin(angle) * window
        return torch.cat([cosine, sine])[:, None], torch.cat([cosine * self.twice, sine * self.twice])[:, None]

    def tones(self, one):
        """Cosine and sine of the added phases [257, frames]; `one` is [1, frames] of ones. A hop is a quarter turn of each bin."""
        frame = torch.cumsum(one, 1) - 1
        quarters = self.bin * (frame - 4 * torch.floor(frame / 4))
        turn = (self.first + (quarters - 4 * torch.floor(quarters / 4)) / 4) * (2 * math.pi)
        return torch.cos(turn), torch.sin(turn)

    def forward(self, wave):
        samples, start = wave.shape[1], self.FFT - self.HOP
        forward, back = self.bases()
        real, imaginary = F.conv1d(F.pad(wave, (start, self.FFT - 1)).unsqueeze(1), forward, stride=self.HOP).chunk(2, 1)
        magnitude = torch.sqrt(real * real + imaginary * imaginary + 1e-12)
        with trunk(not self.training):
            share = self.leave(self.blocks(F.relu(self.enter(torch.log(magnitude + self.KNEE) + 2))))
        added = self.FULL * torch.tanh(share.float())
        cosine, sine = self.tones(torch.ones_like(magnitude[0, :1]))
        delta = F.conv_transpose1d(torch.cat([added * cosine, added * sine], 1), back, stride=self.HOP)
        return delta.squeeze(1)[:, start:start + samples]


PROTECTORS = {"ssed": lambda: Ssed(96), "wave-u-net": WaveUNet, "spectral": lambda: Spectral(160)}
REMOVERS = {"ssed": lambda: SsedRemover(96), "wave-u-net": WaveUNet, "spectral": lambda: Spectral(160)}
