#!/bin/sh
test_description='bare hecto: where one stands, and what comes next'
. ./setup.sh

test_expect_success 'wrong usage is refused with a hint' '
	new_journal &&
	expect_usage_error hecto today -C journal everything &&
	expect_usage_error hecto today -C journal --nothing
'

test_expect_success 'without a journal it says how to make one' '
	test_expect_code 3 hecto 2>err &&
	grep "hecto init" err
'

test_expect_success 'an empty journal shows ways to begin' '
	hecto -C journal >out &&
	grep "^Mon 4 July 2022$" out &&
	grep "hecto log " out &&
	grep "hecto import " out &&
	hecto -C journal today --json >out &&
	jq -c "[.today,.streak,.status,.entries,.challenge.round]" out >actual &&
	echo "[\"2022-07-04\",0,\"none\",[],0]" >expect &&
	test_cmp expect actual
'

test_expect_success 'it shows streak, challenge, exam, week, topics and entries' '
	hecto -C journal log "Read about dynamodb" -d "2022-07-02" &&
	hecto -C journal log "Read about lambda and dynamodb" -d yesterday &&
	hecto -C journal exam set "AWS DVA" --date 2022-07-20 \
		--start 2022-07-03 &&
	hecto -C journal >out &&
	grep "^Streak .*2 days since Sat 2 July 2022; today is open until 04:00 tomorrow$" out &&
	grep "^Challenge .*day 2 of 100; 2 studied" out &&
	grep "^Exam .*AWS DVA in 16 days, Wed 20 July 2022; 94% of the time left$" out &&
	grep "^This week .*Mo ?  Tu" out &&
	grep "^Lately .*dynamodb 2, lambda 1" out &&
	grep "^2022-07-03 .*Read about lambda and dynamodb" out &&
	grep "^Next: hecto log" out
'

test_expect_success 'the same as JSON' '
	hecto -C journal today --json >out &&
	jq -c "[.streak,.status,.exams[0].days_to_go,.exams[0].percentage_remaining,.entries,(.week|length),.week[0].state]" out >actual &&
	echo "[2,\"pending\",16,94,[\"2022-07-03\",\"2022-07-02\"],7,\"pending\"]" >expect &&
	test_cmp expect actual
'

test_expect_success 'when today is done it says so' '
	hecto -C journal log "Read about sqs" &&
	hecto -C journal >out &&
	grep "3 days since Sat 2 July 2022; today is done" out &&
	! grep "^Next: hecto log" out
'

test_expect_success 'a week may begin on Sunday' '
	hecto -C journal config journal.week-start sunday &&
	hecto -C journal today --json | jq -r ".week[0].date" >actual &&
	echo 2022-07-03 >expect &&
	test_cmp expect actual
'

test_expect_success 'control characters of an entry stay away from a terminal' '
	printf "Evil \033[31mred\033[m\n" | hecto -C journal log - &&
	on_a_terminal hecto -C journal --color never >out &&
	! grep "$(printf "\033")" out
'

test_done
