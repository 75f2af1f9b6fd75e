"""Measure speaker encoders: python measure_speaker.py --data DIR --work DIR PACKAGE... [teacher] [--final "why"]

Without `--final` on the development speakers, clean and coded, with the processor time of 8 s on one thread. With it on
librispeech-test-10 and an4-test, utterances of at least 2 s, all pairs; each such look is logged in the work folder first.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch

from bank import Bank
from crops import Crops
from data import all_pairs, read, utterances
from dev import Development, line
from export import run, session, synthetic_speech
from teacher import Teacher

SHORTEST = 32_000


class Taught:
    """The teacher as an encoder: whole utterances, as resemblyzer gives them, or less the mean of the training voices."""

    def __init__(self, folder, middle):
        self.teacher, self.middle = Teacher(folder), middle

    def __call__(self, wave):
        embedding = self.teacher.embed(wave[0].numpy()) - self.middle
        return torch.from_numpy(embedding / np.linalg.norm(embedding))[None].float()


def encoders(args):
    """(name, waveform [1, T] -> embedding [1, D])"""
    for name in args.encoders:
        if name == "teacher":
            middle = Crops(Bank(args.work / "bank"), 0, 0.5, 1).middle
            yield "teacher as it is", Taught(args.work / "teacher", 0 * middle)
            yield "teacher less the mean", Taught(args.work / "teacher", middle)
        else:
            model = session(Path(name) / "model.onnx")
            yield name, lambda wave: torch.from_numpy(run(model, wave.numpy()))


def final(root, encode):
    """{set: (EER in %, utterances of at least 2 s, EER in % of all)}"""
    figures = {}
    for name in ("librispeech-test-10", "an4-test"):
        rows = [(speaker, read(path) / np.float32(32768)) for speaker, path in utterances(root, name)]
        embeddings = np.stack([encode(torch.from_numpy(wave)[None])[0].numpy() for _, wave in rows])
        speakers, long = np.array([speaker for speaker, _ in rows]), np.array([len(wave) >= SHORTEST for _, wave in rows])
        figures[name] = (100 * all_pairs(embeddings[long], speakers[long]), int(long.sum()), 100 * all_pairs(embeddings, speakers))
    return figures


def processor(encode, runs=9):
    """Milliseconds for 8 s of speech, the median."""
    wave, spent = torch.from_numpy(np.tile(synthetic_speech(), 6)[:128_000])[None], []
    for _ in range(runs):
        began = time.process_time()
        encode(wave)
        spent.append(1000 * (time.process_time() - began))
    return np.median(spent)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("encoders", nargs="+")
    parser.add_argument("--data", required=True)
    parser.add_argument("--work", required=True, type=Path)
    parser.add_argument("--final", metavar="WHY", help="look at the test sets, for a final candidate only")
    args = parser.parse_args()
    torch.set_num_threads(1)
    development = None if args.final else Development(args.data, args.work / "bank")
    for name, encode in encoders(args):
        if args.final:
            log = args.work / "final-evaluations.log"
            with open(log, "a") as lines:
                lines.write(f"{time.strftime('%Y-%m-%d %H:%M')} {name}: {args.final}\n")
            with torch.no_grad():
                figures = final(args.data, encode)
            text = "; ".join(f"{key} {rate:.2f} % ({count} utterances; all {every:.2f} %)" for key, (rate, count, every) in figures.items())
            with open(log, "a") as lines:
                lines.write(f"  {text}\n")
            print(f"{name}: {text}", flush=True)
        else:
            print(f"{name}: {line(development.measure(encode))} | {processor(encode):.1f} ms for 8 s", flush=True)


if __name__ == "__main__":
    main()
