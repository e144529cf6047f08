# Needs Python 3.11+, make and a package index; nothing else. `make` alone shows this list.
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
export WEGWIJZER_DATA ?= var
export UV_LINK_MODE ?= copy
# Trust what the machine trusts: many organisations have a certificate authority of their own.
export UV_SYSTEM_CERTS ?= true
# Compile a module once instead of at every start, and leave no folder of the source changed.
export PYTHONDONTWRITEBYTECODE :=
export PYTHONPYCACHEPREFIX := $(CURDIR)/.venv/pycache

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types arch fix e2e bench lock lang wheel clean

help:  ## Show what you can make
	@grep -hE '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-6s %s\n", $$1, $$2}'

demo:  ## Open Wegwijzer with a demo world on http://localhost:8000 (or: make demo PORT=8010)
	@$(MAKE) --no-print-directory -j 2 .venv/run .venv/static
	$(BIN)/wegwijzer demo $(if $(PORT),--port $(PORT))

test: .venv/dev  ## Run the tests
	$(BIN)/pytest -n 2 --dist worksteal

check: lint types arch test  ## Everything that must hold before a change is merged

lint: .venv/dev  ## Style and common mistakes
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/dev  ## Check the types
	$(BIN)/mypy src

arch: .venv/dev  ## Who may import whom; are the migrations complete
	$(BIN)/lint-imports
	WEGWIJZER_MODE=test $(BIN)/python manage.py makemigrations --check --dry-run

e2e: .venv/e2e .venv/static  ## Play the stories in a browser (needs Chromium)
	$(BIN)/pytest tests/e2e -o addopts="-q --strict-markers"

bench: .venv/bench  ## Measure, next to a peer in the same run; prints JSON lines
	$(BIN)/python -m bench

fix: .venv/dev  ## Repair what a machine can repair
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .venv/uv  ## Renew the lock files
	for f in uv build run dev e2e bench; do $(UV) pip compile --quiet --generate-hashes --no-header \
		--python-version 3.11 requirements/$$f.in -o requirements/$$f.lock; done

lang: .venv/dev  ## Renew the English catalogue; new texts wait for a translation
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m tests.architecture.texts

wheel: .venv/dev .venv/static  ## Build an installable wheel in dist/
	$(BIN)/python -m build --wheel --no-isolation

clean:  ## Throw away everything that was built
	rm -rf .venv var build dist frontend/node_modules src/wegwijzer/web/static/build

# Stamps: a target is made once, and again only when its lock file changed. ----------------------
.venv/uv: requirements/uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; try make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		{ echo "Python lacks ensurepip; on Debian: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

define install
	$(UV) pip install --quiet --require-hashes -r $< --python $(BIN)/python
	$(UV) pip install --quiet --no-deps --no-build-isolation -e . --python $(BIN)/python
	$(BIN)/pybabel --quiet compile -D django -d src/wegwijzer/locale
	@touch $@
endef

.venv/static: frontend/package-lock.json frontend/build.sh frontend/fonts.css $(wildcard frontend/*.ts) .venv/build
	PATH=$(CURDIR)/$(BIN):$$PATH sh frontend/build.sh || \
		echo "The npm registry is out of reach: pages work without the font and the scripts. Try again: rm .venv/static"
	@touch $@
.venv/build: requirements/build.lock .venv/uv
	$(UV) pip install --quiet --require-hashes -r $< --python $(BIN)/python
	@touch $@
.venv/run: requirements/run.lock .venv/build pyproject.toml
	$(install)
.venv/dev: requirements/dev.lock .venv/build pyproject.toml
	$(install)
	@touch .venv/run
.venv/e2e: requirements/e2e.lock .venv/dev
	$(install)
.venv/bench: requirements/bench.lock .venv/build pyproject.toml
	$(install)
