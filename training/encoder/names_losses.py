"""What a model is trained to do on texts with names and coreference."""

import torch
from torch.nn import functional as F

from model import KINDS, TAGGED, Model, mean_of_forms
from names_data import read, tags

# Of TAGGED how many a corpus marks, from the first on; of those without names of their own a teacher tells.
MARKED = {"gum": 5, "ieer": 3, "litbank": 4, "uner": 3}
# How much a corpus weighs.
NAMES = {"gum": 1.0, "ieer": 0.8, "litbank": 0.5, "uner": 0.7, "silver": 0.2}
CHAINS = {"gum": 1.0, "litbank": 1.0, "gap": 1.0, "silver": 0.3}
NOBODY = -1e4
FIRST_PRONOUN = len(TAGGED)


def losses(model: Model, corpus: str, texts: list[dict], window: int, rng, masked: float = 0.0, teacher: Model | None = None):
    """Loss of names and of coreference. A teacher tells names where the corpus has none of its own."""
    vectors = read(model, texts, window, masked, rng)
    names = torch.zeros(())
    if corpus in MARKED or (corpus == "silver" and teacher is not None):
        forms = [mean_of_forms(own, text["form"]) for own, text in zip(vectors, texts)]
        # What a teacher tells it tells as GUM would mark it.
        logits = model.names(torch.cat(vectors), torch.cat(forms), corpus if corpus in MARKED else "gum")
        if corpus in MARKED:
            wanted = torch.cat([tags(text) for text in texts])[:, : MARKED[corpus]]
            sums = F.cross_entropy(logits[:, : MARKED[corpus]].reshape(-1, 3), wanted.reshape(-1), reduction="sum")
            names = sums / ((wanted == 1).sum() + 4)
        else:
            taught = teach(teacher, texts, window)
            names = -(taught * torch.log_softmax(logits, -1)).sum() / (taught[:, :, 1].sum() + 4)
        names = NAMES[corpus] * names
    chains, counted = torch.zeros(()), 0.0
    if corpus in CHAINS:
        for own, text in zip(vectors, texts):
            if len(text["later"]) == 0:
                continue
            loss, weights = chain_losses(model, own, text, corpus)
            chains, counted = chains + (loss * weights).sum(), counted + float(weights.sum())
        chains = CHAINS[corpus] * chains / max(counted, 8.0)
    return names, chains


def teach(teacher: Model, texts: list[dict], window: int) -> torch.Tensor:
    with torch.no_grad():
        vectors = read(teacher, texts, window)
        forms = [mean_of_forms(own, text["form"]) for own, text in zip(vectors, texts)]
        return torch.softmax(teacher.names(torch.cat(vectors), torch.cat(forms)), -1)


def score_pairs(model: Model, vectors: torch.Tensor, text: dict) -> torch.Tensor:
    first, end, kind, _ = text["references"].T
    parts = model.references(vectors[first], vectors[end - 1], kind)
    return model.references.pairs(parts, text["later"], text["earlier"], text["features"].long())


def chain_losses(model: Model, vectors: torch.Tensor, text: dict, corpus: str) -> tuple[torch.Tensor, torch.Tensor]:
    """Of each reference: minus the log of how likely it goes back to any of its chain, or to nobody; and what it counts."""
    scores = score_pairs(model, vectors, text)
    kind, chain = text["references"][:, 2], text["references"][:, 3]
    later, earlier = text["later"], text["earlier"]
    count = len(kind)
    right = (chain[later] >= 0) & (chain[later] == chain[earlier])
    has = torch.zeros(count, dtype=torch.bool).index_fill(0, later[right], True)
    most = torch.zeros(count).scatter_reduce(0, later, scores.detach(), "amax")
    odds, nobody = torch.exp(scores - most[later]), torch.exp(-most)
    total = nobody.index_add(0, later, odds)
    wanted = torch.where(has, torch.zeros(count), nobody).index_add(0, later, odds * right)
    weights = torch.ones(count)
    if corpus == "gap":
        weights = (has & (kind >= FIRST_PRONOUN)).float()
    elif corpus == "silver":
        weights = has.float()
    return torch.log(total) - torch.log(wanted.clamp(min=1e-20)), weights


def measure(model: Model, texts: list[dict], window: int) -> str:
    """On documents for choosing: F1 of names whose words are the same, and pronouns of one person that go back to the right one."""
    found, gold, both = (torch.zeros(len(TAGGED)) for _ in range(3))
    pronouns = right = links = linked = 0
    with torch.no_grad():
        for text in texts:
            (vectors,) = read(model, [text], window)
            tagged = model.names(vectors, mean_of_forms(vectors, text["form"])).argmax(-1)
            wanted = tags(text)
            for k in range(len(TAGGED)):
                some, others = spans(tagged[:, k].tolist()), spans(wanted[:, k].tolist())
                found[k] += len(some)
                gold[k] += len(others)
                both[k] += len(some & others)
            if len(text["later"]) == 0:
                continue
            scores = score_pairs(model, vectors, text)
            kind, chain = text["references"][:, 2].tolist(), text["references"][:, 3].tolist()
            best: dict[int, tuple[float, int]] = {}
            reachable = set()
            for i, j, score in zip(text["later"].tolist(), text["earlier"].tolist(), scores.tolist()):
                best[i] = max(best.get(i, (NOBODY, -1)), (score, j))
                if chain[i] == chain[j]:
                    reachable.add(i)
            for i in reachable:
                score, j = best[i]
                is_right = score > 0 and chain[i] == chain[j]
                links, linked = links + 1, linked + is_right
                if KINDS[kind[i]] in ("he", "she"):
                    pronouns, right = pronouns + 1, right + is_right
    f1 = 200 * both / (found + gold).clamp(min=1)
    parts = " ".join(f"{name} {value:.1f}" for name, value in zip(TAGGED, f1.tolist()))
    return f"{parts} links {100 * linked / max(1, links):.1f} he/she {100 * right / max(1, pronouns):.1f}"


def spans(labels: list[int]) -> set[tuple[int, int]]:
    found, start = set(), None
    for i, label in enumerate([*labels, 0]):
        if start is not None and label != 2:
            found.add((start, i))
            start = None
        if label == 1 or (label == 2 and start is None):
            start = i
    return found
