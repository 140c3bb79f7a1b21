# The course's commands. `make lab` and `make test` need Python 3.11 to 3.13 and a network once;
# they build .venv when it is missing or older than the lock.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WEBSITE := notebooks/website
SITE_READY := $(VENV)/.site
LABS = $(notdir $(wildcard solutions/*))
NOTEBOOKS = $(sort $(wildcard notebooks/*.ipynb solutions/*/*.ipynb))

.PHONY: help lab style check test judged machines wheels gan figures site recordings labs student grade galleries bench curves lock assets clean

help:
	@echo "make lab     open the course in JupyterLab (make lab ARGS='--port 8890 --no-browser')"
	@echo "make check   style, form of the notebooks, and what is quick to test: two minutes"
	@echo "make test    the whole check"
	@echo "make judged  try the kept hand-ins of each lab that changed, and write down that it was done"
	@echo "make machines run notebooks as other processors would (ARGS='notebooks/04*.ipynb' chooses)"
	@echo "make wheels  ask the package index for which systems the lock can be had, and write the table"
	@echo "make gan     write helpers/gan.py again from the cells of notebooks 05 and 05b"
	@echo "make figures draw the diagrams of the pages and the picture of the README again"
	@echo "make site    make the website build/site/ from the stored notebooks"
	@echo "make recordings  play and record the runs of the website's playground again (three minutes)"
	@echo "make labs    make the students' labs/ again from solutions/"
	@echo "make student write the students' bundle, build/gan-course.zip"
	@echo "make grade LAB=lab01_vanilla_gan   grade what is in submitted/ (ARGS='--help' lists options)"
	@echo "make galleries   grade every kept hand-in of the labs in three ways (some hours)"
	@echo "make bench   measure training speed and sample quality (about 15 minutes)"
	@echo "make curves  measure distance against seconds for notebook 08 (a minute and a half a network and seed)"
	@echo "make assets  make every shipped file again from its source"
	@echo "make lock    make requirements.txt again from requirements.in"
	@echo "make clean   delete .venv"

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(None if (3, 11) <= v <= (3, 13) else \
	  "The course needs Python 3.11, 3.12 or 3.13; this is %d.%d. Try: make lab PYTHON=python3.12" % v)'
	@echo "Setting up $(VENV); this takes about half a minute, once."
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $$(grep '^uv==' requirements.txt)
	$(BIN)/uv pip install --quiet --python $(BIN)/python --compile-bytecode -r requirements.txt -e .
	$(BIN)/jupyter labextension disable --level=sys_prefix "@jupyterlab/apputils-extension:announcements"
	@touch $(READY)

# The website's packages come on top, when they are first needed: a student's set-up has none of them.
$(SITE_READY): $(READY) $(WEBSITE)/requirements.txt
	@echo "Adding what makes the website."
	$(BIN)/uv pip install --quiet --python $(BIN)/python --compile-bytecode -r $(WEBSITE)/requirements.txt
	@touch $(SITE_READY)

lab: $(READY)
	$(BIN)/jupyter lab --ServerApp.root_dir="$(CURDIR)" $(ARGS)

PYTEST = $(BIN)/python -m pytest -n 2 --dist loadscope --no-loadscope-reorder
NBVAL = --nbval-lax --nbval-current-env --nbval-cell-timeout=300 -p no:cacheprovider

ifneq ($(wildcard tests),)
style: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/nbstripout --verify --keep-output --keep-count --keep-id $(NOTEBOOKS)

check: style
	$(PYTEST) tests -m "not slow" --durations=10

# One run for tests and notebooks. The solutions are no part of it: tests/test_labs_nbgrader.py runs them.
test: style $(SITE_READY)
	$(PYTEST) $(NBVAL) --durations=25 tests $(wildcard notebooks/*.ipynb)

judged: $(READY)
	$(BIN)/python -m tests.judged $(ARGS)

machines: $(READY)
	$(BIN)/python -m tests.other_machines $(ARGS)

wheels: $(READY)
	$(BIN)/python -m tests.wheels
else  # the students' bundle has notebooks to check, and no tests
check test: $(READY)
	$(PYTEST) $(NBVAL) $(wildcard notebooks/*.ipynb)
endif

labs: $(READY)
	for lab in $(LABS); do $(BIN)/nbgrader generate_assignment "$$lab" --force --no-db --log-level=WARN \
	  --CourseDirectory.ignore='*_samples.npz' --CourseDirectory.ignore=.ipynb_checkpoints || exit 1; done

gan: $(READY)
	$(BIN)/python -m helpers.assets.remake gan

figures: $(READY)
	$(BIN)/python -m notebooks.figures.make

site: $(SITE_READY)
	$(BIN)/python -m notebooks.website.make

recordings: $(READY)
	$(BIN)/python -m notebooks.website.recorded

grade: $(READY)
	$(BIN)/python -m grading $(LAB) $(ARGS)

galleries: $(READY)
	$(BIN)/python -m tests.benchmarks.galleries $(ARGS)

student: $(READY)
	$(BIN)/python -m helpers.assets.bundle

bench: $(READY)
	$(BIN)/python -m tests.benchmarks.step_speed
	for seed in 1 2 3; do $(BIN)/python -m tests.benchmarks.time_to_quality \
	  --notebook notebooks/07_dcgan.ipynb --seconds 60 --seed $$seed || exit 1; done
	$(BIN)/python -m tests.benchmarks.run_notebooks $(NOTEBOOKS)

curves: $(READY)
	$(BIN)/python -m tests.benchmarks.quality_curves $(ARGS)

assets: $(READY)
	$(BIN)/python -m helpers.assets.remake

COMPILE = $(BIN)/uv pip compile --universal --python-version 3.11 --no-header --no-annotate \
  --no-emit-index-url --no-emit-find-links --upgrade
lock: $(READY)
	$(COMPILE) requirements.in -o requirements.txt
	$(COMPILE) --constraints requirements.txt $(WEBSITE)/requirements.in -o $(WEBSITE)/requirements.txt

clean:
	rm -rf $(VENV)
