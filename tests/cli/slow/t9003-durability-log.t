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
for kind in kill torn enospc enospc-on eio eio-on
do
	test_expect_success "$kind" "sweep $kind"
done

test_expect_success 'what was interrupted is told' '
	cp -a template told && calls=$(how_many) &&
	n=$calls &&
	while test $n -gt 0
	do
		rm -rf told && cp -a template told || return 1
		fault kill $n told >out 2>/dev/null
		is_saved told && test -s told/.git/hecto/intent && break
		n=$((n - 1))
	done &&
	write_more told >out 2>&1 && cat out &&
	grep "2022-07-04" out && grep -i interrupted out
'

test_done
