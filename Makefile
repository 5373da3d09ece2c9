# One button each: `make demo` shows what Foedus does, `make test` proves that it does it.
# Both set themselves up in .venv from python3 and pip alone, without root.

PYTHON ?= python3
TIMES ?= 1
BIN := .venv/bin
FOEDUS := $(BIN)/python -m foedus

.PHONY: demo test promises gallery reference site wheel sbom lowest clean

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

# The documentation as a static site that works offline: build/site/index.html.
site: .venv/.dev
	$(BIN)/python -m sphinx -q -n -W -c framework/docs/site -b html . build/site

# The source distribution and the wheel in dist/, tried where nothing else is installed.
wheel:
	.ci/wheel $(PYTHON)

# What an installation holds, as CycloneDX: build/foedus.cdx.json.
sbom:
	$(PYTHON) -m venv --clear build/installed
	build/installed/bin/python -m pip install --quiet --disable-pip-version-check ".[office,pdf]"
	$(PYTHON) -m venv build/tools
	build/tools/bin/python -m pip install --quiet --disable-pip-version-check cyclonedx-bom
	build/tools/bin/cyclonedx-py environment --pyproject pyproject.toml --mc-type library \
	  --output-reproducible --output-file build/foedus.cdx.json build/installed

# The tests with the oldest versions of everything that pyproject.toml names.
lowest:
	$(PYTHON) -m venv build/lowest
	build/lowest/bin/python -m pip install --quiet --disable-pip-version-check uv
	build/lowest/bin/python -m uv pip install --quiet --python build/lowest/bin/python \
	  --resolution lowest-direct --editable ".[dev]"
	build/lowest/bin/python -m pytest -n auto $(TESTS)

clean:
	rm -rf .venv build dist
