"""The teacher of the speaker encoder: the voice encoder that PyPI's resemblyzer 0.1.4 ships (Apache-2.0), in training only.

Its wheel holds `resemblyzer/pretrained.pt`; its own Python needs librosa and webrtcvad, so the front end (librosa's
Slaney mel of power, no logarithm) and the three LSTM layers are written out here.
"""

import hashlib
import zipfile

import numpy as np
import torch
from torch import nn

WHEEL, MEMBER = "Resemblyzer-0.1.4-py3-none-any.whl", "resemblyzer/pretrained.pt"
SHA256 = "39373b86598fa3da9fcddee6142382efe09777e8d37dc9c0561f41f0070f134e"
WINDOW, HOP, BINS, FRAMES = 400, 160, 40, 160  # a partial is 160 frames of 10 ms
LEVEL = 10 ** (-30 / 20)


def slaney_mel(rate=16_000):
    """librosa's default filters: linear below 1 kHz, logarithmic above, each of unit area."""
    step, knee = 200 / 3, 15.0
    hertz = lambda mel: np.where(mel < knee, mel * step, 1000 * np.exp((mel - knee) * np.log(6.4) / 27))
    edges = hertz(np.linspace(0, knee + np.log(8) / np.log(6.4) * 27, BINS + 2))
    frequency = np.linspace(0, rate / 2, WINDOW // 2 + 1)
    up = (frequency - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    down = (edges[2:, None] - frequency) / (edges[2:] - edges[1:-1])[:, None]
    return np.maximum(0, np.minimum(up, down)) * (2 / (edges[2:] - edges[:-2]))[:, None]


def louder(wave):
    """Raised to -30 dB of full scale where it is below; never lowered."""
    rms = np.sqrt(np.mean(np.square(wave, dtype=np.float64)))
    return wave if rms >= LEVEL or rms == 0 else wave * np.float32(LEVEL / rms)


class Teacher(nn.Module):
    """mel frames [B, 160, 40] -> embedding [B, 256], no negative part, L2-normalised."""

    def __init__(self, folder):
        super().__init__()
        self.lstm, self.linear = nn.LSTM(BINS, 256, 3, batch_first=True), nn.Linear(256, 256)
        self.register_buffer("hann", torch.hann_window(WINDOW), persistent=False)
        self.register_buffer("mel", torch.tensor(slaney_mel().T, dtype=torch.float32), persistent=False)
        with zipfile.ZipFile(f"{folder}/{WHEEL}") as wheel, wheel.open(MEMBER) as file:
            weights = file.read()
        found = hashlib.sha256(weights).hexdigest()
        if found != SHA256:
            raise SystemExit(f"{folder}/{WHEEL}: {MEMBER} has the hash {found}, not {SHA256}")
        path = f"{folder}/pretrained.pt"
        with open(path, "wb") as copy:
            copy.write(weights)
        state = torch.load(path, map_location="cpu", weights_only=True)["model_state"]
        self.load_state_dict({name: value for name, value in state.items() if name.startswith(("lstm", "linear"))})
        self.eval().requires_grad_(False)

    def frames(self, wave):
        """Mel frames [T, 40], one every 10 ms, of a float32 array."""
        spectrum = torch.stft(torch.from_numpy(wave), WINDOW, HOP, WINDOW, self.hann, center=True,
                              pad_mode="constant", return_complex=True)
        return spectrum.abs().square().T @ self.mel

    def forward(self, mel):
        _, (hidden, _) = self.lstm(mel)
        return nn.functional.normalize(torch.relu(self.linear(hidden[-1])))

    def partials(self, wave, every, batch=256):
        """Embeddings [N, 256] of the partials that start every so many frames; a short wave is padded to one."""
        mel = self.frames(wave)
        mel = nn.functional.pad(mel, (0, 0, 0, max(0, FRAMES - len(mel))))
        views = mel.unfold(0, FRAMES, every).transpose(1, 2)
        return torch.cat([self(views[i:i + batch].contiguous()) for i in range(0, len(views), batch)]).numpy()

    def embed(self, wave, every=77):
        """One embedding of a whole utterance: the mean of its partials, at resemblyzer's rate of 1.3 a second."""
        wave = louder(wave)
        samples = max(FRAMES * HOP, len(wave))
        covered = max(1, 1 + round((samples / HOP - FRAMES) / every + 0.25))  # the last may be padded by a quarter
        wave = np.pad(wave, (0, max(0, (FRAMES + (covered - 1) * every) * HOP - len(wave))))
        mean = self.partials(wave, every)[:covered].mean(0)
        return mean / np.linalg.norm(mean)
