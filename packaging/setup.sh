#!/bin/sh
# Make a virtual environment with the program in it, and see to the system libraries of Qt.
# Usage: setup.sh PYTHON VENV
set -eu
python=$1 venv=$2

say() { printf '%s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo -n "$@"
    else return 1
    fi
}

installed=
install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ -z "$installed" ]; then
        as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq || return 1
        installed=yes
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    say "Python 3.11 or later is needed; $python is $("$python" -V 2>&1). Try: make PYTHON=python3.12"
    exit 1
}

make_venv() {
    "$python" -m venv "$venv" 2>/dev/null && "$venv/bin/python" -m pip --version >/dev/null 2>&1
}

if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    make_venv || { rm -rf "$venv"; install python3-venv && make_venv; } || {
        rm -rf "$venv"
        "$python" -m virtualenv "$venv" 2>/dev/null ||
        { "$python" -m pip install -q --user virtualenv 2>/dev/null && "$python" -m virtualenv -q "$venv"; }
    } || {
        say "No virtual environment can be made. Run: sudo apt-get install python3-venv"
        exit 1
    }
fi

say "Installing the program and its libraries into $venv …"
"$venv/bin/python" -m pip install -q --disable-pip-version-check -e '.[test]'

# What Qt needs of the system; what is missing is said, and looked for again by every `make run`.
"$venv/bin/python" packaging/libraries.py
