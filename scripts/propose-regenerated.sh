#!/usr/bin/env bash
# Plans the next release, generates, and opens or updates the one pull request that holds what came of it. Does nothing where
# everything is as committed. In: GH_TOKEN; BRANCH, the pull request's (regenerate); CHECKS, a workflow to run on it (none).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
branch=${BRANCH:-regenerate}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

node "$here/release-plan.mjs" --json >"$folder/plan.json"
node "$here/../generator/dist/command-line/main.js" generate
git add --all
if git diff --cached --quiet; then
  echo "everything is up to date"
  exit 0
fi

field() { node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))[process.argv[2]]' "$folder/plan.json" "$1"; }
bump=$(field bump)
title="chore(generated): regenerate"
if [ "$bump" != none ]; then title="chore(release): $(field next) ($bump)"; fi
git diff --cached -- ':(glob)**/surface.md' >"$folder/surface.diff"
node "$here/pull-request-body.mjs" "$folder/plan.json" "$folder/surface.diff" >"$folder/body.md"

git -c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com" \
  commit --quiet --message "$title"
git push --quiet --force origin "HEAD:refs/heads/$branch"

gh label create "semver:$bump" --force --description "What the change asks of callers"
number=$(gh pr list --head "$branch" --state open --json number --jq '.[].number')
if [ -z "$number" ]; then
  gh pr create --head "$branch" --title "$title" --body-file "$folder/body.md" --label "semver:$bump"
else
  for old in none patch minor major; do
    if [ "$old" != "$bump" ]; then gh pr edit "$number" --remove-label "semver:$old" || true; fi
  done
  gh pr edit "$number" --title "$title" --body-file "$folder/body.md" --add-label "semver:$bump"
fi
# What a workflow's own token pushes starts no other workflow; asking for one does.
if [ -n "${CHECKS:-}" ]; then gh workflow run "$CHECKS" --ref "$branch"; fi
