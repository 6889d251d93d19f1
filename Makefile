# Every habit of this project. Plain `make` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

export ID TITEL DIR SLAGS
N ?= 1000
RUNS ?= 3
MINUTES ?= 20

# Names of files and texts are UTF-8, whatever the locale says.
export PYTHONUTF8 := 1
# A container often has Python keep nothing that it has compiled; each of the many processes that begin here is then a second slower.
unexport PYTHONDONTWRITEBYTECODE
# One commit, one site: what carries a date carries the commit's, of this repository and not of one around it.
export SOURCE_DATE_EPOCH ?= $(shell git --git-dir=.git log -1 --format=%ct 2>/dev/null || echo 0)

# What is locked and nothing else: without --no-deps pip would look for what a package asks for, and find it newer than the lock.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps
LOCKED := $(INSTALL) --only-binary :all: --require-hashes --requirement
FITS := $(BIN)/python -m pip check --disable-pip-version-check >/dev/null
# Looks after the programs of the browser. Where it is fetched, it comes before an older one.
NODE := PATH="$(CURDIR)/$(BIN):$$PATH"
NODE_IS_THERE := $(NODE) npm --version >/dev/null 2>&1 && $(NODE) node -e "process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)" 2>/dev/null
COMPILE := $(BIN)/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 --only-binary :all: \
	--generate-hashes --no-strip-extras --no-emit-index-url --no-annotate --custom-compile-command "make lock"

# What a person is told when a target ends early.
NO_PYTHON := { echo "$(PYTHON) er ikke Python 3.11 eller nyere. Hent den fra python.org, eller skriv fx make serve PYTHON=python3.13" >&2; exit 1; }
NO_VENV := { rm -rf $(VENV); echo "Python kan ikke lave mappen $(VENV). På Debian og Ubuntu mangler pakken python3-venv." >&2; exit 1; }
NO_PACKAGES := { echo "Pakkerne kunne ikke hentes. Se efter, om der er net og plads, og prøv igen." >&2; exit 1; }
NO_FIT := { echo "Pakkerne passer ikke sammen. Skriv make clean, og prøv igen; hjælper det ikke, skal de låses igen med make lock." >&2; exit 1; }
FAILED := { echo "Noget holdt ikke. Hver linje med FAILED ovenfor er en test; kør den alene med $(BIN)/pytest og dens navn." >&2; exit 1; }
NODE_FAILED := { echo "Noget holdt ikke i browserens programmer. Hver linje med ✖ ovenfor er en test; kør dem alene med npm test." >&2; exit 1; }
# The programs that will do, and Debian's package with one of them.
need = ( for program in $(1); do command -v $$program >/dev/null && exit 0; done; echo "Programmet $(firstword $(1)) mangler. På Debian og Ubuntu er det i pakken $(2)." >&2; exit 1 )
NOT_CLEAN := { echo "Ret det, der er nævnt ovenfor; make format retter det, der kun er opsætning." >&2; exit 1; }

.DEFAULT_GOAL := help
.PHONY: help serve build release bench test quick fuzz browsers servers docs package cover check words spell lint format new export links schema golden screenshots drawings lock clean

help: ## denne liste
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(VENV)/site ## byg kataloget, og vis det på http://127.0.0.1:8000, mens du skriver
	@$(BIN)/idekatalog serve

build: $(VENV)/site ## byg kataloget i mappen site
	@$(BIN)/idekatalog build

release: build ## byg kataloget, og læg komprimerede filer ved siden af dem, til en server
	@$(BIN)/idekatalog compress site

bench: $(VENV)/dev ## mål kataloget ved siden af MkDocs med Material alene: make bench N=1000 RUNS=3
	@$(BIN)/python -m benchmarks --records $(N) --runs $(RUNS) $(if $(ALONE),--alone)

test: $(VENV)/dev $(VENV)/node ## kør alle test
	@$(BIN)/python tests/browser/browsers.py
	@$(NODE) npm test --silent || $(NODE_FAILED)
	@$(BIN)/pytest -n 2 || $(FAILED)

quick: $(VENV)/dev $(VENV)/node ## kør de hurtige test: uden browser, den byggede side og tilfældige tekster
	@$(NODE) npm test --silent || $(NODE_FAILED)
	@$(BIN)/pytest -n 2 --ignore tests/browser -m "not site and not hypothesis" || $(FAILED)

fuzz: $(VENV)/dev ## lad tilfældige tekster lede efter fejl: make fuzz MINUTES=20
	@end=$$(($$(date +%s) + 60 * $(MINUTES))); while [ $$(date +%s) -lt $$end ]; do \
		$(BIN)/pytest -n 2 -m hypothesis --hypothesis-profile=fuzz tests || $(FAILED); done

browsers: $(VENV)/browsers ## prøv siderne i Firefox og WebKit, og alle ark på alt papir
	@$(call need,firefox-esr firefox,firefox-esr) && $(call need,WebKitWebDriver,webkit2gtk-driver) && $(call need,xvfb-run,xvfb)
	@$(BIN)/python tests/browser/browsers.py
	@$(BIN)/pytest tests/browser/engines/every_paper.py || $(FAILED)
	@$(BIN)/pytest tests/browser/engines/every_paper.py --engine=firefox || $(FAILED)
	@$(BIN)/pytest tests/browser --engine=firefox -rs || $(FAILED)
	@xvfb-run -a $(BIN)/pytest tests/browser/engines/webkit.py || $(FAILED)

servers: $(VENV)/dev ## prøv opsætningen i deploy med nginx og Apache
	@$(call need,nginx /usr/sbin/nginx,nginx) && $(call need,apache2 /usr/sbin/apache2,apache2)
	@$(BIN)/pytest tests/servers || $(FAILED)

docs: $(VENV)/dev ## byg dokumentationen i mappen .docs
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict --config-file docs.yml

package: $(VENV)/dev ## byg pakkerne, som andre installerer, og prøv dem
	@$(BIN)/pytest tests/package || $(FAILED)

cover: $(VENV)/dev ## kør alle test, og se, at de når mindst 90 % af hvert modul i plugins
	@$(BIN)/python tests/browser/browsers.py
	@$(BIN)/pytest -n 2 --cov --cov-report=term || $(FAILED)
	@for module in $$(git ls-files 'plugins/*.py'); do \
		$(BIN)/coverage report --include="$$module" --fail-under=90 >/dev/null || { echo "$$module er under 90 %"; exit 1; }; done

check: $(VENV)/site ## vis alle fejl i alle poster
	@$(BIN)/idekatalog check

# What is shown stands in the code in Danish; what nobody has translated is empty in the file of the language.
words: $(VENV)/site ## saml alle ord, læserne møder, i filerne, hvor de oversættes
	@$(BIN)/pybabel --quiet extract --mapping pyproject.toml --keywords "plural:1,2 marked" --add-location file --sort-by-file \
		--omit-header --no-wrap --output-file $(VENV)/words.pot plugins
	@for language in nb sv en; do $(BIN)/pybabel --quiet update --input-file $(VENV)/words.pot --locale $$language --no-fuzzy-matching \
		--ignore-obsolete --omit-header --no-wrap --output-file plugins/idekatalog/language/locale/$$language.po; done

spell: $(VENV)/spell ## vis de ord, som en dansk ordbog ikke kender
	@$(BIN)/idekatalog spell

lint: $(VENV)/dev node_modules/.package-lock.json ## se koden efter med ruff, mypy, Biome og tsc
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(NODE) npm run --silent lint || $(NOT_CLEAN)

format: $(VENV)/dev node_modules/.package-lock.json ## ret kodens opsætning
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet . ; $(NODE) npm run --silent format

new: $(VENV)/site ## opret en ny post: make new ID=naboaften TITEL="Naboaften", for andet end indsatser med SLAGS=eksempel
	@test -n "$$ID" || { echo 'ID mangler; skriv fx make new ID=naboaften TITEL="Naboaften"'; exit 2; }
	@$(BIN)/idekatalog new "$$ID" --titel "$$TITEL" --slags "$${SLAGS:-indsats}"

export: $(VENV)/site ## skriv alle sider til en mappe: make export DIR=ud
	@test -n "$$DIR" || { echo 'DIR mangler; skriv fx make export DIR=ud'; exit 2; }
	@$(BIN)/idekatalog export "$$DIR"

links: $(VENV)/site ## vis alle links ud af kataloget, og hvor de står
	@$(BIN)/idekatalog links

schema: $(VENV)/site ## vis JSON Schema for en slags post: make schema SLAGS=eksempel
	@$(BIN)/idekatalog schema --slags "$${SLAGS:-indsats}"

golden: $(VENV)/dev ## skriv de forventede filer i tests/cases og docs/records.md igen; læs forskellen, før du gemmer den
	$(BIN)/pytest tests/test_cases.py tests/language/test_danish.py tests/records/test_reference.py tests/browser/test_heard.py --golden

screenshots: $(VENV)/dev ## tag billederne i README igen
	$(BIN)/pytest tests/browser/test_pictures.py --screenshots

drawings: $(VENV)/site ## tegn alle tegninger i content/tegninger igen
	@$(BIN)/python -m drawings

lock: $(VENV)/dev ## lås alle pakker igen efter pyproject.toml
	$(COMPILE) --extra site --extra documents --extra make -o requirements.txt
	$(COMPILE) --extra site --extra documents --extra make --extra dev --constraint requirements.txt -o requirements-dev.txt
	$(COMPILE) --extra browsers --constraint requirements-dev.txt -o requirements-browsers.txt
	$(COMPILE) --extra spell --constraint requirements.txt -o requirements-spell.txt
	$(COMPILE) --extra node --constraint requirements.txt -o requirements-node.txt

clean: ## slet alt, der kan laves igen
	rm -rf $(VENV) node_modules site .site .docs .*site-aside .site-old .gemt

# The locked set and, in place, the engine itself; made anew when what they are made from changes.
$(VENV)/site: requirements.txt pyproject.toml | $(BIN)/python
	@echo "Henter pakker. Det tager et minut første gang."
	@$(LOCKED) requirements.txt || $(NO_PACKAGES)
	@$(INSTALL) --no-build-isolation --editable . || $(NO_PACKAGES)
	@$(FITS) || $(NO_FIT)
	@touch $@

$(VENV)/spell: requirements-spell.txt $(VENV)/site
	@echo "Henter en dansk ordbog. Det tager et minut første gang."
	@$(LOCKED) requirements-spell.txt || $(NO_PACKAGES)
	@touch $@

$(VENV)/browsers: requirements-browsers.txt $(VENV)/dev
	@echo "Henter pakker til Firefox og WebKit."
	@$(LOCKED) requirements-browsers.txt || $(NO_PACKAGES)
	@touch $@

$(VENV)/dev: requirements-dev.txt $(VENV)/site
	@echo "Henter pakker til test. Det tager et minut første gang."
	@$(LOCKED) requirements-dev.txt || $(NO_PACKAGES)
	@$(FITS) || $(NO_FIT)
	@touch $@

$(VENV)/node: requirements-node.txt $(VENV)/dev
	@$(NODE_IS_THERE) || { echo "Her er ikke Node 20 eller nyere med npm; henter det. Det tager et minut."; $(LOCKED) requirements-node.txt; } || $(NO_PACKAGES)
	@touch $@

node_modules/.package-lock.json: package.json package-lock.json $(VENV)/node
	@$(NODE) npm ci --no-audit --no-fund --loglevel=error >/dev/null || $(NO_PACKAGES)
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null || $(NO_PYTHON)
	@$(PYTHON) -m venv --clear $(VENV) || $(NO_VENV)
