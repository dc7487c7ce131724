#!/usr/bin/env bash
# git log: with --relative, the paths of merges are still those from the root of the repository.
#
# To be expected: `--relative` ("it can be told to exclude changes outside the directory and show pathnames relative to
# it") holds for every commit of a log; git's manual makes no exception for combined diffs.
# What happens: with `-c` (as with `--cc`) the commits with one parent name `a.yml`, and a merge names `content/a.yml`,
# in one and the same output. Whoever dates files by that has each merged file twice, and where `diff.relative` is set
# in somebody's configuration it happens without the option. With `--no-relative` all paths are from the root.
# Seen with git 2.39.5. Why it matters here: the days of pages come from one such walk.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
cd "$folder"
git init -q -b main .
git config user.name Nobody
git config user.email nobody@example.org
mkdir content
printf 'one\ntwo\nthree\nfour\nfive\n' > content/a.yml
git add -A && git commit -qm first
git checkout -qb side
sed -i 's/one/1/' content/a.yml && git commit -qam side
git checkout -q main
sed -i 's/five/5/' content/a.yml && git commit -qam main
git merge -q side -m merge

cd content
names() { git log -c --name-only --format= "$@" | sort | uniq -c | sed 's/^ *//'; }
echo "$(git --version), paths and how often they stand in the log"
echo "to be expected with --relative: 4 a.yml"
relative=$(names --relative)
root=$(names --no-relative)
printf 'with --relative:\n%s\nwith --no-relative:\n%s\n' "$relative" "$root"
[ "$relative" = "$(printf '3 a.yml\n1 content/a.yml')" ] && [ "$root" = "4 content/a.yml" ]
