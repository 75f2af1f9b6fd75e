"""Adam for vectors, and for matrices its momentum made orthogonal (Muon: K. Jordan and others, 2024)."""

import torch


def orthogonal(matrix, rounds=5):
    """Nearly the orthogonal factor of `matrix`, by the quintic Newton-Schulz iteration of Muon."""
    x = matrix.bfloat16()
    tall = x.shape[0] > x.shape[1]
    x = (x.T if tall else x) / (x.norm() + 1e-7)
    for _ in range(rounds):
        square = x @ x.T
        x = 3.4445 * x + (-4.7750 * square + 2.0315 * square @ square) @ x
    return (x.T if tall else x).float()


class Muon(torch.optim.Optimizer):
    """A kernel [out, in, taps] counts as a matrix [out, in * taps]. `rate` of a group scales both rules."""

    def __init__(self, groups, matrices=5e-3, vectors=1e-3, momentum=0.95):
        super().__init__(groups, {"rate": 1.0, "matrices": matrices, "vectors": vectors, "momentum": momentum})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for weight in group["params"]:
                if weight.grad is not None:
                    state = self.state[weight]
                    step = self._matrix(weight, state, group) if weight.ndim > 1 else self._vector(weight, state, group)
                    weight.sub_(step * group["rate"])

    @staticmethod
    def _matrix(weight, state, group):
        if not state:
            state["momentum"] = torch.zeros_like(weight)
        state["momentum"].lerp_(weight.grad, 1 - group["momentum"])
        ahead = weight.grad.lerp(state["momentum"], group["momentum"]).flatten(1)
        stretch = max(1, ahead.shape[0] / ahead.shape[1]) ** 0.5
        return group["matrices"] * stretch * orthogonal(ahead).view_as(weight)

    @staticmethod
    def _vector(weight, state, group, betas=(0.9, 0.99)):
        if not state:
            state |= {"steps": 0, "mean": torch.zeros_like(weight), "square": torch.zeros_like(weight)}
        state["steps"] += 1
        state["mean"].lerp_(weight.grad, 1 - betas[0])
        state["square"].lerp_(weight.grad ** 2, 1 - betas[1])
        mean, square = (state[name] / (1 - beta ** state["steps"]) for name, beta in zip(("mean", "square"), betas))
        return group["vectors"] * mean / (square.sqrt() + 1e-8)
