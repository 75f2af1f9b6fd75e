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


def invert(delta, protected, start, iterations=30, half=400):
    """Solve y + delta(y) = protected by a fixed point with a safeguarded step size per sample.

    A step is accepted only where the energy of the residual within `half` samples each side falls; it then grows by
    1.2 (at most 1) and is halved elsewhere. Ends early once no residual exceeds 1e-7. Returns the y of least residual.
    """
    def residual_at(y):
        residual = protected - y - delta(y)
        return residual, _window_energy(residual, half)

    y, step = start.astype(np.float32), np.ones(len(start), np.float32)
    residual, energy = residual_at(y)
    best, least = y, (residual ** 2).sum()
    for _ in range(iterations):
        trial = y + step * residual
        accept = residual_at(trial)[1] < energy
        y = np.where(accept, trial, y)
        step = np.where(accept, np.minimum(1, 1.2 * step), 0.5 * step).astype(np.float32)
        residual, energy = residual_at(y)
        if (residual ** 2).sum() < least:
            best, least = y, (residual ** 2).sum()
        if np.abs(residual).max() < 1e-7:
            break
    return best


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
