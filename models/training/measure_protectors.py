"""Measure a protector and its remover by their packages: python measure_protectors.py KIND --data DIR --work DIR [--final WHY]

On the development speakers; with `--gains` the protector's local gain alone, and the inversion where it is above 1; with `--final` on librispeech-test-10 and an4-test (AN4 in utterances of at
least 2 s), each such look logged in the work folder first. The figures go into the packages' model.json.
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch

from data import all_pairs, cross, sets
from export import PACKAGES, VERSIONS, run, session
from inversion import invert, local_gains, round16, snr, to_grid
from protectors import PROTECTORS

SHORTEST = 32_000
GLOBAL_APART = 16_000
ENCODERS = {"white": "palimpsest-encoder/2.0.0", "black": "palimpsest-encoder/1.0.1"}


def figures(name, rows, protector, remover, encoders):
    """{figure: text} of one set for the protector, and for the remover."""
    speakers = [speaker for speaker, _ in rows]
    waves = [wave for _, wave in rows]
    protected = [round16(wave + run(protector, wave)[0]) for wave in waves]
    restored = [round16(wave - run(remover, wave)[0]) for wave in protected]
    level = [snr(a, b) for a, b in zip(waves, protected)]
    left = [snr(a, b) for a, b in zip(waves, restored)]
    ours = {"utterances": str(len(rows)), "meanProtectedSnrDb": f"{np.mean(level):.2f}", "lowestProtectedSnrDb": f"{np.min(level):.2f}"}
    theirs = {"meanRestoredSnrDb": f"{np.mean(left):.2f}", "lowestRestoredSnrDb": f"{np.min(left):.2f}"}
    for box, encoder in encoders.items():
        z, adv, rst = (np.stack([run(encoder, wave)[0] for wave in each]) for each in (waves, protected, restored))
        ours[f"{box}.recRecEerPercent"] = f"{100 * all_pairs(z, speakers):.2f}"
        ours[f"{box}.recAdvEerPercent"] = f"{100 * cross(z, adv, speakers):.2f}"
        ours[f"{box}.selfCosineProtected"] = f"{(z * adv).sum(1).mean():.3f}"
        theirs[f"{box}.recRstEerPercent"] = f"{100 * cross(z, rst, speakers):.2f}"
    return tuple({f"{name}.{key}": value for key, value in each.items()} for each in (ours, theirs))


def gains(kind, work, rows, context, protector, remover):
    """Of 25 ms windows so far apart that none reaches into what another one's perturbation depends on (a second, where that is everything),
    and how well the inversion does where it is above 1 and elsewhere."""
    net = PROTECTORS[kind]()
    net.load_state_dict(torch.load(work / f"{kind}.pt", map_location="cpu", weights_only=True)["protector"])
    net.eval().requires_grad_(False)
    apart = GLOBAL_APART if context == "global" else 400 * (1 + -(-2 * context // 400))
    values, pairs = [], []
    for _, wave in rows:
        wave = np.ascontiguousarray(wave)
        inside = len(wave) // apart * apart
        gain = local_gains(net, wave, apart=apart).reshape(apart // 400, -1).T.ravel()
        protected = round16(wave + run(protector, wave)[0])
        delta = lambda y: run(protector, y)[0]
        restored = to_grid(delta, protected, invert(delta, protected, protected - run(remover, protected)[0], iterations=30))
        values.append(gain)
        pairs.append(np.stack([wave[:inside].reshape(-1, 400), restored[:inside].reshape(-1, 400)], 1))
    gain, pairs = np.concatenate(values), np.concatenate(pairs)
    found = {"dev.localGainWindows": str(len(gain)), "dev.localGainMedian": f"{np.median(gain):.3f}",
             "dev.localGainP95": f"{np.percentile(gain, 95):.3f}", "dev.localGainAbove1Percent": f"{100 * np.mean(gain > 1):.2f}"}
    for name, where in (("Above1", gain > 1), ("UpTo1", gain <= 1)):
        original, restored = pairs[where, 0], pairs[where, 1]
        found[f"dev.inversionSnrWhereGain{name}Db"] = f"{snr(original, restored):.2f}"
        found[f"dev.inversionExactWhereGain{name}Percent"] = f"{100 * np.mean(original == restored):.2f}"
    return found


def store(folder, metrics):
    path = folder / "model.json"
    model = json.loads(path.read_text())
    model["metrics"].update(metrics)
    path.write_text(json.dumps(model, indent=2, ensure_ascii=False) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=PROTECTORS)
    parser.add_argument("--data", required=True)
    parser.add_argument("--work", required=True, type=Path)
    parser.add_argument("--packages", type=Path, default=PACKAGES)
    parser.add_argument("--gains", action="store_true", help="the local gain alone")
    parser.add_argument("--final", metavar="WHY", help="look at the test sets, for a final candidate only")
    args = parser.parse_args()
    torch.set_num_threads(1)
    folders = [args.packages / f"{args.kind}-{role}" / VERSIONS[args.kind] for role in ("protector", "remover")]
    protector, remover = (session(folder / "model.onnx") for folder in folders)
    encoders = {box: session(PACKAGES / name / "model.onnx") for box, name in ENCODERS.items()}
    context = json.loads((folders[0] / "model.json").read_text())["context"]
    if args.gains:
        rows = [row for row in sets(args.data, "dev")["librispeech-dev"] if len(row[1]) >= SHORTEST]
        found = gains(args.kind, args.work, rows[::15 if context != "global" else 30], context, protector, remover)
        print("\n".join(f"{key} {value}" for key, value in found.items()), flush=True)
        store(folders[0], found)
        return
    if args.final:
        with open(args.work / "final-evaluations.log", "a") as log:
            log.write(f"{time.strftime('%Y-%m-%d %H:%M')} {args.kind}: {args.final}\n")
    for name, rows in sets(args.data, "test" if args.final else "dev").items():
        rows = [row for row in rows if len(row[1]) >= SHORTEST]
        found = figures(("test." if args.final else "dev.") + name, rows, protector, remover, encoders)
        for folder, metrics in zip(folders, found):
            print("\n".join(f"{folder.parent.name} {key} {value}" for key, value in metrics.items()), flush=True)
            store(folder, metrics)


if __name__ == "__main__":
    main()
