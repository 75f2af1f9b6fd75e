"""The speaker encoder's training material, rendered once: every training voice in several shapes, the same coded, and
the teacher's embeddings of both.

A shape is a speed (pitch and formants together) and a formant shift (the spectral envelope alone): a new voice, for which the
teacher needs no label. The folder holds per shape `clean-NN.npy` and `coded-NN.npy` (int16) and `target-NN.npy` (float16, one
embedding per GRID samples of the clean one: the partial that starts there), and `bank.json` with the speakers and their places.
"""

import json
from pathlib import Path

import numpy as np
from scipy.fft import irfft, rfft
from scipy.signal import resample_poly

from coders import CODERS, coded
from data import TRAIN_SETS, dev_speakers, read, utterances
from teacher import HOP, Teacher, louder

SHAPES = (  # up, down (slower and deeper where up > down), formants
    (1, 1, 1.0), (10, 9, 1.0), (10, 11, 1.0), (1, 1, 0.88), (1, 1, 1.13), (5, 4, 1.0), (5, 6, 1.0),
    (10, 9, 1.15), (10, 11, 0.87), (20, 19, 0.92), (20, 21, 1.08), (20, 17, 1.08))
GRID, PIECE = 6_400, 320_000  # 0.4 s, and 20 s of one codec


def with_formants(wave, factor, window=1024, hop=256, keep=40):
    """The envelope (the first cepstral coefficients of each frame) stretched by `factor`; the harmonics stay."""
    if factor == 1:
        return wave
    hann = np.hanning(window + 1)[:-1].astype(np.float32)
    frames = -(-len(wave) // hop) + window // hop
    padded = np.pad(wave, (window, frames * hop + window - len(wave)))
    out, scale = np.zeros(len(padded), np.float32), np.float32(hop / np.square(hann).sum())
    bins = np.arange(window // 2 + 1)
    for start in range(0, frames + 1, 4096):  # in blocks, to bound the memory
        place = np.arange(start, min(start + 4096, frames + 1))[:, None] * hop + np.arange(window)
        spectrum = rfft(padded[place] * hann)
        cepstrum = irfft(np.log(np.abs(spectrum) + 1e-3))
        cepstrum[:, keep:-keep + 1] = 0
        envelope = rfft(cepstrum).real
        source = np.minimum(bins / factor, bins[-1])
        low = source.astype(int).clip(0, bins[-1] - 1)
        moved = envelope[:, low] * (1 - (source - low)) + envelope[:, low + 1] * (source - low)
        gain = np.exp(np.clip(moved - envelope, -4, 4))
        np.add.at(out, place, (irfft(spectrum * gain) * hann * scale).astype(np.float32))
    return out[window:window + len(wave)]


def shaped(samples, up, down, formants):
    wave = samples.astype(np.float32)
    wave = with_formants(wave if up == down else resample_poly(wave, up, down), formants)
    return np.clip(np.rint(wave), -32768, 32767).astype(np.int16)


class Bank:
    """The rendered folder, mapped into memory. `voices` are (first sample, end) per speaker and shape."""

    def __init__(self, folder):
        folder = Path(folder)
        plan = json.loads((folder / "bank.json").read_text())
        self.speakers, self.places, self.shapes = plan["speakers"], np.array(plan["places"]), plan["shapes"]
        load = lambda kind, i: np.load(folder / f"{kind}-{i:02d}.npy", mmap_mode="r")
        self.clean, self.coded, self.target = ([load(kind, i) for i in range(len(self.shapes))]
                                               for kind in ("clean", "coded", "target"))


def _joined(root):
    """{speaker: [int16 utterance]} of the training speakers."""
    dev, voices = dev_speakers(), {}
    for name in TRAIN_SETS:
        for speaker, path in utterances(root, name):
            if speaker not in dev:
                voices.setdefault(speaker, []).append(read(path))
    return dict(sorted(voices.items()))


def _coded(samples, seed):
    """Every 20 s through a codec drawn anew; the pieces of one codec go through it together."""
    names = list(CODERS)
    chosen = np.random.default_rng(seed).integers(len(names), size=-(-len(samples) // PIECE))
    out = np.empty_like(samples)
    for number, name in enumerate(names):
        parts = [slice(i * PIECE, min((i + 1) * PIECE, len(samples))) for i in np.flatnonzero(chosen == number)]
        if parts:
            back, at = coded(np.concatenate([samples[part] for part in parts]), name), 0
            for part in parts:
                out[part] = back[at:at + part.stop - part.start]
                at += part.stop - part.start
    return out


def render(root, folder, teacher_folder, seed):
    """Renders what is missing; an interrupted rendering goes on with the first shape that is not complete."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    voices, teacher, places = _joined(root), Teacher(teacher_folder), []
    for number, shape in enumerate(SHAPES):
        parts, loud, here, at = [], [], [], 0
        for utterance_list in voices.values():
            rendered = [shaped(each, *shape) for each in utterance_list]
            length = sum(map(len, rendered))
            pad = -length % GRID
            parts += [*rendered, np.concatenate(rendered * 2)[:pad]]
            loud += [louder(each / np.float32(32768)) for each in rendered] + [np.zeros(pad, np.float32)]
            here.append((at, at + length))
            at += length + pad
        places.append(here)
        marker = folder / f"target-{number:02d}.npy"
        if not marker.exists():
            samples = np.concatenate(parts)
            np.save(folder / f"clean-{number:02d}.npy", samples)
            np.save(folder / f"coded-{number:02d}.npy", _coded(samples, seed + number))
            target = teacher.partials(np.concatenate(loud), GRID // HOP).astype(np.float16)
            np.save(folder / "writing.npy", target)
            (folder / "writing.npy").rename(marker)
            print(f"shape {number + 1} of {len(SHAPES)}: {at / 57.6e6:.2f} h, {len(target)} partials", flush=True)
    plan = {"speakers": list(voices), "shapes": SHAPES, "places": places, "seed": seed}
    (folder / "bank.json").write_text(json.dumps(plan))
