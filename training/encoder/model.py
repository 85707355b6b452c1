"""The encoder and its heads, as they are trained. `export.py` writes the same as ONNX.

Shapes: B windows, L pieces, W tokens, N anchors (a token that may be a cue), R = BEFORE + 1 + AFTER tokens around each.
"""

import torch
from torch import nn
from torch.nn import functional as F

# Tokens around an anchor that its arguments are looked for in.
BEFORE, AFTER = 64, 80
AROUND = BEFORE + 1 + AFTER
# Numbers of pipeline/encoding/read-tokens.ts.
SHAPES, QUOTATIONS, BREAKS = 8, 4, 6
# How many sentences and paragraphs apart two tokens are, up to these.
SENTENCES, PARAGRAPHS = 4, 2
LABELS = ("none", "source", "content", "cue")
# What NameHead finds, and what a reference is: `KINDS` of pipeline/coreference/reference.ts, of which the first are the same.
TAGGED = ("person", "place", "organisation", "somebody", "body")
KINDS = (*TAGGED, "he", "she", "they", "it")
# How many numbers each feature of a pair can be: `FEATURES` of pipeline/coreference/pair-features.ts, in its order.
PAIR_FEATURES = (len(KINDS) ** 2, 9, 12, 5, 5, 9, 6, 16, 9, 8)
# Corpora that mark names in other ways than GUM, which the exported head follows.
OTHER_CORPORA = ("ieer", "litbank", "uner")

WIDTH, HEAD_SIZE = 384, 32
ARGUMENT_WIDTH = 192

_noise: dict[float, torch.Tensor] = {}


def drop(x: torch.Tensor, share: float, training: bool) -> torch.Tensor:
    """Dropout from a buffer drawn once: drawing anew takes longer than the layers do."""
    if not training or share == 0:
        return x
    if share not in _noise:
        generator = torch.Generator().manual_seed(1)
        _noise[share] = (torch.rand(1 << 23, generator=generator) >= share).float() / (1 - share)
    noise = _noise[share]
    if x.numel() > noise.numel():
        return F.dropout(x, share)
    at = int(torch.randint(0, noise.numel() - x.numel() + 1, (1,)))
    return x * noise[at : at + x.numel()].view(x.shape)


class Layer(nn.Module):
    """A transformer layer of BERT: attention, then two dense layers, each added and normalised."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float, share: float):
        super().__init__()
        self.heads, self.share = heads, share
        self.qkv, self.out = nn.Linear(width, 3 * heads * HEAD_SIZE), nn.Linear(heads * HEAD_SIZE, width)
        self.norm1 = nn.LayerNorm(width, epsilon)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, epsilon)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, HEAD_SIZE).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + drop(self.out(seen.transpose(1, 2).reshape(b, n, -1)), self.share, self.training))
        return self.norm2(x + drop(self.down(F.gelu(self.up(x))), self.share, self.training))


class Encoder(nn.Module):
    """MiniLM (BERT's layout) that is also told how a word is written, where quotations are and where sentences begin."""

    def __init__(self, share: float = 0.1, layers: int = 6, heads: int = 12, inner: int = 1536):
        super().__init__()
        self.share = share
        self.word, self.position = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.shape, self.quotation, self.breaks = (nn.Embedding(n, WIDTH) for n in (SHAPES, QUOTATIONS, BREAKS))
        for embedding in (self.shape, self.quotation, self.breaks):
            nn.init.zeros_(embedding.weight)
        self.layers = nn.ModuleList([Layer(WIDTH, heads, inner, 1e-12, share) for _ in range(layers)])
        self.word.weight.requires_grad_(False)

    def load_pretrained(self, weights: dict[str, torch.Tensor]) -> None:
        """Takes over weights by the names of BERT's checkpoints."""
        at = {name.removeprefix("bert."): value.float() for name, value in weights.items()}
        self.word.weight.data = at["embeddings.word_embeddings.weight"]
        self.position.weight.data = at["embeddings.position_embeddings.weight"]
        self.segment.data = at["embeddings.token_type_embeddings.weight"][0].clone()
        self.norm.weight.data = at["embeddings.LayerNorm.weight"]
        self.norm.bias.data = at["embeddings.LayerNorm.bias"]
        for i, layer in enumerate(self.layers):
            own = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                parts = [at[f"{own}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, kind).data = torch.cat(parts)
                for module, name in (
                    (layer.out, "attention.output.dense"),
                    (layer.norm1, "attention.output.LayerNorm"),
                    (layer.up, "intermediate.dense"),
                    (layer.down, "output.dense"),
                    (layer.norm2, "output.LayerNorm"),
                ):
                    getattr(module, kind).data = at[f"{own}{name}.{kind}"]
        self.word.weight.requires_grad_(False)

    def forward(self, pieces, shape, quotation, breaks, mask) -> torch.Tensor:
        """[B, L] each → [B, L, WIDTH]. Mask: added to attention, or None."""
        x = self.word(pieces) + self.position.weight[: pieces.shape[1]] + self.segment
        x = x + self.shape(shape) + self.quotation(quotation) + self.breaks(breaks)
        x = drop(self.norm(x), self.share, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        return x


class CueHead(nn.Module):
    """Whether a token is one of a cue: a logit a token."""

    def __init__(self, share: float = 0.1):
        super().__init__()
        self.share = share
        self.inner, self.out = nn.Linear(WIDTH, 256), nn.Linear(256, 1)
        nn.init.constant_(self.out.bias, -3.0)

    def forward(self, vectors: torch.Tensor) -> torch.Tensor:
        return self.out(F.gelu(self.inner(drop(vectors, self.share, self.training)))).squeeze(-1)


class ArgumentHead(nn.Module):
    """For an anchor: a label for each token around it, and whether it is the cue of an attribution at all."""

    def __init__(self, share: float = 0.1, layers: int = 1, heads: int = 6, inner: int = 384):
        super().__init__()
        self.share = share
        width = ARGUMENT_WIDTH
        self.token, self.anchor = nn.Linear(WIDTH, width), nn.Linear(WIDTH, width)
        self.place = nn.Embedding(AROUND, width)
        self.sentences = nn.Embedding(2 * SENTENCES + 1, width)
        self.paragraphs = nn.Embedding(2 * PARAGRAPHS + 1, width)
        self.quotation = nn.Embedding(QUOTATIONS, width)
        for embedding in (self.place, self.sentences, self.paragraphs, self.quotation):
            nn.init.normal_(embedding.weight, std=0.1)
        # Told, and not masked: attention without a mask takes three quarters of the time.
        self.nothing = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width)
        self.layers = nn.ModuleList([Layer(width, heads, inner, 1e-5, share) for _ in range(layers)])
        self.labels = nn.Linear(width, len(LABELS))
        # The CRF: what it costs to go from one label to the next, to begin and to end with one.
        self.next = nn.Parameter(torch.eye(len(LABELS)))
        self.first, self.last = (nn.Parameter(torch.zeros(len(LABELS))) for _ in range(2))
        self.judge, self.verdict = nn.Linear(width, width), nn.Linear(width, 1)

    def forward(self, vectors, row, anchor, around, there, sentences, paragraphs, quotation):
        """vectors [B, W, WIDTH]; row, anchor [N]; around [N, R] tokens of the row; there [N, R] whether there is one.

        Returns labels [N, R, 4] and verdicts [N], both as logits.
        """
        x = self.token(vectors)[row[:, None], around] + self.anchor(vectors[row, anchor])[:, None]
        x = x + self.place.weight + self.sentences(sentences) + self.paragraphs(paragraphs) + self.quotation(quotation)
        x = x + (~there)[:, :, None] * self.nothing
        x = drop(self.norm(x), self.share, self.training)
        for layer in self.layers:
            x = layer(x, None)
        return self.labels(x), self.verdict(F.gelu(self.judge(x[:, BEFORE]))).squeeze(-1)


class NameHead(nn.Module):
    """Names and descriptions: for each of TAGGED whether a token is outside, begins one or goes on with one."""

    def __init__(self, share: float = 0.1, inner: int = 256):
        super().__init__()
        self.share = share
        size = 3 * len(TAGGED)
        self.inner, self.form = nn.Linear(WIDTH, inner), nn.Linear(WIDTH, inner, bias=False)
        nn.init.zeros_(self.form.weight)
        self.out = nn.Linear(inner, size)
        self.out.bias.data.view(len(TAGGED), 3)[:, 0] = 3.0
        self.other = nn.ParameterDict({name: nn.Parameter(torch.zeros(size, inner)) for name in OTHER_CORPORA})
        self.other_bias = nn.ParameterDict({name: nn.Parameter(torch.zeros(size)) for name in OTHER_CORPORA})

    def forward(self, vectors: torch.Tensor, forms: torch.Tensor, corpus: str = "gum") -> torch.Tensor:
        """vectors [W, WIDTH]; forms [W, WIDTH], means over the tokens of one form → logits [W, 5, 3]."""
        x = self.inner(drop(vectors, self.share, self.training)) + self.form(forms)
        x = drop(F.gelu(x), self.share, self.training)
        logits = self.out(x)
        if corpus in self.other:
            logits = logits + F.linear(x, self.other[corpus], self.other_bias[corpus])
        return logits.view(-1, len(TAGGED), 3)


def mean_of_forms(vectors: torch.Tensor, forms: torch.Tensor) -> torch.Tensor:
    """For each token the mean vector of all of its form; zeros where `forms` [W] is -1."""
    known = forms >= 0
    if not bool(known.any()):
        return torch.zeros_like(vectors)
    own = forms[known]
    count = int(own.max()) + 1
    sums = torch.zeros(count, vectors.shape[1]).index_add(0, own, vectors[known])
    counts = torch.zeros(count).index_add(0, own, torch.ones(len(own)))
    return torch.zeros_like(vectors).index_copy(0, known.nonzero().squeeze(1), (sums / counts[:, None])[own])


class ReferenceHead(nn.Module):
    """What of a reference counts when it is compared with others, and how a pair of them is scored."""

    def __init__(self, share: float = 0.1, width: int = 128, hidden: int = 96, product: int = 64):
        super().__init__()
        self.share = share
        self.words, self.kind = nn.Linear(2 * WIDTH, width), nn.Embedding(len(KINDS), width)
        self.later, self.earlier = nn.Linear(width, hidden), nn.Linear(width, hidden, bias=False)
        self.later_product, self.earlier_product = nn.Linear(width, product), nn.Linear(width, product)
        self.features = nn.ModuleList([nn.Embedding(size, hidden) for size in PAIR_FEATURES])
        self.score = nn.Linear(hidden, 1)
        for embedding in (self.kind, *self.features):
            nn.init.normal_(embedding.weight, std=0.1)

    def forward(self, first: torch.Tensor, last: torch.Tensor, kind: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Vectors [M, WIDTH] of the first and last tokens, kinds [M] → later [M, 96], earlier, and what is multiplied [M, 64] of each."""
        x = self.words(drop(torch.cat([first, last], 1), self.share, self.training)) + self.kind(kind)
        x = drop(F.gelu(x), self.share, self.training)
        return self.later(x), self.earlier(x), self.later_product(x), self.earlier_product(x)

    def pairs(self, parts, i: torch.Tensor, j: torch.Tensor, features: torch.Tensor) -> torch.Tensor:
        """Scores [P] of references `i` with the earlier `j`; features [P, 10]. Nobody before it scores 0."""
        later, earlier, multiplied, with_ = parts
        x = later[i] + earlier[j]
        for k, embedding in enumerate(self.features):
            x = x + embedding(features[:, k])
        return self.score(F.relu(x)).squeeze(-1) + (multiplied[i] * with_[j]).sum(1)


def crf_total(scores, there, next, first, last) -> torch.Tensor:
    """Log of the sum over all paths of labels, [N]. Tokens that are there follow one another without a gap."""
    begins = there.float().argmax(1)
    total = torch.full(scores[:, 0].shape, -1e4)
    for t in range(scores.shape[1]):
        onward = torch.logsumexp(total[:, :, None] + (next if next.dim() == 3 else next[None]), 1) + scores[:, t]
        onward = torch.where((begins == t)[:, None], first + scores[:, t], onward)
        total = torch.where(there[:, t, None], onward, total)
    return torch.logsumexp(total + last, 1)


class Paths:
    """Paths of labels as counts: how often a label stands at a token, follows another, begins and ends a path.

    `at` [N, R, 4], `next` [N, 4, 4], `first` and `last` [N, 4]. Those of one path are whole numbers, those that a model
    expects are not.
    """

    def __init__(self, at, next, first, last):
        self.at, self.next, self.first, self.last = at, next, first, last

    @staticmethod
    def of(wanted, there) -> "Paths":
        """Of one path each, [N, R]."""
        n, size = len(wanted), len(LABELS)
        hot = F.one_hot(wanted, size).float() * there[:, :, None]
        rows = torch.arange(n)
        begins = there.float().argmax(1)
        ends = there.shape[1] - 1 - there.flip(1).float().argmax(1)
        return Paths(hot, torch.einsum("nta,ntb->nab", hot[:, :-1], hot[:, 1:]), hot[rows, begins], hot[rows, ends])

    @staticmethod
    def expected(head: ArgumentHead, scores, there) -> "Paths":
        """Of all paths, by how likely the head has them: the gradient of the sum over them."""
        n = len(scores)
        at = scores.detach().requires_grad_()
        weights = [w.detach().expand(n, *w.shape).clone().requires_grad_() for w in (head.next, head.first, head.last)]
        with torch.enable_grad():
            total = crf_total(at, there, *weights).sum()
        return Paths(*torch.autograd.grad(total, [at, *weights]))

    def mix(self, other: "Paths", share: torch.Tensor) -> "Paths":
        """`share` [N] of these and the rest of the others."""
        pairs = zip((self.at, self.next, self.first, self.last), (other.at, other.next, other.first, other.last))
        return Paths(*(torch.lerp(b, a, share.reshape(-1, *[1] * (a.dim() - 1))) for a, b in pairs))


def crf_loss(head: ArgumentHead, scores, paths: Paths, there) -> torch.Tensor:
    """Negative log likelihood of paths, [N]."""
    score = (paths.at * scores).sum((1, 2)) + (paths.next * head.next).sum((1, 2))
    score = score + (paths.first * head.first).sum(1) + (paths.last * head.last).sum(1)
    return crf_total(scores, there, head.next, head.first, head.last) - score


class Model(nn.Module):
    """The encoder with its heads. Sizes: layers, heads and units of the encoder, and of the head for arguments."""

    def __init__(self, depth=6, heads=12, inner=1536, argument_depth=1, argument_heads=6, argument_inner=384):
        super().__init__()
        self.encoder = Encoder(layers=depth, heads=heads, inner=inner)
        self.cues = CueHead()
        self.arguments = ArgumentHead(layers=argument_depth, heads=argument_heads, inner=argument_inner)
        self.names, self.references = NameHead(), ReferenceHead()

    def read(self, batch: dict, pieces: torch.Tensor) -> torch.Tensor:
        """Vectors [B, W, WIDTH] of the tokens of a batch of collate()."""
        hidden = self.encoder(pieces, batch["shape"], batch["quotation"], batch["break"], batch["mask"])
        return hidden[torch.arange(len(hidden))[:, None], batch["first"]]
