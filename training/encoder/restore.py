"""Makes a checkpoint of an exported model, to train on from what is committed.

restore.py --model FOLDER --weights FOLDER --out FILE

Its matrices are as exact as int8 leaves them. Pieces that the export left out have the vectors that the pretrained weights give
them: training doesn't change those. `--weights` takes the folder that the exported model once began with.
"""

import argparse
import json
import os

import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import load_file

from model import Model

LAYER = (("qkv", 3), ("out", 1), ("up", 1), ("down", 1))


class Graph:
    """The weights of an ONNX file, int8 ones made numbers again."""

    def __init__(self, path: str):
        graph = onnx.load(path).graph
        self.values = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
        products = [node.input[1] for node in graph.node if node.op_type == "MatMulInteger"]
        # Those without names, in the order of the layers that they stand in.
        self.nameless = sorted((name for name in products if name.startswith("val_")), key=lambda name: int(name.split("_")[1]))

    def take(self, name: str) -> torch.Tensor:
        if name in self.values:
            return torch.tensor(self.values[name]).float()
        quantised = self.values[f"{name}_quantized"].astype("float32")
        return torch.tensor((quantised - self.values[f"{name}_zero_point"]) * self.values[f"{name}_scale"]).float()

    def linear(self, name: str) -> torch.Tensor:
        return self.take(f"{name}.weight_Transposed").T.contiguous()

    def next(self) -> torch.Tensor:
        return self.take(self.nameless.pop(0).removesuffix("_quantized")).T.contiguous()


def layers(graph: Graph, into: dict, prefix: str, count: int) -> None:
    """ExportedLayer of export.py, as Layer of model.py."""
    for i in range(count):
        at = f"layers.{i}."
        for name, parts in LAYER:
            weight = torch.cat([graph.next() for _ in range(parts)])
            names = [f"{at}parts.{part}.bias" for part in range(3)] if parts == 3 else [f"{at}own.{name}.bias"]
            into[f"{prefix}{at}{name}.weight"] = weight
            into[f"{prefix}{at}{name}.bias"] = torch.cat([graph.take(one) for one in names])
        for norm in ("norm1", "norm2"):
            for kind in ("weight", "bias"):
                into[f"{prefix}{at}{norm}.{kind}"] = graph.take(f"{at}{norm}.own.{kind}")


def take_linear(graph: Graph, into: dict, name: str, kinds: tuple[str, ...]) -> None:
    own = "own." + name.split(".")[1]
    into[f"{name}.weight"] = graph.linear(own)
    if "bias" in kinds:
        into[f"{name}.bias"] = graph.take(f"{own}.bias")


def read(folder: str, name: str) -> dict:
    with open(os.path.join(folder, name), encoding="utf8") as file:
        return json.load(file)


def count_layers(graph: Graph) -> int:
    return sum(name.endswith("norm1.own.weight") for name in graph.values)


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("model", "weights", "out"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    files = ("encoder", "cues", "arguments", "names", "references")
    encoder, cues, arguments, names, references = (Graph(os.path.join(options.model, f"{name}.onnx")) for name in files)
    crf, pairs = read(options.model, "settings.json")["crf"], read(options.model, "pairs.json")
    state: dict[str, torch.Tensor] = {}
    state["encoder.segment"] = encoder.take("own.segment")
    for name in ("shape", "quotation", "breaks"):
        state[f"encoder.{name}.weight"] = encoder.take(f"own.{name}.weight")
    for kind in ("weight", "bias"):
        state[f"encoder.norm.{kind}"] = encoder.take(f"norm.own.{kind}")
        state[f"arguments.norm.{kind}"] = arguments.take(f"norm.own.{kind}")
    sizes = {
        "depth": count_layers(encoder),
        "heads": len(encoder.take("layers.0.parts.0.bias")) // 32,
        "inner": len(encoder.take("layers.0.own.up.bias")),
        "argument_depth": count_layers(arguments),
        "argument_heads": len(arguments.take("layers.0.parts.0.bias")) // 32,
        "argument_inner": len(arguments.take("layers.0.own.up.bias")),
    }
    layers(encoder, state, "encoder.", sizes["depth"])
    for name in ("inner", "out"):
        state[f"cues.{name}.weight"], state[f"cues.{name}.bias"] = cues.linear(name), cues.take(f"{name}.bias")
    layers(arguments, state, "arguments.", sizes["argument_depth"])
    state["arguments.labels.weight"], state["arguments.labels.bias"] = arguments.next(), arguments.take("own.labels.bias")
    for name in ("token", "anchor", "judge", "verdict"):
        state[f"arguments.{name}.weight"] = arguments.linear(f"own.{name}")
        state[f"arguments.{name}.bias"] = arguments.take(f"own.{name}.bias")
    for name in ("place", "sentences", "paragraphs", "quotation"):
        state[f"arguments.{name}.weight"] = arguments.take(f"own.{name}.weight")
    state["arguments.nothing"] = arguments.take("own.nothing")
    for name in ("next", "first", "last"):
        state[f"arguments.{name}"] = torch.tensor(crf[name])
    for name, kinds in (("inner", ("weight", "bias")), ("form", ("weight",)), ("out", ("weight", "bias"))):
        take_linear(names, state, f"names.{name}", kinds)
    for name in ("words", "later", "earlier", "later_product", "earlier_product"):
        take_linear(references, state, f"references.{name}", ("weight",) if name == "earlier" else ("weight", "bias"))
    state["references.kind.weight"] = references.take("own.kind.weight")
    for i, table in enumerate(pairs["features"]):
        state[f"references.features.{i}.weight"] = torch.tensor(table)
    state["references.score.weight"], state["references.score.bias"] = torch.tensor([pairs["score"]]), torch.tensor([pairs["bias"]])
    model = Model(**sizes)
    pretrained = load_file(os.path.join(options.weights, "model.safetensors"))
    words = next(value for name, value in pretrained.items() if name.endswith("embeddings.word_embeddings.weight"))
    places = next(value for name, value in pretrained.items() if name.endswith("embeddings.position_embeddings.weight"))
    state["encoder.word.weight"] = words.float()
    position = encoder.take("own.position.weight")
    state["encoder.position.weight"] = torch.cat([position, places[len(position) :].float()])
    # How other corpora mark names is not exported.
    others = {name: value for name, value in model.state_dict().items() if name.startswith("names.other")}
    model.load_state_dict(state | others)
    torch.save({"averaged": model.state_dict(), "options": sizes}, options.out)


main()
