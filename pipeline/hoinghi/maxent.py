"""A maximum-entropy model of two answers: how likely is what these signs speak of right?

CRFsuite's chains of length one are such models; the recogniser has CRFsuite anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp
from pathlib import Path

from hoinghi.crfsuite import read_weights

Signs = Mapping[str, float]
_RIGHT, _WRONG = "right", "wrong"
_FAR = 700.0  # beyond, no float holds the exponential


class MaxEnt:
    """The weights of a trained model."""

    def __init__(self, file: Path) -> None:
        """Open ``file``.

        Raises:
            OSError: It is missing.
            ValueError: It is no model.
        """
        self._file = file
        learnt = read_weights(file)
        right, wrong = map(learnt.labels.index, (_RIGHT, _WRONG))
        lead = learnt.state[:, right] - learnt.state[:, wrong]
        self._lead = dict(zip(learnt.attributes, lead.tolist(), strict=True))

    def __reduce__(self) -> tuple[type[MaxEnt], tuple[Path]]:
        """Pickle by the file, so that pipelines cross process boundaries."""
        return type(self), (self._file,)

    def probability(self, signs: Signs) -> float:
        """Return how likely the thing that has ``signs`` is right (0-1)."""
        # CRFsuite says the same, but takes each sign from Python by its name.
        weight = self._lead.get
        lead = sum([weight(sign, 0.0) * value for sign, value in signs.items()])
        return 1.0 / (1.0 + exp(min(-lead, _FAR)))


def fit(answers: Iterable[tuple[Signs, bool]], file: Path, *, c2: float, iterations: int) -> bool:
    """Learn the weights of signs from right and wrong things, and write them to ``file``.

    Args:
        answers: The signs of each thing, and whether it is right.
        file: Where the weights go; the same answers give the same file.
        c2: L2 penalty.
        iterations: Steps of L-BFGS at most.

    Returns:
        Whether there was anything to learn: all right or all wrong teaches nothing, and no file
        is written.
    """
    import pycrfsuite  # noqa: PLC0415 - only training needs it

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c2": c2, "max_iterations": iterations})
    seen: set[bool] = set()
    for signs, right in answers:
        seen.add(right)
        trainer.append(pycrfsuite.ItemSequence([signs]), [_RIGHT if right else _WRONG])
    if len(seen) < 2:
        return False
    trainer.train(str(file))
    return True
