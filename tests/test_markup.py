from hoinghi.markup import harmless, steps
from hoinghi.records import Mention


def brackets(text, *spans):
    mentions = [Mention(start, end, label, "", None, "test") for start, end, label in spans]
    return "".join(
        text[step.start : step.end]
        if step.kind == "text"
        else f"<{step.mention.label}>"
        if step.kind == "open"
        else f"</{step.mention.label}>"
        for step in steps(len(text), mentions)
    )


def test_a_span_inside_another_closes_first():
    assert brackets("abcdef", (0, 6, "ORG"), (2, 6, "LOC")) == "<ORG>ab<LOC>cdef</LOC></ORG>"
    assert brackets("abcdef", (1, 3, "LOC"), (0, 4, "ORG")) == "<ORG>a<LOC>bc</LOC>d</ORG>ef"


def test_a_crossing_span_comes_in_two():
    assert brackets("abcdef", (0, 4, "A"), (2, 6, "B")) == "<A>ab<B>cd</B></A><B>ef</B>"


def test_neighbours_do_not_nest():
    assert brackets("abcd", (0, 2, "A"), (2, 4, "B")) == "<A>ab</A><B>cd</B>"


def test_spans_outside_the_text_and_empty_ones_are_left_out():
    assert brackets("ab", (1, 9, "A"), (-1, 1, "B"), (1, 1, "C")) == "ab"


def test_no_text_is_lost_without_spans():
    assert brackets("Đại hội") == "Đại hội"
    assert brackets("") == ""


def test_control_characters_are_made_harmless_at_the_same_length():
    raw = "a\x1b[31m\x00b\r\nc\td\u202ee"
    assert harmless(raw) == "a\ufffd[31m\ufffdb \nc\td\ufffde"
    assert len(harmless(raw)) == len(raw)
