"""Transforms in an ONNX file as a few nodes on short vectors instead of a megabyte of numbers; the engine computes them once, when it loads the model."""

import math

import numpy as np
import onnx
from onnx import helper, numpy_helper


class Made:
    """Nodes to be put before all others of a graph; their names begin with `basis.`"""

    def __init__(self, graph):
        self.graph, self.nodes = graph, []

    def number(self, name, values, kind=np.float32):
        self.graph.initializer.append(numpy_helper.from_array(np.asarray(values, kind), f"basis.{name}"))

    def node(self, kind, out, *inputs, **attributes):
        self.nodes.append(helper.make_node(kind, [f"basis.{name}" for name in inputs], [out], **attributes))

    def put(self, kind, out, *inputs, **attributes):
        self.node(kind, f"basis.{out}", *inputs, **attributes)

    def waves(self, samples, bins, fft):
        """`even` and `odd` [bins, samples], cosine and sine; the angle is taken modulo a turn before it is a float."""
        for name, values in (("time", np.arange(samples)), ("bin", np.arange(bins)[:, None]), ("fft", fft), ("turn", 2 * math.pi / fft), ("half", 0.5)):
            self.number(name, values)
        self.number("one", [1], np.int64)
        self.put("Mul", "steps", "bin", "time")
        self.put("Div", "turns", "steps", "fft")
        self.put("Floor", "whole", "turns")
        self.put("Mul", "gone", "whole", "fft")
        self.put("Sub", "rest", "steps", "gone")
        self.put("Mul", "angle", "rest", "turn")
        self.put("Cos", "even", "angle")
        self.put("Sin", "odd", "angle")
        self.put("Neg", "minus", "odd")

    def hann(self, phase, out):
        self.put("Cos", "wave", phase)
        self.put("Mul", "lowered", "wave", "half")
        self.put("Sub", out, "half", "lowered")

    def both(self, window):
        self.put("Mul", "cosine", "even", window)
        self.put("Mul", "sine", "minus", window)
        self.put("Concat", "both", "cosine", "sine", axis=0)


def computed(path, net):
    """Replaces the constants that hold `net.bases()` of `Spectral`."""
    model = onnx.load(path)
    made = Made(model.graph)
    forward, back = (basis.numpy() for basis in net.bases())
    made.waves(net.FFT, len(net.bin), net.FFT)
    made.number("scale", np.concatenate([net.twice, net.twice]).reshape(-1, 1, 1))
    made.put("Mul", "phase", "time", "turn")
    made.hann("phase", "square")
    made.put("Sqrt", "window", "square")
    made.both("window")
    found = 0
    for constant in [each for each in model.graph.node if each.op_type == "Constant"]:
        values, name = numpy_helper.to_array(constant.attribute[0].t), constant.output[0]
        if np.array_equal(values, forward):
            made.node("Unsqueeze", name, "both", "one")
        elif np.array_equal(values, back):
            made.put("Unsqueeze", "again", "both", "one")
            made.node("Mul", name, "again", "scale")
        else:
            continue
        model.graph.node.remove(constant)
        found += 1
    assert found == 2, found
    store(made.nodes, model, path)


def computed_dft(path, name="features.dft", fft=512):
    """Replaces the initialiser of a Hann-windowed transform [2 bins, 1, samples], the window centred between samples."""
    model = onnx.load(path)
    old = next(each for each in model.graph.initializer if each.name == name)
    rows, _, samples = old.dims
    model.graph.initializer.remove(old)
    made = Made(model.graph)
    made.waves(samples, rows // 2, fft)
    made.number("circle", 2 * math.pi / samples)
    made.put("Add", "middle", "time", "half")
    made.put("Mul", "phase", "middle", "circle")
    made.hann("phase", "window")
    made.both("window")
    made.node("Unsqueeze", name, "both", "one")
    store(made.nodes, model, path)


def store(first, model, path):
    """The model with the nodes `first` before its own."""
    nodes = [*first, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, path)
