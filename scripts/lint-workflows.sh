#!/usr/bin/env bash
# actionlint over the workflows, installed by Go where it is not there yet.
set -euo pipefail
version=v1.7.7
bin=${XDG_CACHE_HOME:-$HOME/.cache}/audiences-codegen/actionlint-$version
if [ ! -x "$bin/actionlint" ]; then
  mkdir -p "$bin"
  GOBIN=$bin go install "github.com/rhysd/actionlint/cmd/actionlint@$version"
fi
"$bin/actionlint" .github/workflows/*.yml
echo "the workflows pass actionlint $version"
