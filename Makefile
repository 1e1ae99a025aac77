# One command each, also in a fresh clone: they need Python 3.11 or newer, make and git, and fetch the rest themselves.
# The set-up is in tools/; it looks whether anything changed, so a second run starts at once.

SITE ?= site

.PHONY: help serve test test-browsers setup check build package pictures clean

help:
	@echo "make serve   show the help center on this machine, with live reload (PORT=8001 for another port than dev_addr of mkdocs.yml)"
	@echo "make test    run every check and every test"
	@echo "make test-browsers   walk through a site in WebKit, Firefox and an old Chromium (BROWSERS='Firefox,Chromium 80' for some)"
	@echo "make check   check the content"
	@echo "make build   build the site into $(SITE)/"
	@echo "make package make the wheel and the source package in dist/"
	@echo "make setup   set up everything for serve and test, and run nothing"
	@echo "make pictures   make the pictures of the documents anew"
	@echo "make clean   remove whatever these commands made"

serve:
	@sh tools/setup.sh serve
	@.venv/bin/helpcenter serve $(if $(PORT),--port $(PORT))

test:
	@sh tools/setup.sh test
	@sh tools/setup-browser.sh
	@sh tools/setup-javascript.sh
	@sh tools/test.sh

test-browsers:
	@sh tools/setup.sh test
	@sh tools/setup-browsers.sh
	@.venv/bin/pytest --quiet tests/browsers/walks.py

setup:
	@sh tools/setup.sh test
	@sh tools/setup-browser.sh
	@sh tools/setup-javascript.sh

check:
	@sh tools/setup.sh serve
	@.venv/bin/helpcenter check

build:
	@sh tools/setup.sh serve
	@.venv/bin/helpcenter build --site "$(SITE)"

pictures:
	@sh tools/setup.sh test
	@.venv/bin/python tools/make_pictures.py

package:
	@sh tools/setup.sh test
	@.venv/bin/python -m hatchling build

clean:
	rm -rf dist .venv .tools .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info site .site-*
