"""Prune the trained speaker encoder: python prune_speaker.py --data DIR --work DIR --name encoder2

Three phases: training goes on under a growing group penalty; the weakest channels are cut; the rest is trained on. Each phase has
its own checkpoint in the work folder and is taken up again with `--resume`.
"""

import torch

from encoder import Encoder
from narrow import chosen, group_penalty, narrowed
from sitting import Loss, Run
from train_speaker import material, parser


def main():
    options = parser()
    options.set_defaults(steps=2_000, rate=4e-4)
    options.add_argument("--tune", type=int, default=5_000, help="steps after the cut")
    options.add_argument("--keep", type=float, default=0.38, help="share of the parameters that stays")
    options.add_argument("--penalty", type=float, default=2e-3)
    args = options.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    crops, damage, development = material(args)
    settings = {name: str(value) for name, value in vars(args).items()}
    base = torch.load(args.work / f"{args.name}.pt", map_location="cpu", weights_only=True)

    def phase(label, net, twin, start, steps, rate, penalty=None):
        path = args.work / f"{args.name}-{label}.pt"
        net.load_state_dict(start["mean"])
        loss = Loss(crops, args.labels, args.distil, args.direct)
        loss.load_state_dict(start["loss"])
        run = Run(net, twin, loss, crops, damage, args.device, rate, gentle=False, penalty=penalty)
        if args.resume and path.exists():
            run.load(path)
        print(f"{label}: {sum(p.numel() for p in net.parameters())} parameters, step {run.step}", flush=True)
        run.to(steps, path, settings, development, args.every)
        return run

    whole = lambda: Encoder(args.width, args.middle, plane=args.plane)
    sparse = phase("sparse", whole(), whole(), base, args.steps, args.rate,
                   lambda net, done: args.penalty * min(1, 2 * done) * group_penalty(net))
    keep = chosen(sparse.mean, args.keep)
    print("kept " + ", ".join(f"{name} {len(rows)}" for name, rows in keep.items()), flush=True)
    small = narrowed(sparse.mean, keep)
    start = {"mean": small.state_dict(), "loss": sparse.loss.state_dict()}
    phase("pruned", small, narrowed(sparse.mean, keep), start, args.tune, 1.5 * args.rate)


if __name__ == "__main__":
    main()
