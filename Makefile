# Two commands on a fresh machine: `make run` and `make test`. Each makes its own virtual environment once.
PYTHON ?= python3
.PHONY: run test lint coverage clean

run: .venv/.run
	.venv/bin/python app.py

test: .venv/.test
	.venv/bin/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

coverage: .venv/.test
	.venv/bin/python -m coverage erase
	.venv/bin/python -m coverage run -m pytest -n 2 --dist loadfile --no-loadscope-reorder
	.venv/bin/python -m coverage combine --quiet
	.venv/bin/python -m coverage report --skip-covered --fail-under=90

lint: .venv/.test
	.venv/bin/ruff check .
	.venv/bin/mypy

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.run: requirements.txt constraints.txt | .venv/bin/python
	.venv/bin/python -m pip install --quiet --requirement requirements.txt --constraint constraints.txt
	touch $@

.venv/.test: .venv/.run requirements-dev.txt
	.venv/bin/python -m pip install --quiet --requirement requirements-dev.txt --constraint constraints.txt
	touch $@

clean:
	rm -rf .venv
