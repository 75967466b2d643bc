import json
import os
import subprocess
import sys
from datetime import date, datetime

import pytest

from hoinghi.stages import dates as stage

NEWS = "2024-04-24"


def rows(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def start(*arguments, **options):
    code = "from hoinghi.cli import main; main(prog_name='hoinghi')"
    # A locale of ASCII: neither reading nor writing may hang on it.
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    return subprocess.Popen(
        [sys.executable, "-c", code, "dates", *arguments], env=environment, **options
    )


def test_a_text_is_answered_with_an_object_per_date(hoinghi):
    result = hoinghi("dates", "Sáng 23/4, họp; năm 2023 thì không.", "--published", NEWS)
    assert result.exit_code == 0
    first, second = rows(result)
    assert first == {
        "text": "Sáng 23/4",
        "start": 0,
        "end": 9,
        "value": "2024-04-23TMO",
        "type": "TIME",
        "grain": "day part",
        "start_date": "2024-04-23",
        "end_date": "2024-04-23",
        "anchor": "published",
        "rule": "point",
    }
    assert (second["value"], second["end_date"]) == ("2023", "2023-12-31")


def test_without_publication_the_year_stays_unknown(hoinghi):
    (row,) = rows(hoinghi("dates", "ngày 23/4"))
    assert (row["value"], row["start_date"], row["anchor"]) == ("XXXX-04-23", None, "none")


def test_several_texts_are_told_apart(hoinghi):
    found = rows(hoinghi("dates", "năm 2023", "không có", "ngày 1/2/2024 và ngày 5/6/2024"))
    assert [(row["line"], row["value"]) for row in found] == [
        (1, "2023"),
        (3, "2024-02-01"),
        (3, "2024-06-05"),
    ]


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_every_line_of_standard_input_is_a_text(hoinghi, arguments):
    lines = "\ufeffngày 1/2/2024\r\n\nTin\x1c ngày 2/3/2024 \u2028 tin\nngày 3/4/2024"
    found = rows(hoinghi("dates", *arguments, input=lines.encode()))
    assert [(row["line"], row["start"], row["end"], row["value"]) for row in found] == [
        (1, 0, 13, "2024-02-01"),
        (3, 5, 18, "2024-03-02"),
        (4, 0, 13, "2024-04-03"),
    ]


def test_offsets_count_the_characters_of_the_line_as_it_came(hoinghi):
    line = "Sa\u0301ng 23/4/2024\n"  # NFD
    (row,) = rows(hoinghi("dates", input=line.encode()))
    assert (row["text"], row["start"], row["end"]) == (line.strip(), 0, len(line) - 1)


def test_lines_before_a_damaged_one_are_answered(hoinghi):
    result = hoinghi("dates", input="năm 2023\n".encode() + b"n\xe3m 2024\n")
    assert result.exit_code == 2
    assert [row["value"] for row in rows(result)] == ["2023"]
    assert result.stderr.startswith("Error: standard input, line 2: it is no UTF-8")


def test_a_line_that_is_too_long_is_refused(hoinghi, monkeypatch):
    monkeypatch.setattr(sys.modules["hoinghi.cli.dates"], "_LONGEST_LINE", 20)
    result = hoinghi("dates", input="năm 2023 và năm 2024 và năm 2025".encode())
    assert result.exit_code == 2
    assert "line 1: it has more than 20 bytes" in result.stderr


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2024-04-24", date(2024, 4, 24)),
        ("2024-04-24T14:30", datetime(2024, 4, 24, 14, 30)),
        ("2024-04-24T14:30:15", datetime(2024, 4, 24, 14, 30, 15)),
    ],
)
def test_publication_is_a_day_or_a_day_with_its_time(hoinghi, monkeypatch, written, moment):
    given = []
    monkeypatch.setattr(stage, "find_dates", lambda text, published: given.append(published) or [])
    assert hoinghi("dates", "tin", "--published", written).exit_code == 0
    assert given == [moment]
    assert type(given[0]) is type(moment)


@pytest.mark.parametrize("written", ["24/4/2024", "2024-02-30", "2024-04-24T25:00", "hôm nay", ""])
def test_a_publication_that_is_no_day_is_wrong_usage(hoinghi, written):
    result = hoinghi("dates", "năm 2023", "--published", written)
    assert result.exit_code == 2
    assert "write 2024-04-24 or 2024-04-24T14:30" in result.stderr
    assert "Usage: " in result.stderr


@pytest.mark.parametrize("arguments", [("-", "năm 2023"), ("n\udce3m 2023",)])
def test_texts_that_cannot_be_read_are_wrong_usage(hoinghi, arguments):
    result = hoinghi("dates", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: ")


def test_output_is_utf8_whatever_the_locale():
    done = start("Sáng 23/4/2024", stdout=subprocess.PIPE).communicate()[0]
    assert json.loads(done)["text"] == "Sáng 23/4/2024"


def test_answers_come_while_lines_are_still_to_come_and_a_closed_pipe_is_no_traceback():
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with start(**pipes) as process:
        line = "ngày 1/2/2024\n".encode()
        process.stdin.write(line * 1000)  # the answers are more than a pipe holds
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["value"] == "2024-02-01"
        process.stdout.close()
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1
