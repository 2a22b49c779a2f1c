# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: demo serve test lint golden docs lock bench bench-site screenshots clean

demo: $(READY)  ## extract the bundled speeches, say what was found and what to look at
	$(BIN)/taizhang demo

bench: $(READY)  ## speed and size, as Markdown into tests/bench/RESULTS.md
	$(BIN)/python -m tests.bench > tests/bench/RESULTS.md

bench-site: $(READY)  ## how fast the site answers on 10,000 and 100,000 speeches, into tests/bench/SITE.md
	$(BIN)/python -m tests.bench.site > tests/bench/SITE.md

serve: $(READY)  ## open the site
	$(BIN)/taizhang serve

test: $(READY)  ## every test
	$(BIN)/python -m pytest -n 2

lint: $(READY)  ## ruff, mypy --strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

golden: $(READY)  ## rewrite tests/golden from today's output, schema.sql from the models; review the diff
	$(BIN)/python -m pytest -n 0 --update-golden tests/test_golden.py tests/test_tables.py

docs: $(READY)  ## write into the README what is generated from the code
	PYTHONPATH=. $(BIN)/cog -r README.md

screenshots: $(READY)  ## draw the site's pages in headless Chromium; look at them
	$(BIN)/python -m tests.screenshots db/screenshots

lock: $(READY)  ## renew requirements.lock: exact versions with hashes, no hosts
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-emit-index-url --no-header --quiet -o requirements.lock

clean:
	rm -rf .venv dist build db/*.db db/*.db-*

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@
