"""Train a protector and its remover jointly against the frozen speaker encoder:
python train_protectors.py ssed|wave-u-net|spectral --data DIR --work WORK

Losses of arXiv 2412.09195, equations 2 to 9, for `ssed`; the others have no mask, so equations 6 to 8 fall away. Added are `level`,
which keeps the mean signal-to-noise ratio of a batch inside a band, and `wave`, the remover's waveform error in dB. The remover reads a
detached x', so that `wave` cannot push the protector towards a perturbation that is easy to remove; equations 6 and 7 still
reach it by n and m. After `JOINT` of the steps the protector is frozen and the remover goes on alone.
"""

import argparse
import math
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch.nn.functional import relu

from data import Speech
from encoder import Encoder
from evaluate import cross, sets
from inversion import invert, round16, snr, to_grid
from protectors import EPSILON, PROTECTORS, REMOVERS, Ssed

ALPHA, BETA, GAMMA, THETA = 0.01, 0.007, 0.8, 0.06
REVERSE = 0.1  # weight of equation 8, whose norms grow with the length of the crop; comes in slowly, see `losses`
REMOVED = 0.005  # per dB, for the protectors without noise and mask: what equations 6 to 8 are to `ssed`
LEVEL, LOWEST, HIGHEST, FLOOR = 0.1, 30.2, 31.2, 24.0  # dB: the band of a batch's mean, and the least of a crop
RATE = 2.5e-3
WAVE, JOINT = 0.02, 0.7
STRONGER, UNTIL = 6.0, 0.4  # dB by which the band begins lower, and the share of the joint steps in which it rises


def norm(x):
    return torch.sqrt(x.pow(2).sum(1) + 1e-12).mean()


def angle(cosine):
    """1 less the angle in units of a right one: like the cosine, with a slope where the two are still alike."""
    return (1 - torch.acos(cosine.clamp(-0.9999, 0.9999)) * 2 / math.pi).mean()


def energy(x):
    return x.pow(2).sum(1) + 1e-9


class Pair:
    """A protector and its remover in training; everything random depends on seed and step."""

    def __init__(self, kind, encoder, speech, seed, device, batch, length):
        torch.manual_seed(seed)
        self.protector, self.remover = PROTECTORS[kind]().to(device), REMOVERS[kind]().to(device)
        self.encoder, self.speech, self.seed, self.device = encoder, speech, seed, device
        self.size, self.length, self.step, self.processor = batch, length, 0, 0.0
        self.optimizer = torch.optim.Adam([{"params": self.protector.parameters()}, {"params": self.remover.parameters()}])

    def parts(self):
        return {"protector": self.protector, "remover": self.remover, "optimizer": self.optimizer}

    def load(self, path):
        saved = torch.load(path, map_location=self.device, weights_only=True)
        for name, part in self.parts().items():
            part.load_state_dict(saved[name])
        self.step, self.processor = saved["step"], saved["processor"]

    def save(self, path, settings):
        """Written beside, then renamed: a checkpoint is whole or the one before."""
        state = {name: part.state_dict() for name, part in self.parts().items()}
        torch.save({**state, "step": self.step, "processor": self.processor, "settings": settings}, path.with_suffix(".writing"))
        path.with_suffix(".writing").rename(path)

    def crops(self):
        random = np.random.default_rng((self.seed, self.step))
        self.speech.random = random
        wave, _ = self.speech.batch(self.size, self.length)
        gain = torch.from_numpy(10 ** (random.uniform(-6, 3, (self.size, 1)) / 20)).float()
        return (wave * gain).clamp(-1, 1).to(self.device)

    def one(self, done):
        joint, warm = done < JOINT, min(1, (self.step + 1) / 50)
        for group, rate, share in zip(self.optimizer.param_groups, (RATE, RATE), (min(1, done / JOINT), done)):
            group["lr"] = rate * warm * (0.5 + 0.5 * math.cos(math.pi * share)) + 1e-6
        self.protector.requires_grad_(joint)
        loss, parts = self.losses(self.crops(), joint, done)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        for net in (self.protector, self.remover):
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        return {name: part.item() for name, part in parts.items()}

    def losses(self, x, joint, done):
        """Total loss and its named parts for a batch of crops [B, T].

        Equation 8 reaches the protector only after a quarter of the joint steps, and in full after half of them: from the first step on it
        made a perturbation that the remover undid (51 dB after 100 steps) and that protected nobody (cosine .99).
        """
        salient = isinstance(self.protector, Ssed)
        with torch.set_grad_enabled(joint):
            noise, mask = self.protector.parts(x) if salient else (None, None)
            delta = EPSILON * noise * mask if salient else self.protector(x)
        protected = x + delta
        together = min(1, max(0, 4 * done / JOINT - 1))
        if salient:
            noise_back, mask_back = self.remover.parts(protected.detach())
            found = EPSILON * noise_back * mask_back * -1
        else:
            found = self.remover(protected.detach())
        ratio = 10 * torch.log10(energy(x) / energy(delta))
        gained = 10 * torch.log10(energy(delta.detach()) / energy(delta.detach() - found))
        parts = {"wave": -gained.mean(), "snr": ratio.mean()}
        total, reverse = WAVE * parts["wave"], 0.0
        if salient:
            # as a value the whole, as a gradient for the protector the share `together`
            noise, mask = (together * part + (1 - together) * part.detach() for part in (noise, mask))
            parts |= {"noise": norm(noise + noise_back), "mask": norm(mask - mask_back)}
            reverse = THETA * REVERSE * ((1 - GAMMA) * parts["mask"] + GAMMA * parts["noise"])
        elif joint and together:
            parts["removed"] = -10 * torch.log10(energy(delta) / energy(delta - self.remover(protected))).mean()
            reverse = REMOVED * together * parts["removed"]
        if joint:
            clean, changed = self.encoder.features(x), self.encoder.features(protected)
            clean, changed = (F.normalize(self.encoder.code(mel)) for mel in (clean, changed))
            cosine = (clean.detach() * changed).sum(1)
            parts["angular"] = cosine.mean()
            mean = ratio.mean()
            lower = STRONGER * max(0, 1 - done / JOINT / UNTIL)
            parts["level"] = relu(LOWEST - lower - mean) + relu(mean - HIGHEST + lower) + 0.2 * relu(FLOOR - lower - ratio).mean()
            quality = (1 - ALPHA) * norm(delta) + (ALPHA * norm(mask) if salient else 0)
            total = total + (1 - THETA) * ((1 - BETA) * angle(cosine) + BETA * quality) + LEVEL * parts["level"]
        return total + reverse, parts

    @torch.no_grad()
    def validate(self, data):
        """Per set: EER rec-rec and rec-adv in %, mean protected and restored SNR in dB."""
        tensor = lambda wave: torch.from_numpy(np.ascontiguousarray(wave))[None].to(self.device)
        text = []
        for name, rows in data.items():
            speakers, original, changed, levels = [], [], [], []
            for speaker, wave in rows:
                protected = round16(wave + self.protector(tensor(wave))[0].cpu().numpy())
                restored = protected - self.remover(tensor(protected))[0].cpu().numpy()
                levels.append((snr(wave, protected), snr(wave, restored)))
                original.append(self.encoder(tensor(wave))[0].cpu().numpy())
                changed.append(self.encoder(tensor(protected))[0].cpu().numpy())
                speakers.append(speaker)
            original, changed = np.stack(original), np.stack(changed)
            self_cosine = (original * changed).sum(1).mean()
            text.append("{} rec-rec {:.2f} rec-adv {:.2f} %, cosine {:.3f}, protected {:.2f} restored {:.2f} dB".format(
                name, 100 * cross(original, original, speakers), 100 * cross(original, changed, speakers), self_cosine,
                *np.mean(levels, 0)))
        return "; ".join(text + [self.undone(data["librispeech-dev"][::20])])

    @torch.no_grad()
    def undone(self, rows):
        """How far knowing the protector goes: SNR of the inversion from the remover's output and from the exhibit, in dB."""
        delta = lambda wave: self.protector(torch.from_numpy(np.ascontiguousarray(wave, np.float32))[None].to(self.device))[0].cpu().numpy()
        found = []
        for _, wave in rows:
            protected = round16(wave + delta(wave))
            removed = protected - self.remover(torch.from_numpy(protected)[None].to(self.device))[0].cpu().numpy()
            found.append([snr(wave, to_grid(delta, protected, invert(delta, protected, start))) for start in (removed, protected)])
        return "inverted {:.1f} dB from the remover, {:.1f} dB from the exhibit".format(*np.mean(found, 0))


def development(root):
    """Every third piece of 4 s of the development speakers of LibriSpeech, every fourth utterance of 2 s and more of AN4."""
    data = sets(root, "dev")
    an4 = [row for row in data["an4-dev"] if len(row[1]) >= 32_000]
    return {"librispeech-dev": data["librispeech-dev"][:60], "an4-dev": an4[::2][:40]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=PROTECTORS)
    parser.add_argument("--data", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, help="checkpoint of train_speaker.py (default: WORK/encoder2.pt)")
    parser.add_argument("--name")
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--every", type=int, default=500)
    parser.add_argument("--batch", type=int, default=6)
    parser.add_argument("--length", type=int, default=24_000)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--resume", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    encoder = Encoder()
    saved = torch.load(args.encoder or args.work / "encoder2.pt", map_location="cpu", weights_only=True)
    encoder.load_state_dict(saved["mean"])
    encoder = encoder.to(args.device).eval().requires_grad_(False)
    pair = Pair(args.kind, encoder, Speech(args.data, 0, speeds=((1, 1),)), args.seed, args.device, args.batch, args.length)
    path = args.work / f"{args.name or args.kind}.pt"
    settings = {key: str(value) for key, value in vars(args).items()} | {"encoderStep": str(saved["step"])}
    if args.resume and path.exists():
        pair.load(path)
    data, history = development(args.data), []
    began, stored, spent = time.time(), time.time(), pair.processor - time.process_time()
    while pair.step < args.steps:
        history.append(pair.one(pair.step / args.steps))
        pair.processor = spent + time.process_time()
        last = pair.step == args.steps
        if pair.step % 25 == 0:
            means = {name: np.mean([row[name] for row in history if name in row]) for name in history[-1]}
            print(f"step {pair.step} {time.time() - began:.0f} s, processor {pair.processor:.0f} s "
                  + " ".join(f"{name} {mean:.3f}" for name, mean in means.items()), flush=True)
            history = []
        if pair.step % args.every == 0 or last:
            print(f"step {pair.step} dev: {pair.validate(data)}", flush=True)
        if time.time() - stored > 180 or last:
            pair.save(path, settings)
            stored = time.time()


if __name__ == "__main__":
    main()
