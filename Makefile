# Everything happens inside .venv, which the first target that needs it makes.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
PATHS := tui tests benchmarks

.PHONY: run test check format picture lock clean

run: $(READY)
	$(BIN)/afronte $(ARGS)

test: check

check: $(READY)
	$(BIN)/ruff format --check $(PATHS)
	$(BIN)/ruff check $(PATHS)
	$(BIN)/mypy tui benchmarks tests
	$(BIN)/python -m pytest --numprocesses auto $(ARGS)

format: $(READY)
	$(BIN)/ruff format $(PATHS)
	$(BIN)/ruff check --fix $(PATHS)

# The README's picture: the reader on the sample pair.
picture: $(READY)
	$(BIN)/python tests/support/picture.py assets/screenshots/reader.svg

# The lock holds for every supported Python and system; `make lock` renews it.
lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --no-annotate --no-header \
		--group dev --extra cluster --extra formats pyproject.toml --output-file requirements.lock

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --constraint requirements.lock --group dev --editable '.[cluster,formats]'
	touch $(READY)

clean:
	rm -rf .venv build dist
