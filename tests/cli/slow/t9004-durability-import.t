#!/bin/sh
test_description='hecto import survives faults at every system call'

. ./setup.sh
. "$HECTO_SOURCE/tests/cli/slow/durability.sh"

if ! hecto help import >/dev/null 2>&1
then
	skip_all='this hecto has no command import'
	test_done
fi

ACKNOWLEDGED=.
TEMPLATE=template
COUNT=12

write_command () {
	COMMAND="hecto -C '$1' import '$PWD/log.md'"
}
write_it () {
	hecto -C "$1" import "$PWD/log.md"
}
write_more () {
	hecto -C "$1" log -d 2022-06-01 'and about topics'
}
entries () {
	git -C "$1" ls-tree -r --name-only HEAD log | grep -c '2022-07-'
}
is_saved () {
	test "$(entries "$1")" = $COUNT &&
	git -C "$1" grep -q 'queue number 12' HEAD -- log
}
is_untouched () {
	test "$(entries "$1")" = 0
}

test_expect_success 'a journal, and a log' '
	new_journal template &&
	{
		echo "# 100 Days of Code" &&
		for day in 1 2 3 4 5 6 7 8 9 10 11 12
		do
			echo && echo "### Day $day: July $day, 2022" && echo &&
			echo "**Todays Progress**: read about queue number $day" ||
			return 1
		done
	} >log.md
'
sweep_all 11
test_expect_success 'killed twice' 'sweep_recovery 29'

test_done
