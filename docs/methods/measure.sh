#!/usr/bin/env bash
# The table of docs/methods/measured.md: protects speech, restores it by both methods, compares before and after.
#   docs/methods/measure.sh DATA/speech/librispeech-test-10 > table.tsv
# Takes every fifth utterance of the sorted list; the voice is compared with the next utterance of the same speaker.
set -euo pipefail
data=$1
palimpsest=$(cd "$(dirname "$0")/../.." && pwd)/palimpsest
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME=$work/data
case=$work/measure.palimpsest

number() { sed -n "s/.*\"$1\":\(-\{0,1\}[0-9.E-]*\).*/\1/p"; }
word() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }
take() { "$palimpsest" import "$case" "$1" --role "$2" --json | word id; }
similar() { "$palimpsest" compare "$case" "$1" --known "$2" --json 2>/dev/null | number similarity; }
restore() { "$palimpsest" restore "$case" "$1" --method "$2" --protector ssed-protector --original "$3" --json; }

"$palimpsest" case create "$case" --title measure --authority none --purpose validation --examiner measure >/dev/null 2>&1
mapfile -t files < <(find "$data" -name '*.flac' | sort)
printf 'utterance\tprotectedDb\tremoverDb\tinversionDb\tbitExact\tforwardResidualDb\tsimOriginal\tsimProtected\tsimRemover\tsimInversion\tseconds\tinversionMs\n'
for ((i = 0; i < ${#files[@]}; i += 5)); do
  file=${files[i]}
  other=${files[i + 1]}
  [ "$(dirname "$other")" = "$(dirname "$file")" ] || other=${files[i - 1]}
  "$palimpsest" protect "$file" --protector ssed-protector --out "$work/p$i.wav" >/dev/null
  questioned=$(take "$work/p$i.wav" questioned)
  original=$(take "$file" known)
  known=$(take "$other" known)
  remover=$(restore "$questioned" learned-remover "$original")
  inversion=$(restore "$questioned" inversion "$original")
  size=$(stat -c %s "$work/p$i.wav")
  printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$(basename "$file" .flac)" \
    "$(number exhibitSnrToOriginalDb <<<"$inversion")" \
    "$(number restoredSnrToOriginalDb <<<"$remover")" \
    "$(number restoredSnrToOriginalDb <<<"$inversion")" \
    "$(number bitExactShare <<<"$inversion")" \
    "$(number forwardResidualDb <<<"$inversion")" \
    "$(similar "$original" "$known")" "$(similar "$questioned" "$known")" \
    "$(similar "$(word id <<<"$remover")" "$known")" "$(similar "$(word id <<<"$inversion")" "$known")" \
    "$(awk "BEGIN {printf \"%.2f\", ($size - 44) / 32000}")" "$(number durationMs <<<"$inversion")"
done | tee "$work/rows"
awk -F'\t' '{for (c = 2; c <= NF; c++) sum[c] += $c} END {printf "mean"; for (c = 2; c <= 12; c++) printf "\t%.4f", sum[c] / NR; print ""}' "$work/rows"
