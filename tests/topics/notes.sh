#!/bin/sh
# Precision and recall by kind on lines as learners write them:
# notes.sh PASSAGE_KINDS [SET] prints them for each set of notes.tsv, and fails
# below the bounds.  With SET it prints the mistakes in that set, too.
kinds=${1:?usage: notes.sh PASSAGE_KINDS [first | second | third]}
shown=$2
here=$(dirname "$0")
. "$here/rate.sh"
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

# compare KIND BOUND_P BOUND_R: what may be either way is left out of both.
compare() {
	grep "	$1\$" "$work/want" | cut -f1 | sort >"$work/w"
	grep "	~$1\$" "$work/want" | cut -f1 | sort >"$work/either"
	grep "	$1\$" "$work/got" | cut -f1 | sort |
		comm -23 - "$work/either" >"$work/g"
	if [ "$set" = "$shown" ]; then
		comm -23 "$work/w" "$work/g" | tell missed "$1"
		comm -13 "$work/w" "$work/g" | tell wrong "$1"
	fi
	rate "$set: $1" "$2" "$3" lines
}

# tell HOW KIND: the text of the lines whose numbers are given.
tell() {
	while read -r line; do
		printf '%s %s: %s\n' "$1" "$2" "$(sed -n "${line}p" "$work/text")"
	done
}

for set in first second third; do
	grep "^$set	" "$here/notes.tsv" >"$work/lines"
	cut -f3- "$work/lines" >"$work/text"
	awk -F'\t' '{
		n = split($2, kinds, " ")
		for (i = 1; i <= n; i++)
			print NR "\t" kinds[i]
	}' "$work/lines" >"$work/want"
	"$kinds" "$work/text" >"$work/got" || exit 1
	recall=0.88
	[ $set = third ] && recall=0.70
	compare definition 0.95 $recall || bad=1
	compare number 0.87 $recall || bad=1
	compare question 0.90 0.95 || bad=1
	compare hole 0.87 $recall || bad=1
	compare lab 0.95 $recall || bad=1
done
exit "${bad:-0}"
