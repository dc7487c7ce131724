# Two commands: `make site` builds the example site, `make test` runs every check.
# Both set up .venv first; a stamp file remembers that it is done.

VENV := .venv
BIN := $(VENV)/bin
# A slow index must not end a set-up that would get there.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --timeout 180 --retries 5 \
           --constraint constraints.txt
WORKERS ?= 2

.PHONY: site test docs constraints clean

site: $(VENV)/site.stamp
	@$(BIN)/python -m cjsite build

test: $(VENV)/test.stamp
	@$(BIN)/python -m tests.support.chromium
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

# Writes the parts of docs/ that come from the code.
docs: $(VENV)/site.stamp
	@$(BIN)/python -m docs.generate

# Writes down the versions that the tests passed with.
constraints: $(VENV)/test.stamp
	$(BIN)/python -m pip freeze --exclude-editable --exclude pip --exclude setuptools > constraints.txt

clean:
	rm -rf $(VENV) .cjsite .mypy_cache .pytest_cache .ruff_cache .hypothesis dist

$(VENV)/site.stamp: $(BIN)/python pyproject.toml constraints.txt
	@echo "Installing cjsite into $(VENV) …"
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/test.stamp: $(BIN)/python pyproject.toml constraints.txt
	@echo "Installing cjsite and its tests into $(VENV) …"
	@$(INSTALL) --editable '.[test]'
	@touch $@ $(VENV)/site.stamp

# The first Python that is new enough and can make environments; on Debian the latter is a package of its own.
define find_python
for p in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
  "$$p" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2> /dev/null && echo "$$p" && break; \
done
endef

$(BIN)/python:
	@found=$$($(find_python)); \
	if [ -z "$$found" ] && [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	  apt-get update -q > /dev/null && apt-get install -qy python3-venv > /dev/null && found=$$($(find_python)); \
	fi; \
	if [ -z "$$found" ]; then \
	  echo "cjsite needs Python 3.11 or newer with venv (Debian: apt install python3-venv);" >&2; \
	  echo "if you have one under another name: make PYTHON=/path/to/python" >&2; exit 1; \
	fi; \
	echo "Making $(VENV) with $$found …" && "$$found" -m venv $(VENV)
