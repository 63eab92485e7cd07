#!/bin/sh
test_description='hecto resume says where it was left'
. ./setup.sh

test_expect_success 'in an empty journal there is nothing to go on with' '
	new_journal && cd journal &&
	test_expect_code 1 hecto resume 2>err && grep "hecto log" err
'

test_expect_success 'the last entry and that nothing is open' '
	hecto log -d 2022-07-01 "Queues in SQS keep messages" &&
	hecto resume >out &&
	grep "Fri 1 July 2022, 3 days ago" out &&
	grep "Queues in SQS" out && grep "log/2022/2022-07-01.md:1" out &&
	grep "Nothing is left open" out
'

test_expect_success 'a step on what was studied last comes before others' '
	mkdir -p plans &&
	printf "## Todo\n- book a room\n\n## Questions\n- [x] SQS: done?\n- SQS: how long does it keep them?\n" \
		>plans/dva.md &&
	hecto resume >out &&
	grep "One small step" out && grep "how long does it keep" out &&
	grep "plans/dva.md:6" out
'

test_expect_success 'what the entry says comes next goes before all' '
	hecto log -d 2022-07-02 "Read. 

**Tomorrow:** try a dead letter queue" &&
	hecto resume >out && grep "as you wrote" out &&
	grep "^  try a dead letter queue" out &&
	hecto resume --json | grep "\"next\": \"try a dead"
'

test_expect_success 'wrong usage' '
	expect_usage_error hecto resume now
'

test_done
