#!/bin/sh
test_description='bringing in logs and notes, again and again'
. ./setup.sh

cat >log.md <<\EOT
# A log

Rules: one hour a day.

### Day 1: July 1, 2022 (Friday)
**Today's Progress**: Made a queue in SQS.

### Day 2: July 2, 2022 (Saturday)
**Today's Progress**: Read about lambda layers.

### Day 3: July 3, 2022 (Sunday)
**Today's Progress**: Read about dynamodb streams.
EOT

commits () {
	git -C journal rev-list --count HEAD
}

test_expect_success 'wrong usage is refused with a hint' '
	new_journal &&
	expect_usage_error hecto -C journal import &&
	expect_usage_error hecto import log.md -C journal --year 20222 &&
	expect_usage_error hecto -C journal import --date-order ymd log.md &&
	expect_usage_error hecto -C journal import --as nothing log.md &&
	expect_usage_error hecto -C journal import --start whenever log.md
'

test_expect_success 'a format that is misspelt is guessed' '
	expect_usage_error hecto -C journal import --from nothing log.md &&
	test_expect_code 2 hecto -C journal import --as nite log.md 2>err &&
	grep "did you mean .note.?" err
'

test_expect_success 'an empty folder and a missing file are said to be so' '
	mkdir folder &&
	test_expect_code 1 hecto -C journal import folder 2>err &&
	grep "no entry was found" err &&
	test_must_fail hecto -C journal import log.md nowhere.md 2>err &&
	grep "nowhere.md" err &&
	test "$(hecto -C journal list --json 2>/dev/null | jq length)" = 0
'

test_expect_success '--dry-run shows what would come in and writes nothing' '
	before=$(commits) &&
	hecto -C journal import -n log.md >out 2>err &&
	grep "^log.md (100days): 3 entries, Fri 1 July 2022 to Sun 3 July 2022, Day 1 to 3$" out &&
	grep "3 new" out &&
	grep "nothing was written" err &&
	test "$before" = "$(commits)" &&
	test ! -e journal/log
'

test_expect_success '--dry-run --json has the stable form' '
	hecto -C journal import --dry-run --json log.md >out &&
	jq -c "keys_unsorted" out >actual &&
	jq -c ".entries[0]" out >>actual &&
	cat >expect <<-\EOT &&
	["file","format","entries","skipped"]
	{"line":5,"heading":"### Day 1: July 1, 2022 (Friday)","days":[1],"round":null,"dates":["2022-07-01"],"minutes":null,"flags":[],"empty":false,"id":"2022-07-01"}
	EOT
	test_cmp expect actual
'

test_expect_success '--dry-run needs no journal, and all else does' '
	hecto import -n --json log.md --start yesterday |
		jq -r ".entries[].id" >actual &&
	printf "2022-07-01\n2022-07-02\n2022-07-03\n" >expect &&
	test_cmp expect actual &&
	test_expect_code 3 hecto import log.md 2>err &&
	grep "hecto init" err
'

test_expect_success 'a log comes in as one commit' '
	before=$(commits) &&
	hecto -C journal import log.md >out &&
	grep "3 new" out &&
	test $(commits) = $((before + 1)) &&
	git -C journal log -1 --format=%s >actual &&
	echo "Import 3 entries from log.md" >expect &&
	test_cmp expect actual &&
	hecto -C journal export 100days >out &&
	test_cmp log.md out
'

test_expect_success 'the same file again changes nothing' '
	before=$(git -C journal rev-parse HEAD) &&
	hecto -C journal import log.md >out 2>err &&
	grep "3 here already" out &&
	grep "^nothing new$" err &&
	test "$before" = "$(git -C journal rev-parse HEAD)" &&
	test -z "$(git -C journal status --porcelain)"
'

test_expect_success 'a log that grew brings its new days, in their place' '
	cat >>log.md <<-\EOT &&

	### Day 4: July 4, 2022 (Monday)
	**Today'\''s Progress**: A practice exam.
	EOT
	sed "s/^Rules:.*/&\n\n### Day 0: June 30, 2022 (Thursday)\nSet up the account./" \
		log.md >more.md && mv more.md log.md &&
	hecto -C journal import log.md >out &&
	grep "2 new, 3 here already" out &&
	hecto -C journal export 100days >out &&
	test_cmp log.md out
'

test_expect_success 'what was edited here is kept, and said so' '
	sed "s/SQS/SQS and SNS/" journal/log/2022/2022-07-01.md >edited &&
	cp edited journal/log/2022/2022-07-01.md &&
	hecto -C journal import log.md >out &&
	grep "4 here already, 1 edited here since, and kept" out &&
	test_cmp edited journal/log/2022/2022-07-01.md
'

test_expect_success 'a day changed in the file is taken over, with its tags' '
	sed "s/^round:/&/; s/^source:/tags: [exam]\n&/" \
		journal/log/2022/2022-07-02.md >tagged &&
	cp tagged journal/log/2022/2022-07-02.md &&
	sed "s/lambda layers/lambda layers and versions/" log.md >changed.md &&
	mv changed.md log.md &&
	hecto -C journal import log.md >out &&
	grep "1 changed in the file and taken over" out &&
	grep "layers and versions" journal/log/2022/2022-07-02.md &&
	hecto -C journal list --tag exam --json | jq -r ".[].id" >actual &&
	echo 2022-07-02 >expect &&
	test_cmp expect actual
'

test_expect_success 'a day changed in both is kept as it is here' '
	sed "s/SQS\./SQS, with a dead-letter queue./" log.md >changed.md &&
	hecto -C journal import changed.md --json >out &&
	jq -r ".entries[] | select(.status == \"conflict\") | .id" out >actual &&
	echo 2022-07-01 >expect &&
	test_cmp expect actual &&
	test_cmp edited journal/log/2022/2022-07-01.md
'

test_expect_success 'what has keys of its own is not written over' '
	sed "s/^source:/mood: good\n&/" journal/log/2022/2022-07-03.md >keyed &&
	cp keyed journal/log/2022/2022-07-03.md &&
	sed "s/dynamodb streams/dynamodb streams, twice/" log.md >changed.md &&
	hecto -C journal import changed.md >out &&
	grep "1 changed in the file and here" out &&
	test_cmp keyed journal/log/2022/2022-07-03.md
'

test_expect_success 'a day that is gone from the file stays here' '
	sed "/^### Day 4/,\$d" log.md >shorter.md &&
	hecto -C journal import shorter.md >out &&
	grep "1 no longer in the file, and kept" out &&
	test -e journal/log/2022/2022-07-04.md
'

test_expect_success 'another log of the same name is another log' '
	mkdir other &&
	cat >other/log.md <<-\EOT &&
	# Another one

	### Day 1: May 1, 2021
	**Today'\''s Progress**: Learned about git.
	EOT
	hecto -C journal import other/log.md >out &&
	grep "kept as the log .log-2.md." out &&
	hecto -C journal export 100days --log log-2.md >out &&
	test_cmp other/log.md out &&
	hecto -C journal import other/log.md >out &&
	grep "1 here already" out
'

test_expect_success 'a log that was renamed is still the same' '
	cp other/log.md other/renamed.md &&
	hecto -C journal import other/renamed.md >out &&
	grep "1 here already" out &&
	grep "kept as the log .log-2.md." out
'

test_expect_success 'two logs of one name in one import are two' '
	hecto init two >/dev/null &&
	hecto -C two import log.md other/log.md >out &&
	grep "kept as the log .log-2.md." out &&
	hecto -C two export 100days --log log.md | test_cmp log.md - &&
	hecto -C two export 100days --log log-2.md | test_cmp other/log.md -
'

test_expect_success 'a file named twice comes in once' '
	hecto init twice >/dev/null &&
	hecto -C twice import other/log.md other/renamed.md 2>err &&
	grep "is the same as a file before it" err &&
	test "$(hecto -C twice list --json | jq length)" = 1
'

test_expect_success 'two equal days in a log are two entries, once' '
	cat >equal.md <<-\EOT &&
	### Day 1: March 1, 2021
	Read.

	### Day 1: March 1, 2021
	Read.

	EOT
	hecto init equal >/dev/null &&
	hecto -C equal import equal.md &&
	hecto -C equal list --json | jq -r ".[].id" >actual &&
	printf "2021-03-01\n2021-03-01-2\n" >expect &&
	test_cmp expect actual &&
	hecto -C equal import equal.md >out &&
	grep "2 here already" out &&
	hecto -C equal export 100days | test_cmp equal.md -
'

test_expect_success 'an entry that was removed comes back' '
	hecto -C equal rm 2021-03-01-2 &&
	hecto -C equal import equal.md >out &&
	grep "1 new, 1 here already" out &&
	hecto -C equal export 100days | test_cmp equal.md -
'

test_expect_success 'standard input is a file, too' '
	hecto init piped >/dev/null &&
	hecto -C piped import - <other/log.md >out &&
	grep "1 entry" out
'

test_expect_success 'several files make one commit and several texts of JSON' '
	hecto init several >/dev/null &&
	before=$(git -C several rev-list --count HEAD) &&
	hecto -C several import log.md other/log.md --json >out &&
	jq -r .file out >actual &&
	printf "log.md\nother/log.md\n" >expect &&
	test_cmp expect actual &&
	test $(git -C several rev-list --count HEAD) = $((before + 1)) &&
	git -C several log -1 --format=%s | grep "^Import 2 files$"
'

test_expect_success 'numbers get dates when Day 1 has one' '
	cat >numbers.md <<-\EOT &&
	## Day 1
	Read about S3.

	## Day 2
	Read about EC2.
	EOT
	hecto init numbers >/dev/null &&
	hecto -C numbers import numbers.md --start 2022-01-10 -n --json |
		jq -c "[.entries[].dates[0]]" >actual &&
	echo "[\"2022-01-10\",\"2022-01-11\"]" >expect &&
	test_cmp expect actual
'

test_expect_success 'a log of numbers alone may grow' '
	hecto -C numbers import numbers.md &&
	printf "\n## Day 3\nRead about SQS.\n" >>numbers.md &&
	hecto -C numbers import numbers.md >out &&
	grep "1 new, 2 here already" out &&
	hecto -C numbers export 100days | test_cmp numbers.md -
'

test_expect_success 'a year and the order of dates can be given' '
	cat >short.md <<-\EOT &&
	## Day 1: 05/07/2021
	Read about S3.
	EOT
	hecto -C numbers import short.md --date-order dmy -n --json |
		jq -r ".entries[0].dates[0]" >actual &&
	hecto -C numbers import short.md --date-order mdy -n --json |
		jq -r ".entries[0].dates[0]" >>actual &&
	printf "## Day 1: July 5\nRead.\n" >yearless.md &&
	hecto -C numbers import yearless.md --year 2020 -n --json |
		jq -r ".entries[0].dates[0]" >>actual &&
	printf "2021-07-05\n2021-05-07\n2020-07-05\n" >expect &&
	test_cmp expect actual
'

test_expect_success 'a note is kept whole, and another of its name beside it' '
	printf "# Queues\n\nVisibility timeout.\n" >queues.md &&
	hecto -C journal import --as note queues.md >out &&
	grep "kept whole as notes/queues.md" out &&
	test_cmp queues.md journal/notes/queues.md &&
	hecto -C journal import -a note queues.md >out &&
	grep "here already as notes/queues.md" out &&
	mkdir -p elsewhere &&
	printf "# Something else\n\nNothing of that.\n" >elsewhere/queues.md &&
	hecto -C journal import --as note elsewhere/queues.md &&
	test_cmp queues.md journal/notes/queues.md &&
	test_cmp elsewhere/queues.md journal/notes/queues-2.md &&
	hecto -C journal import --as note elsewhere/queues.md >out &&
	grep "here already as notes/queues-2.md" out
'

test_expect_success 'a note that changed outside is taken over' '
	echo "More." >>queues.md &&
	hecto -C journal import --as note queues.md >out &&
	grep "changed in the file and taken over, as notes/queues.md" out &&
	test_cmp queues.md journal/notes/queues.md &&
	(cd journal && sha256sum -c .hecto/imported)
'

test_expect_success 'a note that was edited here is kept, and said so' '
	echo "Mine." >>journal/notes/queues.md &&
	cp journal/notes/queues.md mine &&
	before=$(git -C journal rev-parse HEAD) &&
	hecto -C journal import --as note queues.md >out &&
	grep "edited here since, and kept: notes/queues.md" out &&
	echo "Theirs." >>queues.md &&
	hecto -C journal import --as note queues.md >out &&
	grep "changed in the file and here, and kept: notes/queues.md" out &&
	test_cmp mine journal/notes/queues.md &&
	test "$before" = "$(git -C journal rev-parse HEAD)"
'

test_expect_success 'a name that could do harm is made harmless' '
	printf "# Odd\n" >".odd:name" &&
	hecto -C journal import --as note ./.odd:name >out &&
	grep "kept whole as notes/odd-name" out &&
	test -z "$(find journal -name "*:*")"
'

test_expect_success 'a file of another kind is refused, and so is an empty one' '
	head -c 100 /dev/zero >zero.bin &&
	test_expect_code 1 hecto -C journal import zero.bin 2>err &&
	grep "it is no text; .hecto formats. lists" err &&
	test_expect_code 1 hecto -C journal import --as note zero.bin &&
	>nothing.md &&
	test_expect_code 1 hecto -C journal import nothing.md 2>err &&
	grep "it is empty" err
'

test_expect_success 'days without a date get one when it is said later' '
	hecto init dateless &&
	printf "Day 1\n\nfoo\n\nDay 2\n\nbar\n" >numbers.md &&
	hecto -C dateless import numbers.md >out &&
	grep "^  2 days have no date; .*--start DATE" out &&
	echo "- more" >>dateless/log/undated/D002.md &&
	hecto -C dateless import --start 2021-05-01 numbers.md >out &&
	grep "1 without a date until now, 1 edited here" out &&
	hecto -C dateless list --json | jq -r ".[].id" >actual &&
	printf "2021-05-01\nD002\n" >expect &&
	test_cmp expect actual &&
	git -C dateless checkout HEAD~1 -- log/undated/D002.md &&
	hecto -C dateless import --start 2021-05-01 numbers.md &&
	hecto -C dateless export 100days -o - >back.md &&
	test_cmp numbers.md back.md
'

test_expect_success 'dates without a year say what to do' '
	printf "### Day 1: March 23\n\nfoo\n" >yearless.md &&
	hecto -C dateless import yearless.md >out &&
	grep "^  1 date has no year; .*--year YEAR" out &&
	hecto -C dateless import --year 2020 yearless.md >out &&
	grep "1 without a date until now" out &&
	hecto -C dateless show 2020-03-23
'

test_expect_success 'dates that can be read in two ways say what to do' '
	printf "### Day 1: 04/03/2021\n\nfoo\n" >orderless.md &&
	hecto -C dateless import orderless.md >out &&
	grep "^  1 date can be read in two ways; .*--date-order dmy" out &&
	hecto -C dateless import --date-order dmy orderless.md >out &&
	grep "1 without a date until now" out &&
	hecto -C dateless show 2021-03-04
'

test_expect_success 'the repository is sound at the end' '
	git -C journal fsck --strict
'

test_expect_success SEEDS 'the first log of a user comes in and goes out' '
	hecto init seed >/dev/null &&
	hecto -C seed import "$HECTO_SHARED"/seeds/000*.txt >out &&
	grep "9 entries, Mon 4 July 2022 to Tue 12 July 2022, Day 0 to 8" out &&
	hecto -C seed export 100days -o - |
		cmp - "$HECTO_SHARED"/seeds/000*.txt &&
	hecto -C seed streak --today 2022-07-12 --json | jq .streak >actual &&
	echo 9 >expect &&
	test_cmp expect actual
'

test_expect_success 'the time that a day says is its minutes, and stays in its text' '
	hecto init timed >/dev/null &&
	cat >timed.md <<-\EOT &&
	### Day 1: July 1, 2022

	**Time:** 1.5 hours

	### Day 2: July 2, 2022

	Time: 10:30
	EOT
	hecto import -n --json timed.md |
		jq -c "[.entries[].minutes]" >actual &&
	echo "[90,null]" >expect &&
	test_cmp expect actual &&
	hecto -C timed import timed.md >/dev/null &&
	grep "^minutes: 90$" timed/log/2022/2022-07-01.md &&
	hecto -C timed export 100days >out &&
	test_cmp timed.md out
'

test_expect_success 'a file a day says its time as well, and that it was inferred is told' '
	mkdir -p aday && for n in 1 2 3; do
		printf "# Day %s\n\n> Time spent: %s min | Date: 2022-07-0%s\n\nQueues.\n" \
			$n ${n}0 $n >aday/day-0$n.md || return 1
	done && printf "# Day 4\n\n2022-07-04\n\nQueues.\n" >aday/day-04.md &&
	hecto import -n --json aday | jq -c -s "[.[].entries[].minutes]" >actual &&
	echo "[10,20,30,null]" >expect && test_cmp expect actual &&
	hecto import -n aday >out && grep "^  time inferred from the text, 3 entries$" out
'

test_expect_success 'minutes follow the text that says them, unless they were set' '
	sed "s/1.5 hours/2 hours/; s/10:30/late/" timed.md >t && mv t timed.md &&
	hecto -C timed import timed.md >/dev/null &&
	grep "^minutes: 120$" timed/log/2022/2022-07-01.md &&
	sed "s/^minutes: 120/minutes: 125/" timed/log/2022/2022-07-01.md >t &&
	mv t timed/log/2022/2022-07-01.md &&
	git -C timed -c user.name=A -c user.email=a@b.c commit -qam "Set it" &&
	sed "s/2 hours/3 hours/" timed.md >t && mv t timed.md &&
	hecto -C timed import timed.md >/dev/null &&
	grep "^minutes: 125$" timed/log/2022/2022-07-01.md &&
	grep "3 hours" timed/log/2022/2022-07-01.md
'

test_expect_success 'a pause in a log tells how the streak learns of it' '
	printf "### Day 1: July 1, 2022\n\n### Paused July 2 - 4\n" >paused.md &&
	hecto import -n paused.md >out &&
	grep "hecto pause 2022-07-02..2022-07-04" out
'

test_expect_success 'what a line or a row says of its day is the text of the day' '
	new_journal rows &&
	cat >rows.md <<-\EOT &&
	| Day | Date | Work |
	|---|---|---|
	| 1 | 2022-07-01 | a queue in SQS |
	| 2 | 2022-07-02 | a table in DynamoDB |
	EOT
	printf "%s\n" "# What I learned" "" "- 2022-07-04: pipes" \
		"- 2022-07-05 #1: sockets" "- 2022-07-06: nothing new" >list.md &&
	hecto -C rows import rows.md list.md >out &&
	test_must_fail grep "number unknown" out &&
	hecto -C rows list >out &&
	grep "2022-07-01 .* a queue in SQS" out &&
	grep "2022-07-05 .* #1: sockets" out &&
	test_must_fail grep "nothing yet" out &&
	test "$(hecto -C rows list --json | jq -c "map(.empty) | unique")" = "[false]" &&
	hecto -C rows export 100days --log list.md >copy &&
	test_cmp list.md copy &&
	hecto -C rows import rows.md list.md >out &&
	grep "here already" out &&
	sed "s/sockets/packets/" list.md >changed &&
	mv changed list.md &&
	hecto -C rows import list.md >out &&
	grep "1 changed in the file and taken over" out
'

test_done
