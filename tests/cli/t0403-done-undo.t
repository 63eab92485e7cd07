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

# rows CELL…: a plan of labs, a row for each cell of their states.
rows () {
	printf "%s\n" "# Plan" "" "## Labs" "" "| Lab | Status |" "|---|---|" \
		>plans/p.md &&
	i=0 && for cell
	do
		i=$((i + 1)) && echo "| Lab number $i | $cell |" >>plans/p.md || return 1
	done
}

test_expect_success 'an open row says no more than that it is open' '
	rows "❌ failed" "on hold" "todo (after the exam)" "not started" "✅" &&
	hecto done --undo $(id "number 5" --undo) &&
	grep "^| Lab number 5 | not started |$" plans/p.md &&
	rows "failed" "later" "✅" && hecto done --undo $(id "number 3" --undo) &&
	grep "^| Lab number 3 |  |$" plans/p.md
'

test_expect_success 'a mark is answered by a mark, words by words' '
	rows "todo" "⬜" "✅" "done" && hecto done --undo $(id "number 3" --undo) &&
	hecto done --undo $(id "number 4" --undo) &&
	grep "^| Lab number 3 | ⬜ |$" plans/p.md &&
	grep "^| Lab number 4 | todo |$" plans/p.md
'

test_expect_success 'nor is a row done on the day of another' '
	rows "Done (May 3)" "todo" && hecto done $(id "number 2") &&
	grep "^| Lab number 2 | Done |$" plans/p.md
'

test_done
