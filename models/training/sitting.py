"""The training loop of the speaker encoder: one run over several sittings, its losses, its moving average and its checkpoint."""

import math
import resource
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from augment import masked
from dev import line
from encoder import Encoder


class Loss(nn.Module):
    """Margin softmax over voices (a speaker in one shape), and the cosine to the teacher's centred embedding.

    The softmax begins with the teacher's mean of each voice as its weight, so that it teaches from the first step. Other shapes
    of the crop's own speaker are left out of it: how far apart they lie, the teacher says.
    """

    def __init__(self, crops, labels, teacher, direct):
        super().__init__()
        self.speakers, self.shapes, self.labels, self.teacher = crops.speakers, crops.shapes, labels, teacher
        centres = torch.from_numpy(crops.means - crops.middle).flatten(0, 1)
        self.weight = nn.Parameter(F.normalize(centres) if direct else torch.randn_like(centres) / Encoder.SIZE ** 0.5)
        self.match = nn.Identity() if direct else nn.Linear(Encoder.SIZE, 256, bias=False)

    def forward(self, code, voice, shape, target, margin, scale=30.0):
        """(by labels, by the teacher), both weighted."""
        by_label = by_teacher = torch.zeros((), device=code.device)
        if self.labels:
            label = (shape * self.speakers + voice)[:, None]
            cosine = F.linear(F.normalize(code), F.normalize(self.weight)).clamp(-1 + 1e-6, 1 - 1e-6)
            own = cosine.gather(1, label)
            kin = torch.arange(self.speakers * self.shapes, device=code.device)[None] % self.speakers == voice[:, None]
            moved = own * math.cos(margin) - torch.sqrt(1 - own * own) * math.sin(margin)
            logits = (scale * cosine).masked_fill(kin, -1e4).scatter(1, label, scale * moved)
            by_label = self.labels * F.cross_entropy(logits, label[:, 0])
        if self.teacher:
            by_teacher = self.teacher * (1 - F.cosine_similarity(self.match(code), target)).mean()
        return by_label, by_teacher


class Run:
    """A net in training; everything random depends on seed and step. `penalty(net, done)` is added to the loss.

    A gentle run begins with little damage and the teacher alone: with everything at once 400 steps ended above 20 % EER.
    """

    MARGIN = 0.25

    def __init__(self, net, mean, loss, crops, damage, device, rate, gentle=True, penalty=None):
        self.net, self.mean, self.loss, self.crops, self.damage = net.to(device), mean.to(device).eval(), loss.to(device), crops, damage
        self.device, self.rate, self.gentle, self.penalty = device, rate, gentle, penalty
        self.mean.load_state_dict(self.net.state_dict())
        thick = [p for p in net.parameters() if p.ndim > 1] + list(loss.parameters())
        thin = [p for p in net.parameters() if p.ndim <= 1]
        self.optimizer = torch.optim.AdamW([{"params": thick, "weight_decay": 0.05}, {"params": thin, "weight_decay": 0.0}])
        self.step, self.processor = 0, 0.0

    def _parts(self):
        return {"net": self.net, "mean": self.mean, "loss": self.loss, "optimizer": self.optimizer}

    def load(self, path):
        saved = torch.load(path, map_location=self.device, weights_only=True)
        for name, part in self._parts().items():
            part.load_state_dict(saved[name])
        self.step, self.processor = saved["step"], saved["processor"]

    def save(self, path, settings):
        """Written beside, then renamed: a checkpoint is whole or the one before."""
        state = {name: part.state_dict() for name, part in self._parts().items()}
        torch.save({**state, "step": self.step, "processor": self.processor, "settings": settings}, path.with_suffix(".writing"))
        path.with_suffix(".writing").rename(path)

    def to(self, steps, path, settings, development, every):
        """Trains up to `steps`; measures the moving average on the development set every so many; saves every 3 minutes."""
        began, stored, before, smooth = time.time(), time.time(), self.processor, None
        while self.step < steps:
            value = np.array(self._one(self.step / steps))
            smooth = value if smooth is None else 0.98 * smooth + 0.02 * value
            self.processor = before + sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
            last = self.step == steps
            if self.step % 100 == 0:
                print(f"step {self.step} {time.time() - began:.0f} s, processor {self.processor:.0f} s, losses "
                      + " ".join(f"{part:.3f}" for part in smooth), flush=True)
            if self.step % every == 0 or last:
                print(f"step {self.step} dev {line(development.measure(self.mean))}", flush=True)
            if time.time() - stored > 180 or last:
                self.save(path, settings)
                stored = time.time()

    def _one(self, done):
        rate = self.rate * min(1, (self.step + 1) / 60) * (0.5 + 0.5 * math.cos(math.pi * done)) + 1e-6
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        wave, voice, shape, target, random = self.crops.batch(self.step, done > 0.75)
        with torch.no_grad():
            power = self.net.features.power(self.damage(wave, random, min(1, 0.2 + 4 * done) if self.gentle else 1).to(self.device))
        mel = masked(self.net.features.compress(power), random)
        with torch.autocast(self.device, torch.bfloat16):
            code = self.net.code(mel)
        margin = self.MARGIN * (min(1, max(0, done - 0.1) / 0.4) if self.gentle else 1)
        parts = self.loss(code.float(), *(x.to(self.device) for x in (voice, shape, target)), margin)
        if self.gentle and self.loss.teacher:
            parts = (parts[0] * min(1, max(0, done - 0.05) / 0.25), parts[1])
        if self.penalty:
            parts = (*parts, self.penalty(self.net, done))
        self.optimizer.zero_grad()
        sum(parts).backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
        self.optimizer.step()
        self.step += 1
        self._average()
        return [part.item() for part in parts]

    @torch.no_grad()
    def _average(self):
        """Moving average of weights and running statistics, slower as it goes on."""
        keep = min(0.999, (1 + self.step) / (20 + self.step))
        for old, new in zip(self.mean.state_dict().values(), self.net.state_dict().values()):
            if new.dtype.is_floating_point:
                old.lerp_(new, 1 - keep)
