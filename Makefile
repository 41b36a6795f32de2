# Pérenne's commands. `make help` lists them.
# Set-up happens by itself: every target that needs the environment makes .venv first.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
  $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
STAMP := .venv/.ready
CATALOGUES := src/perenne/texts/locale/fr/LC_MESSAGES/perenne.po

.DEFAULT_GOAL := help
.PHONY: help demo check test test-slow coverage lint types format bench verdicts lock texts clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

$(STAMP): pyproject.toml hatch_build.py requirements-dev.lock $(CATALOGUES)
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer, with venv, is needed."; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(STAMP) ## Play the main job on a simulated web, without internet
	@$(BIN)/perenne demo

check: $(STAMP) ## Check a dossier: make check FILE=dossier.md
	@test -n "$(FILE)" || { echo "make check FILE=dossier.md"; exit 2; }
	@$(BIN)/perenne check "$(FILE)"

test: $(STAMP) ## Run the tests (under six minutes on two cores)
	@$(BIN)/python -m pytest -n 2 --dist loadgroup -q $(ARGS)

coverage: $(STAMP) ## Run them once more, in another order, and hold the coverage gate
	@$(BIN)/python -m coverage erase
	@$(BIN)/python -m coverage run -m pytest -n 2 --dist loadgroup -q $(ARGS)
	@$(BIN)/python -m coverage combine --quiet && $(BIN)/python -m coverage report

test-slow: $(STAMP) ## Run the slow tests: killed processes, long simulations
	@$(BIN)/python -m pytest -n 2 --dist loadgroup -q -m slow $(ARGS)

lint: $(STAMP) ## Check style, formatting and the order of the rooms
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports

types: $(STAMP) ## Check the types
	@$(BIN)/mypy

format: $(STAMP) ## Format the code
	@$(BIN)/ruff check --fix-only --quiet . ; $(BIN)/ruff format .

.venv/.rivals: $(STAMP)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -e '.[bench]' \
	  && touch $@ || echo "No other link checker could be installed: their figures will say so."

bench: .venv/.rivals ## Measure us beside other link checkers, into docs/benchmarks.md (BENCH=smoke: no page)
	@$(BIN)/python -m tests.benchmarks $(BENCH)

verdicts: $(STAMP) ## Measure the verdicts on the labelled cases, into docs/verdicts.md
	@$(BIN)/python -m tests.labelled.measure

texts: $(STAMP) ## Collect the messages of the code into the French catalogue
	@$(BIN)/pybabel --quiet extract --no-location --sort-output --no-wrap --omit-header -F babel.ini -k _ -k plural:1,2 -k N_ -o .venv/perenne.pot src
	@$(BIN)/pybabel --quiet update --no-fuzzy-matching --no-wrap --ignore-obsolete --omit-header -D perenne -l fr -i .venv/perenne.pot -d src/perenne/texts/locale
	@cat src/perenne/texts/locale/header.txt $(CATALOGUES) > .venv/perenne.po && mv .venv/perenne.po $(CATALOGUES)
	@$(BIN)/python hatch_build.py

lock: ## Renew the locks: exact versions and hashes
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --extra dev --extra demo pyproject.toml -o requirements-dev.lock

clean: ## Remove the environment and all caches
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage* build dist
