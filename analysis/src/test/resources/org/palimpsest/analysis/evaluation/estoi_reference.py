"""Makes estoi.tsv: python estoi_reference.py > estoi.tsv, with pystoi 0.4.1 (MIT) and NumPy 2.4.6.

No speech: the signals follow the formula below, which FormulaVoice.java has too.
"""

import numpy as np
from pystoi import stoi

SECONDS = 3


def noise(n, state):
    """A linear congruential generator, as values from -1 to 1."""
    values = np.empty(n)
    for i in range(n):
        state = (1664525 * state + 1013904223) % 2**32
        values[i] = state / 2**31 - 1
    return values


def voice(rate):
    """Twelve harmonics of a pitch that moves, in syllables with pauses, over faint noise."""
    t = np.arange(SECONDS * rate) / rate
    phase = 2 * np.pi * (120 * t + 10 * np.sin(2 * np.pi * 0.7 * t))
    tone = sum(np.sin(h * phase) / h * (1 + np.cos(2 * np.pi * 1.1 * t + h)) for h in range(1, 13))
    syllables = np.maximum(0, np.sin(2 * np.pi * 2.1 * t)) ** 0.5
    return 0.1 * syllables * tone + 0.0001 * noise(len(t), 1)


def grid(x):
    return np.clip(np.rint(x * 32768), -32768, 32767) / 32768


def cases(x):
    n = len(x)
    yield "same", x
    yield "noise-0.003", x + 0.003 * noise(n, 2)
    yield "noise-0.03", x + 0.03 * noise(n, 2)
    yield "noise-0.3", x + 0.3 * noise(n, 2)
    yield "clipped-0.05", np.clip(x, -0.05, 0.05)
    yield "echo", x + 0.6 * np.concatenate([np.zeros(n // 30), x[:n - n // 30]])
    yield "unrelated", 0.1 * noise(n, 3)


if __name__ == "__main__":
    print("# made by estoi_reference.py with pystoi 0.4.1: rate, case, extended STOI")
    for rate in (10_000, 16_000):
        x = voice(rate)
        for name, y in cases(x):
            print(f"{rate}\t{name}\t{stoi(grid(x), grid(y), rate, extended=True):.9f}")
