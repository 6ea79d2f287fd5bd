#!/usr/bin/env bash
# Installs the rivals into .build-rivals (not in git) and runs the comparison. Arguments go on to spacy_small.py.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
venv=$(cd "$here/../.." && pwd)/.build-rivals/venv
if ! cmp -s "$here/requirements.txt" "$venv/installed.txt"; then
  "${PYTHON:-python3}" -m venv --clear "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/installed.txt"
fi
exec "$venv/bin/python" "$here/spacy_small.py" "$@"
