def test_good_gold_is_counted(hoinghi, gold):
    result = hoinghi("check", gold)
    assert (result.exit_code, result.stdout) == (0, "1 document, no problem\n")


def test_a_problem_is_printed_and_ends_with_one(hoinghi, gold):
    gold.write_text(
        gold.read_text(encoding="utf-8").replace("2024-04-23", "23/4"), encoding="utf-8"
    )
    result = hoinghi("check", gold)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{gold}: c1: DATE 'Sáng 23/4' at 0: ")


def test_a_missing_file_is_wrong_usage_without_a_traceback(hoinghi, tmp_path):
    result = hoinghi("check", tmp_path / "absent.xml")
    assert result.exit_code == 2
    assert result.stderr == f"Error: {tmp_path / 'absent.xml'}: no such file; check the path\n"
