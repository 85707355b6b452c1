"""Texts with names and coreference as names/prepare.ts writes them, and in which order they are learned from."""

import base64
import json
import os
import random
from collections import defaultdict

import numpy as np
import torch

from data import collate, windows
from model import PAIR_FEATURES, TAGGED, Model

# GUM's own documents for choosing: no model learns from them.
CHOOSING = frozenset(
    "academic-exposure academic-librarians bio-byron bio-emperor court-loan court-negligence interview-cyclone interview-gaming "
    "speech-impeachment speech-inauguration voyage-athens voyage-coron".split()
)
# How often the texts of each corpus are read.
MIX = {"gum": 8.0, "ieer": 3.0, "litbank": 0.6, "uner": 1.0, "gap": 0.4, "silver": 0.8}
# Tokens of the short texts that make a step together.
TOGETHER = 900


def load(folder: str) -> dict[str, list[list[dict]]]:
    """By corpus, all copies of each part of a text, the unaltered one first."""
    corpora = {}
    for corpus in MIX:
        path = os.path.join(folder, f"{corpus}.jsonl")
        if not os.path.exists(path):
            continue
        copies = defaultdict(list)
        with open(path, encoding="utf8") as file:
            for line in file:
                text = json.loads(line)
                sizes = np.array(text["sizes"])
                text["starts"] = (np.cumsum(sizes) - sizes).tolist()
                text["form"] = torch.tensor(text["form"])
                text["references"] = torch.tensor(text["references"]).reshape(-1, 4)
                later = np.repeat(np.arange(len(text["candidates"])), text["candidates"])
                back = np.frombuffer(base64.b64decode(text["back"]), np.uint16).astype(np.int64)
                features = np.frombuffer(base64.b64decode(text["features"]), np.uint8).reshape(-1, len(PAIR_FEATURES))
                text["later"], text["earlier"] = torch.tensor(later), torch.tensor(later - back)
                text["features"] = torch.tensor(features.copy())
                # Altered copies may be cut at other places.
                copies[text["name"], text["part"]].append(text)
        corpora[corpus] = [copies[key] for key in sorted(copies)]
    return corpora


def split(corpora: dict, left_out: frozenset[str]) -> tuple[dict, list[dict]]:
    """What is learned from, and the documents for choosing."""
    gum = corpora.get("gum", [])
    choosing = [one[0] for one in gum if one[0]["name"] in CHOOSING]
    kept = [one for one in gum if one[0]["name"] not in CHOOSING | left_out]
    return {**corpora, "gum": kept}, choosing


def order(corpora: dict, mix: dict[str, float], altered: float, rng: random.Random) -> list[tuple[str, list[dict]]]:
    """Batches of texts of one corpus each, in random order."""
    made = []
    for corpus, share in mix.items():
        texts = corpora.get(corpus, [])
        chosen = texts * int(share) + rng.sample(texts, round((share % 1) * len(texts)))
        rng.shuffle(chosen)
        batch, tokens = [], 0
        for copies in chosen:
            text = rng.choice(copies[1:]) if copies[1:] and rng.random() < altered else copies[0]
            if batch and tokens + len(text["sizes"]) > TOGETHER:
                made.append((corpus, batch))
                batch, tokens = [], 0
            batch.append(text)
            tokens += len(text["sizes"])
        if batch:
            made.append((corpus, batch))
    rng.shuffle(made)
    return made


def read(model: Model, texts: list[dict], window: int, masked: float = 0.0, rng: random.Random | None = None) -> list[torch.Tensor]:
    """Vectors [W, WIDTH] of the tokens of each text."""
    chosen = windows(texts, rng, window)
    batch = collate(texts, chosen, masked, rng)
    vectors = model.read(batch, batch["pieces"])
    parts = [[] for _ in texts]
    for row, (index, start, end) in enumerate(chosen):
        parts[index].append(vectors[row, : end - start])
    return [torch.cat(own) for own in parts]


def tags(text: dict) -> torch.Tensor:
    """0 outside, 1 begins, 2 goes on: [W, 5]."""
    wanted = torch.zeros(len(text["sizes"]), len(TAGGED), dtype=torch.long)
    for start, end, kind, _ in text["references"].tolist():
        if kind < len(TAGGED):
            wanted[start, kind] = 1
            wanted[start + 1 : end, kind] = 2
    return wanted
