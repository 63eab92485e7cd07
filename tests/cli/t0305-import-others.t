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

test_expect_success 'a list of payments is no log of days' '
	cat >bank.csv <<-\EOF &&
	Date,Description,Amount,Balance
	2022-07-01,GROCER,-45.20,1204.80
	2022-07-02,SALARY,2500.00,3704.80
	EOF
	hecto -C journal import -n bank.csv >out &&
	grep "kept whole as notes/bank.csv" out
'

test_expect_success 'nor are the notes of releases, whose numbers are versions' '
	cat >news.md <<-\EOF &&
	# Release notes
	## 2.1 (2022-05-01)
	- faster
	## 2.0 (2022-03-01)
	- a new face
	EOF
	hecto -C journal import -n news.md >out &&
	! grep "half day" out
'

test_expect_success 'the rows of a log that is a table say how long it took' '
	new_journal table &&
	cat >table.md <<-\EOF &&
	| Day | Date | What I did | Time |
	|-----|------|------------|------|
	| 1 | 2022-07-01 | leases | 1h |
	| 2 | 2022-07-02 | queues | |
	| 3 | 2022-07-03 | streams | 45 min |
	EOF
	hecto -C table import table.md &&
	hecto -C table list --json | jq -c "map(.minutes)" >actual &&
	echo "[60,null,45]" >expect &&
	test_cmp expect actual &&
	hecto -C table search queues >out &&
	grep "^  queues$" out &&
	hecto -C table export 100days -o - >out &&
	test_cmp table.md out
'

test_expect_success 'a row may begin with a date whose parts are numbers' '
	cat >hours.md <<-\EOF &&
	| Date | Done | Hours | What |
	|------|------|-------|------|
	| 01/07/2022 | yes | 1.5 | leases |
	| 02/07/2022 | no | 0 | |
	| 13/07/2022 | yes | 2 | queues |
	EOF
	hecto -C journal import -n --json hours.md >out &&
	jq -c "[.entries[] | [.dates[0], .days, .minutes]]" out >actual &&
	echo "[[\"2022-07-01\",[],90],[\"2022-07-02\",[],null],[\"2022-07-13\",[],120]]" \
		>expect &&
	test_cmp expect actual
'

test_expect_success '--map names the columns that are called otherwise' '
	printf "Moment,Stuff\n2022-07-09,Threads\n" >own.csv &&
	hecto -C journal import own.csv --map date=Moment,text=Stuff >out &&
	grep "own.csv (csv): 1 entry, Sat 9 July 2022" out &&
	expect_usage_error hecto -C journal import own.csv --map date=Nope &&
	expect_usage_error hecto -C journal import own.csv --map nope=Moment &&
	echo "# Queues" >queues.md &&
	expect_usage_error hecto -C journal import queues.md --map zzz &&
	grep "queues.md. is read as .note" err &&
	hecto -C journal list --json >list && hecto -C journal import \
		queues.md own.csv --map date=Moment,text=Stuff >out &&
	grep "queues.md" out
'

test_expect_success 'a datetree of Org is a log' '
	new_journal tree &&
	printf "* 2022\n** 2022-07 July\n*** 2022-07-04 Monday\nSockets.\n" \
		>tree.org &&
	hecto -C tree import tree.org >out &&
	grep "tree.org (org): 1 entry, Mon 4 July 2022" out &&
	hecto -C tree export 100days -o - | cmp - tree.org
'

test_expect_success 'a journal of Day One has the days of its zones' '
	new_journal day &&
	cat >Journal.json <<-\EOF &&
	{"metadata": {}, "entries": [
	{"creationDate": "2022-07-05T04:30:00Z", "text": "Sockets",
	"timeZone": "America/Los_Angeles", "starred": true}]}
	EOF
	TZ=Asia/Tokyo hecto -C day import Journal.json >out &&
	grep "(dayone): 1 entry, Mon 4 July 2022" out
'

test_expect_success 'a row that changed in its table is taken over' '
	new_journal rows &&
	printf "Date,What\n2022-07-04,sockets and threads\n" >rows.csv &&
	printf "2022-07-05,pipes\n2022-07-05,queues\n" >>rows.csv &&
	hecto -C rows import rows.csv &&
	sed "s/pipes/pipes again/; s/threads/many threads/" rows.csv >new.csv &&
	mv new.csv rows.csv &&
	hecto -C rows import rows.csv >out &&
	grep "1 here already, 2 changed in the file and taken over" out &&
	test "$(hecto -C rows list --json | jq length)" = 3 &&
	grep "^pipes again" rows/log/2022/2022-07-05.md
'

test_expect_success 'a row that changed here and there is a conflict' '
	echo "by hand" >>rows/log/2022/2022-07-05-2.md &&
	sed "s/queues/queues, too/" rows.csv >new.csv &&
	mv new.csv rows.csv &&
	hecto -C rows import rows.csv >out &&
	grep "2 here already, 1 changed in the file and here, and kept" out &&
	grep "changed in the file and here: log/2022/2022-07-05-2.md" out &&
	grep "by hand" rows/log/2022/2022-07-05-2.md &&
	! grep "too" rows/log/2022/2022-07-05-2.md
'

test_expect_success 'another table of the same name is another log' '
	mkdir -p elsewhere &&
	printf "Date,What\n2022-07-04,cooked rice\n2022-07-05,slept\n" \
		>elsewhere/rows.csv &&
	hecto -C rows import elsewhere/rows.csv >out &&
	grep "2 new" out
'

test_expect_success 'an entry of Day One is known by its UUID' '
	new_journal uuid &&
	cat >Uuid.json <<-\EOF &&
	{"metadata": {}, "entries": [
	{"uuid": "A1", "creationDate": "2022-07-05T12:00:00Z",
	"text": "Sockets", "timeZone": "UTC"},
	{"uuid": "A2", "creationDate": "2022-07-06T12:00:00Z",
	"text": "Pipes", "timeZone": "UTC"}]}
	EOF
	hecto -C uuid import Uuid.json &&
	grep "^imported-id: A1$" uuid/log/2022/2022-07-05.md &&
	sed "s/Sockets/Threads/; s/07-06T/07-09T/" Uuid.json >new.json &&
	mv new.json Uuid.json &&
	hecto -C uuid import Uuid.json >out &&
	grep "2 changed in the file and taken over" out &&
	grep "^Threads" uuid/log/2022/2022-07-05.md &&
	grep "^Pipes" uuid/log/2022/2022-07-09.md &&
	! test -e uuid/log/2022/2022-07-06.md &&
	hecto -C uuid import Uuid.json 2>err &&
	grep "nothing new" err
'

test_expect_success 'an entry of jrnl is known by its time' '
	new_journal timed &&
	printf "[2022-07-04 21:30] Sockets.\nText.\n" >timed.txt &&
	hecto -C timed import timed.txt &&
	printf "[2022-07-04 21:30] Sockets and threads.\nText.\n" >timed.txt &&
	hecto -C timed import timed.txt >out &&
	grep "1 changed in the file and taken over" out
'

test_expect_success 'an entry of our own JSON is known by its name' '
	new_journal twin &&
	hecto -C rows export json -o - >rows.json &&
	hecto -C twin import rows.json &&
	sed "s/many threads/few threads/" rows.json >new.json &&
	mv new.json rows.json &&
	hecto -C twin import rows.json >out &&
	grep "1 changed in the file and taken over" out &&
	test "$(hecto -C twin list --json | jq length)" = 5
'

test_expect_success 'a broken file of a set costs only itself' '
	mkdir -p dayones &&
	cp Journal.json dayones/Good.json &&
	head -c 100 Journal.json >dayones/Torn.json &&
	hecto import -n --json dayones >out &&
	jq -c "[.file, .format, (.entries | length)]" out >actual &&
	cat >expect <<-\EOF &&
	["dayones/Good.json","dayone",1]
	["dayones/Torn.json","dayone",0]
	EOF
	test_cmp expect actual &&
	jq -r "select(.file == \"dayones/Torn.json\").skipped[0].why" out |
		grep "line [0-9]"
'

test_expect_success 'the name of a file says its day when it comes alone' '
	echo "Went on with sockets." >"2022-07-05 Tuesday.md" &&
	hecto import -n "2022-07-05 Tuesday.md" >out &&
	grep "(days): 1 entry, Tue 5 July 2022" out
'

test_expect_success 'export json comes back without a byte lost' '
	new_journal whole &&
	printf "# Log\n\n### R2D1: July 1, 2022\r\nOne.\n### R2D2 July 2\n" \
		>log.md &&
	hecto -C whole import log.md &&
	hecto -C whole import work.journal study.csv &&
	hecto -C whole log -d 2022-07-01 -m 30 -t aws "By hand \"quoted\"" &&
	hecto -C whole export json -o - >before.json &&
	hecto init other >/dev/null &&
	hecto -C other import before.json >out &&
	grep "(json)" out &&
	hecto -C other export json -o - >after.json &&
	test_cmp before.json after.json &&
	hecto -C other import before.json >out &&
	! grep new out
'

test_expect_success 'an id from outside cannot leave the journal' '
	hecto init third >/dev/null &&
	sed "s|\"id\": \"[^\"]*\"|\"id\": \"../../../x\"|" before.json \
		>evil.json &&
	hecto -C third import evil.json &&
	test ! -e x.md && test ! -e third/x.md &&
	test "$(find third/log -name "*.md" | wc -l)" = \
		"$(jq length before.json)"
'

test_done
