"""Trains the chains, several side by side, each in a process of its own."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pycrfsuite

from hoinghi.errors import UsageError
from hoinghi.stages.names import CHAINS, SUFFIX, features
from hoinghi.training.config import TrainingConfig
from hoinghi.training.examples import Example

_EXAMPLES: list[Example] = []  # of a worker process, which gets them once


def train_chain(
    examples: Iterable[Example], layer: str, file: Path, config: TrainingConfig
) -> None:
    """Train the chain of ``layer`` on ``examples`` and write it to ``file``."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": config.c1, "c2": config.c2, "max_iterations": config.iterations})
    for example in examples:
        tags = example.tags[layer]
        columns = example.columns
        for (first, stop), rows in zip(columns.lines, features(columns), strict=True):
            trainer.append(pycrfsuite.ItemSequence(rows), tags[first:stop])
    trainer.train(str(file))


def train_chains(
    examples: Sequence[Example],
    parts: Sequence[tuple[Path, frozenset[str]]],
    config: TrainingConfig,
) -> None:
    """Train all chains once a part.

    Args:
        examples: Every example that any part learns from.
        parts: A folder for the chains, and the ids of the documents that they learn from.
        config: Penalties, iterations, workers.
    """
    jobs = [(layer, folder, ids, config) for folder, ids in parts for layer in CHAINS]
    jobs.sort(key=lambda job: CHAINS.index(job[0]))  # the longest first
    with ProcessPoolExecutor(
        config.workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_take,
        initargs=(list(examples),),
    ) as pool:
        try:
            for future in [pool.submit(_train, *job) for job in jobs]:
                future.result()
        except BrokenProcessPool as error:
            raise UsageError(
                "a training process was ended, most likely for want of memory; set workers = 1"
            ) from error
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _take(examples: list[Example]) -> None:
    _EXAMPLES[:] = examples


def _train(layer: str, folder: Path, ids: frozenset[str], config: TrainingConfig) -> None:
    chosen = (example for example in _EXAMPLES if example.origin in ids)
    train_chain(chosen, layer, folder / f"{layer}{SUFFIX}", config)
