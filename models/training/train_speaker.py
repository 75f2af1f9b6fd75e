"""Train the speaker encoder of version 2: python train_speaker.py --data DIR --teacher DIR --work DIR --steps 16000

The first call renders the bank (half an hour of one core); `--resume` goes on with the last checkpoint and the very crops that
would have followed.
"""

import argparse
from pathlib import Path

import torch

from augment import Damage
from bank import SHAPES, Bank, render
from crops import Crops
from dev import Development
from encoder import Encoder
from sitting import Loss, Run


def parser():
    out = argparse.ArgumentParser()
    out.add_argument("--data", required=True)
    out.add_argument("--teacher", help="folder of the wheel Resemblyzer-0.1.4-py3-none-any.whl (to render the bank)")
    out.add_argument("--work", required=True, type=Path, help="folder of the bank and the checkpoints")
    out.add_argument("--name", default="encoder2")
    out.add_argument("--steps", type=int, default=16_000)
    out.add_argument("--rate", type=float, default=1.5e-3)
    out.add_argument("--labels", type=float, default=0.3, help="weight of the margin softmax")
    out.add_argument("--distil", type=float, default=4.0, help="weight of the teacher")
    out.add_argument("--centroid", type=float, default=0.5, help="share of the voice's mean in the teacher's target")
    out.add_argument("--matched", dest="direct", action="store_false", help="a linear layer, not the embedding itself, follows the teacher")
    out.add_argument("--plane", type=int, default=16)
    out.add_argument("--width", type=int, default=384)
    out.add_argument("--middle", type=int, default=192)
    out.add_argument("--shapes", type=int, default=len(SHAPES))
    out.add_argument("--device", default="cpu")
    out.add_argument("--threads", type=int, default=1)
    out.add_argument("--seed", type=int, default=20240607)
    out.add_argument("--every", type=int, default=500, help="steps between two measurements on the development set")
    out.add_argument("--resume", action="store_true")
    return out


def material(args):
    """Crops, damage and the development set; renders the bank where it is missing."""
    if not (args.work / "bank" / "bank.json").exists():
        render(args.data, args.work / "bank", args.teacher, args.seed)
    crops = Crops(Bank(args.work / "bank"), args.seed, args.centroid, args.shapes)
    return crops, Damage(args.data), Development(args.data, args.work / "bank")


def main():
    args = parser().parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    crops, damage, development = material(args)
    net, mean = (Encoder(args.width, args.middle, plane=args.plane) for _ in range(2))
    loss = Loss(crops, args.labels, args.distil, args.direct)
    run = Run(net, mean, loss, crops, damage, args.device, args.rate)
    path, settings = args.work / f"{args.name}.pt", {name: str(value) for name, value in vars(args).items()}
    if args.resume and path.exists():
        run.load(path)
    print(f"{settings}\n{crops.speakers} speakers, {sum(p.numel() for p in net.parameters())} parameters, step {run.step}", flush=True)
    run.to(args.steps, path, settings, development, args.every)


if __name__ == "__main__":
    main()
