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

# compare KIND BOUND_P BOUND_R: lines of the kind in want against those in got.
compare() {
	grep "	$1\$" "$work/want" | cut -f1 | sort >"$work/w"
	grep "	$1\$" "$work/got" | cut -f1 | sort >"$work/g"
	if [ "$half" = "$shown" ]; then
		comm -23 "$work/w" "$work/g" | tell missed "$1"
		comm -13 "$work/w" "$work/g" | tell wrong "$1"
	fi
	rate "$half: $1" "$2" "$3" lines
}

# tell HOW KIND: the text of the lines whose numbers are given.
tell() {
	while read -r line; do
		printf '%s %s: %s\n' "$1" "$2" "$(sed -n "${line}p" "$work/text")"
	done
}

for half in tune held; do
	grep "^$half	" "$here/kinds.tsv" >"$work/lines"
	cut -f3- "$work/lines" >"$work/text"
	awk -F'\t' '{
		n = split($2, kinds, " ")
		for (i = 1; i <= n; i++)
			print NR "\t" kinds[i]
	}' "$work/lines" >"$work/want"
	"$kinds" "$work/text" >"$work/got" || exit 1
	if [ $half = tune ]; then
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
