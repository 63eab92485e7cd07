#!/bin/sh
test_description='bringing in journals and tables of other programs'
. ./setup.sh

test_expect_success 'a journal of jrnl comes in with its tags' '
	new_journal &&
	cat >work.journal <<-\EOF &&
	[2022-07-04 21:30] Started on sockets.
	Read about @network sockets.

	[2022-07-05 08:00] Went on. *
	EOF
	hecto -C journal import work.journal >out &&
	grep "work.journal (jrnl): 2 entries" out &&
	hecto -C journal list --json | jq -c ".[] | [.date, .tags]" | sort \
		>actual &&
	cat >expect <<-\EOF &&
	["2022-07-04",["network"]]
	["2022-07-05",["starred"]]
	EOF
	test_cmp expect actual &&
	hecto -C journal export 100days -o - >out &&
	test_cmp work.journal out
'

test_expect_success 'importing it again when it has grown adds what is new' '
	echo "[2022-07-06 08:00] And on." >>work.journal &&
	hecto -C journal import work.journal >out &&
	grep "1 new" out &&
	test "$(hecto -C journal list --json | jq length)" = 3
'

test_expect_success 'an encrypted journal is refused with a way out' '
	printf "JRNLv3\\0abc" >secret.journal &&
	test_expect_code 1 hecto -C journal import secret.journal 2>err &&
	grep "jrnl --format json" err
'

test_expect_success 'the columns of a table are known by their names' '
	printf "Datum;Fortschritt;Stunden\r\n2022-07-08;Sockets;1,5\r\n" \
		>study.csv &&
	hecto -C journal import study.csv >out &&
	grep "study.csv (csv): 1 entry" out &&
	hecto -C journal list --json |
		jq -c ".[] | select(.date == \"2022-07-08\").minutes" >actual &&
	echo 90 >expect &&
	test_cmp expect actual &&
	grep "Progress.*Sockets" journal/log/2022/2022-07-08.md
'

test_expect_success '--map names the columns that are called otherwise' '
	printf "Moment,Stuff\n2022-07-09,Threads\n" >own.csv &&
	hecto -C journal import own.csv --map date=Moment,text=Stuff >out &&
	grep "own.csv (csv): 1 entry, Sat 9 July 2022" out &&
	expect_usage_error hecto -C journal import own.csv --map date=Nope &&
	expect_usage_error hecto -C journal import own.csv --map nope=Moment
'

test_done
