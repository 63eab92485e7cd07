#!/bin/sh
test_description='hecto done --undo takes a tick back'
. ./setup.sh

begin () {
	new_journal journal && cd journal && mkdir -p plans &&
	printf "%s\n" "# Plan" "" "## Todo" "- [ ] Read the guide" "1. Book a room" \
		"- [x] Pack a bag" "- ~~Buy a pen~~" "" "## Labs" "" \
		"| Lab | Status |" "|---|---|" "| Queue with Lambda | todo |" \
		"| Bucket with events | todo |" >plans/p.md && cp plans/p.md before
}

# id WORDS [--undo]: the id of an item that is listed.
id () {
	hecto done $2 --json | jq -r ".[] | select(.text | test(\"$1\")).id"
}

test_expect_success 'what is open is not taken back' '
	begin && guide=$(id guide) &&
	test_expect_code 1 hecto done --undo $guide 2>err &&
	grep "is not done; .hecto done --undo. lists what is" err &&
	test_cmp before plans/p.md && test_expect_code 3 hecto done --undo zzzzz
'

test_expect_success 'the file is as it was, of a box and of a cell' '
	lab=$(id "Queue with") && hecto done $guide && hecto done $lab &&
	! cmp -s before plans/p.md && hecto done --undo --json >list &&
	jq -e "length == 4" list && hecto done --undo $guide >out &&
	grep "^Open again: Read the guide$" out && hecto done --undo $lab &&
	test_cmp before plans/p.md && git log -1 --format=%s >message &&
	grep "^Untick item " message
'

test_expect_success 'an item that got its box keeps it, open' '
	room=$(id room) && hecto done $room && hecto done --undo $room &&
	grep "^1\. \[ \] Book a room$" plans/p.md
'

test_expect_success 'what was ticked or struck by hand is opened as well' '
	hecto done --undo $(id bag --undo) && grep "^- \[ \] Pack a bag$" plans/p.md &&
	hecto done --undo $(id pen --undo) && grep "^- Buy a pen$" plans/p.md &&
	test_expect_code 1 hecto done --undo 2>err && grep "nothing is done" err
'

test_expect_success 'what is done by another sign keeps its strokes' '
	printf "%s\n" "# Plan" "" "## Todo" "- ✅ Read the ~~old~~ new guide" \
		"- ❌ Book a room" "- ⏳ Pack a bag" "- ⏳ Buy a pen" "" "## Labs" "" \
		"| Lab | Status |" "|---|---|" "| ~~Queue~~ | todo |" \
		"| Bucket | done |" >plans/p.md && cp plans/p.md before &&
	guide=$(id guide --undo) && test -n "$guide" &&
	test_must_fail hecto done --undo $guide 2>err &&
	grep "neither a tick nor strokes" err && test_cmp before plans/p.md
'

test_expect_success 'a row that is struck out is opened by its strokes' '
	hecto done --undo $(id Queue --undo) &&
	grep "^| Queue | todo |$" plans/p.md
'

test_done
