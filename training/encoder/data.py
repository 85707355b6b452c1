"""Articles as prepare.ts writes them, cut into windows and put together in batches."""

import json
import random
from collections import defaultdict

import torch

from model import AFTER, BEFORE, PARAGRAPHS, SENTENCES

START, END, MASK, PAD = 101, 102, 103, 0
# SPECIAL of pipeline/encoding/read-tokens.ts.
SPECIAL = {"shape": 7, "quotation": 3, "break": 5}
MOST_PIECES = 318


def load(path: str) -> list[list[dict]]:
    """All copies of each article, the unaltered one first."""
    copies: dict[str, list[dict]] = defaultdict(list)
    with open(path, encoding="utf8") as file:
        for line in file:
            article = json.loads(line)
            at, starts = 0, []
            for size in article["sizes"]:
                starts.append(at)
                at += size
            article["starts"] = starts
            copies[article["name"]].append(article)
    return [copies[name] for name in sorted(copies)]


def cut(article: dict, start: int, budget: int) -> int:
    """Where a window from `start` ends: at the last sentence that fits, or where its pieces do."""
    sizes, breaks = article["sizes"], article["break"]
    pieces, end, sentence = 0, start, None
    while end < len(sizes) and (end == start or pieces + sizes[end] <= budget):
        pieces += sizes[end]
        end += 1
        if end < len(sizes) and breaks[end] >= 2:
            sentence = end
    return end if end == len(sizes) or sentence is None else sentence


def windows(articles: list[dict], rng: random.Random | None, most: int = MOST_PIECES) -> list[tuple[int, int, int]]:
    """(article, from, to) over all articles; the first of each is of random length, so that borders fall elsewhere."""
    found = []
    for index, article in enumerate(articles):
        at, budget = 0, most if rng is None else rng.randint(most // 3, most)
        while at < len(article["sizes"]):
            end = cut(article, at, budget)
            found.append((index, at, end))
            at, budget = end, most
    return found


def collate(articles, chosen, masked: float = 0.0, rng: random.Random | None = None) -> dict:
    """Tensors of a batch of windows; `first` [B, W] is where each token's first piece stands.

    Of `pieces` a share is masked, of `whole` none.
    """
    rows = []
    for index, start, end in chosen:
        article = articles[index]
        pieces, whole, features = [START], [START], {name: [number] for name, number in SPECIAL.items()}
        first = []
        for token in range(start, end):
            first.append(len(pieces))
            at, size = article["starts"][token], article["sizes"][token]
            for piece in article["pieces"][at : at + size]:
                whole.append(piece)
                pieces.append(MASK if rng is not None and rng.random() < masked else piece)
            for name, numbers in features.items():
                numbers.extend([article[name][token]] * size)
            if size > 1:
                features["break"][-size + 1 :] = [0] * (size - 1)
        pieces.append(END)
        whole.append(END)
        for name, number in SPECIAL.items():
            features[name].append(number)
        rows.append((pieces, features, first, whole))
    longest, widest = max(len(row[0]) for row in rows), max(len(row[2]) for row in rows)

    def pad(numbers, to, number):
        return numbers + [number] * (to - len(numbers))

    mask = None
    if any(len(row[0]) < longest for row in rows):
        seen = [[0.0] * len(row[0]) + [-1e4] * (longest - len(row[0])) for row in rows]
        mask = torch.tensor(seen)[:, None, None, :]
    return {
        "pieces": torch.tensor([pad(row[0], longest, PAD) for row in rows]),
        "whole": torch.tensor([pad(row[3], longest, PAD) for row in rows]),
        **{name: torch.tensor([pad(row[1][name], longest, number) for row in rows]) for name, number in SPECIAL.items()},
        "mask": mask,
        "first": torch.tensor([pad(row[2], widest, 0) for row in rows]),
        "there": torch.tensor([pad([True] * len(row[2]), widest, False) for row in rows]),
    }


def around(articles, chosen, anchors) -> tuple:
    """What ArgumentHead takes for anchors (row of the batch, token of the window)."""
    rows = torch.tensor([row for row, _ in anchors])
    tokens = torch.tensor([token for _, token in anchors])
    lengths = torch.tensor([chosen[row][2] - chosen[row][1] for row, _ in anchors])
    places = tokens[:, None] + torch.arange(-BEFORE, AFTER + 1)[None]
    there = (places >= 0) & (places < lengths[:, None])
    places = torch.minimum(places.clamp(min=0), lengths[:, None] - 1)
    layers = {}
    for row in {row for row, _ in anchors}:
        index, start, end = chosen[row]
        layers[row] = [torch.tensor(articles[index][name][start:end]) for name in ("sentence", "paragraph", "quotation")]

    def apart(layer, most):
        return torch.stack(
            [(layers[row][layer][places[k]] - layers[row][layer][token]).clamp(-most, most) + most for k, (row, token) in enumerate(anchors)]
        )

    quotation = torch.stack([layers[row][2][places[k]] for k, (row, _) in enumerate(anchors)])
    return rows, tokens, places, there, apart(0, SENTENCES), apart(1, PARAGRAPHS), quotation
