"""Writes a trained checkpoint as ONNX with int8 weights, a file for the encoder and one for each head, with the numbers that
belong to them: pairs.json, settings.json, vocabulary.json.

export.py --model FILE --vocabulary FILE --out FOLDER
"""

import argparse
import json
import os
import tempfile

# ONNX Runtime sends what it runs to its makers unless it is told so before it is loaded.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from torch.export import Dim

from model import AROUND, BEFORE, WIDTH, ArgumentHead, Encoder, Layer, NameHead, ReferenceHead
from train import open_model

MOST_PIECES = 384
WINDOW = 180


def gelu(x: torch.Tensor) -> torch.Tensor:
    return torch.onnx.ops.symbolic("com.microsoft::Gelu", [x], dtype=torch.float32, shape=x.shape, version=1)


class ExportedNorm(nn.Module):
    """LayerNorm by an operator that takes a quarter of the time of ONNX Runtime's own."""

    def __init__(self, own: nn.LayerNorm):
        super().__init__()
        self.own = own

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        # It has no epsilon; variances here are far above that of LayerNorm.
        plain = torch.onnx.ops.symbolic(
            "MeanVarianceNormalization", [x], attrs={"axes": [x.dim() - 1]}, dtype=torch.float32, shape=x.shape
        )
        return plain * self.own.weight + self.own.bias


class ExportedLayer(nn.Module):
    """Layer of model.py with ONNX Runtime's fused attention, which takes half the time."""

    def __init__(self, own: Layer):
        super().__init__()
        self.own = own
        self.parts = nn.ModuleList()
        for weight, bias in zip(own.qkv.weight.chunk(3), own.qkv.bias.chunk(3)):
            part = nn.Linear(weight.shape[1], weight.shape[0])
            part.weight.data, part.bias.data = weight.detach().clone(), bias.detach().clone()
            self.parts.append(part)
        self.norm1, self.norm2 = ExportedNorm(own.norm1), ExportedNorm(own.norm2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        own = self.own
        inputs = [part(x) for part in self.parts]
        seen = torch.onnx.ops.symbolic(
            "com.microsoft::MultiHeadAttention",
            inputs,
            attrs={"num_heads": own.heads},
            dtype=torch.float32,
            shape=inputs[0].shape,
            version=1,
        )
        x = self.norm1(x + own.out(seen))
        return self.norm2(x + own.down(gelu(own.up(x))))


class ExportedEncoder(nn.Module):
    """One window: its pieces [1, L] each → vectors [W, WIDTH] of the tokens whose first pieces stand at `first` [W]."""

    def __init__(self, own: Encoder):
        super().__init__()
        self.own = own
        self.norm = ExportedNorm(own.norm)
        self.layers = nn.ModuleList([ExportedLayer(one) for one in own.layers])

    def forward(self, pieces, shape, quotation, breaks, first):
        own = self.own
        x = own.word(pieces) + own.position.weight[: pieces.shape[1]] + own.segment
        x = self.norm(x + own.shape(shape) + own.quotation(quotation) + own.breaks(breaks))
        for one in self.layers:
            x = one(x)
        return torch.index_select(x[0], 0, first)


class ExportedArguments(nn.Module):
    """Anchors [N] among vectors [W, WIDTH], with the tokens around them → labels [N, R, 4] and verdicts [N], as logits."""

    def __init__(self, own: ArgumentHead):
        super().__init__()
        self.own = own
        self.norm = ExportedNorm(own.norm)
        self.layers = nn.ModuleList([ExportedLayer(one) for one in own.layers])

    def forward(self, vectors, anchor, around, there, sentences, paragraphs, quotation):
        own, n = self.own, around.shape[0]
        tokens, anchors = own.token(vectors), own.anchor(torch.index_select(vectors, 0, anchor))
        x = torch.index_select(tokens, 0, around.reshape(-1)).reshape(n, AROUND, tokens.shape[1]) + anchors[:, None]
        x = x + own.place.weight + own.sentences(sentences) + own.paragraphs(paragraphs) + own.quotation(quotation)
        x = self.norm(x + (1 - there)[:, :, None] * own.nothing)
        for one in self.layers:
            x = one(x)
        return own.labels(x), own.verdict(nn.functional.gelu(own.judge(x[:, BEFORE]))).squeeze(-1)


class ExportedNames(nn.Module):
    """Vectors of tokens and means over their forms [W, WIDTH] → logits [W, 15], as GUM marks names."""

    def __init__(self, own: NameHead):
        super().__init__()
        self.own = own

    def forward(self, vectors, forms):
        own = self.own
        return own.out(gelu(own.inner(vectors) + own.form(forms)))


class ExportedReferences(nn.Module):
    """First and last vectors [M, WIDTH] of references and their kinds [M] → what a pair of them is scored by."""

    def __init__(self, own: ReferenceHead):
        super().__init__()
        self.own = own

    def forward(self, first, last, kind):
        own = self.own
        x = gelu(own.words(torch.cat([first, last], 1)) + own.kind(kind))
        return own.later(x), own.earlier(x), own.later_product(x), own.earlier_product(x)


def write_pairs(own: ReferenceHead, path: str) -> None:
    """What pairs add to the hidden units by their features, and how these are weighed."""

    def rounded(values):
        return [rounded(value) for value in values] if isinstance(values, list) else float(f"{values:.4g}")

    pairs = {
        "features": [rounded(table.weight.tolist()) for table in own.features],
        "score": rounded(own.score.weight[0].tolist()),
        "bias": rounded(own.score.bias.item()),
    }
    with open(path, "w", encoding="utf8") as file:
        json.dump(pairs, file)


def write(module: nn.Module, example: tuple, inputs, outputs, shapes, path: str) -> None:
    """As ONNX, matrices in int8, one scale a channel (QInt8: unsigned ones are as slow as floats)."""
    with tempfile.TemporaryDirectory() as folder:
        plain = os.path.join(folder, "plain.onnx")
        with torch.no_grad():
            torch.onnx.export(
                module.eval(), example, plain, input_names=inputs, output_names=outputs, dynamic_shapes=shapes,
                dynamo=True, external_data=False, opset_version=18,
            )
        quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=True)
    model = onnx.load(path)
    # Nothing of where and how it was made: the same weights give the same bytes.
    model.producer_name, model.producer_version, model.doc_string = "", "", ""
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    del model.metadata_props[:]
    onnx.save(model, path)


def prune(encoder: Encoder, vocabulary: list[str]) -> list[str]:
    """Leaves out pieces that no text gives, and positions beyond any window."""
    kept = [i for i, piece in enumerate(vocabulary) if not piece.startswith("[unused")]
    encoder.word = nn.Embedding.from_pretrained(encoder.word.weight.data[kept])
    encoder.position = nn.Embedding.from_pretrained(encoder.position.weight.data[:MOST_PIECES])
    return [vocabulary[i] for i in kept]


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("model", "vocabulary", "out"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    trained, _ = open_model(options.model)
    encoder, cues, arguments = trained.encoder, trained.cues, trained.arguments
    with open(options.vocabulary, encoding="utf8") as file:
        vocabulary = prune(encoder, file.read().rstrip("\n").split("\n"))
    os.makedirs(options.out, exist_ok=True)
    with open(os.path.join(options.out, "vocabulary.json"), "w", encoding="utf8") as file:
        json.dump(vocabulary, file, ensure_ascii=False)

    def numbers(*shape):
        return torch.zeros(*shape, dtype=torch.int32)

    pieces, tokens, anchors = Dim("pieces", min=3, max=MOST_PIECES), Dim("tokens", min=2, max=1 << 20), Dim("anchors", min=2, max=4096)
    write(
        ExportedEncoder(encoder),
        (numbers(1, WINDOW), numbers(1, WINDOW), numbers(1, WINDOW), numbers(1, WINDOW), torch.arange(200, dtype=torch.int32)),
        ["pieces", "shape", "quotation", "break", "first"], ["vectors"],
        ({1: pieces}, {1: pieces}, {1: pieces}, {1: pieces}, {0: tokens}),
        os.path.join(options.out, "encoder.onnx"),
    )
    write(cues, (torch.randn(200, WIDTH),), ["vectors"], ["logits"], ({0: tokens},), os.path.join(options.out, "cues.onnx"))
    write(
        ExportedArguments(arguments),
        (torch.randn(200, WIDTH), numbers(3), numbers(3, AROUND), torch.ones(3, AROUND), numbers(3, AROUND), numbers(3, AROUND), numbers(3, AROUND)),
        ["vectors", "anchor", "around", "there", "sentences", "paragraphs", "quotation"], ["labels", "verdicts"],
        ({0: tokens}, *({0: anchors} for _ in range(6))),
        os.path.join(options.out, "arguments.onnx"),
    )
    write(
        ExportedNames(trained.names), (torch.randn(200, WIDTH), torch.randn(200, WIDTH)),
        ["vectors", "forms"], ["logits"], ({0: tokens}, {0: tokens}), os.path.join(options.out, "names.onnx"),
    )
    references = Dim("references", min=2, max=1 << 16)
    write(
        ExportedReferences(trained.references), (torch.randn(20, WIDTH), torch.randn(20, WIDTH), numbers(20)),
        ["first", "last", "kind"], ["later", "earlier", "later_product", "earlier_product"],
        ({0: references}, {0: references}, {0: references}), os.path.join(options.out, "references.onnx"),
    )
    write_pairs(trained.references, os.path.join(options.out, "pairs.json"))
    crf = {"next": arguments.next.tolist(), "first": arguments.first.tolist(), "last": arguments.last.tolist()}
    # calibrate.ts puts what it fits in place of this.
    calibration = {"verdict": 1, "cue": 0, "path": 0, "bias": 0}
    settled = {"slope": 1, "alone": 0, "bias": 0}
    with open(os.path.join(options.out, "settings.json"), "w", encoding="utf8") as file:
        json.dump({"crf": crf, "calibration": calibration, "settled": settled}, file)


main()
