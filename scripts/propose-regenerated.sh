#!/usr/bin/env bash
# Opens, or updates, the one pull request that holds a regenerated package. Does nothing when generated/ is as committed.
set -euo pipefail
branch=regenerate

git add --all generated
if git diff --cached --quiet; then
  echo "generated/ is up to date"
  exit 0
fi
git -c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com" \
  commit --quiet --message "chore(generated): regenerate"
git push --force origin "HEAD:refs/heads/$branch"
if [ -z "$(gh pr list --head "$branch" --state open --json number --jq '.[].number')" ]; then
  gh pr create --head "$branch" --title "chore(generated): regenerate" \
    --body "What the document and the templates on this branch make. Is the diff the size that the change deserves?"
fi
