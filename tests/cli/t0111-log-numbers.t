#!/bin/sh
test_description='day numbers and rounds continue by themselves'
. ./setup.sh

# day DATE OPTION…: log on that day, and say which number it got.
day () {
	date=$1 && shift &&
	hecto log -d "$date" "$@" "text" --json >out 2>err &&
	sed -n "s/^  \"day\": \(.*\),$/\1/p" out
}
round () {
	sed -n "s/^  \"round\": \(.*\),$/\1/p" out
}

test_expect_success 'the first day is day 1, and the next one day 2' '
	the_clock_shows 2022-12-31T21:00:00Z &&
	new_journal a && cd a &&
	test 1 = $(day 2022-07-04) &&
	test 2 = $(day 2022-07-05) &&
	test null = $(round)
'

test_expect_success 'a missed day is not counted' '
	test 3 = $(day 2022-07-09)
'

test_expect_success 'a further log of a day keeps its number' '
	test 3 = $(day 2022-07-09) &&
	test 2 = $(day 2022-07-05)
'

test_expect_success 'between two numbers without one left there is none' '
	test null = $(day 2022-07-07)
'

test_expect_success 'the only number left is taken' '
	test 10 = $(day 2022-08-01 --day 10) &&
	test 12 = $(day 2022-08-20 --day 12) &&
	test 11 = $(day 2022-08-05)
'

test_expect_success 'where the dates give the number it is taken' '
	test 20 = $(day 2022-09-01 --day 20) &&
	test 25 = $(day 2022-09-06 --day 25) &&
	test 22 = $(day 2022-09-03)
'

test_expect_success 'before the first number there is none' '
	test null = $(day 2022-06-01)
'

test_expect_success 'the first day may be day 0' '
	cd .. && new_journal b && cd b &&
	test 0 = $(day 2022-07-04 --day 0) &&
	test 1 = $(day 2022-07-05)
'

test_expect_success 'a new round begins at 1, and the next day stays in it' '
	test 1 = $(day 2022-07-06 --round 2) &&
	test 2 = $(round) &&
	test 2 = $(day 2022-07-07) &&
	test 2 = $(round)
'

test_expect_success 'another number on the same day is another entry' '
	test 3 = $(day 2022-07-08) &&
	test 4 = $(day 2022-07-08 --day 4) &&
	test -f log/2022/2022-07-08-2.md &&
	test 5 = $(day 2022-07-09)
'

test_expect_success 'a journal of entries without numbers stays without' '
	cd .. && new_journal c && cd c && mkdir -p log/2022 &&
	printf -- "---\ndate: 2022-07-01\n---\nfree text\n" >log/2022/2022-07-01.md &&
	test null = $(day 2022-07-02)
'

test_expect_success 'a log without dates goes on where it ended' '
	cd .. && new_journal d && cd d && mkdir -p log/undated &&
	for n in 012 013 014
	do
		printf -- "---\nround: 2\nday: ${n#0}\n---\ntext $n\n" \
			>log/undated/R2D$n.md || return 1
	done &&
	test 15 = $(day 2022-07-02) &&
	test 2 = $(round)
'

test_done
