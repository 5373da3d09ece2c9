# One button each: `make demo` shows what Foedus does, `make test` proves that it does it.
# Both set themselves up in .venv from python3 and pip alone, without root.

PYTHON ?= python3
TIMES ?= 1
BIN := .venv/bin
FOEDUS := $(BIN)/python -m foedus

.PHONY: demo test promises gallery reference clean

demo: .venv/.foedus
	@$(FOEDUS) report paris-2026 -o build/paris-2026

test: .venv/.dev
	$(BIN)/python -m ruff check framework tests
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest -n auto

promises: .venv/.dev
	$(BIN)/python tests/promises --times $(TIMES)

gallery: .venv/.foedus
	$(FOEDUS) gallery

reference: .venv/.foedus
	$(FOEDUS) reference

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.foedus: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/.dev: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@ .venv/.foedus

clean:
	rm -rf .venv build dist
