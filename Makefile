# Two commands: `make run` builds the samples, `make test` tests everything. Both set up their own virtual environment.
VENV ?= .venv
PYTHON ?= python3
LAKE ?= data/lake
BIN := $(VENV)/bin

.PHONY: run test lint dictionary clean

run: $(VENV)/.installed
	$(BIN)/dateline build data/samples --lake $(LAKE)

test: $(VENV)/.installed-test
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

dictionary: $(VENV)/.installed
	$(BIN)/python -m tasks.tables.dictionary README.md

clean:
	rm -rf $(VENV)

# uv sets up in seconds; where it cannot be had, pip does the same in a minute.
define install
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m uv --version >/dev/null 2>&1 || $(BIN)/python -m pip install --quiet uv || true
	@if $(BIN)/python -m uv --version >/dev/null 2>&1; \
	then $(BIN)/python -m uv pip install --quiet --python $(BIN)/python --compile-bytecode --constraint requirements.txt --editable '$(1)'; \
	else $(BIN)/python -m pip install --quiet --constraint requirements.txt --editable '$(1)'; fi
	@touch $@
endef

$(VENV)/.installed: pyproject.toml requirements.txt
	$(call install,.)

$(VENV)/.installed-test: pyproject.toml requirements.txt
	$(call install,.[test])
	@touch $(VENV)/.installed
