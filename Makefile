# Everything a fresh Debian or Ubuntu machine needs beyond Python is set up here.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEVELOPED := $(VENV)/.developed

.PHONY: run test check bench screens clean

run: $(READY)
	@$(BIN)/python packaging/libraries.py
	@$(BIN)/python packaging/run.py

test: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n auto --dist worksteal

check: $(DEVELOPED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench

screens: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screens

$(READY): pyproject.toml packaging/setup.sh packaging/libraries.py
	@sh packaging/setup.sh "$(PYTHON)" "$(VENV)"
	@touch $@

$(DEVELOPED): $(READY)
	$(BIN)/python -m pip install -q -e '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
