"""The log-mel front end at half the products: a frame is folded about its middle before its transform, and unused bins are left out."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn


class MirroredLogMel(nn.Module):
    """The same figures as `RelativeLogMel`, whose learnt floor it takes.

    The window is symmetric and power knows no phase: with the angle counted from the middle of the frame, cosines see only the sum of a
    sample and its mirror image, sines only their difference.
    """

    def __init__(self, features):
        super().__init__()
        window, fft, self.hop = features.WINDOW, features.FFT, features.HOP
        mel = features.mel[..., 0].double().numpy()
        used = np.flatnonzero(mel.any(0))
        half = np.arange(window // 2)
        angle = 2 * np.pi * np.outer(half - (window - 1) / 2, used) / fft
        hann = 0.5 - 0.5 * np.cos(2 * np.pi * (half + 0.5) / window)
        self.half = window // 2
        for name, matrix in (("cosine", np.cos(angle) * hann[:, None]), ("sine", np.sin(angle) * hann[:, None]), ("mel", mel[:, used].T)):
            self.register_buffer(name, torch.tensor(matrix, dtype=torch.float32))
        self.floor = features.floor

    def forward(self, wave):
        # as many blocks of one hop as frames and two more: a frame is two and a half of them
        padded = F.pad(wave, (self.half, 3 * self.hop - self.half))
        blocks = padded[:, :wave.shape[1] // self.hop * self.hop + 3 * self.hop].reshape(wave.shape[0], -1, self.hop)
        frames = torch.cat([blocks[:, :-2], blocks[:, 1:-1], blocks[:, 2:, :2 * self.half - 2 * self.hop]], 2)
        first, mirror = frames[..., :self.half], frames[..., self.half:].flip(2)
        power = ((first + mirror) @ self.cosine) ** 2 + ((first - mirror) @ self.sine) ** 2
        mel = (power @ self.mel).transpose(1, 2)
        log = torch.log(mel / (mel.mean((1, 2), keepdim=True) + 1e-10) + torch.exp(self.floor))
        return log - log.mean(2, keepdim=True)
