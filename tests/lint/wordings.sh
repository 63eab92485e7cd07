#!/bin/sh
# A phrase is looked for where one of its words has the sense that announces it
# (core/model/wording.h); so the word has to stand in wording_words.c as well.
words=core/model/wording_words.c

# strings FILE ARRAY: its strings, one a line, blanks at their ends left out.
strings() {
	awk -v from="(^|[ *}])$2\\\\[\\\\] = {" '
	$0 ~ from { on = 1; next }
	/^};/ { on = 0 }
	on { while (match($0, /"[^"]*"/)) {
		text = substr($0, RSTART + 1, RLENGTH - 2)
		$0 = substr($0, RSTART + RLENGTH)
		gsub(/^ +| +$/, "", text)
		print text
	} }' "$1"
}

# senses SENSE: its words, one a line.
senses() {
	awk -v from="[[]$1[]] =" '
	/^\t\[WORDING/ { on = index($0, from) > 0 || $0 ~ from; next }
	on { while (match($0, /"[^"]*"/)) {
		count = split(substr($0, RSTART + 1, RLENGTH - 2), all, " ")
		for (i = 1; i <= count; i++)
			print all[i]
		$0 = substr($0, RSTART + RLENGTH)
	} }' $words
}

# announced FILE ARRAY SENSE HOW: has each of its strings a word of the sense,
# `first` or `any`?
announced() {
	strings "core/model/$1" "$2" >"$tmp/strings"
	senses "$3" >"$tmp/words"
	test -s "$tmp/strings" && test -s "$tmp/words" ||
		echo "core/model/$1: no $2, or no word of $3 in $words"
	awk -v how="$4" -v where="core/model/$1: " -v sense="$3" '
	NR == FNR { known[$1] = 1; next }
	{ found = 0
	  for (i = 1; i <= (how == "first" ? 1 : NF); i++)
		found = found || $i in known
	  if (!found)
		print where "\"" $0 "\" has no word that is a " sense }
	' "$tmp/words" "$tmp/strings"
}

tmp=$(mktemp -d) || exit 1
trap 'rm -r "$tmp"' EXIT
problems=$(
	announced definition.c verbs WORDING_MEANS first
	announced definition.c of_several WORDING_MEANS first
	announced gap_slip.c tails WORDING_TAIL first
	announced gap.c phrases WORDING_LACK any
	announced gap.c unknowns WORDING_LACK any
	announced gap.c still_unknowns WORDING_LACK any
)
test -z "$problems" || {
	echo "$problems"
	exit 1
}
