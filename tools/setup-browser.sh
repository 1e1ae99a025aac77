#!/bin/sh
# Gets what the browser tests need besides Python: a Chromium, Chinese fonts, Java, axe-core and the Nu HTML checker.
# Never asks and never fails. What could not be had is named here, and pytest says at its end what it left out.
set -u
cd "$(dirname "$0")/.."
. tools/telling.sh
. tools/apt.sh

missing() { .venv/bin/python tests/browser/needs.py; }

# Exact versions from package.json; no script of a package runs.
npm_install() {
    mkdir -p .tools
    cp package.json .tools/
    echo "Installing with npm: axe-core, vnu-jar"
    telling npm install --prefix .tools --ignore-scripts --no-package-lock --no-audit --no-fund --no-update-notifier \
        --loglevel=error --fetch-retries=2 --fetch-timeout=60000
}

# The shell is Chromium without windows: the tests take a third of the time.
install_shell() { [ -n "${CHROMIUM:-}" ] || apt_install chromium-headless-shell; }

if ! command -v chromium-headless-shell >/dev/null 2>&1 && apt-cache show chromium-headless-shell >/dev/null 2>&1; then
    install_shell
fi
for need in $(missing); do
    case $need in
        chromium) install_shell || apt_install chromium ;;
        fonts) apt_install fonts-noto-cjk ;;
        java) apt_install default-jre-headless ;;
        npm-packages) { command -v npm >/dev/null 2>&1 || apt_install nodejs npm; } && npm_install ;;
    esac
done

still=$(missing | tr '\n' ' ')
if [ -n "$still" ]; then
    echo "NOT TO BE HAD ON THIS MACHINE: $still" >&2
    echo "Tests that need it will be skipped. tests/browser/needs.py tells what would do." >&2
fi
exit 0
