#!/bin/sh
test_description='hecto log survives faults at every system call'

. ./setup.sh
. "$HECTO_SOURCE/tests/cli/slow/durability.sh"

if ! hecto help log >/dev/null 2>&1
then
	skip_all='this hecto has no command log'
	test_done
fi

ACKNOWLEDGED=.
TEMPLATE=template
TEXT='learned about dead letter queues'

write_command () {
	COMMAND="hecto -C '$1' log '$TEXT'"
}
write_it () {
	hecto -C "$1" log "$TEXT"
}
write_more () {
	hecto -C "$1" log -d yesterday 'and about topics'
}
is_saved () {
	git -C "$1" grep -q "$TEXT" HEAD -- log
}
is_untouched () {
	! is_saved "$1"
}

test_expect_success 'a journal with an entry' '
	new_journal template &&
	hecto -C template log -d 2022-07-02 "read about streams"
'
sweep_all 7
test_expect_success 'killed twice' 'sweep_recovery 11'

test_done
