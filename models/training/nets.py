"""The networks: speaker encoder here, protector and remover below. Waveforms are float32 in [-1, 1), 16 kHz."""

import math

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

SAMPLE_RATE = 16_000


# ---------------------------------------------------------------- speaker encoder

class LogMel(nn.Module):
    """80-bin log-mel inside the graph: windowed DFT as a convolution, power, mel matrix, log, mean over time removed."""

    WINDOW, HOP, FFT, BINS, FLOOR = 400, 160, 512, 80, 1e-7

    def __init__(self):
        super().__init__()
        n, k = np.arange(self.WINDOW), np.arange(self.FFT // 2 + 1)[:, None]
        angle = 2 * np.pi * k * n / self.FFT
        hann = 0.5 - 0.5 * np.cos(2 * np.pi * (n + 0.5) / self.WINDOW)
        dft = np.concatenate([np.cos(angle), -np.sin(angle)]) * hann
        self.register_buffer("dft", torch.tensor(dft, dtype=torch.float32)[:, None])
        self.register_buffer("mel", torch.tensor(self._mel_matrix(), dtype=torch.float32)[..., None])

    def _mel_matrix(self, low=40.0, high=7600.0):
        edges = np.linspace(*(1127 * np.log1p(np.array([low, high]) / 700)), self.BINS + 2)
        edges = 700 * np.expm1(edges / 1127)
        freq = np.arange(self.FFT // 2 + 1) * SAMPLE_RATE / self.FFT
        up = (freq - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
        down = (edges[2:, None] - freq) / (edges[2:] - edges[1:-1])[:, None]
        return np.maximum(0, np.minimum(up, down))

    def forward(self, wave):
        half = self.WINDOW // 2
        bins = F.conv1d(F.pad(wave.unsqueeze(1), (half, half)), self.dft, stride=self.HOP)
        real, imaginary = bins.chunk(2, 1)
        mel = F.conv1d(real * real + imaginary * imaginary, self.mel)
        log = torch.log(mel + self.FLOOR)
        return log - log.mean(2, keepdim=True)


class Tdnn(nn.Sequential):
    def __init__(self, inside, outside, kernel=1, dilation=1):
        super().__init__(
            nn.Conv1d(inside, outside, kernel, dilation=dilation, padding=dilation * (kernel // 2)),
            nn.ReLU(inplace=True), nn.BatchNorm1d(outside))


class SeRes2Block(nn.Module):
    """ECAPA-TDNN's block: 1x1, Res2 hierarchy of dilated convolutions, 1x1, squeeze-excitation, skip."""

    def __init__(self, width, dilation, scale=4, squeeze=64):
        super().__init__()
        part = width // scale
        self.scale = scale
        self.before, self.after = Tdnn(width, width), Tdnn(width, width)
        self.parts = nn.ModuleList(Tdnn(part, part, 3, dilation) for _ in range(scale - 1))
        self.gate = nn.Sequential(nn.Conv1d(width, squeeze, 1), nn.ReLU(), nn.Conv1d(squeeze, width, 1), nn.Sigmoid())

    def forward(self, x):
        first, *rest = self.before(x).chunk(self.scale, 1)
        outputs, last = [first], None
        for layer, part in zip(self.parts, rest):
            last = layer(part if last is None else part + last)
            outputs.append(last)
        y = self.after(torch.cat(outputs, 1))
        return x + y * self.gate(y.mean(2, keepdim=True))


class SpeakerEncoder(nn.Module):
    """Small ECAPA-TDNN (Desplanques et al., 2020): waveform [B, T] -> embedding [B, 192], L2-normalised."""

    def __init__(self, width=256, aggregate=512, attention=64, size=192):
        super().__init__()
        self.features = LogMel()
        self.stem = Tdnn(LogMel.BINS, width, 5)
        self.blocks = nn.ModuleList(SeRes2Block(width, dilation) for dilation in (2, 3, 4))
        self.merge = nn.Sequential(nn.Conv1d(3 * width, aggregate, 1), nn.ReLU(inplace=True))
        self.attend = nn.Sequential(Tdnn(3 * aggregate, attention), nn.Tanh(), nn.Conv1d(attention, aggregate, 1))
        self.head = nn.Sequential(nn.BatchNorm1d(2 * aggregate), nn.Linear(2 * aggregate, size), nn.BatchNorm1d(size))

    @staticmethod
    def _moments(x, weight):
        mean = (x * weight).sum(2, keepdim=True)
        variance = ((x - mean) ** 2 * weight).sum(2, keepdim=True)
        return mean, torch.sqrt(variance + 1e-5)

    def embed(self, mel):
        x, layers = self.stem(mel), []
        for block in self.blocks:
            x = block(x)
            layers.append(x)
        x = self.merge(torch.cat(layers, 1))
        mean = x.mean(2, keepdim=True)
        spread = torch.sqrt(((x - mean) ** 2).mean(2, keepdim=True) + 1e-5)
        weight = torch.softmax(self.attend(torch.cat([x, mean + 0 * x, spread + 0 * x], 1)), 2)
        pooled = torch.cat(self._moments(x, weight), 1).squeeze(2)
        return F.normalize(self.head(pooled))

    def forward(self, wave):
        return self.embed(self.features(wave))


class AamSoftmax(nn.Module):
    """Additive angular margin loss (ArcFace), scale 30."""

    def __init__(self, size, classes, scale=30.0):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(classes, size) * size ** -0.5)
        self.scale = scale

    def forward(self, embedding, label, margin):
        cosine = F.linear(embedding, F.normalize(self.weight)).clamp(-1 + 1e-6, 1 - 1e-6)
        target = cosine.gather(1, label[:, None])
        shifted = target * math.cos(margin) - torch.sqrt(1 - target * target) * math.sin(margin)
        logits = self.scale * cosine.scatter(1, label[:, None], shifted)
        return F.cross_entropy(logits, label)


# ---------------------------------------------------------------- protector and remover

def multiply_adds_per_sample(net, samples=16_000):
    """Multiply-adds of all convolutions, per input sample."""
    total = 0

    def count(layer, inputs, output):
        nonlocal total
        length = (inputs[0] if isinstance(layer, nn.ConvTranspose1d) else output).shape[-1]
        total += length * layer.weight.numel()

    layers = [m for m in net.modules() if isinstance(m, (nn.Conv1d, nn.ConvTranspose1d))]
    hooks = [layer.register_forward_hook(count) for layer in layers]
    with torch.no_grad():
        net(torch.zeros(1, samples))
    for hook in hooks:
        hook.remove()
    return total / samples
