"""Every exception that the package raises on purpose, each saying what to do about it.

Messages name the file or value at fault first, then what is wrong, then the way out.
"""

from __future__ import annotations


class HoinghiError(Exception):
    """Base of all errors of this package; catch it to handle any of them."""


class ReadError(HoinghiError):
    """An input could not be read; the run records it in ``documents`` as ``failed`` and goes on.

    ``passing`` tells that the input itself is not to blame (a disk, a right, a file half written),
    so that the next run reads it anew.
    """

    def __init__(self, source: str, problem: str, advice: str, passing: bool = False) -> None:  # noqa: FBT001, FBT002 - pickled by place
        super().__init__(f"{source}: {problem}; {advice}")
        self.source = source
        self.problem = problem
        self.advice = advice
        self.passing = passing

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, str, bool]]:
        """Pickle by the arguments, so that the error crosses a process boundary."""
        return type(self), (self.source, self.problem, self.advice, self.passing)


class UsageError(HoinghiError):
    """The caller asked for something that cannot be done (a missing path, a wrong option)."""


class OutputError(HoinghiError):
    """The output folder or the database cannot be written."""


class LockedError(HoinghiError):
    """Another run is writing to the same output folder."""


class WorkerError(HoinghiError):
    """The processes that read cannot be started, or the cluster is lost; running again resumes."""


class StoppedError(HoinghiError):
    """The run was stopped on request; running again resumes."""


class SettingsError(HoinghiError):
    """A setting has an unknown name or an impossible value."""


class GoldError(HoinghiError):
    """An annotated file breaks the guidelines or cannot be parsed."""


class CorrectionsError(HoinghiError):
    """The decisions of a folder cannot be read, or one of them cannot be made."""


class ResourceError(HoinghiError):
    """A gazetteer, catalogue or trained model is missing or damaged."""


class ModelWarning(UserWarning):
    """No trained model is installed, so that the rules read alone."""
