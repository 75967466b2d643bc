"""Words and sentences by underthesea, and the syllables that spaCy's tokens are."""

from hoinghi.stages.words.finder import find_sentences, find_words, syllables

__all__ = ["find_sentences", "find_words", "syllables"]
