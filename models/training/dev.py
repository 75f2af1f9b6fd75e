"""The development speakers as a yardstick: clean pieces, and the same pieces coded, scored against clean ones."""

from pathlib import Path

import numpy as np
import torch

from coders import coded
from data import all_pairs, dev_utterances, error_rate

CODED = ("mp3-16", "opus-12", "amr-5", "gsm", "mu-law", "pcm-8")
QUIET = 0.1  # 8 bits are put on speech 20 dB lower: as a quiet recording, where they hurt


class Development:
    """Pieces of LibriSpeech (2 and 3 s) and the utterances of AN4 of at least 2 s, of development speakers only."""

    def __init__(self, root, cache):
        libri, an4 = dev_utterances(root, "librispeech-train-251"), dev_utterances(root, "an4-train")
        cut = lambda size: [(s, w[i:i + size]) for s, w in libri for i in range(0, len(w) - size + 1, size)]
        long = [(speaker, wave) for speaker, wave in an4 if len(wave) >= 32_000]
        self.sets = {"libri2": cut(32_000), "libri3": cut(48_000), "an4": long}
        self.coded = {name: self._coded(name, Path(cache)) for name in CODED}

    def _coded(self, name, cache):
        """[(speaker, wave)] as `libri3` and then `an4`, kept in the cache."""
        rows, path = self.sets["libri3"] + self.sets["an4"], cache / f"dev-{name}.npy"
        if not path.exists():
            gain = QUIET if name == "pcm-8" else 1
            joined = np.rint(np.concatenate([wave for _, wave in rows]) * gain * 32768).astype(np.int16)
            np.save(path, coded(joined, name))
        parts = np.split(np.load(path) / np.float32(32768), np.cumsum([len(wave) for _, wave in rows])[:-1])
        return [(speaker, part) for (speaker, _), part in zip(rows, parts)]

    @torch.no_grad()
    def embed(self, net, rows):
        return np.stack([net(torch.from_numpy(wave)[None])[0].float().numpy() for _, wave in rows])

    def measure(self, net):
        """EER in % per clean set; per codec: clean against coded, LibriSpeech and AN4, and the cosine of a piece to itself."""
        figures, clean = {}, {}
        for name, rows in self.sets.items():
            clean[name] = self.embed(net, rows)
            figures[name] = 100 * all_pairs(clean[name], [speaker for speaker, _ in rows])
        cuts = len(self.sets["libri3"])
        for name, rows in self.coded.items():
            changed = self.embed(net, rows)
            own = np.sum(np.concatenate([clean["libri3"], clean["an4"]]) * changed, 1)
            figures[name] = (self._cross(clean["libri3"], changed[:cuts], rows[:cuts]),
                             self._cross(clean["an4"], changed[cuts:], rows[cuts:]), own.mean(), np.percentile(own, 5))
        return figures

    @staticmethod
    def _cross(clean, changed, rows):
        """EER in % of every ordered pair of different pieces, one clean and one coded."""
        scores, speakers = clean @ changed.T, np.array([speaker for speaker, _ in rows])
        same, different = speakers[:, None] == speakers, ~np.eye(len(rows), dtype=bool)
        return 100 * error_rate(scores[same & different], scores[~same])


def score(figures):
    """One number to choose by: half the clean sets' mean EER, half the coded ones'."""
    clean = [value for value in figures.values() if not isinstance(value, tuple)]
    return (np.mean(clean) + np.mean([value[:2] for value in figures.values() if isinstance(value, tuple)])) / 2


def line(figures):
    clean = " ".join(f"{name} {value:.2f}" for name, value in figures.items() if not isinstance(value, tuple))
    rest = " ".join(f"{name} {v[0]:.1f}/{v[1]:.1f}/{v[2]:.2f}" for name, v in figures.items() if isinstance(v, tuple))
    return f"{score(figures):.2f} | {clean} | {rest}"
