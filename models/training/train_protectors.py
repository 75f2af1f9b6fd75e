"""Train a protector and its remover against the frozen speaker encoder:
python train_protectors.py ssed|wave-u-net|spectral --data DIR --work WORK

Three parts. `ALONE`: the protector learns to turn the embedding away, its perturbation scaled to one signal-to-noise ratio, so that nothing is
won by being loud. `JOINT`: both learn with the losses of arXiv 2412.09195, equations 2 to 9, for `ssed`; the others have no mask, so
that `REMOVED` stands for equations 6 to 8. The level is now the protector's own; a multiplier keeps its mean. The remover starts as a
copy of the protector, and reads a detached x' where its waveform error `wave` is meant, so that `wave` cannot push the protector towards
what is easy to remove. Then the protector is frozen and the remover goes on alone.

From an eighth of the steps on `own`, how far delta(x + delta(x)) is from delta(x), has a price until it is `OWN`, later `STEADY` dB: what the paper
asks of a trained remover, asked of the protector itself.
"""

import argparse
import math
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from data import Speech, cross, sets
from encoder import Encoder
from inversion import invert, round16, snr, to_grid
from muon import Muon
from protectors import EPSILON, PROTECTORS, REMOVERS, Ssed, SsedRemover

ALPHA, BETA, GAMMA, THETA = 0.01, 0.007, 0.8, 0.06
REVERSE = 0.1  # weight of equation 8, whose norms grow with the length of the crop; comes in slowly
REMOVED = 0.003  # per dB, for the protectors without noise and mask: what equations 6 to 8 are to `ssed`
LEVEL, OWN_LEVEL = 28.8, 28.0  # dB, of each protected crop, later their mean; on recordings as they are 1.5 to 2 dB more
OWN, STEADY, OWNED = -18.0, -22.0, 0.015  # dB, to a quarter of the steps and when the remover joins in; price of each above it
PRICE, HASTE, STIFF = 0.015, 2e-5, 0.005  # of a dB at first, how fast it follows the level, and of a squared dB off the level
WAVE = 0.02
GENTLE = 0.3  # of the rates, for the remover, which is good from its start
ALONE, JOINT = 0.6, 0.8  # of all steps: where the remover joins in, and where the protector is done


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
        self.size, self.length, self.step, self.processor, self.price, self.copied = batch, length, 0, 0.0, PRICE, False
        self.optimizer = Muon([{"params": list(net.parameters())} for net in (self.protector, self.remover)])

    def parts(self):
        return {"protector": self.protector, "remover": self.remover, "optimizer": self.optimizer}

    def load(self, path):
        saved = torch.load(path, map_location=self.device, weights_only=True)
        for name, part in self.parts().items():
            part.load_state_dict(saved[name])
        self.step, self.processor, self.price, self.copied = (saved[name] for name in ("step", "processor", "price", "copied"))

    def save(self, path, settings):
        """Written beside, then renamed: a checkpoint is whole or the one before."""
        state = {name: part.state_dict() for name, part in self.parts().items()}
        state |= {"step": self.step, "processor": self.processor, "price": self.price, "copied": self.copied, "settings": settings}
        torch.save(state, path.with_suffix(".writing"))
        path.with_suffix(".writing").rename(path)

    def copy(self):
        state = self.protector.state_dict()
        self.remover.load_protector(state) if isinstance(self.remover, SsedRemover) else self.remover.load_state_dict(state)
        self.copied = True

    def crops(self):
        random = np.random.default_rng((self.seed, self.step))
        self.speech.random = random
        wave, _ = self.speech.batch(self.size, self.length)
        gain = torch.from_numpy(10 ** (random.uniform(-6, 3, (self.size, 1)) / 20)).float()
        return (wave * gain).clamp(-1, 1).to(self.device)

    def one(self, done):
        for net in (self.protector, self.remover):
            net.train()
        for group, begin, end, top in zip(self.optimizer.param_groups, (0, ALONE), (JOINT, 1), (1, GENTLE)):
            share = min(1, max(0, (done - begin) / (end - begin)))
            group["rate"] = top * (min(1, 0.02 + 50 * share) * (0.5 + 0.5 * math.cos(math.pi * share)) + 1e-3)
        self.protector.requires_grad_(done < JOINT)
        if done >= ALONE and not self.copied:
            self.copy()
        loss, parts = self.losses(self.crops(), done)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        for net in (self.protector, self.remover):
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        return {name: part.item() for name, part in parts.items()}

    def embed(self, wave):
        """[B, 256] of length 1; the products in bfloat16, the log-mel in float32."""
        mel = self.encoder.features(wave)
        with torch.autocast(self.device, dtype=torch.bfloat16):
            code = self.encoder.code(mel)
        return F.normalize(code.float())

    def losses(self, x, done):
        """Total loss and its named parts for a batch of crops [B, T]."""
        alone, joint = done < ALONE, ALONE <= done < JOINT
        salient = isinstance(self.protector, Ssed)
        with torch.set_grad_enabled(alone or joint):
            noise, mask = self.protector.parts(x) if salient else (None, None)
            delta = EPSILON * noise * mask if salient else self.protector(x)
        ratio = 10 * torch.log10(energy(x) / energy(delta))
        parts, total = {"snr": ratio.mean()}, 0.0
        scale = 10 ** ((ratio - LEVEL) / 20).unsqueeze(1) if alone else 1.0
        if alone:
            delta = delta * scale
            total = 1e-4 * (ratio - LEVEL).pow(2).mean()
        protected = x + delta
        if not alone:
            total = self.remove(protected, delta, noise, mask, parts, min(1, (done - ALONE) / (JOINT - ALONE)) if joint else 0)
        if alone or joint:
            with torch.no_grad():
                clean = self.embed(x)
            cosine = (clean * self.embed(protected)).sum(1)
            parts["cosine"] = cosine.mean()
            quality = (1 - ALPHA) * norm(delta) + (ALPHA * norm(mask) if salient else 0)
            parts["own"] = 10 * torch.log10(energy(self.protector(protected) * scale - delta) / energy(delta)).mean()
            bound = OWN + (STEADY - OWN) * min(1, max(0, (done - 0.25) / (ALONE - 0.25)))
            own = OWNED * min(1, max(0, 8 * done - 1)) * F.relu(parts["own"] - bound)
            total = total + (1 - THETA) * ((1 - BETA) * angle(cosine) + BETA * quality) + own
        if joint:
            low = OWN_LEVEL - ratio.mean()
            self.price = max(0, self.price + HASTE * low.item())
            total = total + self.price * low + STIFF * low ** 2
        return total, parts

    def remove(self, protected, delta, noise, mask, parts, together):
        """What the remover's part costs; `together`, from 0 to 1, is the share of it that the protector feels."""
        if noise is not None:
            noise_back, mask_back = self.remover.parts(protected.detach())
            found = -EPSILON * noise_back * mask_back
        else:
            found = self.remover(protected.detach())
        gained = 10 * torch.log10(energy(delta.detach()) / energy(delta.detach() - found))
        parts["wave"] = -gained.mean()
        if noise is not None:
            # as a value the whole, as a gradient for the protector the share `together`
            noise, mask = (together * part + (1 - together) * part.detach() for part in (noise, mask))
            parts |= {"noise": norm(noise + noise_back), "mask": norm(mask - mask_back)}
            reverse = THETA * REVERSE * ((1 - GAMMA) * parts["mask"] + GAMMA * parts["noise"])
        elif together:
            again = self.remover(protected)
            reverse = -REMOVED * together * 10 * torch.log10(energy(delta) / energy(delta - again)).mean()
        else:
            reverse = 0.0
        return WAVE * parts["wave"] + reverse

    @torch.no_grad()
    def validate(self, data):
        """Per set: EER rec-rec and rec-adv in %, mean protected and restored SNR in dB."""
        for net in (self.protector, self.remover):
            net.eval()
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
    parser.add_argument("--steps", type=int, default=8000)
    parser.add_argument("--every", type=int, default=2000)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--length", type=int, default=32_000)
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
        if pair.step % 100 == 0:
            means = {name: np.mean([row[name] for row in history if name in row]) for name in history[-1]} | {"price": pair.price}
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
