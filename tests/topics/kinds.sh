#!/bin/sh
# Precision and recall of what passages are told to be: kinds.sh PASSAGE_KINDS
# [HALF] prints them for the lines of kinds.tsv, and fails below the project's
# bounds, which are asked of the held-out half alone.  With HALF it prints that
# half's mistakes, too.
kinds=${1:?usage: kinds.sh PASSAGE_KINDS [tune | held]}
shown=$2
here=$(dirname "$0")
. "$here/rate.sh"
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

for set in tune held; do
	read_set "$here/kinds.tsv" "$set" || exit 1
	if [ $set = tune ]; then
		compare definition 0 0
		compare number 0 0
		compare question 0 0
		continue
	fi
	compare definition 0.90 0.80 || bad=1
	compare number 0.95 0.90 || bad=1
	compare question 0.95 0.90 || bad=1
done
exit "${bad:-0}"
