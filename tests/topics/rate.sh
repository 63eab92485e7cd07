# Read by score.sh, kinds.sh and notes.sh.
#
# rate NAME BOUND_P BOUND_R THINGS: print precision and recall of the lines of
# $work/g against those of $work/w, both sorted; false below the bounds.
rate() {
	awk -v name="$1" -v p="$2" -v r="$3" -v things="$4" \
		-v both="$(comm -12 "$work/w" "$work/g" | wc -l)" \
		-v want="$(wc -l <"$work/w")" -v got="$(wc -l <"$work/g")" 'BEGIN {
		precision = got ? both / got : 1
		recall = want ? both / want : 1
		printf "%s: precision %.4f, recall %.4f (%d %s)\n",
			name, precision, recall, want, things
		exit precision < p || recall < r
	}'
}

# read_set FILE SET: the lines of a set into $work/text, and what they are said
# and told to be into $work/want and $work/got, as a number and a kind each.
read_set() {
	grep "^$2	" "$1" >"$work/lines"
	cut -f3- "$work/lines" >"$work/text"
	awk -F'\t' '{
		n = split($2, kinds, " ")
		for (i = 1; i <= n; i++)
			print NR "\t" kinds[i]
	}' "$work/lines" >"$work/want"
	"$kinds" "$work/text" >"$work/got"
}

# tell HOW KIND: the text of the lines whose numbers are given.
tell() {
	while read -r line; do
		printf '%s %s: %s\n' "$1" "$2" "$(sed -n "${line}p" "$work/text")"
	done
}

# compare KIND BOUND_P BOUND_R: rate a kind in the set that was read, $set; what may
# be either way is left out of both.  Of the set $shown the mistakes are told.
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
