#!/bin/sh
test_description='practice exams, the eve, the week, pairs and the calendar'
. ./setup.sh

test_expect_success 'a practice exam is noted in the plan' '
	new_journal && cd journal &&
	hecto exam set DVA --date 2022-07-20 --start 2022-07-03 --pass 72% \
		--domain "Security=40" --domain "Queues=60" \
		--topics "Queues=sqs" --topics "Security=iam" &&
	hecto exam practice DVA 43/65 --from "A vendor" \
		--domain "Security=9/17" --domain "Queues=34/48" >out 2>err &&
	grep "^2022-07-04  43/65  66%  6 short of the mark  A vendor" out &&
	grep "Expected .* the mark is 72%; chance to pass [0-9]*%: not ready" out &&
	grep "hecto hole" err &&
	grep "^- 2022-07-04 A vendor, DVA: 43/65 (Security 9/17, Queues 34/48)$" plans/plan.md &&
	hecto exam practice DVA 90% --date yesterday &&
	hecto exam practice DVA --json | jq -e "length == 2 and .[1].passes" &&
	hecto plan >out && grep "chance to pass [0-9]*% (" out
'

test_expect_success 'the eve of the exam on one page' '
	hecto ask "SQS: how long are messages kept?" >/dev/null &&
	hecto hole "long polling in SQS" >/dev/null &&
	hecto log --learned "SQS keeps a message for up to 14 days" \
		--learned "SNS vs SQS: push or pull" >/dev/null &&
	hecto eve >out &&
	grep "^# DVA$" out && grep "in 16 days" out &&
	grep "^The weakest domain: " out &&
	grep "^## Open holes$" out && grep "^- long polling in SQS$" out &&
	grep "^- SQS: how long are messages kept?$" out &&
	grep "^## Not to be confused$" out && grep "^- SNS vs SQS" out &&
	grep "^## Numbers$" out && grep "up to 14 days" out
'

test_expect_success 'the weakest domain is the one with most of the exam open' '
	cd .. && new_journal weak && cd weak &&
	hecto exam set DVA --date 2022-07-20 --start 2022-07-01 \
		--domain "Development=40" --domain "Deployment=28" \
		--domain "Storage=32" --topics "Development=sqs" \
		--topics "Deployment=ecs,codebuild" --topics "Storage=s3,sns" &&
	for t in SQS S3 SNS
	do
		hecto log -d 2022-07-02 --learned "$t is a service that keeps things with leases" \
			--learned "$t has a limit of 256 KB for a message" \
			--learned "$t costs money per request, by the region in which it runs" || return 1
	done &&
	hecto log -d 2022-07-03 --learned "ECS runs containers" \
		--learned "CodeBuild builds" --learned "S3 has buckets; SNS has subscribers of its own" &&
	hecto plan >out && grep "50%  Development" out && grep "25%  Deployment" out &&
	hecto eve >out &&
	grep "^The weakest domain: Deployment, 28% of the exam, 25% covered\.$" out &&
	hecto exam practice DVA 30/65 && hecto eve >out &&
	grep "^The weakest domain: .* covered, [0-9]*% expected right\.$" out &&
	cd ../journal
'

test_expect_success 'what is set against each other is a list of its own' '
	hecto pairs >out 2>err && grep "SNS vs SQS" out &&
	hecto pairs --topic sns --json | jq -e "length == 1" &&
	test_expect_code 1 hecto pairs --topic lambda
'

test_expect_success 'the week on one screen' '
	hecto log -d 2022-07-02 --minutes 30 "Read about IAM" >/dev/null &&
	hecto --today 2022-07-06 log --minutes 45 "Read about SQS again" >/dev/null &&
	hecto --today 2022-07-07 week >out &&
	grep "^# Mon 4 July 2022 to Sun 10 July 2022$" out &&
	grep "^- Days logged: 2 of 7 (not Tue, Thu)$" out &&
	grep "^- Time: 45 min$" out && grep "sqs (new)" out && ! grep "iam" out &&
	grep "^## Next$" out &&
	hecto --today 2022-07-07 week "last fri" --json |
		jq -e ".days == 1 and .minutes == 30"
'

test_expect_success 'exams and days of study as a calendar' '
	hecto rest --weekdays sun >/dev/null && hecto export ics -o - >out &&
	test 1 = $(grep -c "SUMMARY:Exam: DVA" out) &&
	test 12 = $(grep -c "SUMMARY:Study for DVA" out) &&
	test 2 = $(grep -c "SUMMARY:Revise" out) &&
	! grep "DTSTART;VALUE=DATE:20220710" out &&
	test $(wc -l <out) = $(grep -c "$(printf "\r")$" out) &&
	hecto export ics -o - >again && test_cmp out again
'

test_expect_success PYTHON_ICALENDAR 'another reader takes the calendar' '
	hecto exam set "Ein sehr langer Name; mit Komma, Umläuten und mehr Zeichen als in eine Zeile gehören" \
		--date 2022-07-30 >/dev/null &&
	hecto export ics -o - >out && python3 -c "
import icalendar, sys
c = icalendar.Calendar.from_ical(open(\"out\", \"rb\").read())
names = [str(e[\"summary\"]) for e in c.walk(\"VEVENT\")]
print(len(names), len(set(str(e[\"uid\"]) for e in c.walk(\"VEVENT\"))))
print([n for n in names if n.startswith(\"Exam: Ein\")][0])
" >seen && head -1 seen | awk "{ exit \$1 != \$2 }" &&
	grep "^Exam: Ein sehr langer Name; mit Komma, Umläuten und mehr Zeichen als in eine Zeile gehören$" seen
'

test_expect_success 'wrong usage, and nothing there' '
	expect_usage_error hecto exam practice DVA much &&
	expect_usage_error hecto exam practice DVA 9/8 &&
	expect_usage_error hecto exam practice DVA 1/2 --domain Security=26 &&
	expect_usage_error hecto exam list --from x &&
	expect_usage_error hecto eve a b &&
	expect_usage_error hecto week blursday &&
	expect_usage_error hecto pairs x &&
	test_expect_code 3 hecto eve nowhere &&
	test_expect_code 3 hecto exam practice nowhere &&
	cd .. && new_journal empty &&
	test_expect_code 1 hecto -C empty eve &&
	test_expect_code 1 hecto -C empty pairs &&
	hecto -C empty week >out && grep "Days logged: 0 of 7" out && cd journal
'

test_done
