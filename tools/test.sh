#!/bin/sh
# Runs every check, the tests last. Runs all of them even if one fails, and then ends with 1.
set -u
cd "$(dirname "$0")/.."
failed=

run() {
    name=$1
    shift
    echo "== $name"
    "$@" </dev/null || failed="$failed $name"
}

run ruff .venv/bin/ruff check --quiet .
run mypy .venv/bin/mypy
run content .venv/bin/helpcenter check
run pytest .venv/bin/pytest --numprocesses 2 --dist loadfile

if [ -n "$failed" ]; then
    echo "FAILED:$failed" >&2
    exit 1
fi
