# Needs make and the programs that requirements/wanted.sh looks for; all else comes from PyPI and npm.
PYTHON ?= python3
PY := .venv/bin/python
DONE := build/done
# mkdocs or properdocs, the maintained fork: both build the same pages.
SITE_GENERATOR ?= mkdocs
BROWSER_PYTHON := browser_python/build
# How much of the browser's Python is done at build: stock, archive or image.
RUNTIME ?= image
WIRE := site_templates/assets/js/engine/wire.d.ts
FAST := not built and not browser and not peers
PRUNED := -name __pycache__ -prune -o -name compiled -prune -o \
  -path 'validator/calls/*/pages' -prune -o

files = $(shell find $(wildcard $(1)) $(PRUNED) -type f -print | LC_ALL=C sort)
VALIDATOR := $(call files,validator)
WORD_TEMPLATES := $(call files,site_build/word_templates)
PYTHON_PARTS := $(call files,browser_python/boot $(BROWSER_PYTHON) site_build/warmup) \
  site_build/runtime.py site_build/runtime.toml
PAGES := $(call files,docs site_templates site_build browser_python/boot deploy) mkdocs.yml \
  $(wildcard validator/calls/*/pages/*.md validator/calls/*/pages/*/*.md)

# The list of the inputs' names is an input as well: a removed file leaves no newer date behind, so
# without the list make would build nothing after a removal.
$(shell mkdir -p $(DONE) && printf '%s\n' $(RUNTIME) > $(DONE)/level.new && \
  { cmp -s $(DONE)/level.new $(DONE)/level || mv $(DONE)/level.new $(DONE)/level; })
$(shell printf '%s\n' $(VALIDATOR) $(PAGES) $(PYTHON_PARTS) > $(DONE)/names.new && \
  { cmp -s $(DONE)/names.new $(DONE)/names || mv $(DONE)/names.new $(DONE)/names; })

.DELETE_ON_ERROR:
.PHONY: help setup quick check site serve test bench reads fingerprint wire pins clean

help: ## List what can be made.
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

setup: $(DONE)/python $(DONE)/npm ## Make .venv and node_modules from the pins.

quick: $(DONE)/python ## Run the tests that need no build and no browser: the fast loop.
	$(PY) -m pytest -n auto --dist worksteal -m "$(FAST)"

site: $(DONE)/site ## Build the site into site/.

serve: site ## Build the site and serve it on port 8000 of this machine; build each change at once.
	$(PY) -m site_build.live

test: check site $(DONE)/levels $(DONE)/old ## Run every check and every test, in real browsers and behind a real nginx.
	tests/setup.sh
	$(PY) -m pytest -n auto --dist worksteal --durations=25 --cov -m "$(FAST)"
	$(PY) -m pytest -p no:randomly --durations=25 -m "built and not peers"

# The page 快不快 is made from what this writes.
ROUNDS ?= 5
bench: site $(DONE)/peers ## Run the validator beside its peers; ROUNDS=1 for a quick look.
	tests/setup.sh
	$(PY) -m pytest bench/tests
	$(PY) -m bench --rounds $(ROUNDS)
	$(MAKE) --no-print-directory site

check: setup ## Run the linters, the type checkers and the tests of scripts.
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports
	.venv/bin/mypy
	node_modules/.bin/eslint .
	node $(BROWSER_PYTHON)/check_layout.mjs
	$(PY) -m site_build.wire | cmp - $(WIRE) # else `make wire`
	node_modules/.bin/tsc --build --force --pretty false
	$(PY) -m site_build.data_names
	node --test tests/scripts/*.test.mjs > build/scripts.txt || { cat build/scripts.txt; false; }

clean: ## Remove what was built.
	rm -rf build site
	find validator -name compiled -prune -exec rm -rf {} +

reads: setup ## After a change of the questions or the rules: write what is made from them.
	$(PY) -m site_build.case_stub > build/answers.pyi
	mv build/answers.pyi validator/case/answers.pyi
	PYTHONPATH=tests $(PY) -m rules.reads > build/reads.toml
	mv build/reads.toml validator/rules/reads.toml
	$(PY) -m site_build.call_schemas write
	$(MAKE) --no-print-directory fingerprint

fingerprint: setup ## After any other change in validator/: write the fingerprint of the rules (seconds).
	$(PY) -m site_build.fingerprint > build/fingerprint.txt
	mv build/fingerprint.txt validator/fingerprint.txt

wire: setup ## After a change of what page and worker say to each other: write the page's types.
	$(PY) -m site_build.wire > build/wire.d.ts
	mv build/wire.d.ts $(WIRE)

pins: export CUSTOM_COMPILE_COMMAND = make pins
pins: ## After a change of the dependencies in pyproject.toml: pin them all anew.
	$(PYTHON) -m venv build/pins
	build/pins/bin/pip install --quiet pip-tools
	build/pins/bin/pip-compile --quiet --extra site --extra test --generate-hashes --allow-unsafe \
	  --strip-extras --no-annotate --no-emit-index-url --no-emit-find-links \
	  --output-file requirements/host.txt pyproject.toml

$(DONE)/python: pyproject.toml site_build/pyproject.toml requirements/host.txt
	@requirements/wanted.sh "$(PYTHON)"
	$(PYTHON) -m venv --clear .venv
	$(PY) -m pip install --quiet --require-hashes --requirement requirements/host.txt
	$(PY) -m pip install --quiet --no-deps --no-build-isolation --editable . \
	  --editable site_build
	@touch $@

$(DONE)/npm: package.json package-lock.json .npmrc
	npm ci --ignore-scripts
	@touch $@

$(DONE)/peers: $(addprefix bench/,package.json package-lock.json .npmrc)
	npm ci --ignore-scripts --prefix bench
	@touch $@

$(DONE)/old: $(addprefix tests/browser/old/,package.json package-lock.json .npmrc unpack.mjs)
	npm ci --ignore-scripts --prefix tests/browser/old
	node tests/browser/old/unpack.mjs
	@touch $@

$(DONE)/attachments: $(DONE)/python $(DONE)/names $(WORD_TEMPLATES) $(VALIDATOR)
	$(PY) -m site_build.word_templates.precompile
	@touch $@

$(DONE)/wheel: $(DONE)/attachments pyproject.toml README.md LICENSE
	rm -rf build/wheels/own
	$(PY) -m build --wheel --no-isolation --outdir build/wheels/own .
	@touch $@

$(DONE)/wheels: $(DONE)/python $(DONE)/npm requirements/browser.txt requirements/browser-sdist.txt \
  requirements/compiler.txt $(addprefix $(BROWSER_PYTHON)/,fetch.py places.py repack.py zips.py)
	$(PY) -m site_build.runtime fetch
	@touch $@

# The compiled standard library and packages of others lie in build/python/base until they change.
$(DONE)/runtime: $(DONE)/wheels $(DONE)/wheel $(DONE)/level $(PYTHON_PARTS)
	$(PY) -m site_build.runtime $(RUNTIME)
	@touch $@

# The levels of the browser's Python that the site is not published with; tests start each of them.
$(DONE)/levels: $(DONE)/runtime
	$(PY) -m site_build.runtime levels
	@touch $@

$(DONE)/site: $(DONE)/runtime $(DONE)/names $(PAGES)
	NO_MKDOCS_2_WARNING=1 $(PY) -m $(SITE_GENERATOR) build --strict --clean --config-file mkdocs.yml
	$(PY) -m site_build.publishing.edition
	$(PY) -m site_build.publishing.headers
	node site_build/publishing/compress.mjs
	$(PY) -m site_build.publishing.bytes
	@touch $@
