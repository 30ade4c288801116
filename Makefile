# Wants make and what requirements/wanted.sh looks for; the rest comes from PyPI and npm.
PYTHON ?= python3
PY := .venv/bin/python
DONE := build/done
# mkdocs or properdocs, the maintained fork: both build the same pages.
SITE_GENERATOR ?= mkdocs
RUNTIME := site_build/runtime
PRUNED := -name __pycache__ -prune -o -path validator/attachments/compiled -prune -o

files = $(shell find $(wildcard $(1)) $(PRUNED) -type f -print | LC_ALL=C sort)
VALIDATOR := $(call files,validator)
ATTACHMENTS := $(call files,site_templates/attachments site_build/word_templates)
PAGES := $(call files,docs site_templates site_build deploy) mkdocs.yml

# The names of the inputs are an input too: a file that went away leaves no newer date behind.
$(shell mkdir -p $(DONE) && printf '%s\n' $(VALIDATOR) $(PAGES) > $(DONE)/names.new && \
  { cmp -s $(DONE)/names.new $(DONE)/names || mv $(DONE)/names.new $(DONE)/names; })

.DELETE_ON_ERROR:
.PHONY: setup site serve test bench check clean reads pins

setup: $(DONE)/python $(DONE)/npm

site: $(DONE)/site

serve: site
	$(PY) -m site_build.serve

test: check site $(DONE)/old
	tests/setup.sh
	$(PY) -m pytest

# The validator beside its peers; the page 快不快 is made from what it writes.
ROUNDS ?= 5
bench: site $(DONE)/peers
	tests/setup.sh
	$(PY) -m pytest bench/tests
	$(PY) -m bench --rounds $(ROUNDS)
	$(MAKE) --no-print-directory site

check: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports
	.venv/bin/mypy
	node_modules/.bin/eslint .
	! node_modules/.bin/tsc --build --pretty false | grep -v '^ ' | grep -vFf types/untyped

clean:
	rm -rf build site validator/attachments/compiled

# After a change of the questions or of the rules.
reads: setup
	$(PY) -m site_build.case_stub > build/answers.pyi
	mv build/answers.pyi validator/case/answers.pyi
	PYTHONPATH=tests $(PY) -m rules.reads > build/reads.toml
	mv build/reads.toml validator/rules/reads.toml
	$(PY) -m site_build.fingerprint > build/fingerprint.txt
	mv build/fingerprint.txt validator/fingerprint.txt

# After a change of the dependencies in pyproject.toml.
pins: export CUSTOM_COMPILE_COMMAND = make pins
pins:
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

$(DONE)/attachments: $(DONE)/python $(DONE)/names $(ATTACHMENTS) $(VALIDATOR)
	$(PY) -m site_build.word_templates.precompile
	@touch $@

$(DONE)/wheel: $(DONE)/attachments pyproject.toml README.md LICENSE
	rm -rf build/wheels/own
	$(PY) -m build --wheel --no-isolation --outdir build/wheels/own .
	@touch $@

$(DONE)/wheels: $(DONE)/python $(DONE)/npm requirements/browser.txt requirements/browser-sdist.txt \
  requirements/compiler.txt $(addprefix $(RUNTIME)/,fetch.py places.py repack.py zips.py)
	$(PY) -m site_build.runtime fetch
	@touch $@

$(DONE)/base: $(DONE)/wheels $(addprefix $(RUNTIME)/,layers.py run_inside.mjs inside/layer.py)
	$(PY) -m site_build.runtime base
	@touch $@

$(DONE)/runtime: $(DONE)/base $(DONE)/wheel $(call files,$(RUNTIME)) \
  $(wildcard site_templates/assets/js/runtime-*.mjs)
	$(PY) -m site_build.runtime assemble
	@touch $@

$(DONE)/site: $(DONE)/runtime $(DONE)/names $(PAGES)
	NO_MKDOCS_2_WARNING=1 $(PY) -m $(SITE_GENERATOR) build --strict --clean --config-file mkdocs.yml
	$(PY) -m site_build.publishing.edition
	$(PY) -m site_build.publishing.headers
	node site_build/publishing/compress.mjs
	$(PY) -m site_build.publishing.bytes
	@touch $@
