"""Every exception that the package raises on purpose, each saying what to do about it.

Messages name the file or value at fault first, then what is wrong, then the way out.
"""

from __future__ import annotations


class HoinghiError(Exception):
    """Base of all errors of this package; catch it to handle any of them."""


class ReadError(HoinghiError):
    """An input could not be read; the run records it in ``documents`` as ``failed`` and goes on."""

    def __init__(self, source: str, problem: str, advice: str) -> None:
        super().__init__(f"{source}: {problem}; {advice}")
        self.source = source
        self.problem = problem
        self.advice = advice

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, str]]:
        """Pickle by the three arguments, so that the error crosses a process boundary."""
        return type(self), (self.source, self.problem, self.advice)


class UsageError(HoinghiError):
    """The caller asked for something that cannot be done (a missing path, a wrong option)."""


class OutputError(HoinghiError):
    """The output folder or the database cannot be written."""


class SettingsError(HoinghiError):
    """A setting has an unknown name or an impossible value."""


class GoldError(HoinghiError):
    """An annotated file breaks the guidelines or cannot be parsed."""


class ResourceError(HoinghiError):
    """A gazetteer, catalogue or trained model is missing or damaged."""


class ModelWarning(UserWarning):
    """No trained model is installed, so that the rules read alone."""
