"""What loading needs of a database; one class per kind of database gives it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from types import TracebackType
from typing import Self

from hoinghi.sinks.database.incoming import Incoming


class Database(ABC):
    """A connection inside one transaction.

    As a context manager it commits when the block ends well; after any error, everything is as it
    was before. Errors of the database leave it as ``OutputError``. ``name`` is its address as
    messages may show it, without a password.
    """

    name: str

    @abstractmethod
    def __enter__(self) -> Self: ...

    @abstractmethod
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...

    @abstractmethod
    def execute(self, statement: str) -> None:
        """Run a statement that gives no rows."""

    @abstractmethod
    def fetch(self, query: str) -> list[tuple[object, ...]]:
        """Return all rows of a small answer."""

    @abstractmethod
    def existing(self) -> set[str]:
        """Return the names of the tables where ours are or would be made."""

    @abstractmethod
    def stage(self, table: Incoming) -> None:
        """Make the temporary relation ``incoming_<name>``: the rows of ``table`` and ``row``."""

    @abstractmethod
    def create(self) -> None:
        """Make every table, empty."""

    @abstractmethod
    def drop(self) -> None:
        """Drop every table of ours, whatever their columns."""

    @abstractmethod
    def clear(self) -> None:
        """Empty every table."""

    @abstractmethod
    def may_clear(self) -> bool:
        """Tell whether emptying and filling anew is better than going row by row."""

    @abstractmethod
    def finish(self) -> None:
        """Make all keys and indexes hold, those too that were left out while rows came."""
