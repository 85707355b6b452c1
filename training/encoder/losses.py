"""What a model is trained to do on a batch of windows: as annotators did, or as they and a teacher did, or as the teacher did."""

import torch
from torch.nn import functional as F

from data import around, collate
from model import AROUND, BEFORE, LABELS, Model, Paths, crf_loss

# Of what a model learns where both are known, the annotators' share; the rest is the teacher's.
GOLD = 0.5
# A token that a teacher holds for one of a cue with this probability gives an anchor where there are no annotators.
LEAST_TAUGHT = 0.3
# How much the heads for arguments and verdicts weigh beside that for cues.
ARGUMENTS, VERDICTS = 0.3, 0.5
# Most anchors of a window that are no cue, though the model holds them for one, and how far apart such anchors are.
MOST_WRONG, APART = 6, 3


def label(gold: dict, start: int, anchor: int) -> list[int]:
    """The label of each token around an anchor; of two roles a token has the cue before the source before the content."""
    labels = [0] * AROUND
    for name in ("content", "source", "cue"):
        for token in gold[name]:
            place = token - start - anchor + BEFORE
            if 0 <= place < AROUND:
                labels[place] = LABELS.index(name)
    return labels


def peaks(likely: torch.Tensor, least: float, most: int) -> list[int]:
    """The likeliest tokens of a row, at least `least`, not next to one another."""
    found: list[int] = []
    for token in sorted(torch.nonzero(likely > least).flatten().tolist(), key=lambda token: -float(likely[token])):
        if len(found) < most and all(abs(token - other) >= APART for other in found):
            found.append(token)
    return found


def losses(model: Model, articles, chosen, rng, masked: float = 0.0, teacher: Model | None = None):
    """The loss of a batch, and its parts: cues, arguments, verdicts. Articles without annotators need a teacher."""
    batch = collate(articles, chosen, masked, rng)
    vectors = model.read(batch, batch["pieces"])
    logits = model.cues(vectors)
    wanted, is_known = torch.zeros_like(logits), torch.zeros(len(chosen), dtype=torch.bool)
    gold_cues = []
    for row, (index, start, end) in enumerate(chosen):
        versions = articles[index]["gold"]
        is_known[row] = bool(versions)
        for gold in (versions[0] if len(versions) == 1 else rng.choice(versions)) if versions else []:
            own = [token - start for token in gold["cue"] if start <= token < end]
            if own:
                wanted[row, own] = 1
                gold_cues.append((row, own, gold, start, end))
    taught = None
    target = wanted
    if teacher is not None:
        with torch.no_grad():
            seen = teacher.read(batch, batch["whole"])
            taught = torch.sigmoid(teacher.cues(seen)) * batch["there"]
        target = torch.where(is_known[:, None], GOLD * wanted + (1 - GOLD) * taught, taught)
    cue_loss = F.binary_cross_entropy_with_logits(logits, target, reduction="none")
    cue_loss = (cue_loss * batch["there"]).sum() / (target.sum() + 1)

    likely = torch.sigmoid(logits.detach()) * batch["there"]
    anchors, labels = [], []
    for row, own, gold, start, end in gold_cues:
        anchor = max(own, key=lambda token: float(likely[row, token])) if rng.random() < 0.6 else rng.choice(own)
        whole = all(start <= token < end for token in gold["source"] + gold["content"])
        anchors.append((row, anchor))
        labels.append(label(gold, start, anchor) if whole else None)
    right = len(anchors)
    wrong = []
    for row in range(len(chosen)):
        if is_known[row]:
            wrong += [(row, token) for token in peaks(likely[row] * (wanted[row] == 0), 0.05, MOST_WRONG)]
    anchors += rng.sample(wrong, right) if len(wrong) > right else wrong
    known = len(anchors)
    for row in range(len(chosen)):
        if not is_known[row]:
            anchors += [(row, token) for token in peaks(taught[row], LEAST_TAUGHT, 64)]
    zero = torch.zeros(())
    if not anchors:
        return cue_loss, (cue_loss, zero, zero)
    inputs = around(articles, chosen, anchors)
    there = inputs[3]
    scores, verdicts = model.arguments(vectors, *inputs)
    is_right = torch.tensor([1.0] * right + [0.0] * (len(anchors) - right))
    kept = [k for k, one in enumerate(labels) if one is not None]
    if taught is not None:
        with torch.no_grad():
            scores_taught, verdicts_taught = teacher.arguments(seen, *inputs)
        share = torch.tensor([GOLD] * known + [0.0] * (len(anchors) - known))
        is_right = share * is_right + (1 - share) * torch.sigmoid(verdicts_taught)
        kept += range(known, len(anchors))
    verdict_loss = F.binary_cross_entropy_with_logits(verdicts, is_right)
    argument_loss = zero
    if kept:
        nothing = [0] * AROUND
        paths = Paths.of(torch.tensor([labels[k] if k < right else nothing for k in kept]), there[kept])
        if taught is not None:
            expected = Paths.expected(teacher.arguments, scores_taught[kept], there[kept])
            paths = paths.mix(expected, share[kept])
        argument_loss = crf_loss(model.arguments, scores[kept], paths, there[kept]).mean()
    return cue_loss + ARGUMENTS * argument_loss + VERDICTS * verdict_loss, (cue_loss, argument_loss, verdict_loss)
