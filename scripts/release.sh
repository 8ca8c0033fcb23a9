#!/usr/bin/env bash
# Packs the package and releases it: registry, tag, and the branch that git consumers install from, whose root is the package.
#   bash scripts/release.sh [--publish]       without --publish it shows what it would do
# In: OUT, the package's folder (generated); RELEASE_BRANCH (release); NODE_AUTH_TOKEN where the registry asks for one.
set -euo pipefail
out=${OUT:-generated}
branch=${RELEASE_BRANCH:-release}
mode=${1:-}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

name=$(node -p 'require(`./${process.argv[1]}/package.json`).name' "$out")
version=$(node -p 'require(`./${process.argv[1]}/package.json`).version' "$out")

if [ "$mode" = --publish ] && [ -n "$(git ls-remote origin "refs/tags/v$version")" ]; then
  echo "v$version is released already" >&2
  exit 1
fi

npm run build --prefix "$out" --silent
for pack in first second; do
  mkdir "$folder/$pack"
  npm pack "./$out" --ignore-scripts --pack-destination "$folder/$pack" --loglevel=error >/dev/null
done
tarball=$(echo "$folder"/first/*.tgz)
if ! cmp --silent "$tarball" "$folder"/second/*.tgz; then
  echo "two packs of $name $version differ: the package is not reproducible" >&2
  exit 1
fi
echo "$name $version: sha256 $(sha256sum "$tarball" | cut -d ' ' -f 1)"

# What a consumer gets from git is what others get from the registry, without what npm would build it with.
tar -xzf "$tarball" -C "$folder"
node -e '
  const { readFileSync, writeFileSync } = require("node:fs");
  const file = process.argv[1];
  const { scripts, devDependencies, ...kept } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
' "$folder/package/package.json"
export GIT_INDEX_FILE="$folder/index"
git --work-tree="$folder/package" add --all --force .
tree=$(git write-tree)
unset GIT_INDEX_FILE
parent=$(git ls-remote origin "refs/heads/$branch" | cut -f 1)
if [ -n "$parent" ]; then git fetch --quiet origin "$parent"; fi
commit=$(git -c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com" \
  commit-tree "$tree" ${parent:+-p "$parent"} -m "$name $version")

if [ "$mode" != --publish ]; then
  npm publish "$tarball" --dry-run --access public --loglevel=error
  echo "dry run: would publish $name $version, tag v$version, and set $branch to $(git rev-parse "$commit^{tree}" | cut -c 1-12)"
  exit 0
fi
if [ -n "${NODE_AUTH_TOKEN:-}" ]; then
  # npm puts the token in when it reads this; it is never on the disk.
  registry=$(npm config get registry)
  printf '%s:_authToken=${NODE_AUTH_TOKEN}\n' "${registry#http*:}" >"$folder/npmrc"
  export NPM_CONFIG_USERCONFIG="$folder/npmrc"
fi
npm publish "$tarball" --provenance --access public --loglevel=error
git push --quiet origin "$commit:refs/heads/$branch"
git push --quiet origin "HEAD:refs/tags/v$version"
echo "released $name $version"
