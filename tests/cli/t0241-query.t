#!/bin/sh
test_description='the language of queries'
. ./setup.sh

test_expect_success 'set up: something for each example of hecto-query(7)' '
	new_journal &&
	cat >log.md <<-\EOT &&
	### R1D1: June 20, 2022
	**What I learned**: A lambda has a timeout. Idempotent handlers retry a queue.

	**Questions**: What is the visibility timeout of SQS?

	**Thoughts**: S3 is cheap.

	An object in S3 may have 5 TB.

	### R1D2: June 21, 2022
	**Today'\''s Progress**: SQS and SNS, not Kinesis. C++ on http://localhost:8080 at 10:30.
	EOT
	hecto -C journal import log.md >/dev/null &&
	hecto -C journal log -d 2022-07-03 --round 2 --day 12 "more" >/dev/null &&
	mkdir -p journal/notes &&
	printf "# Table\n\n| a | b |\n|---|---|\n| c | d |\n" \
		>journal/notes/table.md
'

test_expect_success 'every example of the manual page finds something' '
	sed -n "/^\.Sh EXAMPLES/,/^\.Sh SEE/s/^\.Dl \\$ hecto //p" \
		"$HECTO_SOURCE/man/hecto-query.7" |
	sed -e "s/\\\\(aq/'\''/g" -e "s/\\\\(dq/\"/g" >examples &&
	test $(wc -l <examples) = 11 &&
	cd journal &&
	while read -r example
	do
		eval "hecto $example" </dev/null >../out 2>../err || {
			echo "$example" && cat ../err && return 1
		}
		test -s ../out && test_must_be_empty ../err || return 1
	done <../examples &&
	cd ..
'

ids () {
	hecto -C journal search --json "$@" | jq -r ".hits[].id" | sort -u |
		paste -sd " "
}

# means EXPECTED QUERY…
means () {
	echo "$1" >expect && shift && ids "$@" >actual && test_cmp expect actual
}

test_expect_success 'or, not and groups' '
	means "2022-06-20 2022-06-21" lambda or kinesis &&
	means 2022-06-20 -- sqs -kinesis &&
	means 2022-06-21 -- "sqs -(lambda or idempotent)" &&
	means 2022-06-21 -- sqs -in:questions -lambda &&
	means "2022-06-21 2022-07-03 table" -- -lambda
'

test_expect_success 'an operand of words is a phrase, and a date goes on' '
	means 2022-06-20 "visibility timeout" &&
	means "" "timeout visibility" &&
	means "2022-07-03" "since:3 days ago"
'

test_expect_success 'an operand with an or is a group' '
	means 2022-06-20 "lambda or kinesis" timeout &&
	means 2022-06-20 "lambda or kinesis" -- until:2022-06-20 &&
	means "2022-06-20 2022-06-21" lambda or kinesis until:2022-06-21
'

test_expect_success 'AND and NOT in capitals are what they are elsewhere' '
	means 2022-06-20 lambda AND timeout &&
	means 2022-06-20 sqs NOT kinesis &&
	means 2022-06-20 "sqs AND NOT kinesis" &&
	hecto -C journal search NOT kinesis 2>err >out && test_must_be_empty err
'

test_expect_success 'typographic quotes are quotes' '
	means 2022-06-20 "“visibility timeout”" &&
	means "" “timeout visibility”
'

test_expect_success 'options may be given again and have to hold as well' '
	means 2022-06-20 -t sqs -t lambda &&
	means "" -t lambda -t kinesis &&
	means 2022-06-20 --kind entry --kind question &&
	means "" --tag a --tag b &&
	means 2022-06-21 --since 2022-06-20 --since 2022-06-21 \
		--until 2022-07-01 &&
	expect_usage_error hecto -C journal search --in learned --in progress &&
	grep "nothing is both in:progress and in:learned\|nothing is both in:learned and in:progress" err
'

test_expect_success 'what excludes each other is an error, or finds nothing' '
	expect_usage_error hecto -C journal search in:learned in:progress &&
	grep "write .(in:learned or in:progress). for either" err &&
	means "" -- in:learned -in:learned &&
	test_expect_code 1 hecto -C journal list -- in:learned -in:learned
'

test_expect_success 'a passage is of no kind beside one that is' '
	{
		echo "**Thoughts**: SNS fans out." &&
		echo "- an SNS message has at most 256 KB"
	} | hecto -C journal log -d 2022-07-04 - >/dev/null &&
	means 2022-07-04 -- topic:sns -kind:number message &&
	hecto -C journal search --json -- topic:sns -kind:number message |
		jq -r ".hits[0].snippet" >actual &&
	grep "fans out" actual &&
	means 2022-07-04 --topic sns --kind number message &&
	hecto -C journal list -- topic:sns -kind:number on:2022-07-04 >actual &&
	grep 2022-07-04 actual
'

test_expect_success 'the place of an error has a caret under it' '
	expect_usage_error hecto search -C journal lambda kind:thing &&
	sed -n 2,3p err >actual &&
	printf "  lambda kind:thing\n              ^\n" >expect &&
	test_cmp expect actual
'

test_expect_success 'a word that was hardly meant as one is named' '
	test_expect_code 1 hecto -C journal search topc:s3 2>err &&
	grep "nothing found for .topc:s3.; .topc:. is no field; did you mean .topic:." err &&
	for typed in date=on from=since before=until after=since
	do
		test_expect_code 1 \
			hecto -C journal search "${typed%=*}:2022-07-03" 2>err &&
		grep "did you mean .${typed#*=}:." err || return 1
	done &&
	test_expect_code 1 hecto -C journal search question:sqs 2>err &&
	grep "no field; did you mean .kind:question.?" err &&
	test_expect_code 1 hecto -C journal search link:aws 2>err &&
	grep "no field; did you mean .kind:link.?" err &&
	hecto -C journal search -- queue -kinds:question 2>err >out &&
	grep "kinds:. is no field; did you mean .kind:." err &&
	test_expect_code 1 hecto -C journal list topc:s3 2>err &&
	grep "no entry is like that; .topc:. is no field" err &&
	test_expect_code 1 hecto -C journal random topc:s3 2>err &&
	grep "choose from; .topc:. is no field" err &&
	for query in http://x std::vector 99:30 "topc:" ":s3"
	do
		test_expect_code 1 hecto -C journal search "$query" 2>err &&
		! grep "no field" err || return 1
	done &&
	hecto -C journal search 10:30 2>err && test_must_be_empty err
'

test_expect_success 'whatever is typed is answered or refused' '
	head -c 10000 /dev/zero | tr "\\0" a >long &&
	head -c 3000 /dev/zero | tr "\\0" "(" >deep &&
	for query in "$(cat long)" "$(cat deep)" "$(printf "\\377\\376")" \
		"\"" "***" "or or" "-" "-(-x)" "-x" "-x -y" "()" "or" "a or" \
		"-\"" "in:" "day:" "topic:\"" "since:\"\"" ")" "(a" "-(" "NEAR(a b)"
	do
		hecto -C journal search --json -- "$query" >out 2>err
		test $? -le 2 && ! grep -i "fts5\|syntax\|index fails" err || return 1
	done
'

test_expect_success 'an unknown topic names the nearest, in a query too' '
	test_expect_code 1 hecto -C journal search topic:lambada 2>err &&
	grep "did you mean" err
'

test_expect_success 'a date among the words is told how to be one' '
	test_expect_code 1 hecto -C journal search last-week 2>err &&
	grep "to look by date, write on:last-week, or since:last-week" err &&
	test_expect_code 1 hecto -C journal search 2023-07-08 2>err &&
	grep "write on:2023-07-08, or since:2023-07-08 for all from" err &&
	test_expect_code 1 hecto -C journal search zebra last-month 2>err &&
	grep "write on:last-month, or since:last-month" err &&
	test_expect_code 1 hecto -C journal search zebra 1999 2>err &&
	! grep "since:" err && hecto -C journal search since:last-year >out &&
	hecto -C journal search since:3-days-ago >out && grep 2022-07-03 out &&
	hecto -C journal list on:3-july --until 3-july-2022 >out &&
	grep 2022-07-03 out
'

test_done
