# Two commands: `make run` builds the samples, `make test` tests everything. Both set up their own virtual environment.
VENV ?= .venv
PYTHON ?= python3
LAKE ?= data/lake
BIN := $(VENV)/bin
# What an installation compiles, or is told by.
BUILT := pyproject.toml requirements.txt hatch_build.py $(shell find tasks -name '*.pyx' -o -name '*.pxd')

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
	rm -rf $(VENV) build
	find tasks -name '*.so' -delete

# uv sets up in seconds; where it cannot be had, pip does the same in a minute.
define install
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m uv --version >/dev/null 2>&1 || $(BIN)/python -m pip install --quiet uv || true
	@if $(BIN)/python -m uv --version >/dev/null 2>&1; \
	then $(BIN)/python -m uv pip install --quiet --python $(BIN)/python --compile-bytecode --constraint requirements.txt --reinstall-package dateline --editable '$(1)'; \
	else $(BIN)/python -m pip install --quiet --constraint requirements.txt --editable '$(1)'; fi
	@$(BIN)/python -c "import tasks.core.page.markup.fast_walk" 2>/dev/null || \
	echo "Not compiled (no C compiler?): pages are read in Python alone, a quarter slower."
	@touch $@
endef

$(VENV)/.installed: $(BUILT)
	$(call install,.)

$(VENV)/.installed-test: $(BUILT)
	$(call install,.[test])
	@touch $(VENV)/.installed
