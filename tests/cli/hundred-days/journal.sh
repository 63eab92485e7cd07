# A journal of a hundred days that is lived day by day, for tests.  `days` says
# what happened: a line is a day, a verb, and the rest:
#
#	log MINUTES TEXT	one thing that was learned (0: no time is said)
#	tick TEXT		this item of the plan
#	swap OLD NEW		in the plan
#	plan NAME...		a second plan, with these services
#	right TEXT		a hole, answered right
#	hecto WORDS		a command; "answer --of WORD" finds the question

HUNDRED_DAYS=$HECTO_SOURCE/tests/cli/hundred-days
FIRST_DAY=2022-03-01

begin_journal () {
	new_journal &&
	mkdir -p journal/plans journal/notes journal/log/2022 &&
	cp "$HUNDRED_DAYS/plan.md" journal/plans/ &&
	cp "$HUNDRED_DAYS/exam.md" journal/notes/ &&
	cd journal &&
	hecto rest --weekdays sun >/dev/null &&
	hecto exam set queues --date 2022-04-14 --start 2022-03-01 --pass 72% \
		--questions 40 --domains-from exam >/dev/null 2>&1
}

log_line () {
	file=log/2022/$1.md
	minutes=${2%% *}
	test -f "$file" || {
		printf "%s\n" "---" "date: $1" "written: $1T20:00:00Z"
		test "$minutes" = 0 || echo "minutes: $minutes"
		printf "%s\n" "---" "**What I learned**:"
	} >"$file" &&
	echo "- ${2#* }" >>"$file"
}

change_plan () {
	sed "$@" plans/plan.md >changed && mv changed plans/plan.md
}

tick () {
	change_plan -e "s|^\( *- \)\[ \] $1\$|\1[x] $1|" -e "s|^- $1\$|- [x] $1|"
}

second_plan () {
	printf "%s\n" "# The second exam" "" "- **Days to go**: 50" "" \
		"## Todo" "- [ ] Ask at work for two free days (10 min)" "" \
		"## Services" "" >plans/cloud.md &&
	printf "### %s\n\n" "$@" >>plans/cloud.md
}

id_of () {
	hecto $1 --json | jq -r ".[] | select(.text | contains(\"$2\")) | .id"
}

run_line () {
	case $1 in
	"answer --of "*)
		set -- ${1#answer --of } &&
		id=$(id_of questions "$1") && shift && hecto answer $id "$*" ;;
	*)
		eval "hecto $1" ;;
	esac >/dev/null 2>&1
}

# live DAY: what `days` says of it, at eight in the evening.
live () {
	the_clock_shows "$1T20:00:00Z" &&
	grep "^$1 " "$HUNDRED_DAYS/days" >../happens
	while read -r _ verb rest
	do
		case $verb in
		log) log_line "$1" "$rest" ;;
		tick) tick "$rest" ;;
		swap) change_plan "s|${rest% *}|${rest#* }|" ;;
		plan) second_plan $rest ;;
		right) hecto holes --right $(id_of holes "${rest#*: }") >/dev/null ;;
		hecto) run_line "$rest" ;;
		esac </dev/null || {
			echo "$1: '$verb $rest' did not work" >&2
			return 1
		}
	done <../happens
}

# show_days FILE EVERY: live them all; what today says of every so many, and
# of the days in $ALSO, goes to the file.
show_days () {
	: >"$1"
	for i in $(seq 0 99)
	do
		day=$(date -u -d "$FIRST_DAY + $i days" +%F) &&
		live $day || return 1
		case " $ALSO " in
		*" $day "*) ;;
		*) test $((i % $2)) = 0 || continue ;;
		esac
		{ echo "=== $day" && hecto --today $day today; } >>"$1" || return 1
	done
}

# compare_days EXPECTED ACTUAL: UPDATE=1 writes what is expected.
compare_days () {
	test -z "$UPDATE" || cp "$2" "$HUNDRED_DAYS/$1"
	test_cmp "$HUNDRED_DAYS/$1" "$2"
}

# Of the days in a file: time only goes down while an exam is the same, a day a
# day, and whatever is proposed says why.
days_agree () {
	awk "
	/^===/ { split(\$2, d, \"-\"); day = mktime(d[1] \" \" d[2] \" \" d[3] \
			\" 12 0 0\") / 86400 }
	/^Exam .* in [0-9]+ days/ {
		for (i = 1; i < NF; i++) if (\$i == \"in\") togo = \$(i + 1)
		if (\$2 in last && last[\$2] != day + togo) exit bad = 1
		last[\$2] = day + togo
	}
	want && !/^         [^ ]/ { print \"no reason: \" \$0; exit bad = 1 }
	{ want = /^  (Study|Fill|Answer|Try|Do) / }
	END { exit bad }
	" "$1"
}
