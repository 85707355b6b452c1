"""Writes the weights of a BERT in ONNX's format as safetensors, by the names of BERT's checkpoints.

weights.py FILE.onnx FOLDER
"""

import os
import sys

import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import save_file


def main() -> None:
    path, folder = sys.argv[1:]
    graph = onnx.load(path).graph
    values = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    weights = {
        name: torch.tensor(value.copy())
        for name, value in values.items()
        if name.startswith(("embeddings.", "encoder.")) and value.dtype.kind == "f"
    }
    # Matrices have lost their names, and are named by what multiplies with them: /encoder/layer.0/intermediate/dense/MatMul.
    for node in graph.node:
        if node.op_type == "MatMul" and node.name.startswith("/encoder/") and node.input[1] in values:
            name = node.name.removeprefix("/").removesuffix("/MatMul").replace("/", ".")
            weights[f"{name}.weight"] = torch.tensor(values[node.input[1]].T.copy())
    os.makedirs(folder, exist_ok=True)
    save_file(weights, os.path.join(folder, "model.safetensors"))


main()
