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

WIDTH, HEADS, INNER, LAYERS = 384, 12, 1536, 6
ARGUMENT_WIDTH, ARGUMENT_HEADS, ARGUMENT_INNER = 192, 6, 384

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
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, epsilon)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, epsilon)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        b, n, width = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + drop(self.out(seen.transpose(1, 2).reshape(b, n, width)), self.share, self.training))
        return self.norm2(x + drop(self.down(F.gelu(self.up(x))), self.share, self.training))


class Encoder(nn.Module):
    """MiniLM-L6 (BERT's layout) that is also told how a word is written, where quotations are and where sentences begin."""

    def __init__(self, share: float = 0.1):
        super().__init__()
        self.share = share
        self.word, self.position = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.shape, self.quotation, self.breaks = (nn.Embedding(n, WIDTH) for n in (SHAPES, QUOTATIONS, BREAKS))
        for embedding in (self.shape, self.quotation, self.breaks):
            nn.init.zeros_(embedding.weight)
        self.layers = nn.ModuleList([Layer(WIDTH, HEADS, INNER, 1e-12, share) for _ in range(LAYERS)])
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

    def __init__(self, share: float = 0.1, layers: int = 1):
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
        self.norm = nn.LayerNorm(width)
        self.layers = nn.ModuleList(
            [Layer(width, ARGUMENT_HEADS, ARGUMENT_INNER, 1e-5, share) for _ in range(layers)]
        )
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
        x = drop(self.norm(x), self.share, self.training)
        mask = torch.zeros(there.shape, dtype=x.dtype).masked_fill(~there, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return self.labels(x), self.verdict(F.gelu(self.judge(x[:, BEFORE]))).squeeze(-1)


def crf_loss(head: ArgumentHead, scores, wanted, there) -> torch.Tensor:
    """Negative log likelihood of the wanted labels, [N]. Tokens that are there follow one another without a gap."""
    first = there.float().argmax(1)
    last = scores.shape[1] - 1 - there.flip(1).float().argmax(1)
    total = torch.full(scores[:, 0].shape, -1e4)
    for t in range(scores.shape[1]):
        onward = torch.logsumexp(total[:, :, None] + head.next[None], 1) + scores[:, t]
        onward = torch.where((first == t)[:, None], head.first + scores[:, t], onward)
        total = torch.where(there[:, t, None], onward, total)
    rows = torch.arange(len(scores))
    path = (scores.gather(2, wanted[:, :, None]).squeeze(2) * there).sum(1)
    path = path + (head.next[wanted[:, :-1], wanted[:, 1:]] * (there[:, :-1] & there[:, 1:])).sum(1)
    path = path + head.first[wanted[rows, first]] + head.last[wanted[rows, last]]
    return torch.logsumexp(total + head.last, 1) - path
