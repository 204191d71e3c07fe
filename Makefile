# One verb a line. `make run` and `make test` need nothing but Python 3.11 or newer and make.

PYTHON ?= $(firstword $(foreach p,python3.13 python3.12 python3.11 python3,$(shell $(p) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(p))) python3)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.complete
SOURCES ?=

.PHONY: help setup run chat test check questions lint format types catalogs bench killtest hostile clean

help:  ## show the verbs
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(STAMP)  ## prepare .venv (does nothing when pyproject.toml hasn't changed)

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; say where it is: make PYTHON=…" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

run: setup  ## serve Telegram; without TELEGRAM_BOT_TOKEN talk in the terminal (settings from .env, if there)
	@set -a; if [ -f .env ]; then . ./.env; fi; set +a; exec $(BIN)/python run_bot.py

chat: setup  ## talk in the terminal
	@exec $(BIN)/python run_bot.py chat

test: setup  ## all tests, real processes too
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile $(ARGS)

check: setup  ## hold the facts against their rules and, with SOURCES=DIR, against the sources
	$(BIN)/python run_bot.py check $(if $(SOURCES),--sources $(SOURCES))

questions: setup  ## ask all question sets and print the shares by kind, style and language (failures: ARGS='--show 20')
	@$(BIN)/python -m tests.questions $(ARGS)

lint: setup  ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: setup  ## let ruff put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

catalogs: setup  ## the catalogs hold every text in both languages, and no other
	$(BIN)/python -m pytest -q tests/test_catalogs.py

bench: setup  ## time, memory and share right beside others; updates a second beside a bare echo bot
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python -m benchmarks $(ARGS)
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.subscriptions.measuring

killtest: setup  ## a broadcast to 1,000 whose processes are killed 50 times, on both databases (minutes)
	$(BIN)/python -m tests.subscriptions.killing $(ARGS)

hostile: setup  ## ten thousand hostile inputs, through the real process
	HOSTILE=10000 $(BIN)/python -m pytest tests/acceptance/test_hostile.py $(ARGS)

clean:  ## take away what tools have left
	rm -rf build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +
