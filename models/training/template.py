"""The network of the remover whose graph `train-remover` fills: python export_template.py writes it."""

import math

import torch
import torch.nn.functional as F
from torch import nn

EPSILON = 0.05


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
