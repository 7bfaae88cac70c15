# Eventwire: every command sets up what it needs, in .venv, from the lock files.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
ARGS   ?=
COMPILED := build/compiled
EXAM   ?= ../shared/exam

.DEFAULT_GOAL := help
.PHONY: help demo test check bench compiled exam soak lock clean

help:  ## what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

# A fresh environment holds exactly what the lock names. `.runtime` runs Eventwire, `.dev` tests it as well.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Eventwire needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1). Name another: make PYTHON=python3.12 ..." >&2; exit 1; }
	@echo "setting up $(VENV) ..." >&2
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@ $(wildcard $(VENV)/.dev)

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.runtime  ## pages to events on an embedded broker; ARGS="--once PATH" for your own pages
	@$(BIN)/eventwire demo $(ARGS)

test: $(VENV)/.dev  ## all tests; those of the real broker need Java and Maven
	@$(BIN)/python -m pytest $(ARGS)

check: $(VENV)/.dev  ## linters, types, layers, published schemas
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo "not formatted: run $(BIN)/ruff format ." >&2; exit 1; }
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m compileall -q agents schemas

# The sources are never compiled in place: a library older than its source would be run in its stead. What this makes is a wheel
# in dist/, and its content in build/compiled/, for the benchmarks.
$(COMPILED)/.done: $(shell find agents schemas -name '*.py') ops/compile.py pyproject.toml | $(VENV)/.dev
	@command -v cc >/dev/null && $(BIN)/python -c 'import sysconfig; open(sysconfig.get_paths()["include"] + "/Python.h")' 2>/dev/null || { echo "a compiled build needs a C compiler and Python's headers (Debian: gcc, python3-dev)" >&2; exit 1; }
	@echo "compiling, a minute or two ..." >&2
	@rm -rf $(COMPILED) dist/eventwire-*.whl
	@HATCH_BUILD_HOOK_ENABLE_CUSTOM=true $(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .
	@$(BIN)/python -m zipfile -e dist/eventwire-*.whl $(COMPILED)
	@touch $@

compiled: $(COMPILED)/.done  ## a wheel in dist/ whose inner loops are compiled (needs a C compiler and Python's headers)

bench: $(VENV)/.dev  ## pages, articles and records a second, beside the peers (the last needs Java and Maven)
	@for name in clean tag; do echo "== $$name"; $(BIN)/python -m ops.bench.$$name || exit 1; done
	@if $(MAKE) --no-print-directory compiled; then echo "== tag, compiled"; PYTHONPATH=$(COMPILED) $(BIN)/python -P -m ops.bench.tag; fi
	@echo "== runtime"; $(BIN)/python -m ops.bench.runtime

exam: $(VENV)/.dev  ## scores on gold data, where EXAM (default ../shared/exam) holds it
	@test -f $(EXAM)/score.py || { echo "no gold data at $(EXAM); name its folder: make exam EXAM=..." >&2; exit 1; }
	@$(BIN)/python $(EXAM)/score.py clean --command "$(BIN)/eventwire clean --jobs 2" $(ARGS)
	@$(BIN)/python $(EXAM)/score.py tag --command "$(BIN)/eventwire tag --jobs 2" $(ARGS)
	@$(BIN)/python $(EXAM)/score.py seed --command "$(BIN)/eventwire clean" --tag "$(BIN)/eventwire tag"
	@$(BIN)/python -m tests.tag.gold

soak: $(VENV)/.dev  ## the long fault drills, an hour and more
	@$(BIN)/python -m pytest -m soak --timeout 7200 tests/faults $(ARGS)

lock:  ## the lock files anew from pyproject.toml (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" pyproject.toml ops/lock/build.in -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" --extra dev pyproject.toml ops/lock/build.in ops/lock/compile.in -c requirements.lock -o requirements-dev.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" pyproject.toml ops/lock/build.in ops/lock/compile.in -c requirements-dev.lock -o requirements-compile.lock

clean:  ## removes the environment and what was built
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
