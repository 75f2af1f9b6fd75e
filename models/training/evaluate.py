"""Measure the packages with onnxruntime: python evaluate.py --data DIR [--split dev] [--write]

`test` (the default) uses librispeech-test-10 and an4-test, which no training or choice has seen; `dev` the development
speakers, and adds the local gain of the protector. `--write` puts the figures into the packages' model.json.
"""

import argparse
import json

import numpy as np
import onnxruntime
import torch

from data import HERE, all_pairs, dev_utterances, error_rate, read, utterances
from inversion import invert, local_gains, round16, snr
from nets import Protector

PACKAGES = HERE.parent / "packages"
FOLDER = {"encoder": "palimpsest-encoder/1.0.0", "protector": "ssed-protector/1.0.0", "remover": "ssed-remover/1.0.0"}


def package(name, threads):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    model = onnxruntime.InferenceSession(str(PACKAGES / FOLDER[name] / "model.onnx"), options,
                                         providers=["CPUExecutionProvider"])
    return lambda wave: model.run(None, {"waveform": wave[None].astype(np.float32)})[0][0]


def sets(root, split):
    """{name: [(speaker, wave)]}; a development speaker of LibriSpeech has one utterance, cut into pieces of 4 s."""
    if split == "test":
        return {name: [(speaker, read(path) / np.float32(32768)) for speaker, path in utterances(root, name)]
                for name in ("librispeech-test-10", "an4-test")}
    pieces = [(speaker, wave[start:start + 64_000]) for speaker, wave in dev_utterances(root, "librispeech-train-251")
              for start in range(0, len(wave) - 63_999, 64_000)]
    return {"librispeech-dev": pieces, "an4-dev": dev_utterances(root, "an4-train")}


def cross(enrolled, tested, speakers):
    """EER of original against changed utterances, every ordered pair of different utterances."""
    scores, speakers = enrolled @ tested.T, np.asarray(speakers)
    different = ~np.eye(len(speakers), dtype=bool)
    same = speakers[:, None] == speakers
    return error_rate(scores[same & different], scores[~same])


def verification(data, encoder, protector, remover):
    """EER in % per set: original-original, original-protected, original-restored by the remover."""
    table = {}
    for name, rows in data.items():
        speakers = [speaker for speaker, _ in rows]
        protected = [round16(wave + protector(wave)) for _, wave in rows]
        embed = lambda waves: np.stack([encoder(wave) for wave in waves])
        original = embed(wave for _, wave in rows)
        table[name] = [100 * all_pairs(original, speakers),
                       100 * cross(original, embed(protected), speakers),
                       100 * cross(original, embed(wave - remover(wave) for wave in protected), speakers)]
        table[name].append(np.mean([snr(wave, x) for (_, wave), x in zip(rows, protected)]))
        print("{}: EER rec-rec {:.2f} %, rec-adv {:.2f} %, rec-rst {:.2f} %, protected {:.2f} dB".format(name, *table[name]), flush=True)
    return table


COLUMNS = ("protectedSnrDb", "removerSnrDb", "inversionSnrDb", "inversionFromProtectedSnrDb", "bitExactPercent",
           "selfCosineProtected", "otherCosineOriginal", "otherCosineProtected", "otherCosineRemover",
           "otherCosineInversion")


def restoration(rows, chosen, encoder, protector, remover, iterations):
    """One line of COLUMNS per chosen utterance. `other` is the next utterance of the same speaker, unprotected."""
    lines = []
    for i in chosen:
        speaker, wave = rows[i]
        same = [j for j, row in enumerate(rows) if row[0] == speaker]
        other = encoder(rows[same[(same.index(i) + 1) % len(same)]][1])
        protected = round16(wave + protector(wave))
        restored = protected - remover(protected)
        inverted = round16(invert(protector, protected, restored, iterations))
        plain = round16(invert(protector, protected, protected, iterations))
        z = [encoder(each) for each in (wave, protected, restored, inverted)]
        lines.append([snr(wave, protected), snr(wave, restored), snr(wave, inverted), snr(wave, plain),
                      100 * np.mean(inverted == wave), z[0] @ z[1], *(other @ each for each in z)])
        print(f"{speaker} {len(wave) / 16_000:.1f} s " + " ".join(f"{value:.2f}" for value in lines[-1]), flush=True)
    return np.array(lines)


def gains(rows, chosen):
    """Median, 95th percentile and share above 1 of the local gain over 25 ms windows of development utterances."""
    net = Protector()
    net.load_state_dict(torch.load(HERE / "runs" / "pair.pt", weights_only=True)["protector"])
    net.eval().requires_grad_(False)
    values = np.concatenate([local_gains(net, rows[i][1]) for i in chosen])
    return {"localGainMedian": f"{np.median(values):.3f}", "localGainP95": f"{np.percentile(values, 95):.3f}",
            "localGainAbove1Percent": f"{100 * np.mean(values > 1):.2f}"}


def store(name, figures):
    path = PACKAGES / FOLDER[name] / "model.json"
    model = json.loads(path.read_text())
    model["metrics"].update(figures)
    path.write_text(json.dumps(model, indent=2, ensure_ascii=False) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--split", choices=("test", "dev"), default="test")
    parser.add_argument("--iterations", type=int, default=30)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    encoder, protector, remover = (package(name, args.threads) for name in FOLDER)
    data = sets(args.data, args.split)
    name, rows = next(iter(data.items()))
    speakers = [speaker for speaker, _ in rows]
    chosen = [i for i in range(0, len(rows), 5 if args.split == "test" else 9) if speakers.count(speakers[i]) > 1]
    print("utterance " + " ".join(COLUMNS))
    lines = restoration(rows, chosen, encoder, protector, remover, args.iterations)
    figures = {column: f"{mean:.2f}" if mean > 2 else f"{mean:.3f}" for column, mean in zip(COLUMNS, lines.mean(0))}
    figures["inversionSnrLowestDb"] = f"{lines[:, 2].min():.2f}"
    table = verification(data, encoder, protector, remover)
    if args.split == "dev":
        figures.update(gains(rows, chosen))
    print(json.dumps(figures, indent=1))
    if args.write:
        prefix = lambda values: {f"{args.split}.{key}": value for key, value in values.items()}
        rate = lambda column: {f"{each}.{('recRec', 'recAdv', 'recRst')[column]}EerPercent": f"{row[column]:.2f}"
                               for each, row in table.items()}
        store("encoder", prefix(rate(0)))
        level = {f"{each}.meanProtectedSnrDb": f"{row[3]:.2f}" for each, row in table.items()}
        store("protector", prefix({**level, **rate(1), **{key: value for key, value in figures.items() if "emover" not in key}}))
        store("remover", prefix({**rate(2), **{key: value for key, value in figures.items() if "emover" in key}}))


if __name__ == "__main__":
    main()
