#!/bin/sh
# Precision and recall of the topic recogniser: score.sh TOPIC_SCAN prints them
# for the labelled lines here and, where the shared seeds are, for those that
# seeds.tsv labels; it fails below the project's bounds.
scan=${1:?usage: score.sh TOPIC_SCAN}
here=$(dirname "$0")
. "$here/rate.sh"
shared=${HECTO_SHARED:-$here/../../../shared}
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

# compare NAME BOUND_P BOUND_R: "line TAB id" in want against those in got.
compare() {
	sort -u "$work/want" >"$work/w"
	sort -u "$work/got" >"$work/g"
	comm -23 "$work/w" "$work/g" | sed 's/^/missed: /'
	comm -13 "$work/w" "$work/g" | sed 's/^/wrong:  /'
	rate "$1" "$2" "$3" topics
}

# The labels of a file of lines "ids TAB text".
grep -v '^#' "$here/labelled.tsv" >"$work/lines"
cut -f2- "$work/lines" >"$work/text"
awk -F'\t' '{
	n = split($1, ids, " ")
	for (i = 1; i <= n; i++)
		if (ids[i] != "-")
			print NR "\t" ids[i]
}' "$work/lines" >"$work/want"
"$scan" "$work/text" | cut -f1,2 >"$work/got"
compare "labelled lines" 0.98 0.95 || bad=1

# seeds.tsv has "seed TAB line TAB ids"; the text is not ours to copy.
for seed in $(grep -v '^#' "$here/seeds.tsv" | cut -f1 | sort -u); do
	file=$(ls "$shared"/seeds/"$seed"* 2>/dev/null)
	[ -f "$file" ] || { echo "seed $seed: skipped, not here"; continue; }
	awk -F'\t' -v seed="$seed" '$1 == seed {
		n = split($3, ids, " ")
		for (i = 1; i <= n; i++)
			print $2 "\t" ids[i]
	}' "$here/seeds.tsv" >"$work/want"
	"$scan" "$file" | cut -f1,2 >"$work/got"
	compare "seed $seed" 0.97 0.95 || bad=1
done
exit "${bad:-0}"
