#!/bin/sh
# Gets ESLint and TypeScript, which check our scripts, at the versions of tools/javascript/package-lock.json.
# Never asks and never fails: tools/test.sh says when they are missing.
set -u
cd "$(dirname "$0")/.."
. tools/telling.sh
there=.tools/javascript

if cmp -s tools/javascript/package-lock.json "$there/package-lock.json" &&
    [ -f "$there/node_modules/.package-lock.json" ]; then
    exit 0
fi
command -v npm >/dev/null 2>&1 || exit 0
echo "Installing with npm: ESLint, TypeScript"
mkdir -p "$there"
cp tools/javascript/package.json tools/javascript/package-lock.json "$there/"
telling npm ci --prefix "$there" --ignore-scripts --engine-strict --no-audit --no-fund --no-update-notifier \
    --loglevel=error --fetch-retries=2 --fetch-timeout=60000 || rm -rf "$there"
exit 0
