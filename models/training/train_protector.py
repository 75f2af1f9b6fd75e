"""Train protector and remover jointly against the frozen speaker encoder:
python train_protector.py --data DIR --minutes 34

Losses of arXiv 2412.09195, equations 2 to 9, with two additions: `level` keeps the signal-to-noise ratio of each crop
between 29 and 30.5 dB, and `wave` is the remover's waveform error in dB. The remover reads a detached x', so that `wave`
cannot push the protector towards a perturbation that is trivial to remove; equations 6 and 7 still reach it by n and m.
Equation 8 is weighted by `REVERSE`, because its norms grow with the length of the crop. After `JOINT`
of the time the protector is frozen and the remover goes on alone.
"""

import argparse
import math
import time

import numpy as np
import torch
from torch.nn.functional import relu

from data import HERE, Speech, dev_utterances
from inversion import round16, snr
from nets import Protector, Remover, SpeakerEncoder, Ssed

ALPHA, BETA, GAMMA, THETA = 0.01, 0.007, 0.8, 0.06
REVERSE = 0.1
LEVEL, LOWEST, HIGHEST = 0.1, 29.0, 30.5
WAVE, JOINT = 0.02, 0.75


def norm(x):
    return torch.sqrt(x.pow(2).sum(1) + 1e-12).mean()


def energy(x):
    return x.pow(2).sum(1) + 1e-9


def losses(x, protector, remover, encoder, joint):
    """Total loss and its named parts for a batch of crops [B, T]."""
    with torch.set_grad_enabled(joint):
        noise, mask = Ssed.forward(protector, x)
    delta = Ssed.EPSILON * noise * mask
    protected = x + delta
    noise_back, mask_back = Ssed.forward(remover, protected)
    back = Ssed.EPSILON * noise_back * mask_back
    ratio = 10 * torch.log10(energy(x) / energy(delta))
    gained = 10 * torch.log10(energy(delta.detach()) / energy(delta.detach() + back))
    parts = {"level": (relu(LOWEST - ratio) + relu(ratio - HIGHEST)).mean(), "wave": -gained.mean(),
             "noise": norm(noise + noise_back), "mask": norm(mask - mask_back), "snr": ratio.mean()}
    reverse = REVERSE * ((1 - GAMMA) * parts["mask"] + GAMMA * parts["noise"])
    if not joint:
        return THETA * reverse + WAVE * parts["wave"], parts
    clean, changed = encoder.features(x), encoder.features(protected)
    with torch.autocast(x.device.type, torch.bfloat16):
        clean, changed = encoder.embed(clean), encoder.embed(changed)
    parts["angular"] = (clean.detach() * changed).sum(1).mean()
    quality = (1 - ALPHA) * norm(delta) + ALPHA * norm(mask)
    ssed = (1 - BETA) * parts["angular"] + BETA * quality
    total = (1 - THETA) * ssed + THETA * reverse + LEVEL * parts["level"] + WAVE * parts["wave"]
    return total, parts


@torch.no_grad()
def validate(root, protector, remover, encoder):
    """Means over ten development utterances: protected and restored SNR in dB, cosine before and after removal."""
    rows = []
    for _, x in dev_utterances(root, "librispeech-train-251")[::3]:
        x = x[:96_000]
        protected = round16(x + protector(torch.from_numpy(x)[None])[0].numpy())
        restored = protected - remover(torch.from_numpy(protected)[None])[0].numpy()
        z = encoder(torch.from_numpy(np.stack([x, protected, restored])))
        rows.append([snr(x, protected), snr(x, restored), z[0] @ z[1], z[0] @ z[2]])
    return np.mean(rows, 0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--minutes", type=float, default=34)
    parser.add_argument("--steps", type=int, help="stop after so many steps instead (repeatable exactly)")
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=20241213)
    parser.add_argument("--resume", action="store_true")
    args = parser.parse_args()

    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    random = np.random.default_rng(args.seed)
    speech = Speech(args.data, args.seed + 1, speeds=((1, 1),))
    encoder = SpeakerEncoder().to(args.device).eval().requires_grad_(False)
    saved = torch.load(HERE / "runs" / "encoder.pt", map_location=args.device, weights_only=True)
    encoder.load_state_dict(saved["net"])
    protector, remover = Protector().to(args.device), Remover().to(args.device)
    optimizer = torch.optim.Adam([{"params": protector.parameters()}, {"params": remover.parameters()}], lr=1e-3)

    checkpoint = HERE / "runs" / "pair.pt"
    step, spent = 0, 0.0
    if args.resume and checkpoint.exists():
        saved = torch.load(checkpoint, map_location=args.device, weights_only=True)
        protector.load_state_dict(saved["protector"])
        remover.load_state_dict(saved["remover"])
        optimizer.load_state_dict(saved["optimizer"])
        step, spent = saved["step"], saved["spent"]
    began, history = time.time() - spent, []
    while True:
        done = step / args.steps if args.steps else (time.time() - began) / (60 * args.minutes)
        if done < 1:
            joint = done < JOINT
            warm = min(1, (step + 1) / 50)
            for group, rate, share in zip(optimizer.param_groups, (2.5e-3, 1e-3), (min(1, done / JOINT), done)):
                group["lr"] = rate * warm * (0.5 + 0.5 * math.cos(math.pi * share)) + 1e-6
            x, _ = speech.batch(args.batch, 24_000)
            gain = 10 ** (random.uniform(-12, 6, (args.batch, 1)) / 20)
            x = (x * torch.from_numpy(gain).float()).clamp(-1, 1).to(args.device)
            protector.requires_grad_(joint)
            loss, parts = losses(x, protector, remover, encoder, joint)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            for net in (protector, remover):
                torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            step += 1
            history.append({name: part.item() for name, part in parts.items()})
            if step % 20 == 0:
                means = {name: np.mean([row[name] for row in history]) for name in parts}
                text = " ".join(f"{name} {mean:.3f}" for name, mean in means.items())
                print(f"step {step} {time.time() - began:.0f} s {text}", flush=True)
                history = []
        if step % 100 == 0 or done >= 1:
            numbers = validate(args.data, protector, remover, encoder)
            print("step {} dev: protected {:.2f} dB, restored {:.2f} dB, cosine {:.3f}, after removal {:.3f}".format(
                step, *numbers), flush=True)
            torch.save({"protector": protector.state_dict(), "remover": remover.state_dict(), "step": step,
                        "optimizer": optimizer.state_dict(), "spent": time.time() - began}, checkpoint)
        if done >= 1:
            break


if __name__ == "__main__":
    main()
