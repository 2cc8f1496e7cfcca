# Every target says what it does; `make` alone lists them. Everything is made from nothing and reused when it stands.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PY := .venv/bin/python
# what is imported is compiled then and kept; most of what is installed never is
export PYTHONDONTWRITEBYTECODE :=
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --no-compile
PORT ?= 8000
export PORT

.PHONY: help
help: ## list of targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-14s %s\n", $$1, $$2}'

# --- environment: stamps hold the state, second runs need no network ---------------------------------------
.venv/made:
	python3 -c 'import sys; sys.exit("Python 3.11 or later is needed") if sys.version_info < (3, 11) else None'
	python3 -m venv .venv && touch $@

.venv/demo-ready: .venv/made requirements/run.txt requirements/build.txt requirements/seed.txt pyproject.toml
	$(INSTALL) --require-hashes -r requirements/run.txt -r requirements/build.txt -r requirements/seed.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	touch $@

.venv/test-ready: .venv/demo-ready requirements/dev.txt
	$(INSTALL) --require-hashes -r requirements/dev.txt
	touch $@

.venv/lock-ready: .venv/made requirements/lock.txt
	$(INSTALL) --require-hashes -r requirements/lock.txt
	touch $@

.PHONY: assets
assets: .venv/demo-ready ## browser bundle, fonts, icons, compiled translations
	@$(PY) -m vssid.ui.build
	@$(PY) -m vssid.project.demo.sandbox.vneid
	@$(PY) -m vssid.project.messages compile

.PHONY: system-parts
system-parts: ## what tests want of the system, where it may be installed; beside everything else that is made
	@python3 -m tests.environment.system_parts

# --- run -----------------------------------------------------------------------------------------------------
.PHONY: demo
demo: assets ## everything from nothing to http://127.0.0.1:$(PORT)/ with invented people; Ctrl-C stops
	@exec $(PY) -m vssid.project.demo

.PHONY: demo-reset
demo-reset: ## forget the demonstration's data
	rm -rf "$${VSSID_HOME:-var}"

# --- prove ---------------------------------------------------------------------------------------------------
.PHONY: test
test: ## all tests on SQLite and PostgreSQL (what CI calls)
	@$(MAKE) --no-print-directory --jobs=3 system-parts assets .venv/test-ready
	@$(PY) -m tests.environment.run

.PHONY: test-full
test-full: system-parts assets .venv/test-ready ## the long counts and whole matrices
	@VSSID_TEST_FULL=1 $(PY) -m tests.environment.run

.PHONY: journeys
journeys: system-parts assets .venv/test-ready ## the people's journeys in a real browser; pictures in build/journeys/
	@$(PY) -m pytest -q tests/journeys tests/accessibility

.PHONY: screens
screens: system-parts assets .venv/test-ready ## pictures of every page in five languages, one sheet a page, in build/screens/
	@$(PY) -m tests.environment.screens

.PHONY: bench
bench: system-parts assets .venv/test-ready ## everything that is timed; BENCH_FULL=1 for 1,000,000 people
	@$(PY) -m tests.environment.system_parts bench
	@$(PY) -m bench

.PHONY: check
check: .venv/test-ready ## format, lint, types, import contracts, templates, translations, migrations
	@$(PY) -m tests.environment.check

.PHONY: fmt
fmt: .venv/test-ready ## format the code
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix .

.PHONY: messages
messages: .venv/demo-ready ## gather new texts into the catalogues of all languages
	@$(PY) -m vssid.project.messages gather

.PHONY: docs
docs: .venv/demo-ready ## generated parts of the guide
	@$(PY) -m vssid.project.guide

.PHONY: lock
lock: .venv/lock-ready ## resolve requirements/*.in again into exact, hashed versions
	@$(PY) -m tests.environment.lock

.PHONY: audit-parts
audit-parts: .venv/test-ready ## known weaknesses in the parts we use
	@.venv/bin/pip-audit --require-hashes --disable-pip -r requirements/run.txt
