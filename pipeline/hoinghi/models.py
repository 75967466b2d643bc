"""Finds what the package ships of its pipeline: the stages and settings, and the trained parts."""

from __future__ import annotations

import hashlib
import json
import warnings
from pathlib import Path

from hoinghi.errors import ModelWarning, ResourceError

NAME = "vi_hoinghi"
CONFIG = "config.cfg"
META = "meta.json"  # what training says of a model; written last, so that it marks a whole one
NO_MODEL = "none"  # the name of no model: rules and lists alone


def pipeline_path() -> Path:
    """Return the folder of the shipped pipeline (``config.cfg``, trained parts and their card).

    Inside the wheel it lies in the package; in a checkout it is ``models/vi_hoinghi``.

    Raises:
        ResourceError: Neither is there.
    """
    package = Path(__file__).parent
    for folder in (package / "model", package.parents[1] / "models" / NAME):
        if (folder / CONFIG).is_file():
            return folder
    raise ResourceError(f"the pipeline {NAME} is missing; install hoinghi again")


def has_model(folder: Path) -> bool:
    """Tell whether ``folder`` holds a trained model, whole or not."""
    return (folder / META).is_file()


def warn_of_no_model() -> None:
    """Warn that no model is installed, so that rules and lists read alone."""
    warnings.warn(
        f"{pipeline_path()} holds no trained model: rules and lists read alone, and miss more "
        "names; hoinghi train makes one, installing hoinghi again brings the shipped one",
        ModelWarning,
        stacklevel=4,
    )


def check_model(folder: Path) -> None:
    """Check that the files of a trained model are those that training wrote.

    Raises:
        ResourceError: There is no model, or a file of it is missing, cut short or another.
    """
    advice = "name a folder that hoinghi train wrote"
    try:
        files: dict[str, str] = json.loads((folder / META).read_text("utf-8"))["files"]
        for name, wanted in files.items():
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != wanted:
                raise ResourceError(f"{folder / name}: not as it was trained; {advice}")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ResourceError(f"{folder}: no trained model ({error}); {advice}") from error
