#!/bin/sh
test_description='the days of an exam, where nobody says them'
. ./setup.sh

begin () {
	new_journal "$1" && cd "$1" && mkdir -p plans
}

start_of () {
	hecto exam show "$1" --json | jq -r ".start"
}

test_expect_success 'a plan says which exam, when, and since when' '
	begin plan &&
	printf "%s\n" "# Road" "" "- **Exam**: DVA-C02" \
		"- **Exam date**: 20 July 2022 (booked)" \
		"- **Start**: 2022-06-01" >plans/p.md &&
	hecto exam add DVA-C02 >out 2>err &&
	grep "^DVA-C02: Wed 20 July 2022$" out &&
	grep "^Studying since Wed 1 June 2022$" out &&
	grep "day of the exam is from .plans/p.md., line 4" err &&
	grep "first day of study is from .plans/p.md., line 5" err &&
	! grep "counts down to" err && cd ..
'

test_expect_success 'its day may have the hour behind it' '
	begin hour &&
	printf "%s\n" "# Road" "" \
		"**Exam:** Friday, August 26, 2022 · 14:00, online" >plans/p.md &&
	hecto exam add MINT >out 2>err &&
	grep "^MINT: Fri 26 August 2022$" out && cd ..
'

test_expect_success 'what is said by hand goes before it' '
	cd plan && hecto exam rm DVA-C02 &&
	hecto exam add DVA-C02 --date 2022-08-01 --start 2022-07-01 --json >out &&
	jq -e ".date == \"2022-08-01\" and .start == \"2022-07-01\"" out &&
	hecto exam add AZ-900 --json >out &&
	jq -e ".date == null and .start == \"2022-07-04\"" out &&
	hecto exam add other --when "next year" --plan plans/p.md --json >out &&
	jq -e ".date == null" out && cd ..
'

test_expect_success 'a countdown tells when the study began' '
	begin countdown &&
	printf "%s\n" "# Plan" "- **Days to go**: 16" \
		"- **Percentage remaining**: 94%" >plans/p.md &&
	hecto exam add DVA-C01 --date 2022-07-20 >out 2>err &&
	test 2022-07-03 = "$(start_of DVA-C01)" &&
	grep "follows from the countdown in .plans/p.md., line 2" err &&
	hecto exam >out && grep "^Percentage remaining: 94%$" out && cd ..
'

test_expect_success 'a countdown of another exam does not begin the study tomorrow' '
	begin other &&
	printf "%s\n" "# Plan" "- **Days to go**: 16" \
		"- **Percentage remaining**: 94%" >plans/p.md &&
	hecto --today 2022-07-01 log "Kubernetes has pods" &&
	hecto exam add CKA --date 2022-09-20 >out 2>err &&
	test 2022-07-01 = "$(start_of CKA)" &&
	! grep countdown err && cd ..
'

test_expect_success 'else it began with the first day that is on its topics' '
	begin log &&
	hecto --today 2022-03-01 log "A long time ago: Lambda" &&
	hecto --today 2022-06-10 log "Read about bread" &&
	hecto --today 2022-06-20 log "Lambda runs code" &&
	hecto --today 2022-07-01 log "DynamoDB has tables" &&
	hecto exam add DVA-C02 --date 2022-08-01 2>err >out &&
	test 2022-06-20 = "$(start_of DVA-C02)" &&
	grep "first that was logged on its topics, 2022-06-20" err &&
	hecto exam add Baking --date 2022-08-01 2>err >out &&
	test 2022-06-10 = "$(start_of Baking)" && grep "of late" err &&
	hecto exam add CKA --date 2022-08-01 2>err >out &&
	test 2022-07-04 = "$(start_of CKA)" && ! grep "first day of study" err &&
	hecto exam set Baking --date 2022-08-02 &&
	test 2022-06-10 = "$(start_of Baking)" && cd ..
'

test_expect_success 'one that is over already has no start after it' '
	cd log && hecto exam add past --date 2022-06-01 >out &&
	! grep "Studying since" out && cd ..
'

test_done
