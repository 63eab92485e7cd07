#!/bin/sh
test_description='hecto rm removes an entry, and thinks of the streak'
. ./setup.sh

test_expect_success 'set up a journal of eight days, the 30th missed' '
	new_journal && cd journal &&
	for day in 06-27 06-28 06-29 07-01 07-02 07-03 07-04
	do
		hecto log -d 2022-$day "On $day" >/dev/null || return 1
	done
'

test_expect_success 'an entry without which the streak holds is removed' '
	hecto rm 2022-07-04 >out &&
	grep "^Removed 2022-07-04" out &&
	! test -e log/2022/2022-07-04.md &&
	test "Remove 2022-07-04" = "$(git log -1 --format=%s)" &&
	test -z "$(git status --porcelain -- log .hecto)" &&
	test_expect_code 3 hecto show 2022-07-04
'

test_expect_success 'one without which it breaks needs a yes' '
	test_expect_code 5 hecto rm 2022-07-01 2>err </dev/null &&
	grep "the streak of 6 days breaks; .* --yes" err &&
	test -f log/2022/2022-07-01.md
'

test_expect_success TOOL_SCRIPT 'on a terminal it asks' '
	echo n | test_expect_code 1 script -qec "hecto rm 2022-07-01" /dev/null >out &&
	grep "Remove it? \[y/N\]" out &&
	grep "is kept" out &&
	test -f log/2022/2022-07-01.md &&
	echo y | script -qec "hecto rm 2022-07-01" /dev/null >out &&
	grep "Removed 2022-07-01" out &&
	! test -e log/2022/2022-07-01.md
'

test_expect_success 'with --yes it does not ask' '
	hecto log -d 2022-07-01 again >/dev/null &&
	hecto rm --yes 2022-07-01 &&
	hecto log -d 2022-07-01 again >/dev/null &&
	hecto rm 2022-07-01 -y &&
	! test -e log/2022/2022-07-01.md
'

test_expect_success 'one of two entries of a day breaks nothing' '
	hecto log -d 2022-07-02 --day 77 "twice" >/dev/null &&
	hecto rm 2022-07-02-2 </dev/null
'

test_expect_success 'a date with several entries is not enough of a name' '
	hecto log -d 2022-07-02 --day 77 "twice" >/dev/null &&
	expect_usage_error hecto rm "2 july" &&
	grep "2022-07-02.*2022-07-02-2" err
'

test_expect_success 'what is not there cannot be removed' '
	test_expect_code 3 hecto rm 1999-01-01 2>err &&
	grep "there is no entry" err
'

test_expect_success 'wrong usage' '
	expect_usage_error hecto rm &&
	expect_usage_error hecto rm a b &&
	expect_usage_error hecto rm --force x
'

test_done
