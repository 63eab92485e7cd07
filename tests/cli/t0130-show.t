#!/bin/sh
test_description='hecto show prints entries whole'
. ./setup.sh

test_expect_success 'set up a journal' '
	new_journal && cd journal &&
	hecto log -d 2022-07-01 -t aws,python -m 75 "The first" >/dev/null &&
	hecto log "The second" >/dev/null
'

test_expect_success 'without a name it is the latest' '
	hecto show >out &&
	grep "The second" out &&
	! grep "The first" out &&
	! grep "^written:" out
'

test_expect_success 'title, date, time and tags stand above the text' '
	hecto show 2022-07-01 >out &&
	sed -n 2p out >line &&
	echo "Fri 1 July 2022 · 1 h 15 min · aws, python" >expect &&
	test_cmp expect line &&
	grep "The first" out
'

test_expect_success 'several are shown in the order they are named' '
	hecto show today 2022-07-01 >out &&
	grep -n "The" out | sed "s/:.*The/ The/" >order &&
	sed "s/^[0-9]* .*The/The/" order >names &&
	printf "The second\nThe first\n" >expect &&
	test_cmp expect names
'

test_expect_success 'all entries of a date are shown' '
	hecto log -d 2022-07-01 --day 7 "Another" >/dev/null &&
	hecto show fri >out &&
	grep "The first" out && grep "Another" out
'

test_expect_success '--raw is the file' '
	hecto show --raw 2022-07-01 >out &&
	test_cmp log/2022/2022-07-01.md out
'

test_expect_success '--json is an array with the text' '
	hecto show --json >out &&
	head -1 out >first && echo "[" >expect && test_cmp expect first &&
	grep "\"id\": \"2022-07-04\"" out &&
	grep "\"body\": \".*The second" out
'

test_expect_success 'a note is shown by its id or path' '
	mkdir -p notes && echo "# Course" >notes/course.md &&
	hecto show notes/course.md >out &&
	grep "^# Course$" out
'

test_expect_success 'what is not there is exit status 3' '
	test_expect_code 3 hecto show 2000-01-01 &&
	test_expect_code 3 hecto show nonsense 2>err &&
	grep "hecto list" err &&
	new_journal ../empty &&
	test_expect_code 3 hecto -C ../empty show 2>err &&
	grep "there is no entry yet" err
'

test_expect_success 'wrong usage' '
	expect_usage_error hecto show --rwa
'

test_expect_success 'an impossible date, or one that is two, is refused as everywhere' '
	for name in 2026-02-30 05/07/2022 july
	do
		test_expect_code 2 hecto log -d "$name" x 2>expect &&
		sed -n "1s/--date: //p" expect >wanted &&
		for command in show "show --json" edit rm links
		do
			test_expect_code 2 hecto $command "$name" >out 2>err &&
			test_must_be_empty out && sed -n 1p err >said &&
			test_cmp wanted said || return 1
		done
	done
'

test_expect_success 'a note that is called like one is shown all the same' '
	echo "# A month" >notes/july.md && hecto show july >out && grep "A month" out &&
	echo "See [[2026-02-30]]." >>notes/july.md &&
	hecto backlinks 2026-02-30 >out && grep "there is no such note yet" out &&
	test_expect_code 2 hecto backlinks 2026-02-31 2>err && grep "in the calendar" err
'

test_done
