"""Three protectors of different construction and a remover: waveforms float32 in [-1, 1), 16 kHz, [B, T] -> [B, T].

Each adds a perturbation of its own level, not one that follows the speech: it is strongest where the voice is weakest, and
there it can fold, so that several originals give one exhibit.
"""

import math

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

EPSILON = 0.05
MU = 1000.0  # of the companding in joint training: quiet speech is seen nearly as loud


def compand(wave, mu):
    """The mu-law curve: quiet samples are seen as well as loud ones, and moved as far."""
    return torch.sign(wave) * torch.log1p(mu * wave.abs()) / math.log1p(mu)


def started(net, last=()):
    """He's initialisation of the convolutions; the layers in `last` start small."""
    for layer in net.modules():
        if isinstance(layer, (nn.Conv1d, nn.ConvTranspose1d)):
            fan = layer.weight[0].numel() if isinstance(layer, nn.Conv1d) else 2 * layer.in_channels
            nn.init.normal_(layer.weight, std=math.sqrt(2 / fan))
            if layer.bias is not None:
                nn.init.zeros_(layer.bias)
    for layer in last:
        nn.init.normal_(layer.weight, std=0.01)
    return net


class Residual(nn.Module):
    def __init__(self, width, dilation):
        super().__init__()
        self.first = nn.Conv1d(width, width, 3, padding=dilation, dilation=dilation)
        self.second = nn.Conv1d(width, width, 3, padding=dilation, dilation=dilation)

    def forward(self, x):
        return F.relu(x + self.second(F.relu(self.first(x))))


class Ssed(nn.Module):
    """Symmetric saliency-based encoder-decoder (arXiv 2412.09195 after SSAE's layers), in one dimension at reduced width.

    `parts` gives the noise n in (-1, 1) and the mask m in (0, 1); the perturbation is 0.05 n m. Local: strides of 4 and 4, so moving
    the input by a multiple of 16 samples moves the output by as much. No normalisation layer.
    """

    STRIDE = 16

    def __init__(self, width=64, dilations=(1, 2, 4, 1, 2, 4), mu=31.0):
        super().__init__()
        self.mu = mu
        self.encoder = nn.Sequential(
            nn.Conv1d(1, 16, 7, padding=3), nn.ReLU(),
            nn.Conv1d(16, 32, 8, stride=4, padding=2), nn.ReLU(),
            nn.Conv1d(32, width, 8, stride=4, padding=2), nn.ReLU(),
            *(Residual(width, dilation) for dilation in dilations))
        self.noise, self.mask = self._decoder(width), self._decoder(width)
        started(self, [*(block.second for block in self.encoder if isinstance(block, Residual)), self.noise[-1]])

    def hushed(self):
        """Starts the noise far from where tanh flattens, since one that saturates learns nothing; for joint training."""
        nn.init.normal_(self.mask[-1].weight, std=0.01)
        nn.init.normal_(self.noise[-1].weight, std=0.003)
        return self

    @staticmethod
    def _decoder(width):
        return nn.Sequential(
            nn.ConvTranspose1d(width, 32, 8, stride=4, padding=2), nn.ReLU(),
            nn.ConvTranspose1d(32, 16, 8, stride=4, padding=2), nn.ReLU(),
            nn.Conv1d(16, 1, 7, padding=3))

    def parts(self, wave):
        padded = F.pad(wave, (0, self.STRIDE - 1)).unsqueeze(1)  # the convolutions drop what exceeds a multiple of 16
        code = self.encoder(compand(padded, self.mu))
        noise, mask = torch.tanh(self.noise(code)), torch.sigmoid(self.mask(code))
        samples = wave.shape[1]
        return noise.squeeze(1)[:, :samples], mask.squeeze(1)[:, :samples]

    def forward(self, wave):
        noise, mask = self.parts(wave)
        return EPSILON * noise * mask


class Remover(Ssed):
    """protected waveform -> perturbation to subtract: n and m of the net itself are those of the reverse perturbation."""

    def forward(self, wave):
        return -super().forward(wave)


class Level(nn.Module):
    """One level of the Wave-U-Net: convolution, group normalisation over the whole recording, rectifier."""

    def __init__(self, inside, outside, stride=1):
        super().__init__()
        self.layer = nn.Conv1d(inside, outside, 5 if stride == 1 else 8, stride, 2)
        self.norm = nn.GroupNorm(4, outside)

    def forward(self, x):
        return F.leaky_relu(self.norm(self.layer(x)), 0.1)


class WaveUNet(nn.Module):
    """1-D Wave-U-Net with strides of 4 and group normalisation, after V-Cloak's configuration at reduced width and with one epsilon.

    The normalisation looks at the whole recording: the perturbation at a sample depends on all others.
    """

    STRIDE = 256

    def __init__(self, widths=(16, 32, 64, 96, 128)):
        super().__init__()
        self.enter = Level(1, widths[0])
        self.down = nn.ModuleList(Level(a, b, 4) for a, b in zip(widths, widths[1:]))
        self.middle = Level(widths[-1], widths[-1])
        self.up = nn.ModuleList(Level(a + b, b) for a, b in zip(widths[:0:-1], widths[-2::-1]))
        self.leave = nn.Conv1d(widths[0] + 1, 1, 5, padding=2)
        started(self, [self.leave])

    def forward(self, wave):
        samples = wave.shape[1]
        first = compand(F.pad(wave, (0, self.STRIDE - 1)).unsqueeze(1), MU)
        x, skips = self.enter(first), []
        for level in self.down:
            skips.append(x)
            x = level(x)
        x = self.middle(x)
        for level in self.up:
            wide = F.interpolate(x, scale_factor=4.0, mode="linear", align_corners=False)
            x = level(torch.cat([wide, skips.pop()[:, :, :wide.shape[2]]], 1))
        out = self.leave(torch.cat([x, first[:, :, :x.shape[2]]], 1))
        return EPSILON * torch.tanh(out).squeeze(1)[:, :samples]


class Spectral(nn.Module):
    """Moves the magnitudes of the short-time spectrum and keeps its phases (after arXiv 2508.15565, smaller, and local in time).

    512 taps of a periodic square-root Hann window, hop 128; log magnitudes -> convolutions over frames -> a change of each magnitude by at
    most `REACH` times itself and by at most `REACH * KNEE`. The perturbation is the inverse transform of the change. Two simpler forms were
    tried: a step of up to 0.35 whatever the magnitude had a local gain above 1 in 81 % of the windows (6 in the median); a factor
    of 0.4 to 1.6 did not move the embedding after 100 steps.
    """

    FFT, HOP, REACH, KNEE = 512, 128, 60.0, 0.005

    def __init__(self, width=256, dilations=(1, 2, 4, 8)):
        super().__init__()
        bins = self.FFT // 2 + 1
        n, k = np.arange(self.FFT), np.arange(bins)[:, None]
        window = np.sqrt(0.5 - 0.5 * np.cos(2 * np.pi * n / self.FFT))
        angle = 2 * np.pi * k * n / self.FFT
        forward = np.concatenate([np.cos(angle), -np.sin(angle)]) * window
        twice = np.where((k == 0) | (k == bins - 1), 1.0, 2.0) / self.FFT
        back = np.concatenate([np.cos(angle) * twice, -np.sin(angle) * twice]) * window / (self.FFT / self.HOP / 2)
        self.context = (1 + 2 * sum(dilations) + self.FFT // self.HOP) * self.HOP  # each side: frames that convolutions reach, and the frames a sample is in
        self.register_buffer("forward_basis", torch.tensor(forward, dtype=torch.float32)[:, None])
        self.register_buffer("back_basis", torch.tensor(back, dtype=torch.float32)[:, None])
        self.enter = nn.Conv1d(bins, width, 3, padding=1)
        self.blocks = nn.Sequential(*(Residual(width, dilation) for dilation in dilations))
        self.leave = nn.Conv1d(width, bins, 1)
        started(self, [*(block.second for block in self.blocks), self.leave])

    def forward(self, wave):
        samples = wave.shape[1]
        padded = F.pad(wave, (self.FFT - self.HOP, self.FFT - 1)).unsqueeze(1)
        spectrum = F.conv1d(padded, self.forward_basis, stride=self.HOP)
        real, imaginary = spectrum.chunk(2, 1)
        magnitude = torch.sqrt(real * real + imaginary * imaginary + 1e-12)
        seen = torch.log(magnitude + self.KNEE) + 2
        share = self.REACH * torch.tanh(self.leave(self.blocks(F.relu(self.enter(seen))))) * self.KNEE / (magnitude + self.KNEE)
        delta = F.conv_transpose1d(torch.cat([share * real, share * imaginary], 1), self.back_basis, stride=self.HOP)
        start = self.FFT - self.HOP
        return delta.squeeze(1)[:, start:start + samples]


def joint_remover():
    return Remover(mu=MU).hushed()


PROTECTORS = {"ssed": lambda: Ssed(mu=MU).hushed(), "wave-u-net": WaveUNet, "spectral": Spectral}
REMOVERS = {"ssed": joint_remover, "wave-u-net": joint_remover, "spectral": Spectral}
