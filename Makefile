# Every target brings what it needs by itself; `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: run test check bench torture stills bless-stills package lock format help

PY := .venv/bin/python

run: ## Open the window; without a display, play the story in this terminal
	@build/bootstrap run
	@build/run

test: ## Run every test, those against independent programs included
	@build/bootstrap test
	$(PY) -m pytest -q -rs -m "not window" $(ARGS)
	$(if $(ARGS),,$(PY) -m pytest -q -rs -m window)

check: ## Format, lint, types, import contracts, QML
	@build/bootstrap check
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) build/lint_qml.py ui out/qml

bench: ## Measure, beside independent programs: a table, then JSON (ARGS="dicom mllp": some parts)
	@build/bootstrap test >&2
	@$(PY) -m tests.bench $(ARGS)

torture: ## Hostile callers, bad vendors, tired hands, 2,000 journeys; takes a night, prints JSON
	@build/bootstrap test >&2
	@$(PY) -m tests.torture $(ARGS)

stills: ## Draw the telling moments of wall and console into out/stills
	@build/bootstrap test
	$(PY) -m tests.stills.telling out/stills

bless-stills: ## Make them the pictures that tests compare with: look at them first
	@build/bootstrap test
	$(PY) -m tests.stills.telling --bless

package: ## Freeze the program into dist/, and test it where there is no Python
	@build/bootstrap package
	build/package

format: ## Put the code into the form that `make check` wants
	@build/bootstrap check
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

LOCK := .venv/bin/uv pip compile pyproject.toml --group build --universal --python-version 3.11 \
	--generate-hashes --only-binary :all: --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock" --quiet

lock: ## Pin again what pyproject.toml asks for (ARGS=--upgrade for newer versions)
	@build/bootstrap check
	$(LOCK) $(ARGS) -o build/requirements/runtime.txt
	$(LOCK) $(ARGS) --group check --group test --group package --group lock \
		-c build/requirements/runtime.txt -o build/requirements/develop.txt

help:
	@sed -n 's/^\([a-z-]*\): ## /\1|/p' Makefile | \
		while IFS='|' read -r name does; do printf '  make %-12s %s\n' "$$name" "$$does"; done
