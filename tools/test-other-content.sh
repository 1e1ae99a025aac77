#!/bin/sh
# Copies the project without the content that ships and its tests, begins a help center there with `helpcenter new`,
# and passes the checks and all other tests. Options are handed to pytest.
set -eu
cd "$(dirname "$0")/.."
root=$(pwd)
copy=$(mktemp -d)
chmod 755 "$copy" # tests without the rights of root read here, too
trap 'rm -rf "$copy"' EXIT
git ls-files --cached --others --exclude-standard | grep -v -e '^content/' -e '^faq' -e '^mkdocs.yml$' -e '^tests/shipped/' |
    while read -r name; do [ ! -e "$name" ] || { mkdir -p "$copy/$(dirname "$name")" && cp -p "$name" "$copy/$name"; }; done
ln -s "$root/.venv" "$copy/.venv"
[ ! -d .tools ] || ln -s "$root/.tools" "$copy/.tools"
export PYTHONPATH="$copy/generator:$copy"
.venv/bin/python -m helpcenter new "$copy/new" >/dev/null
mv "$copy/new/content" "$copy/new/faq.yaml" "$copy/new/mkdocs.yml" "$copy"
rm -r "$copy/new"
cd "$copy"
.venv/bin/python -m helpcenter check
.venv/bin/python -m pytest -p no:cacheprovider --numprocesses 2 --dist loadfile "$@"
