# make demo   sets everything up, reads the shipped samples and makes a report of them
# make test   sets everything up, checks the code and passes all tests

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out/demo
# Reading processes start often in the tests: let Python keep what it compiled, whatever is set.
export PYTHONDONTWRITEBYTECODE :=
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: demo test check bench clean

demo: $(VENV)/.installed
	$(BIN)/hoinghi extract corpus/samples --out $(OUT)
	$(BIN)/hoinghi report $(OUT) --to $(OUT)/bao-cao

test: check
	sh tools/install_test_packages.sh
	$(BIN)/pytest -n auto --maxprocesses 4 --dist loadfile

check: $(VENV)/.installed-dev
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pre-commit run --all-files --show-diff-on-failure

bench: $(VENV)/.installed-dev
	$(BIN)/python tests/bench/bench_speed.py
	$(BIN)/python tests/bench/bench_speed.py --articles made
	$(BIN)/python tests/bench/bench_dates.py
	$(BIN)/python tests/bench/bench_places.py
	$(BIN)/python tests/bench/bench_pages.py
	$(BIN)/python tests/bench/bench_encodings.py
	$(BIN)/python tests/bench/bench_rows.py
	$(BIN)/python tests/bench/bench_documents.py
	$(BIN)/python tests/bench/bench_duplicates.py
	$(BIN)/python tests/bench/bench_language.py
	$(BIN)/python tests/bench/bench_finish.py
	$(BIN)/python tests/bench/bench_load.py
	$(BIN)/python tests/bench/bench_report.py
	$(BIN)/python tests/bench/bench_page.py
	$(BIN)/python tests/bench/scale.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
		|| { echo "Python 3.11, 3.12 or 3.13 is needed: make PYTHON=/path/to/python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "The venv module is missing; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(PIP) install -e ".[report]"
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(PIP) install -e ".[dev]"
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) out build dist
