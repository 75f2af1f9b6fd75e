"""Check that a protector can be undone: local inversion, and the local gain of its Jacobian. `delta` maps [T] to [T]."""

import numpy as np
import torch


def round16(wave):
    """To the grid of 16-bit PCM, ties to even."""
    return np.clip(np.rint(wave * 32768), -32768, 32767).astype(np.float32) / np.float32(32768)


def snr(reference, other):
    """10 log10(sum a^2 / sum (b - a)^2) in dB."""
    a, b = np.asarray(reference, np.float64), np.asarray(other, np.float64)
    return 10 * np.log10((a ** 2).sum() / max(((b - a) ** 2).sum(), 1e-30))


def _window_energy(residual, half):
    total = np.concatenate([[0], np.cumsum(residual.astype(np.float64) ** 2)])
    centre = np.arange(len(residual))
    return total[np.minimum(centre + half + 1, len(residual))] - total[np.maximum(centre - half, 0)]


def invert(delta, protected, start, iterations=20, history=8, window=1600, damping=1.0):
    """Solve y + delta(y) = protected by Anderson acceleration whose weights are found in windows of their own.

    In each window of `window` samples (and its two neighbours) the weights of the last `history` steps are those that would
    cancel most of the residual there; between the middles of windows they are interpolated. Where the energy of the residual, within 25 ms each
    side, then grows by more than 6 dB, a plain damped step is taken instead. Returns the y of least residual.
    """
    def residual_at(y):
        return protected - y - delta(y.astype(np.float32)).astype(np.float64)

    y = start.astype(np.float64)
    residual, steps = residual_at(y), []
    best, least = y, (residual ** 2).sum()
    for _ in range(iterations):
        if np.abs(residual).max() < 1e-7:
            break
        trial = y + damping * residual - _mixed(steps, residual, window, damping)
        after = residual_at(trial)
        wild = _window_energy(after, 400) > 4 * _window_energy(residual, 400)
        if wild.any():
            trial = np.where(wild, y + 0.3 * residual, trial)
            after = residual_at(trial)
        steps = [*steps, (trial - y, after - residual)][-history:]
        y, residual = trial, after
        if (residual ** 2).sum() < least:
            best, least = y, (residual ** 2).sum()
    return best.astype(np.float32)


def _mixed(steps, residual, window, damping):
    """What Anderson acceleration takes back from the plain step."""
    if not steps:
        return 0.0
    samples, count = len(residual), -(-len(residual) // window)
    moved, changed = (np.stack(rows) for rows in zip(*steps))
    cut = lambda rows: np.pad(rows, ((0, 0), (0, count * window - samples))).reshape(len(rows), count, window)
    pieces, here = cut(changed), cut(residual[None])[0]
    matrix, right = _with_neighbours(np.einsum("abk,cbk->bac", pieces, pieces)), _with_neighbours(np.einsum("abk,bk->ba", pieces, here))
    size = len(steps)
    load = 1e-8 * np.trace(matrix, axis1=1, axis2=2)[:, None, None] + 1e-18
    weights = np.linalg.solve(matrix + load * np.eye(size), right[..., None])[..., 0]
    middle = (np.arange(samples) - window / 2) / window
    spread = np.stack([np.interp(middle, np.arange(count), weights[:, k]) for k in range(size)])
    return ((moved + damping * changed) * spread).sum(0)


def _with_neighbours(blocks):
    nothing = np.zeros_like(blocks[:1])
    return blocks + np.concatenate([blocks[1:], nothing]) + np.concatenate([nothing, blocks[:-1]])


def to_grid(delta, protected, y, rounds=2):
    """The original lies on the grid of 16 bit, and protecting it gives the exhibit to the last bit: y rounded, then moved by what is amiss."""
    y = round16(y)
    for _ in range(rounds):
        y = round16(y + protected - round16(y + delta(y)))
    return y


def local_gains(net, wave, window=400, apart=1600, rounds=12, seed=1):
    """Largest singular value of the Jacobian of delta for inputs confined to each 25 ms window, by power iteration.

    Windows `apart` samples apart do not influence each other's outputs, so that they are iterated together.
    """
    x = torch.from_numpy(wave)[None]
    count, gains = len(wave) // apart, []
    generator = torch.Generator().manual_seed(seed)
    for offset in range(0, apart, window):
        inside = torch.zeros(count, apart)
        inside[:, offset:offset + window] = 1
        inside = torch.nn.functional.pad(inside.reshape(1, -1), (0, len(wave) - count * apart))

        def unit(v):
            blocks = (v * inside)[:, :count * apart].reshape(count, apart)
            length = blocks.norm(dim=1, keepdim=True)
            blocks = blocks / length.clamp_min(1e-20)
            return torch.nn.functional.pad(blocks.reshape(1, -1), (0, len(wave) - count * apart)), length[:, 0]

        v = unit(torch.randn(x.shape, generator=generator))[0]
        for _ in range(rounds):
            forward = torch.func.jvp(net, (x,), (v,))[1]
            back = torch.func.vjp(net, x)[1](forward)[0]
            v, square = unit(back)
        gains.append(square.sqrt().detach().numpy())
    return np.concatenate(gains)
