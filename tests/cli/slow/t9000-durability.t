#!/bin/sh
test_description='a commit of one file survives faults at every system call'

. ./setup.sh
. "$HECTO_SOURCE/tests/cli/slow/durability.sh"

# The store itself, without what commands do around it.
DRIVER=$SWEEP_BIN/tests/store_commit
TOLD='^recovered '
ENTRY=log/2022/2022-07-04.md
ACKNOWLEDGED='^saved [0-9a-f]\|^unchanged '
TEMPLATE=template

write_command () {
	COMMAND="$DRIVER $1 put $ENTRY 'learned about queues'"
}
write_it () {
	"$DRIVER" "$1" put $ENTRY "learned about queues"
}
write_more () {
	"$DRIVER" "$1" put log/2022/2022-07-05.md "and about topics"
}
is_saved () {
	test "$(git -C "$1" show HEAD:$ENTRY 2>/dev/null)" = "learned about queues"
}
is_untouched () {
	test "$(git -C "$1" show HEAD:$ENTRY 2>/dev/null)" = "$BEFORE"
}

for before in 'nothing' 'a file' 'an edit by hand'
do
	test_expect_success "a journal, with $before there" '
		rm -rf template && mkdir template && "$DRIVER" template init &&
		"$DRIVER" template put log/2022/2022-07-01.md old
	'
	BEFORE=
	case $before in
	'a file')
		BEFORE='the first draft'
		"$DRIVER" template put $ENTRY "$BEFORE" >/dev/null ;;
	'an edit by hand')
		BEFORE='the first draft'
		"$DRIVER" template put $ENTRY "$BEFORE" >/dev/null
		echo 'typed by hand' >template/$ENTRY ;;
	esac

	sweep_all 7 "with $before there: "
	test_expect_success "with $before there: killed twice" \
		'sweep_recovery 11'
done

test_done
