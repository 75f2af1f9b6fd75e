"""The speaker encoder of version 2: a residual TDNN at 20 ms with a small two-dimensional stem. Waveform float32, 16 kHz."""

import torch
import torch.nn.functional as F
from torch import nn

from nets import LogMel


class RelativeLogMel(LogMel):
    """Log-mel over the file's own mean power: no gain and no digital silence moves it.

    A learnt floor per band (about -50 dB) hides what a coarser quantiser would have lost.
    """

    def __init__(self):
        super().__init__()
        self.floor = nn.Parameter(torch.full((self.BINS, 1), -12.0))

    def power(self, wave):
        """Mel power [B, 80, T] over the mean of the file; needs no gradient while a net is trained on fixed audio."""
        half = self.WINDOW // 2
        bins = F.conv1d(F.pad(wave.unsqueeze(1), (half, half)), self.dft, stride=self.HOP)
        real, imaginary = bins.chunk(2, 1)
        mel = F.conv1d(real * real + imaginary * imaginary, self.mel)
        return mel / (mel.mean((1, 2), keepdim=True) + 1e-10)

    def compress(self, power):
        log = torch.log(power + torch.exp(self.floor))
        return log - log.mean(2, keepdim=True)

    def forward(self, wave):
        return self.compress(self.power(wave))


class Unit(nn.Module):
    """A convolution over time and its batch normalisation, on frames [B, T, C]: as one product of matrices, which two cores like."""

    def __init__(self, inside, outside, taps=1, dilation=1):
        super().__init__()
        self.taps, self.dilation = taps, dilation
        self.linear = nn.Linear(taps * inside, outside, bias=False)
        self.norm = nn.BatchNorm1d(outside)

    def forward(self, x):
        if self.taps > 1:
            reach, frames = self.dilation * (self.taps // 2), x.shape[1]
            padded = F.pad(x, (0, 0, reach, reach))
            x = torch.cat([padded[:, i * self.dilation:i * self.dilation + frames] for i in range(self.taps)], 2)
        y = self.linear(x)
        return y if isinstance(self.norm, nn.Identity) else self.norm(y.flatten(0, 1)).view_as(y)


class Plane(nn.Module):
    """Two convolutions over time and frequency, each halving the bands, the first also the frames: [B, 80, T] -> [B, T/2, C]."""

    def __init__(self, channels, outside):
        super().__init__()
        self.first = nn.Sequential(nn.Conv2d(1, channels, 3, 2, 1, bias=False), nn.BatchNorm2d(channels), nn.ReLU())
        self.second = nn.Sequential(
            nn.Conv2d(channels, 2 * channels, 3, (2, 1), 1, bias=False), nn.BatchNorm2d(2 * channels), nn.ReLU())
        self.out = Unit(2 * channels * LogMel.BINS // 4, outside)

    def forward(self, mel):
        plane = self.second(self.first(mel.unsqueeze(1)))
        return self.out(plane.flatten(1, 2).transpose(1, 2))


class Bottleneck(nn.Module):
    """1x1, dilated convolution, 1x1, squeeze-excitation, skip. `middle` are the channels before and after the dilated one."""

    def __init__(self, width, middle, dilation, squeeze=48):
        super().__init__()
        before, after = middle
        self.layers = nn.Sequential(
            Unit(width, before), nn.ReLU(), Unit(before, after, 3, dilation), nn.ReLU(), Unit(after, width))
        self.gate = nn.Sequential(nn.Linear(width, squeeze), nn.ReLU(), nn.Linear(squeeze, width), nn.Sigmoid())

    def forward(self, x):
        y = self.layers(x)
        return F.relu(x + y * self.gate(y.mean(1, keepdim=True)))


class Encoder(nn.Module):
    """waveform [B, T] -> embedding [B, 256], L2-normalised; `code` is the embedding before its length is taken away."""

    SIZE, DILATIONS = 256, (1, 2, 3, 1, 2, 3)

    def __init__(self, width=384, middle=192, aggregate=512, attention=96, plane=16):
        super().__init__()
        middle = [(middle, middle)] * len(self.DILATIONS) if isinstance(middle, int) else middle
        self.features = RelativeLogMel()
        self.stem = Plane(plane, width)
        self.blocks = nn.ModuleList(map(Bottleneck, [width] * len(middle), middle, self.DILATIONS))
        self.merge = Unit(2 * width, aggregate)
        self.look = Unit(aggregate, attention)
        self.context = nn.Linear(2 * aggregate, attention)
        self.attend = nn.Linear(attention, aggregate)
        self.head = nn.Sequential(
            nn.BatchNorm1d(2 * aggregate), nn.Linear(2 * aggregate, self.SIZE, bias=False), nn.BatchNorm1d(self.SIZE))

    def code(self, mel):
        x = F.relu(self.stem(mel))
        for number, block in enumerate(self.blocks):
            x = block(x)
            if number == len(self.blocks) // 2 - 1:
                half = x
        x = F.relu(self.merge(torch.cat([half, x], 2))).float()
        mean = x.mean(1)
        spread = torch.sqrt(((x - mean.unsqueeze(1)) ** 2).mean(1) + 1e-5)
        seen = torch.tanh(self.look(x) + self.context(torch.cat([mean, spread], 1)).unsqueeze(1))
        weight = torch.softmax(self.attend(seen).float(), 1)
        mean = (x * weight).sum(1)
        spread = torch.sqrt(((x - mean.unsqueeze(1)) ** 2 * weight).sum(1) + 1e-5)
        return self.head(torch.cat([mean, spread], 1))

    def forward(self, wave):
        return F.normalize(self.code(self.features(wave)))
