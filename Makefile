# Two commands: `make site` builds the example site, `make test` runs every check. `make help` lists all.
# Each sets up .venv first; a stamp file remembers that it is done.

VENV := .venv
BIN := $(VENV)/bin
# A slow index must not end a set-up that would get there; and what is imported is compiled then, the rest never.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --timeout 180 --retries 5 --no-compile \
           --constraint constraints.txt
WORKERS ?= 2
PYTEST = -m pytest -n $(WORKERS) --dist worksteal
# Of `make matrix`; a test holds that the classifiers name no other.
PYTHONS ?= 3.11 3.12 3.13 3.14
# The tests start hundreds of processes: each would compile again what it imports, of libraries too.
unexport PYTHONDONTWRITEBYTECODE
# Of `make soak`: repeat a run by naming the seed that it printed.
SEED := $(or $(SEED),$(shell date +%s))
ROUNDS ?= 1000

.PHONY: site test types measured-tests docs wheel soak matrix constraints clean help

site: $(VENV)/site.stamp  ## build the example site
	@$(BIN)/python -m cjsite build

test: $(VENV)/test.stamp  ## run every check
	@$(BIN)/python -m tests.support.chromium
	$(BIN)/python -m ruff check .
	$(BIN)/python -m djlint --lint --quiet themes/default/templates
	@$(MAKE) --no-print-directory --jobs types measured-tests

# At the same time: mypy keeps one core busy, and the tests leave some of theirs idle.
types: $(VENV)/test.stamp
	$(BIN)/python -m mypy

measured-tests: $(VENV)/test.stamp
	$(BIN)/python $(PYTEST) --cov

docs: $(VENV)/site.stamp  ## write the parts of docs/ that come from the code
	@$(BIN)/python -m docs.generate

wheel: $(VENV)/site.stamp  ## make the wheel to install elsewhere, in dist/
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .
	@ls dist/*.whl

soak: export ROUNDS := $(ROUNDS)
soak: export SEED := $(SEED)
soak: $(VENV)/soak.stamp  ## run long random tests: SEED=… ROUNDS=…
	@echo "soak: SEED=$(SEED) ROUNDS=$(ROUNDS)"
	$(BIN)/python $(PYTEST) $(filter-out %/__init__.py %/conftest.py,$(wildcard tests/soak/*.py))
	$(BIN)/python $(PYTEST) -m hypothesis --hypothesis-profile=soak --hypothesis-seed=$(SEED)

matrix: $(VENV)/matrix.stamp  ## run the tests on every Python of PYTHONS that is on this machine
	@passed=; failed=; missing=; \
	PYENV_VERSION=$$(pyenv versions --bare 2> /dev/null | tr '\n' ':'); export PYENV_VERSION; \
	for version in $(PYTHONS); do $(matrix_entry); done; \
	echo "Passed:$${passed:- none}. Failed:$${failed:- none}. Not on this machine, not run:$${missing:- none}."; \
	test -z "$$failed"

constraints: $(VENV)/matrix.stamp  ## write down the versions that the tests passed with
	$(BIN)/python -m pip freeze --exclude-editable --exclude pip --exclude setuptools > constraints.txt

clean:  ## remove all that the other commands made, but for the site
	rm -rf $(VENV) .matrix .cjsite .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis dist

help:  ## list the commands
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/make \1\t\2/p' Makefile | expand -t 18

$(VENV)/site.stamp: $(BIN)/python pyproject.toml constraints.txt
	@echo "Installing cjsite into $(VENV) …"
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/test.stamp: $(BIN)/python pyproject.toml constraints.txt
	@echo "Installing cjsite and its tests into $(VENV) …"
	@$(INSTALL) --editable '.[test]'
	@touch $@ $(VENV)/site.stamp

$(VENV)/soak.stamp: $(VENV)/test.stamp
	@$(INSTALL) --editable '.[test,dask,pictures]'
	@touch $@ $(VENV)/test.stamp $(VENV)/site.stamp

$(VENV)/matrix.stamp: $(VENV)/soak.stamp
	@$(INSTALL) --editable '.[test,dask,pictures,matrix]'
	@touch $@ $(VENV)/soak.stamp $(VENV)/test.stamp $(VENV)/site.stamp

# One Python of the matrix, in an environment of its own. Its pages are the same bytes as everywhere, which the golden
# and the other tests hold; so no browser looks at them again. Interpreters are used as they are: none is downloaded.
define matrix_entry
if found=$$($(BIN)/uv python find --no-project --no-python-downloads "$$version" 2> /dev/null); then \
  echo "Python $$version: $$found"; \
  if $(BIN)/uv venv --quiet --clear --python "$$found" ".matrix/$$version" && \
     $(BIN)/uv pip install --quiet --python ".matrix/$$version" --constraint constraints.txt --editable '.[test]' && \
     ".matrix/$$version/bin/python" $(PYTEST) -m "not browser" $(ARGS); \
  then passed="$$passed $$version"; else failed="$$failed $$version"; fi; \
else missing="$$missing $$version"; fi
endef

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
