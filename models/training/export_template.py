"""Write the graph that `palimpsest train-remover` fills with trained values: python export_template.py

The net is `template.Remover` at a seed of its own, untrained. The same command writes the same bytes; the context is measured as `export.py`
does it. A test of the trainer holds PyTorch from Java against this graph.
"""

import json

import torch

from data import HERE
from export import check_local, export
from template import Remover

TEMPLATE = HERE.parent / "trainer" / "src" / "main" / "resources" / "org" / "palimpsest" / "trainer"
SEED = 20241213


def main():
    torch.manual_seed(SEED)
    net = Remover().eval().requires_grad_(False)
    for name, values in net.named_parameters():
        if name.endswith("bias"):
            torch.nn.init.normal_(values, std=1e-3)  # the exporter makes one tensor of equal ones
    path = TEMPLATE / "template.onnx"
    export(net, path, "perturbation", {0: "batch", 1: "samples"})
    facts = {"context": check_local(net, path, net.STRIDE), "alignment": net.STRIDE}
    (TEMPLATE / "template.json").write_text(json.dumps(facts) + "\n")


if __name__ == "__main__":
    main()
