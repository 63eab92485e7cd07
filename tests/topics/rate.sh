# Read by score.sh and kinds.sh.
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
