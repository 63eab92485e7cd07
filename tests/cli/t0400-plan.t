#!/bin/sh
test_description='the plan against what was done and noted'
. ./setup.sh

plan () {
	printf "%s\n" "## Overview" "- **Days to go**: 20" \
		"- **Percentage remaining**: 99%" "" "## Todo" "- a" "  - b" \
		"  - c (1 h)" "- [x] d" "" "## Services" "### SQS" \
		"- A queue keeps what nobody fetched yet, up to fourteen days." \
		"- Long polling saves money, since fewer calls come back empty." \
		"- A dead letter queue keeps what failed, so that one can look." \
		"" "### Kinesis" "" "## Questions" "- SQS: how long?"
}

test_expect_success 'without plan and exam it says how to begin' '
	new_journal && cd journal &&
	test_expect_code 1 hecto plan 2>err &&
	grep "hecto exam add" err && grep "hecto import --as plan" err
'

test_expect_success 'the countdown of a plan is brought up to date, and nothing else' '
	mkdir -p plans && plan >plans/dva.md && cp plans/dva.md before &&
	hecto exam set "AWS DVA" --date 2022-07-20 --start 2022-07-03 &&
	hecto plan update --dry-run >diff && grep "^+- \*\*Days to go\*\*: 16" diff &&
	test_cmp before plans/dva.md &&
	hecto plan update >diff && grep "^+- \*\*Percentage remaining\*\*: 94%" diff &&
	sed "s/: 20/: 16/; s/99%/94%/" before >expect &&
	test_cmp expect plans/dva.md &&
	git rev-list --count HEAD >count && hecto plan update 2>err &&
	grep "or it is right already" err &&
	test "$(cat count)" = "$(git rev-list --count HEAD)"
'

test_expect_success 'publishing brings it up to date as well' '
	hecto --today 2022-07-05 publish -o site 2>err && grep "countdown" err &&
	grep "Days to go\*\*: 15" plans/dva.md &&
	hecto --today 2022-07-05 publish -o site 2>err && ! grep "countdown" err &&
	hecto plan update >diff
'

test_expect_success 'work is what the items take, and how far they are' '
	hecto plan --json >out &&
	jq -c ".work.todo, .work.service" out >actual &&
	printf "%s\n" "{\"items\":3,\"minutes\":120,\"done\":30}" \
		"{\"items\":2,\"minutes\":90,\"done\":22}" >expect &&
	test_cmp expect actual
'

test_expect_success 'topics have states' '
	jq -c "[.topics[] | [.id, .state]]" out >actual &&
	echo "[[\"sqs\",\"noted\"],[\"kinesis\",\"listed\"]]" >expect &&
	test_cmp expect actual &&
	hecto plan --topics >out && grep "^noted  *sqs" out
'

test_expect_success 'domains are held against their weight' '
	hecto exam set "AWS DVA" --domain "Queues=60" --domain "Streams=40" \
		--topics "Queues=sqs" --topics "Streams=kinesis,firehose" &&
	hecto plan >out &&
	grep "60%  *100%  *50%  Queues" out && grep "40%  *0%  *0%  Streams" out &&
	grep "time left 94%, work covered" out && grep "chance to pass not known" out &&
	grep "^WORK  *ITEMS  *TIME  *DONE$" out && grep "^service  *2 " out &&
	grep "^Pace .*a day needed on 14 study days" out && grep "# done" out
'

test_expect_success 'today proposes what to study, with reasons' '
	hecto --today 2022-07-04 log "Read about queues" &&
	hecto today --minutes 2h >out &&
	grep "^For 2 h today:" out && grep "Study .*Kinesis" out &&
	grep "planned, and nothing is noted on it; Streams is 40% of the exam" out &&
	grep "Answer .*how long?" out &&
	hecto today -m 10 --json | jq -e "(.advice | length) == 1 and
		.advice[0].kind == \"question\""
'

test_expect_success 'the pace is known once some days are, and names what would help' '
	hecto --today 2022-07-05 plan >/dev/null &&
	hecto --today 2022-07-06 plan >/dev/null &&
	sed "s/^- a$/- [x] a/; s/^  - b$/  - [x] b/" plans/dva.md >new &&
	mv new plans/dva.md &&
	hecto --today 2022-07-07 plan >out && grep "kept; done about" out &&
	hecto --today 2022-07-12 plan >out && grep "^To be in time .*move the exam to" out &&
	hecto --today 2022-07-12 plan --json | jq -e ".pace.levers.minutes > 0"
'

test_expect_success 'a todo over others is done when they are' '
	hecto today -m 4h --json | jq -r ".advice[].name" >out &&
	grep "c (1 h)" out && ! grep "^a$" out
'

test_expect_success 'an exam that names its plan has its work there' '
	printf "## Todo\n- [ ] pack a bag\n" >plans/own.md &&
	hecto exam set own --date 2022-07-21 --plan plans/own.md >/dev/null &&
	hecto plan --exam own --json | jq -e ".work.todo.items == 1 and
		.work.service.items == 0" &&
	hecto plan --json | jq -e ".work.todo.items == 4" &&
	hecto exam rm own && rm plans/own.md
'

test_expect_success 'a passed exam asks for nothing more' '
	hecto --today 2022-07-19 today >out &&
	grep "^Pace .*for revision" out && ! grep "To be in time" out &&
	hecto --today 2022-07-20 exam result "AWS DVA" passed >/dev/null &&
	hecto --today 2022-07-20 today >out &&
	grep "^Exam *AWS DVA passed on Wed 20 July 2022$" out &&
	! grep -e "^Pace" -e "chance to pass" -e "of the exam" out &&
	hecto exam result "AWS DVA" open >/dev/null &&
	hecto --today 2022-07-21 today >out && grep "hecto exam result. notes" out
'

test_expect_success 'after the exam nothing is counted down' '
	hecto --today 2022-08-01 plan >out && ! grep "^Pace" out &&
	hecto exam add later --when "next year" &&
	hecto plan --exam later >out && grep "^later" out
'

test_expect_success 'wrong usage' '
	expect_usage_error hecto plan now &&
	expect_usage_error hecto plan --dry-run &&
	test_expect_code 3 hecto plan --exam nowhere &&
	expect_usage_error hecto today --minutes long &&
	cd .. && new_journal empty &&
	test_expect_code 1 hecto -C empty plan update 2>err && grep "exam set" err
'

test_done
