# Everything happens inside .venv, which the first target that needs it makes.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
PATHS := tui tests benchmarks

MINUTES ?= 5

.PHONY: run test check quick test-all fuzz audit release format picture lock clean

run: $(READY)
	$(BIN)/afronte $(ARGS)

test: check

check: $(READY)
	$(BIN)/ruff format --check $(PATHS)
	$(BIN)/ruff check $(PATHS)
	$(BIN)/mypy tui benchmarks tests
	$(BIN)/python -m pytest --numprocesses auto $(ARGS)

# In under a minute: what needs no terminal, no browser, no model and no seconds of its own.
quick: $(READY)
	$(BIN)/ruff check $(PATHS)
	$(BIN)/python -m pytest --numprocesses auto --hypothesis-profile quick -m 'not long and not dear' \
		--ignore tests/comparison/test_any_texts.py --ignore tests/comparison/test_edited.py \
		--ignore tests/articles/formats/test_hostile_files.py --ignore tests/alignment/test_encoder.py \
		tests/languages tests/articles tests/alignment tests/comparison tests/config tests/test_architecture.py $(ARGS)

# The tests on every Python that is claimed and can be found here, by its name or by pyenv.
test-all:
	./.ci/test-all $(ARGS)

# Damaged files and odd texts for every parser and for whole comparisons.
fuzz: $(READY)
	$(BIN)/python -m benchmarks.fuzz --minutes $(MINUTES)

# Known holes of what is installed, and under which licence it is; without a network only the licences.
audit: $(READY)
	$(BIN)/python -m pip install --quiet 'pip-audit>=2.7,<3' pip-licenses || echo "no network: what is not installed is skipped"
	-$(BIN)/python .ci/audit
	-$(BIN)/pip-licenses --format=plain --order=license

# The same wheel twice, tried in an empty environment, with a bill of what it comes with.
release: $(READY)
	./.ci/release $(abspath $(BIN))/python

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
	rm -rf .venv .venv-* build dist
