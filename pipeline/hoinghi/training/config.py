"""What a training run may be told, from a TOML file such as ``models/configs/vi_hoinghi.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from hoinghi.errors import SettingsError


@dataclass(frozen=True, slots=True)
class TrainingConfig:
    """The settings of a run; the same settings and gold give the same model.

    Attributes:
        split: Which documents it learns from: ``train``, or ``all`` (then ``--split test`` of
            ``hoinghi evaluate`` says nothing any more).
        folds: Parts of the cross-validation; a document's part is a hash of its id.
        c1: L1 penalty of the chains; the larger, the fewer weights and the smaller the model.
        c2: L2 penalty of the chains.
        iterations: Steps of L-BFGS (OWL-QN) at most.
        judge_c2: L2 penalty of the judge.
        trust_c2: L2 penalty of the weights that say how far a meeting's record can be trusted.
        copies: Made-up copies of every article to learn from besides (``augment.py``), 0 for none.
        seed: Seed of the made-up copies.
        workers: Processes that train chains side by side.
    """

    split: str = "train"
    folds: int = 5
    c1: float = 0.05
    c2: float = 0.02
    iterations: int = 80
    judge_c2: float = 1.0
    trust_c2: float = 3.0
    copies: int = 1
    seed: int = 5
    workers: int = 2

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            kinds = (int, float) if isinstance(field.default, float) else (type(field.default),)
            if not isinstance(value, kinds) or isinstance(value, bool):
                raise SettingsError(f"training: {field.name} = {value!r} has the wrong type")
        if self.split not in {"train", "all"}:
            raise SettingsError(f"training: split = {self.split!r}; it must be train or all")
        if self.folds < 2 or self.iterations < 1 or self.workers < 1:
            raise SettingsError("training: folds must be 2 or more, iterations and workers 1")
        if min(self.copies, self.c1, self.c2, self.judge_c2, self.trust_c2) < 0:
            raise SettingsError("training: copies and penalties must be 0 or more")

    @classmethod
    def load(cls, path: Path) -> TrainingConfig:
        """Return the settings of a TOML file with the names of the fields as top-level keys.

        Raises:
            SettingsError: The file cannot be read, a name is unknown or a value impossible.
        """
        try:
            values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except OSError as error:
            raise SettingsError(
                f"{path}: cannot be read ({error.strerror}); check the path"
            ) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"{path}: not a TOML file in UTF-8 ({error})") from error
        unknown = values.keys() - {field.name for field in fields(cls)}
        if unknown:
            known = ", ".join(field.name for field in fields(cls))
            raise SettingsError(f"{path}: unknown setting {min(unknown)}; known are {known}")
        return cls(**values)
