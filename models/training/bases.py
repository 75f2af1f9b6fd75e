"""The bases of `Spectral` in its ONNX file as a few nodes on two short vectors instead of two megabytes of numbers."""

import math

import numpy as np
import onnx
from onnx import helper, numpy_helper


def computed(path, net):
    """Replaces the constants that hold `net.bases()`; the engine computes them once, when it loads the model."""
    model = onnx.load(path)
    graph, nodes = model.graph, []
    forward, back = (basis.numpy() for basis in net.bases())
    ratio = np.concatenate([net.twice, net.twice]).reshape(-1, 1, 1)
    for name, values in (("time", net.time), ("bin", net.bin), ("fft", net.FFT), ("turn", 2 * math.pi / net.FFT), ("half", 0.5), ("scale", ratio)):
        graph.initializer.append(numpy_helper.from_array(np.asarray(values, np.float32), f"basis.{name}"))
    graph.initializer.append(numpy_helper.from_array(np.array([1]), "basis.one"))

    def node(kind, out, *inputs, **attributes):
        nodes.append(helper.make_node(kind, [f"basis.{name}" for name in inputs], [out], **attributes))

    def put(kind, out, *inputs, **attributes):
        node(kind, f"basis.{out}", *inputs, **attributes)

    put("Mul", "steps", "bin", "time")
    put("Div", "turns", "steps", "fft")
    put("Floor", "whole", "turns")
    put("Mul", "gone", "whole", "fft")
    put("Sub", "rest", "steps", "gone")
    put("Mul", "angle", "rest", "turn")
    put("Mul", "phase", "time", "turn")
    put("Cos", "wave", "phase")
    put("Mul", "lowered", "wave", "half")
    put("Sub", "square", "half", "lowered")
    put("Sqrt", "window", "square")
    put("Cos", "even", "angle")
    put("Sin", "odd", "angle")
    put("Neg", "minus", "odd")
    put("Mul", "cosine", "even", "window")
    put("Mul", "sine", "minus", "window")
    put("Concat", "both", "cosine", "sine", axis=0)
    found = 0
    for constant in [each for each in graph.node if each.op_type == "Constant"]:
        values, name = numpy_helper.to_array(constant.attribute[0].t), constant.output[0]
        if np.array_equal(values, forward):
            node("Unsqueeze", name, "both", "one")
        elif np.array_equal(values, back):
            put("Unsqueeze", "again", "both", "one")
            node("Mul", name, "again", "scale")
        else:
            continue
        graph.node.remove(constant)
        found += 1
    assert found == 2, found
    nodes.extend(graph.node)
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, path)
