"""Settings: which source wins, and what a wrong name or value says."""

from __future__ import annotations

import pytest

from hoinghi.errors import SettingsError
from hoinghi.settings import Settings


def test_arguments_beat_the_environment_and_that_beats_the_file(tmp_path):
    path = tmp_path / "hoinghi.toml"
    path.write_text('text_column = "a"\ntitle_column = "b"\ndate_column = "c"\n', encoding="utf-8")
    env = {"HOINGHI_TITLE_COLUMN": "tiêu đề", "HOINGHI_MAX_CHARACTERS": "500", "HOME": "/x"}
    settings = Settings.load(path, env, max_characters=9, url_column=None)
    assert settings == Settings("a", "tiêu đề", "c", "url", 9)


def test_a_misspelt_name_is_told_with_the_right_one():
    with pytest.raises(SettingsError, match="text_colum; did you mean text_column"):
        Settings.load(env={}, text_colum="x")
    with pytest.raises(SettingsError, match="environment: unknown setting speed"):
        Settings.load(env={"HOINGHI_SPEED": "11"})


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("max_characters = true", "must be a whole number"),
        ('max_characters = "many"', "must be a whole number"),
        ("max_characters = 0", "must be 1 or more"),
        ("text_column = 3", "must be text"),
        ('text_column = " "', "is empty"),
        ("text_column = ", "not a TOML file"),
    ],
)
def test_an_impossible_value_names_the_setting(tmp_path, line, message):
    path = tmp_path / "hoinghi.toml"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(SettingsError, match=message):
        Settings.load(path, {})


def test_numbers_from_the_environment_are_checked():
    with pytest.raises(SettingsError, match="HOINGHI_MAX_CHARACTERS = '1e6'"):
        Settings.load(env={"HOINGHI_MAX_CHARACTERS": "1e6"})


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(SettingsError, match=r"none\.toml"):
        Settings.load(tmp_path / "none.toml", {})
