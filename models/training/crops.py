"""Batches for the speaker encoder, drawn by seed and step alone, so that a resumed run sees what it would have seen."""

import numpy as np
import torch
import torch.nn.functional as F

from bank import GRID

PARTIAL = 25_600  # samples the teacher sees at once
LENGTHS = ((60, 25_600), (48, 32_000), (34, 44_800), (24, 64_000))  # crops, samples: 96 s a batch
CODED = 0.35  # share of the crops that come from the coded copy


class Crops:
    """Crops, the voices and shapes they show, and what the teacher says of the clean ones.

    The target is the mean of the teacher's partials inside the crop, moved by `centroid` towards the mean of the whole voice,
    less the mean of all voices: an average knows the voice better than 2 s of it.
    """

    def __init__(self, bank, seed, centroid, shapes):
        self.bank, self.seed, self.centroid = bank, seed, centroid
        self.shapes, self.speakers = shapes, len(bank.speakers)
        self.weights = np.array([3.0] + [1.0] * (shapes - 1)) / (shapes + 2)  # more of the voices as they are
        self.means = np.stack([[self._mean(shape, *place) for place in bank.places[shape]] for shape in range(shapes)])
        self.middle = self.means.mean((0, 1))

    def _mean(self, shape, first, end):
        last = max(first // GRID + 1, (end - PARTIAL) // GRID)
        return np.asarray(self.bank.target[shape][first // GRID:last], np.float32).mean(0)

    def batch(self, step, late):
        """wave [B, T], voice [B], shape [B], target [B, 256] of unit length, and the generator, for what is drawn next."""
        random = np.random.default_rng((self.seed, step))
        size, length = LENGTHS[int(random.integers(1, 4) if late else random.integers(0, 3))]
        voice = random.choice(self.speakers, size, replace=False)
        shape = random.choice(self.shapes, size, p=self.weights)
        wave, target = np.empty((size, length), np.float32), np.empty((size, 256), np.float32)
        for row, place in enumerate(zip(shape, voice)):
            wave[row], target[row] = self._crop(*place, length, random)
        place = [torch.from_numpy(array) for array in (wave / np.float32(32768), voice, shape)]
        return *place, F.normalize(torch.from_numpy(target)), random

    def _crop(self, shape, voice, length, random):
        first, end = self.bank.places[shape][voice]
        last = max(first, end - length)
        at = random.integers(first // GRID, last // GRID + 1) * GRID
        source = (self.bank.coded if random.random() < CODED else self.bank.clean)[shape]
        start = int(np.clip(at + random.integers(-GRID // 4, GRID // 4), first, last))
        crop = np.resize(source[start:min(start + length, end)], length)  # a voice shorter than the crop is repeated
        partials = (min(length, end - at) - PARTIAL) // GRID + 1
        seen = np.asarray(self.bank.target[shape][at // GRID:at // GRID + partials], np.float32)
        own = seen.mean(0) if partials > 0 else self.means[shape, voice]
        return crop, (1 - self.centroid) * own + self.centroid * self.means[shape, voice] - self.middle
