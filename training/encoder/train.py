"""Trains the encoder with the heads for cues and arguments on what prepare.ts wrote.

One process a core: torchrun --nproc-per-node 2 train.py --train FILE --dev FILE --weights FOLDER --out FILE
A checkpoint after every epoch; the same command goes on from it.
"""

import argparse
import os
import random
import time

import torch
import torch.distributed as dist
from safetensors.torch import load_file
from torch.nn import functional as F

from data import around, collate, load, windows
from model import AROUND, BEFORE, LABELS, ArgumentHead, CueHead, Encoder, crf_loss

torch.set_num_threads(1)
RANK, WORLD = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
# Every 20th article is for calibration (calibrate.ts leaves out the same ones).
HELD_OUT = (20, 7)


def read_arguments():
    parser = argparse.ArgumentParser()
    for name in ("train", "dev", "weights", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=8, help="windows a step, over all processes")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--masked", type=float, default=0.07)
    parser.add_argument("--altered", type=float, default=0.4, help="share of articles read in an altered copy")
    parser.add_argument("--layers", type=int, default=1, help="of the head for arguments")
    parser.add_argument("--average", type=float, default=0.997, help="of the weights, a step")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--articles", type=int, default=None, help="only so many, to try it out")
    return parser.parse_args()


def label(gold: dict, start: int, anchor: int) -> list[int]:
    """The label of each token around an anchor; of two roles a token has the cue before the source before the content."""
    labels = [0] * AROUND
    for name in ("content", "source", "cue"):
        for token in gold[name]:
            place = token - start - anchor + BEFORE
            if 0 <= place < AROUND:
                labels[place] = LABELS.index(name)
    return labels


def losses(encoder, cues, arguments, articles, chosen, rng, masked: float):
    """Sum of the losses of a batch, and its parts: cues, arguments, verdicts."""
    batch = collate(articles, chosen, masked, rng)
    hidden = encoder(batch["pieces"], batch["shape"], batch["quotation"], batch["break"], batch["mask"])
    vectors = hidden[torch.arange(len(chosen))[:, None], batch["first"]]
    logits = cues(vectors)
    wanted = torch.zeros_like(logits)
    found = []
    for row, (index, start, end) in enumerate(chosen):
        versions = articles[index]["gold"]
        for gold in versions[0] if len(versions) == 1 else rng.choice(versions):
            own = [token - start for token in gold["cue"] if start <= token < end]
            if not own:
                continue
            wanted[row, own] = 1
            found.append((row, own, gold, start, end))
    cue_loss = F.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    cue_loss = (cue_loss * batch["there"]).sum() / (wanted.sum() + 1)
    likely = torch.sigmoid(logits.detach()) * batch["there"]
    anchors, labels = [], []
    for row, own, gold, start, end in found:
        anchor = max(own, key=lambda token: float(likely[row, token])) if rng.random() < 0.6 else rng.choice(own)
        whole = all(start <= token < end for token in gold["source"] + gold["content"])
        anchors.append((row, anchor))
        labels.append(label(gold, start, anchor) if whole else None)
    right = len(anchors)
    wrong = []
    for row in range(len(chosen)):
        places = torch.nonzero((likely[row] > 0.05) & (wanted[row] == 0)).flatten().tolist()
        used: list[int] = []
        for token in sorted(places, key=lambda token: -float(likely[row, token])):
            if len(used) < 6 and all(abs(token - other) >= 3 for other in used):
                used.append(token)
        wrong.extend((row, token) for token in used)
    anchors += rng.sample(wrong, right) if len(wrong) > right else wrong
    zero = torch.zeros(())
    if not anchors:
        return cue_loss, (cue_loss, zero, zero)
    inputs = around(articles, chosen, anchors)
    scores, verdicts = arguments(vectors, *inputs)
    is_right = torch.tensor([1.0] * right + [0.0] * (len(anchors) - right))
    verdict_loss = F.binary_cross_entropy_with_logits(verdicts, is_right)
    kept = [k for k, one in enumerate(labels) if one is not None]
    argument_loss = zero
    if kept:
        there = inputs[3][kept]
        argument_loss = crf_loss(arguments, scores[kept], torch.tensor([labels[k] for k in kept]), there).mean()
    return cue_loss + 0.3 * argument_loss + 0.5 * verdict_loss, (cue_loss, argument_loss, verdict_loss)


def batches(found, size: int, rng: random.Random):
    """Windows of about the same length together, batches in random order."""
    rng.shuffle(found)
    made = []
    for at in range(0, len(found), 16 * size):
        alike = sorted(found[at : at + 16 * size], key=lambda window: window[2] - window[1])
        made += [alike[k : k + size] for k in range(0, len(alike), size)]
    rng.shuffle(made)
    return made


def main():
    options = read_arguments()
    if WORLD > 1:
        dist.init_process_group("gloo")
    torch.manual_seed(100 * options.seed + RANK)
    modulus, rest = HELD_OUT
    copies = [one for i, one in enumerate(load(options.train)) if i % modulus != rest][: options.articles]
    dev = [one[0] for one in load(options.dev)][: options.articles]
    encoder, cues, arguments = Encoder(), CueHead(), ArgumentHead(layers=options.layers)
    encoder.load_pretrained(load_file(os.path.join(options.weights, "model.safetensors")))
    modules = {"encoder": encoder, "cues": cues, "arguments": arguments}
    trained = [p for module in modules.values() for p in module.parameters() if p.requires_grad]
    own = [p for p in encoder.parameters() if p.requires_grad]
    heads = [p for module in (cues, arguments) for p in module.parameters()]
    optimiser = torch.optim.AdamW(
        [{"params": own, "base": options.rate}, {"params": heads, "base": options.head_rate}], weight_decay=0.01, fused=True
    )
    average = [p.detach().clone() for p in trained]
    done, step, total = 0, 0, None
    if os.path.exists(options.out):
        saved = torch.load(options.out, weights_only=False)
        for name, module in modules.items():
            module.load_state_dict(saved["last"][name])
        optimiser.load_state_dict(saved["optimiser"])
        average, done, step, total = saved["average"], saved["epoch"], saved["step"], saved["total"]
    if WORLD > 1:
        for p in trained:
            dist.broadcast(p.data, 0)
    started = time.time()
    for epoch in range(done, options.epochs):
        rng, shared = random.Random(f"{options.seed} {epoch} {RANK}"), random.Random(f"{options.seed} {epoch}")
        articles = [shared.choice(one[1:]) if one[1:] and shared.random() < options.altered else one[0] for one in copies]
        made = batches(windows(articles, shared), options.batch, shared)
        total = total or len(made) * options.epochs
        sums = torch.zeros(3)
        for module in modules.values():
            module.train()
        for turn, batch in enumerate(made):
            share = (step + 1) / (0.06 * total)
            share = share if share < 1 else max(0.02, 1 - (step - 0.06 * total) / (0.94 * total))
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * share
            optimiser.zero_grad(set_to_none=True)
            mine = batch[RANK::WORLD] or batch[:1]
            loss, parts = losses(encoder, cues, arguments, articles, mine, rng, options.masked)
            loss.backward()
            if WORLD > 1:
                exchange(trained)
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            step += 1
            keep = min(options.average, (1 + step) / (10 + step))
            torch._foreach_mul_(average, keep)
            torch._foreach_add_(average, [p.detach() for p in trained], alpha=1 - keep)
            sums += torch.stack([part.detach() for part in parts])
            if RANK == 0 and turn % 25 == 24:
                cue, argument, verdict = (sums / 25).tolist()
                sums.zero_()
                print(
                    f"epoch {epoch + 1} {turn + 1}/{len(made)} {time.time() - started:.0f} s "
                    f"cues {cue:.3f} arguments {argument:.2f} verdicts {verdict:.3f}",
                    flush=True,
                )
        if RANK == 0:
            save(options, modules, trained, average, optimiser, epoch + 1, step, total, dev)
        if WORLD > 1:
            dist.barrier()


def exchange(trained) -> None:
    """Averages the gradients of all processes."""
    flat = torch.cat([(p.grad if p.grad is not None else torch.zeros_like(p)).reshape(-1) for p in trained])
    dist.all_reduce(flat)
    flat /= WORLD
    at = 0
    for p in trained:
        p.grad = flat[at : at + p.numel()].view_as(p)
        at += p.numel()


def save(options, modules, trained, average, optimiser, epoch: int, step: int, total: int, dev) -> None:
    """Writes a checkpoint and says how the averaged weights do on the documents for choosing."""
    last = {name: {k: v.clone() for k, v in module.state_dict().items()} for name, module in modules.items()}
    current = [p.detach().clone() for p in trained]
    for p, value in zip(trained, average):
        p.data.copy_(value)
    averaged = {name: {k: v.clone() for k, v in module.state_dict().items()} for name, module in modules.items()}
    state = {"last": last, "averaged": averaged, "average": average, "optimiser": optimiser.state_dict()}
    state |= {"epoch": epoch, "step": step, "total": total, "options": vars(options)}
    torch.save(state, options.out + ".part")
    os.replace(options.out + ".part", options.out)
    for module in modules.values():
        module.eval()
    found, sums = windows(dev, None), torch.zeros(3)
    with torch.no_grad():
        for at in range(0, len(found), 8):
            _, parts = losses(*modules.values(), dev, found[at : at + 8], random.Random(at), 0.0)
            sums += torch.stack([part.detach() for part in parts])
    cue, argument, verdict = (sums / (len(found) / 8)).tolist()
    print(f"epoch {epoch} on dev: cues {cue:.3f} arguments {argument:.2f} verdicts {verdict:.3f}", flush=True)
    for p, value in zip(trained, current):
        p.data.copy_(value)


main()
