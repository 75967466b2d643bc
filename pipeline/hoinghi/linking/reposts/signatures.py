"""A small fingerprint of an article, by which those that share much text are found."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from rensa import RMinHash

from hoinghi.linking.reposts.tokens import facts_of, plain_words
from hoinghi.stages.layout import find_regions, mask, unwrap
from hoinghi.text import nfc

TEXT_HASHES: Final = 128  # minima over runs of three words
FACT_HASHES: Final = 16  # minima over numbers and names, each with the word before
SIZE: Final = 4 * (1 + TEXT_HASHES + FACT_HASHES)
"""Bytes of a signature, and with its key all that is kept of an article until the end."""

_RUN: Final = 3
_FEWEST: Final = 25  # words; what is shorter is a heading or a caption, and no proof of anything
_LONG_LINE: Final = 10  # words
_SEED: Final = 20_240_423


def signature(body: str) -> bytes:
    """Return the fingerprint of an article, ``SIZE`` bytes, the same on every machine.

    Args:
        body: The article without its furniture (``Reading.body`` or ``body_of``), in NFC.

    Returns:
        The count of its letters and the minima, as unsigned 32-bit numbers; no bytes for one
        that is too short to be compared.
    """
    words = plain_words(body)
    if len(words) < _FEWEST:
        return b""
    runs = [" ".join(run) for run in zip(*(words[at:] for at in range(_RUN)), strict=False)]
    facts = _minima(facts_of(body), FACT_HASHES)
    made = [[sum(map(len, words))], _minima(runs, TEXT_HASHES), facts]
    return np.concatenate([np.asarray(part, dtype="<u4") for part in made]).tobytes()


def body_of(text: str, title: str | None = None) -> str:
    """Return an article's text without its furniture.

    A longer line of furniture in the midst of it (``Mọi thắc mắc xin liên hệ bà ...``) stays: it
    may be all that tells two notices apart.
    """
    text = unwrap(nfc(text))
    regions = list(find_regions(text, title=title))
    told = [at for at, region in enumerate(regions) if region.kind == "body"]
    for at in range(told[0], told[-1]) if told else ():
        region = regions[at]
        if len(text[region.start : region.end].split()) >= _LONG_LINE:
            regions[at] = replace(region, kind="body")
    return mask(text, regions)


def _minima(tokens: list[str], count: int) -> list[int]:
    made = RMinHash(count, _SEED)  # the calls for many sets wake a pool of threads for each
    made.update(tokens)
    minima: list[int] = made.digest()
    return minima
