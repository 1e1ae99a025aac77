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

# mypy keeps one core busy for as long as the linters of the scripts keep the other; its words are shown after theirs.
words=$(mktemp)
.venv/bin/mypy </dev/null >"$words" 2>&1 &
mypy=$!

told() {
    wait "$mypy"
    code=$?
    cat "$words"
    rm -f "$words"
    return "$code"
}

run ruff .venv/bin/ruff check --quiet .
javascript=.tools/javascript/node_modules/.bin
left_out=
if [ -x "$javascript/eslint" ] && [ -x "$javascript/tsc" ]; then
    run eslint "$javascript/eslint" --config tools/javascript/eslint.config.mjs --no-error-on-unmatched-pattern \
        generator bench tests
    run tsc "$javascript/tsc" --project tools/javascript
else
    left_out="the scripts: ESLint and TypeScript need npm, Node 20.19 or newer and the network"
    echo "NOT CHECKED: $left_out" >&2
fi
run mypy told
run content .venv/bin/helpcenter check
# As they are listed: browser tests come one after another, so each process starts one browser, and what is short comes last.
run pytest .venv/bin/pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder --durations 15

[ -z "$left_out" ] || echo "NOT CHECKED: $left_out" >&2
if [ -n "$failed" ]; then
    echo "FAILED:$failed" >&2
    exit 1
fi
