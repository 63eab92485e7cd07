#!/bin/sh
test_description='plans and journals that are not as one expects'
. ./setup.sh

test_expect_success 'many notes are no days of study' '
	new_journal && cd journal && mkdir notes plans &&
	for n in 1 2; do
		for i in $(seq 70); do
			echo "- Kinesis keeps record $i of $n for a day"
		done >notes/$n.md
	done &&
	printf "## Services\n\n- Kinesis\n" >plans/plan.md &&
	hecto plan --json >out &&
	jq -e ".topics[] | select(.id == \"kinesis\") |
		.state == \"noted\" and .last == null" out
'

test_expect_success 'a todo over others is the sum of them, however many' '
	printf "## Todo\n\n- [ ] all of it\n  - [ ] a\n  - [ ] b\n- [ ] c\n" >plans/plan.md &&
	hecto plan --json >out && jq -e ".work.todo.items == 3" out
'

test_expect_success 'what is remembered of later days stays' '
	printf "2022-07-20 90 30\n" >.git/hecto/pace &&
	hecto plan >/dev/null && hecto today >/dev/null &&
	tail -1 .git/hecto/pace >last && grep "^2022-07-20 90 30$" last &&
	test 2 = $(wc -l <.git/hecto/pace) && ! test -e .git/hecto/pace.new
'

test_done
