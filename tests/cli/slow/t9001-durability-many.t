#!/bin/sh
test_description='a commit of many files survives faults at every system call'

. ./setup.sh
. "$HECTO_SOURCE/tests/cli/slow/durability.sh"

DRIVER=$SWEEP_BIN/tests/store_commit
TOLD='^recovered '
COUNT=110
ACKNOWLEDGED='^saved [0-9a-f]\|^unchanged '
TEMPLATE=template

write_command () {
	COMMAND="$DRIVER $1 many $COUNT"
}
write_it () {
	"$DRIVER" "$1" many $COUNT
}
write_more () {
	"$DRIVER" "$1" put log/2022/2022-07-05.md "and about topics"
}
is_saved () {
	test "$(git -C "$1" ls-tree -r --name-only HEAD log/0 | wc -l)" = $COUNT &&
	git -C "$1" show HEAD:log/0/77.md >shown &&
	test_cmp expect shown >/dev/null
}
is_untouched () {
	test "$(git -C "$1" ls-tree -r --name-only HEAD log/0 | wc -l)" = 0
}

test_expect_success 'a journal, and an edit by hand in the way' '
	printf "%s\n" --- "day: 77" --- "read about topic 539" >expect &&
	mkdir template && "$DRIVER" template init &&
	"$DRIVER" template put log/2022/2022-07-01.md old &&
	mkdir -p template/log/0 &&
	echo "typed by hand" >template/log/0/33.md
'

test_expect_success 'the files are in one pack' '
	cp -a template one && write_it one &&
	test "$(ls one/.git/objects/pack/*.pack | wc -l)" = 1 &&
	git -C one log -1 --format=%B HEAD~1 >message &&
	grep "^log/0/33.md$" message
'

# The files are all alike.
test_expect_success 'killed' 'sweep kill 5'
test_expect_success 'a write torn' 'sweep torn 23'
test_expect_success 'no space, once' 'sweep enospc 23'
test_expect_success 'no space, for ever' 'sweep enospc-on 29'
test_expect_success 'an error of the disk, once' 'sweep eio 23'
test_expect_success 'errors of the disk, for ever' 'sweep eio-on 29'

test_done
