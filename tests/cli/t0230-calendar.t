#!/bin/sh
test_description='the calendar as a heat map'
. ./setup.sh

test_expect_success 'wrong usage is refused with a hint' '
	new_journal &&
	expect_usage_error hecto calendar -C journal 2022 &&
	expect_usage_error hecto calendar -C journal --year 2022 --months 2 &&
	expect_usage_error hecto calendar -C journal -y 20222
'

test_expect_success 'an empty journal has an empty calendar' '
	hecto -C journal calendar >out &&
	grep "^Mon " out
'

test_expect_success 'a day is darker the longer it was' '
	hecto -C journal log "a" -d 2022-06-06 -m 10 &&
	hecto -C journal log "b" -d 2022-06-13 -m 45 &&
	hecto -C journal log "c" -d 2022-06-20 -m 90 &&
	hecto -C journal log "d" -d 2022-06-27 -m 180 &&
	hecto -C journal log "e" &&
	LC_ALL=C hecto -C journal calendar --months 2 >out &&
	grep "^Mon   :+\*#+     5$" out
'

test_expect_success 'the numbers stand beside' '
	LC_ALL=C hecto -C journal calendar -m 2 >out &&
	grep "^June 2022  4 of 30 days  5 h 25 min$" out &&
	grep "^July 2022  1 of 31 days$" out
'

test_expect_success 'marks are Unicode where the locale has it' '
	hecto -C journal calendar --months 2 >out &&
	grep "░▒▓█▒" out
'

test_expect_success 'a whole year' '
	hecto -C journal calendar --year 2022 --json >out &&
	jq -c "[.first,.last,(.days|length)]" out >actual &&
	echo "[\"2022-01-01\",\"2022-12-31\",365]" >expect &&
	test_cmp expect actual &&
	jq -c ".days[] | select(.date == \"2022-06-13\")" out >actual &&
	echo "{\"date\":\"2022-06-13\",\"state\":\"late\",\"minutes\":45,\"level\":2}" >expect &&
	test_cmp expect actual
'

test_expect_success 'the first and the last year there are' '
	hecto -C journal calendar --year 1 >out &&
	hecto -C journal calendar --year 9999 >out &&
	hecto -C journal calendar --months 12000 >out
'

test_expect_success 'a narrow terminal gets several bands' '
	on_a_terminal hecto -C journal calendar --months 24 >out &&
	test $(grep -c "^Mon " out) -ge 2
'

test_expect_success 'a week may begin on Sunday' '
	hecto -C journal config journal.week-start sunday &&
	hecto -C journal calendar -m 1 >out &&
	sed -n 2p out | grep "^Sun"
'

test_done
