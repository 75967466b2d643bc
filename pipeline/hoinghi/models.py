"""Finds the spaCy pipeline that the package ships: its stages, their order and settings."""

from __future__ import annotations

from pathlib import Path

from hoinghi.errors import ResourceError

NAME = "vi_hoinghi"


def model_path() -> Path:
    """Return the folder of the shipped pipeline (``config.cfg`` and its card).

    Inside the wheel it lies in the package; in a checkout it is ``models/vi_hoinghi``.

    Raises:
        ResourceError: Neither is there.
    """
    package = Path(__file__).parent
    for folder in (package / "model", package.parents[1] / "models" / NAME):
        if (folder / "config.cfg").is_file():
            return folder
    raise ResourceError(f"the pipeline {NAME} is missing; install hoinghi again")
