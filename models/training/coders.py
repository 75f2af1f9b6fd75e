"""Speech coded and decoded again, as seized recordings come: by ffmpeg (Debian), and amr-nb by sox. Mono, 16 kHz, int16."""

import subprocess
import tempfile

import numpy as np

RATE = 16_000
# name: (rate inside the codec, suffix, arguments of the encoder)
CODERS = {
    "mp3-16": (16_000, "mp3", "-c:a libmp3lame -b:a 16k"),
    "mp3-32": (16_000, "mp3", "-c:a libmp3lame -b:a 32k"),
    "mp3-64": (16_000, "mp3", "-c:a libmp3lame -b:a 64k"),
    "aac-24": (16_000, "m4a", "-c:a aac -b:a 24k"),
    "opus-6": (16_000, "ogg", "-c:a libopus -b:a 6k -application voip"),
    "opus-12": (16_000, "ogg", "-c:a libopus -b:a 12k -application voip"),
    "opus-24": (16_000, "ogg", "-c:a libopus -b:a 24k -application voip"),
    "vorbis": (16_000, "ogg", "-c:a libvorbis -q:a 0"),
    "speex-16": (16_000, "spx", "-c:a libspeex -q:a 4"),
    "speex-8": (8_000, "spx", "-c:a libspeex -q:a 4"),
    "gsm": (8_000, "wav", "-c:a libgsm_ms"),
    "mu-law": (8_000, "wav", "-c:a pcm_mulaw"),
    "g722": (16_000, "wav", "-c:a g722"),
    "g726-24": (8_000, "wav", "-c:a g726 -b:a 24k"),
    "g723": (8_000, "wav", "-c:a g723_1 -b:a 6.3k"),
    "pcm-8": (16_000, "wav", "-c:a pcm_u8"),
    "pcm-8-narrow": (8_000, "wav", "-c:a pcm_u8"),
    "amr-5": (8_000, "amr-nb", "-C 2"),
    "amr-12": (8_000, "amr-nb", "-C 7"),
}


def _run(command, data=None):
    try:
        return subprocess.run(command, input=data, capture_output=True, check=True).stdout
    except FileNotFoundError:
        raise SystemExit(f"{command[0]} is missing: apt-get install ffmpeg sox libsox-fmt-all") from None
    except subprocess.CalledProcessError as failure:
        raise SystemExit(f"{' '.join(command)}: {failure.stderr.decode(errors='replace').strip()[-300:]}") from None


def coded(samples, name):
    """As many samples as were given, in step with them; the codec's delay of up to a quarter of a second is removed."""
    rate, suffix, options = CODERS[name]
    raw = ["-f", "s16le", "-ar", str(RATE), "-ac", "1"]
    with tempfile.TemporaryDirectory() as folder:
        file = f"{folder}/coded.{suffix}"
        if suffix == "amr-nb":
            _run(["sox", "-t", "raw", "-r", str(RATE), "-e", "signed", "-b", "16", "-c", "1", "-", "-r", str(rate),
                  *options.split(), file], samples.tobytes())
            back = _run(["sox", file, "-t", "raw", "-r", str(RATE), "-e", "signed", "-b", "16", "-"])
        else:
            quiet = ["ffmpeg", "-v", "error", "-threads", "1", "-y"]
            _run([*quiet, *raw, "-i", "-", "-ar", str(rate), *options.split(), file], samples.tobytes())
            back = _run([*quiet, "-i", file, *raw, "-"])
    decoded = np.frombuffer(back, "<i2")
    shift = _delay(samples, decoded)
    decoded = decoded[shift:] if shift > 0 else np.concatenate([np.zeros(-shift, "<i2"), decoded])
    return np.pad(decoded, (0, max(0, len(samples) - len(decoded))))[:len(samples)]


def _delay(samples, decoded, most=4_000, span=320_000):
    """How many samples `decoded` lags, by cross-correlation of the first 20 s."""
    size = 2 * span
    head = lambda x: np.fft.rfft(x[:span].astype(np.float32), size)
    product = np.fft.irfft(head(decoded) * np.conj(head(samples)), size)
    lags = np.concatenate([product[-most:], product[:most + 1]])
    return int(np.argmax(lags)) - most
