#!/bin/sh
# Makes .venv and installs the project into it: "setup.sh serve" to run it, "setup.sh test" with the tools of the tests.
# Does nothing when that was done before for the same pyproject.toml in the same folder.
set -eu
cd "$(dirname "$0")/.."
. tools/telling.sh
. tools/apt.sh

wanted=${1:-serve}
case $wanted in
    serve) package=. size=32 ;;
    test) package='.[test]' size=150 ;;
    *) echo "usage: setup.sh serve|test" >&2; exit 2 ;;
esac

RECENT='import sys; sys.exit(sys.version_info < (3, 11))'
COMPLETE='import ensurepip, venv'

fail() {
    echo >&2
    printf '%s\n' "$@" >&2
    exit 1
}

# Prints the first Python that is new enough and can make a virtual environment.
find_python() {
    for name in ${PYTHON:-} python3.13 python3.12 python3.11 python3 python; do
        if "$name" -c "$RECENT" >/dev/null 2>&1 && "$name" -c "$COMPLETE" >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
    return 1
}

# Prints the first Python that is new enough, complete or not.
find_incomplete() {
    for name in ${PYTHON:-} python3.13 python3.12 python3.11 python3 python; do
        if "$name" -c "$RECENT" >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
    return 1
}

make_environment() {
    if ! python=$(find_python); then
        incomplete=$(find_incomplete) || fail \
            "Python 3.11 or newer is needed, and none was found." \
            "Install one (Debian and Ubuntu: apt install python3 python3-venv; macOS: brew install python)," \
            "or name yours: make <target> PYTHON=/where/it/is/python3"
        version=$("$incomplete" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        # Only the tests may install system packages by themselves.
        if [ "$wanted" != test ] || ! apt_install "python$version-venv" || ! python=$(find_python); then
            fail "$incomplete (Python $version) lacks the modules venv and ensurepip." \
                "Debian and Ubuntu: apt install python$version-venv. Elsewhere: install Python from python.org."
        fi
    fi
    echo "Making .venv with $("$python" --version)"
    rm -rf .venv
    telling "$python" -m venv .venv
}

stamp() { echo "$(pwd) $(cksum <pyproject.toml)"; }
done_before() { [ "$(cat ".venv/.ready-$1" 2>/dev/null)" = "$(stamp)" ]; }
works() { .venv/bin/python -c "$RECENT; import pip" >/dev/null 2>&1; }
# Scripts in .venv name the folder they were made in.
moved() { [ -f .venv/.folder ] && [ "$(cat .venv/.folder)" != "$(pwd)" ]; }

if done_before "$wanted" && works; then
    exit
fi
if ! works || moved; then
    make_environment
fi
pwd >.venv/.folder
echo "Installing the project and its packages into .venv, about $size MB where nothing is at hand"
telling .venv/bin/python -m pip install --disable-pip-version-check --progress-bar off --editable "$package" ||
    fail "The packages could not be installed; see above. Is the network reachable?"
stamp >.venv/.ready-serve
[ "$wanted" = serve ] || stamp >.venv/.ready-test
