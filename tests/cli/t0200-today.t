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

test_expect_success 'without a plan nothing is said of one' '
	new_journal noplan && (cd noplan &&
	hecto log "Read of queues. How long does SQS keep messages?" &&
	hecto ask "Why is SNS push?" && hecto hole "Leases of DynamoDB" &&
	for command in today week eve plan
	do
		hecto $command >out && ! grep -i -e "work covered" -e "^Plan" out ||
		return 1
	done &&
	hecto today >out && grep "Answer Why is SNS push" out &&
	hecto exam add dva --date 2022-07-30 --start 2022-07-01 &&
	hecto today >out && grep "^Plan  *time left 90%\$" out && ! grep "^Pace" out &&
	hecto plan --json | jq -e ".covered == null" &&
	hecto plan 2>err >out && grep "hecto import --as plan FILE" err &&
	printf "## Todo\n- [ ] Read the guide\n" >plans/todo.md &&
	hecto today >out && grep "^Plan .*, work covered 0%" out && grep "^Pace" out)
'

test_expect_success 'behind its day, an exam asks for its result and for no study' '
	(cd noplan && hecto exam set dva --domain "Storage=100" --topics "Storage=s3" &&
	hecto today -m 3h >out && grep "^  Study .*S3\|^  Study .*Storage" out &&
	hecto --today 2022-08-01 log "Rested" &&
	hecto --today 2022-08-01 today -m 3h >out &&
	! grep -e "^  Study" -e "^  Do" -e "^  Fill" -e "^Plan" out &&
	grep "^  Answer Why is SNS push" out &&
	grep "^The exam.s day is past, so nothing is proposed for it" out &&
	grep "hecto exam result. notes how it went" out &&
	grep "^Next: hecto exam result dva passed$" out &&
	hecto --today 2022-08-01 week >out && ! grep "^  Study" out &&
	hecto --today 2022-08-01 today --json |
		jq -e ".next == \"hecto exam result dva passed\"" &&
	hecto --today 2022-08-01 exam result dva passed &&
	hecto --today 2022-08-01 today >out &&
	! grep -e "The exam.s day is past" -e "^  Study" out &&
	grep "^Next: hecto exam add NAME --date DATE$" out)
'

test_expect_success 'the name of the exam is as a shell takes it' '
	(cd noplan && hecto exam add "AWS \$DVA" --date 2022-07-03 --start 2022-07-01 &&
	hecto --today 2022-08-02 log "Read of S3" && hecto exam rm dva &&
	hecto --today 2022-08-02 today >out &&
	grep "^Next: hecto exam result .AWS \$DVA. passed$" out &&
	! grep "^Next:.*\"" out)
'

test_done
