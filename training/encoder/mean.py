"""Makes a checkpoint of the mean of the averaged weights of others: mean.py --out FILE CHECKPOINT…

Of models that began as one it is often better than each (Wortsman et al. 2022, Model soups).
"""

import argparse

import torch


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    parser.add_argument("checkpoints", nargs="+")
    options = parser.parse_args()
    saved = [torch.load(path, weights_only=False) for path in options.checkpoints]
    names = saved[0]["averaged"]
    mean = {name: sum(one["averaged"][name] for one in saved) / len(saved) for name in names}
    torch.save({"averaged": mean, "options": saved[0]["options"]}, options.out)


main()
