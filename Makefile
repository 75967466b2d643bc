# make demo   sets everything up and reads the shipped samples
# make test   sets everything up, checks the code and passes all tests

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out/demo
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: demo test check bench clean

demo: $(VENV)/.installed
	$(BIN)/hoinghi extract corpus/samples --out $(OUT)

test: check
	sh tools/install_test_packages.sh
	$(BIN)/pytest

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
	$(BIN)/python tests/bench/scale.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
		|| { echo "Python 3.11, 3.12 or 3.13 is needed: make PYTHON=/path/to/python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "The venv module is missing; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(PIP) install -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(PIP) install -e ".[dev]"
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) out build dist
