#!/usr/bin/env bash
# Makes the demo recordings anew: two voices of flite speak, the shipped protector protects.
# Needs flite, flac and sox (Debian) and a built checkout.
set -eu
root=$(cd "$(dirname "$0")/../../.." && pwd)
target=$root/app/src/main/resources/org/palimpsest/app/demo
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

speak() { # VOICE NAME TEXT
  flite -voice "$1" -t "$3" -o "$work/raw.wav"
  # half scale: room for the perturbation without clipping
  sox -D "$work/raw.wav" -r 16000 -b 16 -c 1 "$work/$2.wav" gain -n -6
}

for voice in slt rms; do
  speak $voice $voice-known "The laboratory keeps each recording as it came. Nobody may write on it, and every step is noted in order."
  speak $voice $voice-original "I left the parcel under the bridge at half past nine. Call me from the station when you have found it."
  "$root/palimpsest" protect "$work/$voice-original.wav" --protector ssed-protector --out "$work/$voice-protected.wav"
done
rm "$work/raw.wav"
flac --silent --best --force --no-padding --output-prefix="$target/" "$work"/*.wav
ls -l "$target"
