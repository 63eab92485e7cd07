#!/bin/sh
test_description='an exam that was taken: its lessons, its plan, its renewal'
. ./setup.sh

begin () {
	new_journal journal && cd journal && mkdir -p plans &&
	printf "## Todo\n- [x] Read the guide\n- [ ] Book a room\n" >plans/p.md &&
	hecto exam add dva --date 2022-07-10 --start 2022-07-01 --pass 720 \
		--scale 100-1000 --valid "1 year" --domain "Storage=60" \
		--domain "Queues=40" --topics "Storage=s3" --topics "Queues=sqs"
}

test_expect_success 'an open exam has no lessons' '
	begin >/dev/null && hecto exam show dva >out && ! grep Lessons out &&
	test_expect_code 2 hecto exam archive dva 2>err &&
	grep "has no result yet" err
'

test_expect_success 'a score without a name goes to the only exam' '
	hecto exam practice 40/65 --domain "Storage=30/40" \
		--domain "Queues=10/25" >out &&
	grep "40/65" out && grep "Marks are scaled" out &&
	grep "^- 2022-07-04 dva: 40/65 (Storage 30/40, Queues 10/25)$" plans/p.md &&
	hecto exam practice --json | jq -e "length == 1"
'

test_expect_success 'a result that is noted already is not written again' '
	cp plans/p.md before && git rev-parse HEAD >head &&
	hecto exam practice 40/65 --domain "Storage=30/40" \
		--domain "Queues=10/25" >out 2>err &&
	grep "noted already" err && grep "40/65" out &&
	test_cmp before plans/p.md && git rev-parse HEAD | test_cmp head - &&
	hecto exam practice 40/65 --from "Some vendor" 2>err >out &&
	! grep "noted already" err &&
	grep "^- 2022-07-04 Some vendor, dva: 40/65$" plans/p.md &&
	cp before plans/p.md
'

test_expect_success 'what is said later of its domains goes into its line' '
	cp plans/p.md kept && hecto exam practice 66% --from Mock &&
	git rev-list --count HEAD >before &&
	hecto exam practice 66% --from mock --domain Storage=50% >out 2>err &&
	grep "has these domains now" err && ! grep "best noted now" err &&
	hecto exam practice 66% --from Mock >out 2>err && grep "noted already" err &&
	hecto exam practice 66% --from Mock --domain Queues=80% &&
	grep "^- 2022-07-04 Mock, dva: 66/100 (Storage 50/100, Queues 80/100)$" plans/p.md &&
	test 1 = $(grep -c 66/100 plans/p.md) &&
	test $(($(cat before) + 2)) = $(git rev-list --count HEAD) &&
	hecto exam practice --json | jq -e "length == 2" &&
	cp kept plans/p.md
'

test_expect_success 'a line that has no name of an exam is the same result' '
	cp plans/p.md before &&
	printf "%s\n" "- **2022-07-03** Old: 9/10 (hard)" >>plans/p.md &&
	hecto exam practice 9/10 --from Old --date 2022-07-03 --domain sto=4/5 &&
	grep "^- \*\*2022-07-03\*\* Old: 9/10 (Storage 4/5) (hard)$" plans/p.md &&
	cp before plans/p.md &&
	printf "%s\n" "" "| A | 2022-07-03 | 9/10 |" "|---|---|---|" \
		"| Old | 2022-07-03 | 9/10 |" >>plans/p.md && cp plans/p.md rows &&
	test_expect_code 1 hecto exam practice 9/10 --from Old --date 2022-07-03 \
		--domain sto=4/5 2>err && grep "takes no domains" err &&
	test_cmp rows plans/p.md && cp before plans/p.md
'

test_expect_success 'a domain that the exam has not is answered with those it has' '
	cp plans/p.md before &&
	expect_usage_error hecto exam practice 60% --domain Foo=60% &&
	grep "one of the domains of .dva., which are .Storage., .Queues.$" err &&
	expect_usage_error hecto exam practice --domain Foo=3 &&
	grep "goes with its score" err &&
	expect_usage_error hecto exam practice 60% --domain sto=3/4 --domain Storage=3/4 &&
	expect_usage_error hecto exam practice 60% --from "a (b" &&
	test_cmp before plans/p.md &&
	hecto exam practice 60% --from short --domain qu=60% &&
	grep "short, dva: 60/100 (Queues 60/100)$" plans/p.md && cp before plans/p.md
'

test_expect_success 'of several exams, the one that is named' '
	hecto exam add saa --date 2022-09-01 --domain "All=100" >/dev/null &&
	hecto exam practice 50/65 --exam saa --from "Some vendor" >out &&
	grep "^- 2022-07-04 Some vendor, saa: 50/65$" plans/p.md &&
	hecto exam practice saa --json | jq -e "length == 1 and .[0].right == 50" &&
	hecto exam practice dva --json | jq -e "length == 1 and .[0].right == 40" &&
	hecto exam practice --json | jq -e ".[0].right == 40" &&
	test_expect_code 3 hecto exam practice 1/2 --exam nowhere
'

test_expect_success 'an exam that comes later and is earlier takes no result over' '
	hecto exam add soon --date 2022-07-06 --start 2022-07-01 \
		--domain "All=100" >/dev/null &&
	test_expect_code 1 hecto exam practice soon 2>err &&
	grep "no practice exam is noted" err &&
	hecto exam practice dva --json | jq -e "length == 1 and
		(.[0].source // \"\") == \"\"" &&
	hecto exam rm soon
'

test_expect_success 'what was expected stands beside what came' '
	hecto --today 2022-07-05 log --learned "S3 keeps objects" --minutes 45 &&
	hecto --today 2022-07-10 exam result dva passed --score 760 >out &&
	grep "^Lessons$" out && grep "^Studied  *on 1 of 10 days, 45 min$" out &&
	grep "^Plan  *50% covered" out &&
	grep "^Expected  *.*% to pass; reached 76%$" out &&
	grep "^Weakest  *Queues (40% of the exam, .*; Storage (60%" out
'

test_expect_success 'its plan can be put away, and taken out again' '
	test_expect_code 1 hecto exam archive dva 2>err && grep "no plan" err &&
	hecto exam set dva --plan plans/p.md &&
	hecto --today 2022-07-11 exam archive dva >out && grep "^Archived .dva." out &&
	test_expect_code 1 hecto --today 2022-07-11 done &&
	hecto exam list >out && grep "^dva .*archived$" out &&
	hecto exam show dva >out && grep "asks for nothing more" out &&
	hecto search guide >out && grep "plans/p.md" out &&
	git show --stat HEAD >out && ! grep plans out &&
	hecto exam archive dva --undo && hecto done >out && grep "Book a room" out
'

test_expect_success 'a certificate says in time when it ends' '
	hecto --today 2023-04-01 today >out && ! grep "To renew" out &&
	hecto --today 2023-06-01 today >out &&
	grep "^To renew  *dva by Mon 10 July 2023, in 39 days$" out &&
	hecto --today 2023-07-11 today >out && ! grep "To renew" out
'

test_expect_success 'templates need no journal' '
	mkdir ../nowhere && (cd ../nowhere && hecto exam templates >out &&
	grep "^CKA " out && test_expect_code 3 hecto exam list 2>err)
'

test_done
