# Two commands do all set-up: `make up` brings the sample region up in the embedded lab, `make test` passes the tests.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PY := .venv/bin/python
REGION ?= examples/panyu/region.yaml
SECONDS_FILE := .medcloud/seconds.json

.PHONY: help setup static builds campaign engines lab lab-all lab-status lab-down up preview review harden down check test unit prove bench demo-evidence lock fmt clean

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | column -t -s "$$(printf '\t')"

setup: .venv/.ready  ## the Python environment, from the locked requirements

.venv/.ready: requirements/dev.lock pyproject.toml tools/bootstrap
	@tools/bootstrap

engines: setup  ## the Pulumi engine, its provider and language host (built where none is installed)
	@$(PY) -m tools.engines install

lab: setup  ## the embedded OpenStack, as much of it as the sample region uses
	@$(PY) -m labs.openstack up

lab-all: setup  ## the embedded OpenStack with every service
	@$(PY) -m labs.openstack up --profile all

lab-status: setup  ## what runs in the lab, where, with how much memory
	@$(PY) -m labs.openstack status

lab-down: setup  ## stop the lab and leave nothing behind
	@$(PY) -m labs.openstack down

up: setup  ## from nothing to the sample region up in the lab, past the policy pack
	@$(PY) -m tools.stack up --region $(REGION)

preview: setup  ## what would change and which clauses would be broken; needs no cloud
	@$(PY) -m tools.stack preview --region $(REGION)

down: setup  ## destroy the region and ask the control plane that nothing is left
	@$(PY) -m tools.stack down --region $(REGION)

review: engines  ## the sample region's change as a page: review.html
	@eval "$$($(PY) -m tools.engines env)"; .venv/bin/medcloud review $(REGION) --html review.html

harden: setup  ## a host of each system of the region that is up, hardened in the host lab
	@$(PY) -m tools.stack harden --region $(REGION)

check: static  ## about a minute: lint, types, arrows, the tests of what changed
	@tests=$$($(PY) -m tools.changed); [ -z "$$tests" ] || \
	  .venv/bin/pytest -n 2 -m "not engine and not lab" $$tests || [ $$? = 5 ]  # 5: they all need the real thing

static: setup
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check -q .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo > .venv/lint-imports.log || { cat .venv/lint-imports.log; exit 1; }

unit: setup  ## all tests that need neither engine nor lab
	@.venv/bin/pytest -n 2 -m "not engine and not lab" $(TIMES)

builds: engines
	@$(PY) -m tools.browser install || echo "没有浏览器，其测试跳过 / no browser: its tests are skipped"
	@$(PY) -m labs.openstack up

test: setup  ## everything: unit, golden, mock, real engine, real lab; ends with seconds by folder
	@rm -f $(SECONDS_FILE)
	@$(MAKE) --no-print-directory static
	@$(MAKE) --no-print-directory -j2 builds unit TIMES="--seconds=$(SECONDS_FILE)"
	@.venv/bin/pytest -n 2 --dist loadgroup -m "(engine or lab) and not bench" --durations=10 --seconds=$(SECONDS_FILE)

campaign: setup  ## as many rounds of a random fault as one wants: NAME=kills COUNT=20 SEED=7 SUMMARY=FILE
	@$(PY) -m tools.campaign $(or $(NAME),--help) $(if $(COUNT),--count $(COUNT)) $(if $(SEED),--seed $(SEED)) \
	  $(if $(SUMMARY),--summary $(SUMMARY))

prove: setup  ## switch off in turn whatever decides a clause item; a test with its mark must fail
	@$(PY) -m tools.prove

bench: engines  ## ratios of docs/benchmarks.md; builds conftest first, some minutes
	@.venv/bin/pytest -m bench tests/benchmarks
	@for f in benchmarks/*.py; do echo "== $$f"; PYTHONPATH=. $(PY) $$f; done

demo-evidence: setup  ## fill the sample region's evidence folder with documents that say DEMO
	@$(PY) -m tools.demo_evidence --region $(REGION)

lock: setup  ## lock the dependencies anew, with hashes
	@.venv/bin/uv pip compile --universal --python-version 3.10 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate --extra dev --output-file requirements/dev.lock pyproject.toml > .venv/lock.log

fmt: setup  ## format and mend what ruff can
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix .

clean:  ## remove what this checkout made (not the shared cache)
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
