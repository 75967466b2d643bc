"""The controlled vocabulary of what meetings are about."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from hoinghi.errors import ResourceError


@lru_cache(maxsize=1)
def load_topics() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each topic with the pattern, over folded text, that shows it in a meeting's name.

    Raises:
        ResourceError: A line of ``topics.tsv`` has not two columns.
    """
    lines = (files("hoinghi.resources") / "topics.tsv").read_text("utf-8").splitlines()[1:]
    topics: list[tuple[str, re.Pattern[str]]] = []
    for number, line in enumerate(lines, start=2):
        topic, tab, words = line.partition("\t")
        if not tab or not words:
            raise ResourceError(f"topics.tsv, line {number}: no words; write topic<TAB>a|b|c")
        pattern = "|".join(re.escape(word) for word in words.split("|"))
        topics.append((topic, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")))
    return tuple(topics)
