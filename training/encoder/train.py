"""Trains the encoder with its heads on what prepare.ts wrote, and on names and coreference as names/prepare.ts wrote them.

One process a core: torchrun --nproc-per-node 2 train.py --train FILE --dev FILE --out FILE
--weights FOLDER begins with pretrained weights; --begin FILE with a trained checkpoint, of which it keeps as many heads and
units as it is told. --teacher FILE learns from a checkpoint, too, and --texts FILE from it alone. --names FOLDER adds a text or
two with names to every step.
A checkpoint after every epoch; the same command goes on from it.
"""

import argparse
import itertools
import os
import random
import time

import torch
import torch.distributed as dist
from safetensors.torch import load_file

import names_data
import names_losses
from data import MOST_PIECES, load, windows
from losses import losses
from model import Model
from prune import prune

torch.set_num_threads(1)
RANK, WORLD = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
# Every 20th article is for calibration (calibrate.ts leaves out the same ones).
HELD_OUT = (20, 7)


def read_arguments():
    parser = argparse.ArgumentParser()
    for name in ("train", "dev", "out"):
        parser.add_argument(f"--{name}", required=True)
    begins = parser.add_mutually_exclusive_group(required=True)
    begins.add_argument("--weights", help="folder with model.safetensors of a BERT")
    begins.add_argument("--begin", help="checkpoint")
    parser.add_argument("--teacher", help="checkpoint")
    parser.add_argument("--texts", help="texts without annotations, as prepare.ts wrote them; needs a teacher")
    parser.add_argument("--texts-share", type=float, default=0.35, help="of the texts, an epoch")
    parser.add_argument("--names", help="folder of texts with names and coreference")
    parser.add_argument("--names-teacher", help="checkpoint that tells names in the first epoch where nobody marked them")
    parser.add_argument("--leave-out", nargs="*", default=[], help="documents of GUM that nothing is learned from")
    parser.add_argument("--names-altered", type=float, default=0.6, help="share of texts with names read in an altered copy")
    parser.add_argument("--names-rate", type=float, default=1e-3)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--stop-after", type=int, default=None, help="epochs, of those that the rate falls over")
    parser.add_argument("--batch", type=int, default=8, help="windows a step, over all processes")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--masked", type=float, default=0.07)
    parser.add_argument("--altered", type=float, default=0.4, help="share of articles read in an altered copy")
    parser.add_argument("--window", type=int, default=MOST_PIECES, help="most pieces read at once")
    parser.add_argument("--depth", type=int, default=6, help="layers of the encoder, as many as the weights have")
    parser.add_argument("--heads", type=int, default=12)
    parser.add_argument("--inner", type=int, default=1536)
    parser.add_argument("--argument-depth", type=int, default=1)
    parser.add_argument("--argument-heads", type=int, default=6)
    parser.add_argument("--argument-inner", type=int, default=384)
    parser.add_argument("--average", type=float, default=0.997, help="of the weights, a step")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--articles", type=int, default=None, help="only so many, to try it out")
    return parser.parse_args()


def batches(found, size: int, rng: random.Random):
    """Windows of about the same length together, batches in random order."""
    rng.shuffle(found)
    made = []
    for at in range(0, len(found), 16 * size):
        alike = sorted(found[at : at + 16 * size], key=lambda window: window[2] - window[1])
        made += [alike[k : k + size] for k in range(0, len(alike), size)]
    rng.shuffle(made)
    return made


SIZES = ("depth", "heads", "inner", "argument_depth", "argument_heads", "argument_inner")


def endless(corpora: dict, altered: float, seed: int, epoch: int):
    """This process's share of the texts with names, over and over."""
    for turn in itertools.count():
        made = names_data.order(corpora, names_data.MIX, altered, random.Random(f"{seed} {epoch} {turn}"))
        if len(made) < WORLD:
            raise ValueError("too few texts with names")
        yield from made[RANK::WORLD][: len(made) // WORLD]


def open_model(path: str) -> tuple[Model, dict]:
    """The averaged weights of a checkpoint, and all that it holds."""
    saved = torch.load(path, weights_only=False)
    model = Model(**{name: saved["options"][name] for name in SIZES})
    model.load_state_dict(saved["averaged"])
    return model, saved


def main():
    options = read_arguments()
    if WORLD > 1:
        dist.init_process_group("gloo")
    torch.manual_seed(100 * options.seed + RANK)
    modulus, rest = HELD_OUT
    copies = [one for i, one in enumerate(load(options.train)) if i % modulus != rest][: options.articles]
    texts = load(options.texts)[: options.articles] if options.texts else []
    dev = [one[0] for one in load(options.dev)][: options.articles]
    sizes = {name: getattr(options, name) for name in SIZES}
    saved = None
    if os.path.exists(options.out):
        saved = torch.load(options.out, weights_only=False)
        model = Model(**sizes)
        model.load_state_dict(saved["last"])
    elif options.begin:
        model, begun = open_model(options.begin)
        if any(begun["options"][name] != sizes[name] for name in SIZES):
            model = prune(model, [one[0] for one in copies], sizes, options.window)
    else:
        model = Model(**sizes)
        model.encoder.load_pretrained(load_file(os.path.join(options.weights, "model.safetensors")))
    teacher = open_model(options.teacher)[0].eval() if options.teacher else None
    corpora, choosing, names_teacher = {}, [], None
    if options.names:
        corpora, choosing = names_data.split(names_data.load(options.names), frozenset(options.leave_out))
        if options.names_teacher:
            names_teacher = open_model(options.names_teacher)[0].eval()
    trained = [p for p in model.parameters() if p.requires_grad]
    own = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [*model.cues.parameters(), *model.arguments.parameters()]
    named = [*model.names.parameters(), *model.references.parameters()]
    rates = ((own, options.rate), (heads, options.head_rate), (named, options.names_rate))
    optimiser = torch.optim.AdamW([{"params": some, "base": rate} for some, rate in rates], weight_decay=0.01, fused=True)
    average = [p.detach().clone() for p in trained]
    done, step, total = 0, 0, None
    if saved is not None:
        optimiser.load_state_dict(saved["optimiser"])
        average, done, step, total = saved["average"], saved["epoch"], saved["step"], saved["total"]
    if WORLD > 1:
        for p in trained:
            dist.broadcast(p.data, 0)
    started = time.time()
    for epoch in range(done, options.stop_after or options.epochs):
        rng, shared = random.Random(f"{options.seed} {epoch} {RANK}"), random.Random(f"{options.seed} {epoch}")
        read = copies + shared.sample(texts, round(options.texts_share * len(texts)))
        articles = [shared.choice(one[1:]) if one[1:] and shared.random() < options.altered else one[0] for one in read]
        made = batches(windows(articles, shared, options.window), options.batch, shared)
        total = total or len(made) * options.epochs
        sums = torch.zeros(5)
        texts_with_names = endless(corpora, options.names_altered, options.seed, epoch) if options.names else None
        if options.names and epoch > 0:
            # As good as the epoch before left it.
            names_teacher = open_model(options.out)[0].eval()
        model.train()
        for turn, batch in enumerate(made):
            share = (step + 1) / (0.06 * total)
            share = share if share < 1 else max(0.02, 1 - (step - 0.06 * total) / (0.94 * total))
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * share
            optimiser.zero_grad(set_to_none=True)
            mine = batch[RANK::WORLD] or batch[:1]
            loss, parts = losses(model, articles, mine, rng, options.masked, teacher)
            loss.backward()
            if texts_with_names is not None:
                corpus, some = next(texts_with_names)
                named_losses = names_losses.losses(model, corpus, some, options.window, rng, options.masked, names_teacher)
                if sum(named_losses).requires_grad:
                    sum(named_losses).backward()
                parts = (*parts, *named_losses)
            if WORLD > 1:
                exchange(trained)
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            step += 1
            keep = min(options.average, (1 + step) / (10 + step))
            torch._foreach_mul_(average, keep)
            torch._foreach_add_(average, [p.detach() for p in trained], alpha=1 - keep)
            sums[: len(parts)] += torch.stack([part.detach() for part in parts])
            if RANK == 0 and turn % 25 == 24:
                cue, argument, verdict, names, chains = (sums / 25).tolist()
                sums.zero_()
                print(
                    f"epoch {epoch + 1} {turn + 1}/{len(made)} {time.time() - started:.0f} s "
                    f"cues {cue:.3f} arguments {argument:.2f} verdicts {verdict:.3f} names {names:.3f} chains {chains:.3f}",
                    flush=True,
                )
        if RANK == 0:
            save(options, model, trained, average, optimiser, epoch + 1, step, total, dev, choosing)
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


def save(options, model: Model, trained, average, optimiser, epoch: int, step: int, total: int, dev, choosing) -> None:
    """Writes a checkpoint and says how the averaged weights do on the documents for choosing."""
    last = {k: v.clone() for k, v in model.state_dict().items()}
    current = [p.detach().clone() for p in trained]
    for p, value in zip(trained, average):
        p.data.copy_(value)
    averaged = {k: v.clone() for k, v in model.state_dict().items()}
    state = {"last": last, "averaged": averaged, "average": average, "optimiser": optimiser.state_dict()}
    state |= {"epoch": epoch, "step": step, "total": total, "options": vars(options)}
    torch.save(state, options.out + ".part")
    os.replace(options.out + ".part", options.out)
    model.eval()
    found, sums = windows(dev, None, options.window), torch.zeros(3)
    with torch.no_grad():
        for at in range(0, len(found), 8):
            _, parts = losses(model, dev, found[at : at + 8], random.Random(at))
            sums += torch.stack([part.detach() for part in parts])
    cue, argument, verdict = (sums / (len(found) / 8)).tolist()
    print(f"epoch {epoch} on dev: cues {cue:.3f} arguments {argument:.2f} verdicts {verdict:.3f}", flush=True)
    if choosing:
        print(f"epoch {epoch} on the documents for choosing: {names_losses.measure(model, choosing, options.window)}", flush=True)
    for p, value in zip(trained, current):
        p.data.copy_(value)


if __name__ == "__main__":
    main()
