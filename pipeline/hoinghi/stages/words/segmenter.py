"""underthesea's word segmenter: its tokeniser and its model, scored and decoded here.

Its own featurizer and tagger hand some forty strings a token from Python to Rust and back. The
weights of its model are read instead, and give the same words. Where a release keeps its model
in another form, ``underthesea.word_tokenize`` is called as it is.
"""

from __future__ import annotations

import pickle
import struct
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path

from underthesea import word_tokenize
from underthesea.pipeline import word_tokenize as underthesea_words
from underthesea.pipeline.word_tokenize import regex_tokenize

from hoinghi.stages.words.model import Model, read_model
from hoinghi.stages.words.scores import Scores, Token

_BUNDLE = "ws_crf_vlsp2013_20230727"
_MISSING = (AttributeError, LookupError, OSError, TypeError)
_OTHER = (ValueError, struct.error, pickle.UnpicklingError)
_KEPT = 2**14  # tokens, and units between spaces, that are kept: they come again and again


def segment(text: str) -> list[str]:
    """Return the words of one line, exactly as ``underthesea.word_tokenize`` has them.

    Args:
        text: One line, NFC, in the new tone style that the model knows.
    """
    return _segmenter()(text)


@cache
def _segmenter() -> Callable[[str], list[str]]:
    try:
        return _fast()
    except (*_MISSING, *_OTHER):
        return _plain


def _plain(text: str) -> list[str]:
    words: list[str] = word_tokenize(text, use_token_normalize=False)
    return words


def _fast() -> Callable[[str], list[str]]:
    """Return the segmenter that weighs and decodes by itself.

    Raises:
        AttributeError, LookupError, OSError, TypeError: This release keeps its parts elsewhere.
        ValueError, struct.error, UnpicklingError: They are of another form.
    """
    folder = _folder()
    model = read_model((folder / "models.bin").read_bytes())
    # Part of the installed library, as its code is; joblib, which wrote them, reads them slowly.
    templates, words = (
        pickle.loads((folder / name).read_bytes())  # noqa: S301
        for name in ("features.bin", "dictionary.bin")
    )
    scores = Scores(templates, words, model.weights)

    token = lru_cache(_KEPT)(scores.token)

    @lru_cache(_KEPT)
    def tokens(unit: str) -> tuple[Token, ...]:
        return tuple(map(token, _tokens(unit)))

    def segmented(text: str) -> list[str]:
        # No token holds a space. The last unit stands at the end, which the tokeniser looks at.
        *units, last = text.split() or [""]
        line = [token for unit in units for token in tokens(unit + " ")]
        line += tokens(last)
        return _words(line, _goes_on(scores(line), model)) if line else []

    return segmented


def _folder() -> Path:
    return Path(underthesea_words.__file__).parent / "models" / _BUNDLE


def _tokens(text: str) -> list[str]:
    """Return what ``regex_tokenize.tokenize`` does, which also looks up each token's kind."""
    normal = regex_tokenize.normalize_characters_in_text(text)
    return [match[0] for match in regex_tokenize.patterns.finditer(normal)]


def _goes_on(scores: Iterable[float], model: Model) -> list[bool]:
    """Tell of each token whether it goes on with the word before it, by the best path.

    A Viterbi search, which for two labels needs but the lead of the second over the first.
    """
    (begin_begin, begin_on), (on_begin, on_on) = model.steps
    scores = iter(scores)
    lead = next(scores)
    came: list[tuple[bool, bool]] = []  # whether the best way to each label is from going on
    for score in scores:
        to_begin, to_on = lead + on_begin > begin_begin, lead + on_on > begin_on
        came.append((to_begin, to_on))
        best = lead + on_on if to_on else begin_on
        lead = score + best - (lead + on_begin if to_begin else begin_begin)
    on = [lead > 0]
    for to_begin, to_on in reversed(came):
        on.append(to_on if on[-1] else to_begin)
    on.reverse()
    return on


def _words(tokens: list[Token], goes_on: list[bool]) -> list[str]:
    words: list[str] = []
    for token, inside in zip(tokens, goes_on, strict=True):
        if inside and words:
            words[-1] += " " + token.text
        else:
            words.append(token.text)
    return words
