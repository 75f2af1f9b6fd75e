"""A network made smaller for its package: batch normalisation folded into the convolutions, large weights kept as float16 or in 8 bits."""

import copy

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval, fuse_linear_bn_eval

from bases import store
from encoder import Unit


def folded(net):
    """A copy in which every convolution has taken its batch normalisation in and large weights are exact float16 numbers."""
    net = copy.deepcopy(net).eval()
    for parent in net.modules():
        if isinstance(parent, nn.Sequential):
            for i in range(len(parent) - 1):
                if isinstance(parent[i], nn.Conv2d) and isinstance(parent[i + 1], nn.BatchNorm2d):
                    parent[i], parent[i + 1] = fuse_conv_bn_eval(parent[i], parent[i + 1]), nn.Identity()
        if isinstance(parent, Unit):
            parent.linear, parent.norm = fuse_linear_bn_eval(parent.linear, parent.norm), nn.Identity()
    halves(net)
    return net.requires_grad_(False)


def halves(net):
    """Rounds the large weights to float16 numbers."""
    with torch.no_grad():
        for weight in net.parameters():
            if large(weight.shape):
                weight.copy_(weight.half().float())


def large(shape):
    return len(shape) >= 2 and int(np.prod(shape)) >= 4096


def halve(path, keep):
    """Large initialisers of the ONNX file become float16 and are cast in the graph, but for the names that `keep` accepts.

    Only exact values are taken, so nothing changes; the engine folds the casts when it loads the model.
    """
    model = onnx.load(path)
    graph, casts, taken = model.graph, [], {}
    for weight in list(graph.initializer):
        values = numpy_helper.to_array(weight)
        half = values.astype(np.float16) if values.dtype == np.float32 and large(values.shape) else None
        if half is None or keep(weight.name) or not np.array_equal(half.astype(np.float32), values):
            continue
        graph.initializer.remove(weight)
        graph.initializer.append(numpy_helper.from_array(half, weight.name + ".half"))
        casts.append(onnx.helper.make_node("Cast", [weight.name + ".half"], [weight.name], to=onnx.TensorProto.FLOAT))
        taken[weight.name] = values.size
    store(casts, model, path)
    return sum(taken.values())


def bytes_of(values):
    """Integers of 8 bits and the unit of each row; half a unit is 0.4 % of the largest of the row."""
    unit = np.maximum(np.abs(values).max(tuple(range(1, values.ndim)), keepdims=True), 1e-12) / 127
    return np.rint(values / unit).astype(np.int8), unit.astype(np.float32)


def eighths(net):
    """Rounds the large weights to what `eighth` keeps."""
    with torch.no_grad():
        for weight in net.parameters():
            if large(weight.shape):
                whole, unit = bytes_of(weight.numpy())
                weight.copy_(torch.from_numpy(whole * unit))


def eighth(path, keep):
    """Large initialisers of the ONNX file become `bytes_of` them, multiplied in the graph, but for the names that `keep` accepts."""
    model = onnx.load(path)
    graph, nodes, taken = model.graph, [], 0
    for weight in list(graph.initializer):
        values = numpy_helper.to_array(weight)
        if values.dtype != np.float32 or not large(values.shape) or keep(weight.name):
            continue
        graph.initializer.remove(weight)
        for part, name in zip(bytes_of(values), ("byte", "unit")):
            graph.initializer.append(numpy_helper.from_array(part, f"{weight.name}.{name}"))
        nodes.append(onnx.helper.make_node("Cast", [weight.name + ".byte"], [weight.name + ".whole"], to=onnx.TensorProto.FLOAT))
        nodes.append(onnx.helper.make_node("Mul", [weight.name + ".whole", weight.name + ".unit"], [weight.name]))
        taken += values.size
    store(nodes, model, path)
    return taken
