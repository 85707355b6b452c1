"""Leaves out the heads and units of a trained model that matter least to its loss (Michel et al. 2019; Lagunas et al. 2021)."""

import random

import torch
from torch import nn

from data import windows
from losses import losses
from model import HEAD_SIZE, Layer, Model

BATCHES = 60


def importance(model: Model, articles, window: int) -> dict[Layer, tuple[torch.Tensor, torch.Tensor]]:
    """Of every layer, how much the loss depends on each head and each unit: |value · gradient|, summed over tokens."""
    layers = [*model.encoder.layers, *model.arguments.layers]
    found = {one: (torch.zeros(one.heads), torch.zeros(one.up.out_features)) for one in layers}
    seen: dict[nn.Module, torch.Tensor] = {}

    def keep(module, inputs):
        inputs[0].retain_grad()
        seen[module] = inputs[0]

    hooks = [module.register_forward_pre_hook(keep) for one in layers for module in (one.out, one.down)]
    rng = random.Random(1)
    some = windows(articles, rng, window)
    rng.shuffle(some)
    model.eval()
    for at in range(0, min(len(some), 8 * BATCHES), 8):
        loss, _ = losses(model, articles, some[at : at + 8], rng)
        loss.backward()
        for one in layers:
            value = seen[one.out]
            heads = (value * value.grad).detach().reshape(-1, one.heads, HEAD_SIZE).sum(2).abs().sum(0)
            value = seen[one.down]
            units = (value * value.grad).detach().reshape(-1, one.up.out_features).abs().sum(0)
            found[one][0].add_(heads)
            found[one][1].add_(units)
        model.zero_grad(set_to_none=True)
    for hook in hooks:
        hook.remove()
    return found


def prune(model: Model, articles, sizes: dict, window: int) -> Model:
    """A model of these sizes with the most important heads and units of each layer."""
    found = importance(model, articles, window)
    smaller = Model(**sizes)
    state = {name: value for name, value in model.state_dict().items()}
    for group, own in (("encoder", model.encoder.layers), ("arguments", model.arguments.layers)):
        target = getattr(smaller, group).layers
        for i, (one, other) in enumerate(zip(own, target)):
            heads, units = found[one]
            heads = heads.topk(other.heads).indices.sort().values
            units = units.topk(other.up.out_features).indices.sort().values
            rows = (heads[:, None] * HEAD_SIZE + torch.arange(HEAD_SIZE)).flatten()
            at = f"{group}.layers.{i}."
            all_rows = torch.cat([rows + k * one.heads * HEAD_SIZE for k in range(3)])
            state[at + "qkv.weight"], state[at + "qkv.bias"] = one.qkv.weight.data[all_rows], one.qkv.bias.data[all_rows]
            state[at + "out.weight"] = one.out.weight.data[:, rows]
            state[at + "up.weight"], state[at + "up.bias"] = one.up.weight.data[units], one.up.bias.data[units]
            state[at + "down.weight"] = one.down.weight.data[:, units]
    smaller.load_state_dict(state)
    return smaller
