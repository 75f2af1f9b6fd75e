"""Write the model packages (format palimpsest-model/1): python export.py MODEL... [--work DIR]

`encoder` is the first version; `python export.py speaker --work DIR` and `speaker-pruned` write version 2 of the encoder from the work folder of its training, `ssed-pair`, `spectral-pair`
and `wave-u-net-pair` the protectors against it with their removers. `--packages DIR` writes elsewhere than to the shipped ones.

Each package is proven before it is kept: onnxruntime at one and two threads against PyTorch, the receptive field
measured, chunks against the whole, and the shortest inputs.
"""

import argparse
import copy
import hashlib
import json
import warnings
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from bases import computed, computed_dft
from data import HERE
from encoder import Encoder
from mirrored import MirroredLogMel
from halves import eighth, eighths, folded, halve, halves
from protectors import PROTECTORS, REMOVERS
from nets import SpeakerEncoder, multiply_adds_per_sample

PACKAGES = HERE.parent / "packages"
VERSIONS = {"ssed": "2.0.0", "wave-u-net": "1.0.0", "spectral": "1.0.0"}  # of protectors against version 2 of the encoder
LIBRISPEECH = "LibriSpeech train-clean-100, excerpts of 251 speakers and 72 utterances of 3 (CC BY 4.0)"
AN4 = "CMU AN4, training part without the development speakers (CMU, BSD-style)"
ARABIC = "Arabic Speech Commands, 30 speakers (CC BY 4.0)"
ESC10 = "ESC-10, noise for augmentation (CC BY 3.0)"
RESEMBLYZER = "Embeddings of resemblyzer 0.1.4's voice encoder (Apache-2.0) as targets"


def session(path, threads=1):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def run(model, wave):
    return model.run(None, {"waveform": np.atleast_2d(wave).astype(np.float32)})[0]


def synthetic_speech(samples=24_005, rate=16_000):
    """A deterministic voice-like signal made here: a gliding pulse train through three moving resonances, with pauses."""
    time = np.arange(samples) / rate
    pitch = 120 + 25 * np.sin(2 * np.pi * 0.9 * time) + 10 * np.sin(2 * np.pi * 5.1 * time)
    phase = 2 * np.pi * np.cumsum(pitch) / rate
    wave = np.zeros(samples)
    formants = (550 + 200 * np.sin(2 * np.pi * 1.3 * time), 1500 + 400 * np.sin(2 * np.pi * 0.7 * time), 2600 + 0 * time)
    for harmonic in range(1, 40):
        strength = sum(np.exp(-((harmonic * pitch - f) / (120 + 0.05 * f)) ** 2) for f in formants)
        wave += (strength + 0.02) / harmonic ** 0.5 * np.sin(harmonic * phase)
    syllables = np.clip(np.sin(2 * np.pi * 2.2 * time) + 0.6, 0, 1) ** 0.7
    noise = np.random.default_rng(5).standard_normal(samples)
    hiss = np.clip(-np.sin(2 * np.pi * 2.2 * time) - 0.7, 0, 1) * 0.3 + 0.002
    wave = 0.12 * wave / np.abs(wave).max() * 2 * syllables + 0.05 * hiss * noise
    return wave.astype(np.float32)


def export(net, path, output, names):
    example = torch.from_numpy(np.stack([synthetic_speech(16_001)] * 2))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(net, (example,), str(path), input_names=["waveform"], output_names=[output], opset_version=17,
                          dynamic_axes={"waveform": {0: "batch", 1: "samples"}, output: names}, dynamo=False)


def reach(net, alignment, samples=16_384):
    """How far, in samples before or after a changed one, the output changes, over all phases (of many, sixteen)."""
    base, farthest = torch.from_numpy(synthetic_speech(samples)).double()[None], 0
    still = net(base)
    for place in range(samples // 2, samples // 2 + alignment, alignment // 16):
        moved = base.clone()
        moved[0, place] += 0.5
        changed = torch.nonzero((net(moved) - still)[0]).ravel()
        farthest = max(farthest, place - int(changed[0]), int(changed[-1]) - place)
    return farthest


def structural_reach(net, alignment):
    """The reach of a net of this shape whose weights are all alike and positive, so that nothing cancels."""
    net = copy.deepcopy(net).double()
    for weight in net.parameters():
        weight.fill_(1 / weight[0].numel() if weight.ndim > 1 else 0.01)
    return reach(net, alignment)


def chunk_difference(model, wave, context, chunk, alignment=16):
    """Largest difference between chunks overlapped by `context` and the whole."""
    whole, worst = run(model, wave)[0], 0.0
    for start in range(0, len(wave), chunk):
        begin, stop = max(0, start - context), min(len(wave), start + chunk + context)
        assert begin % alignment == 0
        part = run(model, wave[begin:stop])[0][start - begin:][:chunk]
        worst = max(worst, float(np.abs(part - whole[start:start + chunk]).max()))
    return worst


def check_local(net, path, alignment):
    """Context in samples, proven; short and odd lengths give as many samples as they got."""
    seen = reach(copy.deepcopy(net).double(), alignment)
    far = net.context if hasattr(net, "context") else structural_reach(net, alignment)
    assert seen <= far, (seen, far)
    context = -(-far // alignment) * alignment
    model, wave = session(path, 2), np.tile(synthetic_speech(), 5)[:100_003]
    worst = max(chunk_difference(model, wave, context, chunk, alignment) for chunk in (4_096, 16_384, 48_128))
    broken = chunk_difference(model, wave, context // 4 // alignment * alignment, 4_096, alignment)
    assert worst <= 1e-6, worst
    for samples in (1, 2, 15, 16, 17, 399, 16_001):
        assert run(model, np.zeros((3, samples))).shape == (3, samples)
    print(f"  reach {far} ({seen} with these weights), context {context}; chunks differ by {worst:.1e},"
          f" with a quarter of the context by {broken:.1e};"
          f" {multiply_adds_per_sample(net):.0f} multiply-adds per sample")
    return context


def write(net, identity, kind, output, trained_on, tolerance, extra=None, version="1.0.0", alignment=16, packages=PACKAGES,
          kept="float32"):
    """`alignment`: of the chunks of a waveform model; None for one that looks at the whole recording. `kept`: float16, or int8 with a unit for each row, if the
    net's large weights are such numbers."""
    folder = packages / identity / version
    (folder / "golden").mkdir(parents=True, exist_ok=True)
    path, local = folder / "model.onnx", kind != "speaker-encoder"
    apart = local and alignment is not None
    print(identity)
    export(net, path, output, {0: "batch", 1: "samples"} if local else {0: "batch"})
    if hasattr(net, "bases"):
        computed(path, net)
    front = lambda name: name.startswith(("features", "basis"))
    if kept == "float16":
        print(f"  {halve(path, front)} weights as float16")
    if kept == "int8":
        computed_dft(path)
        print(f"  {eighth(path, front)} weights in 8 bits")
    wave = synthetic_speech()
    with torch.no_grad():
        expected = net(torch.from_numpy(wave)[None]).numpy()
    worst = max(float(np.abs(run(session(path, threads), wave) - expected).max()) for threads in (1, 2))
    assert worst <= float(tolerance) / 3, worst
    print(f"  golden vector: onnxruntime differs by {worst:.1e}, {path.stat().st_size} bytes")
    wave.astype("<f4").tofile(folder / "golden" / "in.f32")
    expected.astype("<f4").tofile(folder / "golden" / "out.f32")
    if not local:
        for samples in (1, 2, 399, 16_001):
            assert np.isfinite(run(session(path), np.zeros((2, samples)))).all()
    old = folder / "model.json"
    metrics = json.loads(old.read_text())["metrics"] if old.exists() else {}
    model = {
        "format": "palimpsest-model/1", "id": identity, "version": version, "kind": kind, "file": "model.onnx",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "engine": "OnnxRuntime", "sampleRate": 16000,
        "context": check_local(net, path, alignment) if apart else "global", "alignment": alignment if apart else 1,
        "input": {"name": "waveform", "shape": ["batch", "samples"]},
        "output": {"name": output, "shape": ["batch", "samples" if local else expected.shape[1]]},
        **(extra or {}), "licence": "CC-BY-4.0", "trainedOn": trained_on, "metrics": metrics, "card": "CARD.md",
        "golden": {"input": "golden/in.f32", "output": "golden/out.f32", "tolerance": tolerance}}
    old.write_text(json.dumps(model, indent=2, ensure_ascii=False) + "\n")


def pair(kind, work, packages):
    """The packages of a run of train_protectors.py."""
    saved = torch.load(work / f"{kind}.pt", map_location="cpu", weights_only=True)
    nets = PROTECTORS[kind](), REMOVERS[kind]()
    for net, part in zip(nets, ("protector", "remover")):
        net.load_state_dict(saved[part])
        halves(net.eval().requires_grad_(False))
    version = VERSIONS[kind]
    speech = [LIBRISPEECH, AN4, ARABIC]
    alignment = {"ssed": 64, "wave-u-net": None, "spectral": 512}[kind]
    write(nets[0], f"{kind}-protector", "protector", "perturbation", speech, "1e-5", {"victim": "palimpsest-encoder@2.0.0"}, version, alignment, packages, "float16")
    write(nets[1], f"{kind}-remover", "remover", "perturbation", speech, "1e-5", {"protector": f"{kind}-protector@{version}"}, version, alignment, packages, "float16")


def first(path):
    """A run of train_encoder.py."""
    net = SpeakerEncoder()
    net.load_state_dict(torch.load(path, map_location="cpu", weights_only=True)["net"])
    eighths(net.eval().requires_grad_(False))
    return net


def second(path):
    """The moving average of a run of train_speaker.py or prune_speaker.py, its sizes read from its weights."""
    state = torch.load(path, map_location="cpu", weights_only=True)["mean"]
    rows = lambda name: state[f"{name}.weight"].shape[0]
    middle = [tuple(rows(f"blocks.{i}.layers.{layer}.linear") for layer in (0, 2)) for i in range(len(Encoder.DILATIONS))]
    net = Encoder(rows("stem.out.linear"), middle, rows("merge.linear"), rows("look.linear"), rows("stem.first.0"))
    net.load_state_dict(state)
    return folded(net)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("models", nargs="+")
    parser.add_argument("--work", type=Path, help="work folder of train_speaker.py")
    parser.add_argument("--packages", type=Path, default=PACKAGES)
    args = parser.parse_args()
    models = args.models
    for model, file, name in (("speaker", "encoder2.pt", "palimpsest-encoder"),
                              ("speaker-pruned", "encoder2-pruned.pt", "palimpsest-compact-encoder")):
        if model in models:
            net = second(args.work / file)
            if model == "speaker-pruned":
                net.features = MirroredLogMel(net.features)
            write(net, name, "speaker-encoder", "embedding", [LIBRISPEECH, AN4, ARABIC, ESC10, RESEMBLYZER],
                  "1e-4", version="2.0.0", packages=args.packages, kept="float16")
    for kind in PROTECTORS:
        if f"{kind}-pair" in models:
            pair(kind, args.work, args.packages)
    if "encoder" in models:
        write(first(HERE / "runs" / "encoder.pt"), "palimpsest-encoder", "speaker-encoder", "embedding", [LIBRISPEECH, AN4, ARABIC, ESC10],
              "1e-4", version="1.0.1", packages=args.packages, kept="int8")


if __name__ == "__main__":
    main()
