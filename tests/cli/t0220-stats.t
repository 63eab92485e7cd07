#!/bin/sh
test_description='the journal in numbers'
. ./setup.sh

test_expect_success 'wrong usage is refused with a hint' '
	new_journal &&
	expect_usage_error hecto stats -C journal all &&
	expect_usage_error hecto stats -C journal --since whenever
'

test_expect_success 'an empty journal has nothing to count' '
	test_expect_code 1 hecto -C journal stats 2>err &&
	grep "hecto log" err &&
	hecto -C journal stats --json | jq .days >actual &&
	echo 0 >expect &&
	test_cmp expect actual
'

test_expect_success 'days, entries, time, words and topics are counted' '
	hecto -C journal log "two words" -d 2022-07-01 -m 90 &&
	hecto -C journal log "lambda again" -d 2022-07-02 -m 30 &&
	hecto -C journal log "lambda" -d 2022-07-04 &&
	hecto -C journal stats --json >out &&
	jq -c "[.first,.last,.days,.entries,.minutes,.topics]" out >actual &&
	echo "[\"2022-07-01\",\"2022-07-04\",3,3,120,[{\"id\":\"lambda\",\"entries\":2}]]" >expect &&
	test_cmp expect actual &&
	jq -c "[.weekdays[].days]" out >actual &&
	echo "[1,0,0,0,1,1,0]" >expect &&
	test_cmp expect actual
'

test_expect_success 'the same for people' '
	hecto -C journal stats >out &&
	grep "^Days .*3 of 4, 2022-07-01 to 2022-07-04" out &&
	grep "^Time .*2 h on 2 of the days, 1 h each" out &&
	grep "^Fri     1  " out &&
	grep "^lambda *2  entries" out
'

test_expect_success 'words are counted as they are read, and so on the site' '
	new_journal plain &&
	hecto -C plain log "A semi-join <!-- to myself --> know" &&
	hecto -C plain stats --json | jq .words >actual &&
	echo 5 >expect &&
	test_cmp expect actual &&
	hecto -C plain publish -o site &&
	grep "5 words" site/archive/*.html
'

test_expect_success 'what is written by hand counts, whatever stands above it' '
	new_journal hand &&
	hecto -C hand log "one two" &&
	file=$(find hand/log -name "*.md") &&
	hecto -C hand stats --json | jq .words >before &&
	printf "three -- four\n" >>$file &&
	hecto -C hand stats --json | jq .words >after &&
	test $(cat after) -eq $(($(cat before) + 2)) &&
	mkdir -p hand/log/2001 &&
	printf -- "---\nminutes: [\n---\nfive six\n" >hand/log/2001/2001-02-03.md &&
	hecto -C hand stats --json | jq .words >damaged &&
	test $(cat damaged) -eq $(($(cat after) + 2))
'

test_expect_success 'only from a day, or up to one' '
	hecto -C journal stats --since 2022-07-02 --json | jq .days >actual &&
	hecto -C journal stats --until 2022-07-01 --json | jq .days >>actual &&
	hecto -C journal stats --since 2d --until yesterday --json |
		jq .days >>actual &&
	printf "2\n1\n1\n" >expect &&
	test_cmp expect actual
'

test_expect_success 'bars are ASCII where the locale is' '
	LC_ALL=C hecto -C journal stats >out &&
	grep "^Fri     1  #" out &&
	! LC_ALL=C grep "[^ -~]" out
'

# shows_unicode VARIABLE=VALUE...: of the locale, and of nothing else.
shows_unicode () {
	env -u LC_ALL -u LC_CTYPE -u LANG "$@" hecto -C journal stats >out &&
	LC_ALL=C grep -q "[^ -~]" out
}

test_expect_success 'the name of the locale tells that it is UTF-8' '
	shows_unicode LANG=C.UTF-8 &&
	shows_unicode LANG=xx_XX.utf8@dialect &&
	shows_unicode LC_CTYPE=en_GB.UTF-8 LANG=C &&
	shows_unicode LC_ALL= LC_CTYPE=en_GB.utf-8 &&
	! shows_unicode &&
	! shows_unicode LANG=POSIX &&
	! shows_unicode LANG=de_DE.ISO-8859-1 &&
	! shows_unicode LANG=xx_XX &&
	! shows_unicode LC_ALL=C LANG=C.UTF-8
'

test_done
