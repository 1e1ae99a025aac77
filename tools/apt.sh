# Sourced by the other scripts, with telling.sh. Needs no terminal and never asks.

# Installs Debian packages. False where there is no apt-get, no right to use it, or no such package.
apt_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then
        root=
    elif command -v sudo >/dev/null 2>&1 && sudo -n true </dev/null >/dev/null 2>&1; then
        root="sudo -n"
    else
        return 1
    fi
    echo "Installing with apt: $*"
    # Once a run: an old list names files that are gone.
    if [ -z "${apt_updated:-}" ]; then
        telling apt_get update || true
        apt_updated=yes
    fi
    telling apt_get install --yes --no-install-recommends "$@"
}

# Runs apt-get; waits two minutes at most for another apt, and keeps changed settings as they are.
apt_get() {
    # shellcheck disable=SC2086 # root is empty or two words
    $root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get -q \
        -o DPkg::Lock::Timeout=120 -o Acquire::Retries=2 -o Acquire::http::Timeout=60 -o Dpkg::Use-Pty=0 \
        -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@" </dev/null
}
