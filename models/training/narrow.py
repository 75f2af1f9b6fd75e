"""Structured sparsity (after arXiv 1910.11488): whole channels are driven out by a group penalty, then cut from the network."""

import torch
from torch import nn

from encoder import Encoder, Unit

STEP, LEAST = 16, 32  # channels are kept in sixteens, as the engine's kernels take them


def groups(net):
    """{name: [scales [K, channels]]}: a channel's group is every normalisation scale that it passes through."""
    found = {"width": torch.stack([net.stem.out.norm.weight, *(block.layers[4].norm.weight for block in net.blocks)]),
             "aggregate": net.merge.norm.weight[None]}
    for number, block in enumerate(net.blocks):
        found[f"before{number}"] = block.layers[0].norm.weight[None]
        found[f"after{number}"] = block.layers[2].norm.weight[None]
    return found


def group_penalty(net):
    """Group lasso: the sum of the groups' lengths, each weighted by the root of its size."""
    return sum((len(scales) * scales.square().sum(0) + 1e-8).sqrt().sum() for scales in groups(net).values())


def chosen(net, share):
    """{name: kept channels, ascending}: the strongest groups, as many as leave at most `share` of the parameters."""
    strength = {name: scales.detach().norm(dim=0) for name, scales in groups(net).items()}
    strength = {name: value / value.mean() for name, value in strength.items()}
    budget = share * sum(p.numel() for p in net.parameters())
    low, high = 0.0, 4.0
    for _ in range(30):
        middle = (low + high) / 2
        size = sum(p.numel() for p in blank(net, kept(strength, middle)).parameters())
        low, high = (middle, high) if size > budget else (low, middle)
    return kept(strength, high)


def kept(strength, threshold):
    out = {}
    for name, value in strength.items():
        count = int((value > threshold).sum())
        count = min(len(value), max(LEAST, round(count / STEP) * STEP))
        out[name] = value.topk(count).indices.sort().values
    return out


def blank(net, keep):
    """A fresh encoder of the size that is kept."""
    middle = [(len(keep[f"before{i}"]), len(keep[f"after{i}"])) for i in range(len(net.blocks))]
    return Encoder(len(keep["width"]), middle, len(keep["aggregate"]), net.look.linear.out_features,
                   net.stem.first[0].out_channels)


def narrowed(net, keep):
    """The encoder with only the kept channels, their weights as they were."""
    small, width, aggregate = blank(net, keep), keep["width"], keep["aggregate"]
    twice = lambda rows, size: torch.cat([rows, rows + size])
    small.features.load_state_dict(net.features.state_dict())
    for part in ("first", "second"):
        getattr(small.stem, part).load_state_dict(getattr(net.stem, part).state_dict())
    _copy(small.stem.out, net.stem.out, width)
    for number, (new, old) in enumerate(zip(small.blocks, net.blocks)):
        before, after = keep[f"before{number}"], keep[f"after{number}"]
        taps = torch.cat([before + i * old.layers[0].linear.out_features for i in range(3)])
        _copy(new.layers[0], old.layers[0], before, width)
        _copy(new.layers[2], old.layers[2], after, taps)
        _copy(new.layers[4], old.layers[4], width, after)
        _copy(new.gate[0], old.gate[0], None, width)
        _copy(new.gate[2], old.gate[2], width)
    both = twice(aggregate, net.merge.linear.out_features)
    _copy(small.merge, net.merge, aggregate, twice(width, net.stem.out.linear.out_features))
    _copy(small.look, net.look, None, aggregate)
    _copy(small.context, net.context, None, both)
    _copy(small.attend, net.attend, aggregate)
    _copy(small.head[0], net.head[0], both)
    _copy(small.head[1], net.head[1], None, both)
    _copy(small.head[2], net.head[2])
    return small


@torch.no_grad()
def _copy(new, old, rows=None, columns=None):
    if isinstance(new, Unit):
        _copy(new.linear, old.linear, rows, columns)
        _copy(new.norm, old.norm, rows)
        return
    for name, value in old.state_dict().items():
        if value.ndim and rows is not None:
            value = value[rows]
        if value.ndim == 2 and columns is not None:
            value = value[:, columns]
        new.state_dict()[name].copy_(value)
