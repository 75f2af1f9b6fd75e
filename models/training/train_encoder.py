"""Train the speaker encoder: python train_encoder.py --data DIR --minutes 22"""

import argparse
import math
import time

import numpy as np
import torch

from data import HERE, Augmenter, Speech, all_pairs, dev_utterances
from nets import AamSoftmax, SpeakerEncoder


def mask_bands(mel, random):
    """Blank up to 12 neighbouring mel bins and 20 frames (the mean is zero already)."""
    for axis, most in ((1, 12), (2, 20)):
        width = random.integers(0, most + 1)
        start = random.integers(0, mel.shape[axis] - width + 1)
        mel = mel.clone()
        mel.narrow(axis, int(start), int(width)).zero_()
    return mel


@torch.no_grad()
def dev_error(net, root):
    """EER on the development speakers: LibriSpeech cut into 3 s pieces, AN4 whole."""
    net.eval()
    rates = []
    for name, piece in (("librispeech-train-251", 48_000), ("an4-train", None)):
        speakers, embeddings = [], []
        for speaker, wave in dev_utterances(root, name):
            step = piece or len(wave)
            for start in range(0, len(wave) - step + 1, step):
                speakers.append(speaker)
                embeddings.append(net(torch.from_numpy(wave[None, start:start + step])).numpy()[0])
        rates.append(all_pairs(np.stack(embeddings), speakers))
    net.train()
    return rates


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--minutes", type=float, default=22)
    parser.add_argument("--steps", type=int, help="stop after so many steps instead (repeatable exactly)")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=20240607)
    parser.add_argument("--resume", action="store_true")
    args = parser.parse_args()

    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    random = np.random.default_rng(args.seed)
    speech, augment = Speech(args.data, args.seed + 1), Augmenter(args.data, args.seed + 2)
    net = SpeakerEncoder().to(args.device)
    loss_of = AamSoftmax(192, speech.classes).to(args.device)
    optimizer = torch.optim.AdamW([*net.parameters(), *loss_of.parameters()], lr=1e-3, weight_decay=0.02)
    print(f"{len(speech.speakers)} speakers, {speech.classes} classes,"
          f" {sum(p.numel() for p in net.parameters())} parameters", flush=True)

    checkpoint = HERE / "runs" / "encoder.pt"
    checkpoint.parent.mkdir(exist_ok=True)
    step, spent = 0, 0.0
    if args.resume and checkpoint.exists():
        saved = torch.load(checkpoint, map_location=args.device, weights_only=True)
        net.load_state_dict(saved["net"])
        loss_of.load_state_dict(saved["loss"])
        optimizer.load_state_dict(saved["optimizer"])
        step, spent = saved["step"], saved["spent"]
    began, smooth = time.time() - spent, None
    while True:
        done = step / args.steps if args.steps else (time.time() - began) / (60 * args.minutes)
        if done < 1:
            rate = 2e-3 * min(1, step / 60) * (0.5 + 0.5 * math.cos(math.pi * done)) + 2e-6
            for group in optimizer.param_groups:
                group["lr"] = rate
            wave, label = speech.batch(64, 32_000)
            with torch.no_grad():
                mel = mask_bands(net.features(augment(wave).to(args.device)), random)
            with torch.autocast(args.device, torch.bfloat16):
                embedding = net.embed(mel)
            loss = loss_of(embedding.float(), label.to(args.device), 0.2 * min(1, done / 0.3))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            step += 1
            smooth = loss.item() if smooth is None else 0.95 * smooth + 0.05 * loss.item()
            if step % 20 == 0:
                print(f"step {step} {time.time() - began:.0f} s loss {smooth:.3f} rate {rate:.5f}", flush=True)
        if step % 100 == 0 or done >= 1:
            libri, an4 = dev_error(net, args.data)
            print(f"step {step} dev EER: LibriSpeech {100 * libri:.2f} %, AN4 {100 * an4:.2f} %", flush=True)
            torch.save({"net": net.state_dict(), "loss": loss_of.state_dict(), "optimizer": optimizer.state_dict(),
                        "step": step, "spent": time.time() - began}, checkpoint)
        if done >= 1:
            break


if __name__ == "__main__":
    main()
