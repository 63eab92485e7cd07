#!/bin/sh
test_description='the documents of the first users, where they are at hand'
. ./setup.sh

shared=${HECTO_SHARED-$HECTO_SOURCE/../shared}
if ! test -d "$shared/seeds"; then
	skip_all='there are no seeds at hand'
	test_done
fi
shared=$(cd "$shared" && pwd)
log=$(echo "$shared"/seeds/000*.txt)

test_expect_success 'the log has nine days, Day 0 to Day 8' '
	hecto init j &&
	hecto -C j import "$log" &&
	hecto -C j list --json >list.json &&
	test "$(jq length list.json)" = 9 &&
	test "$(jq -c "[.[].days[0]] | sort" list.json)" = "[0,1,2,3,4,5,6,7,8]" &&
	test "$(jq -r "[.[].dates[0]] | min" list.json)" = 2022-07-04 &&
	test "$(jq -r "[.[].dates[0]] | max" list.json)" = 2022-07-12
'

test_expect_success 'nine days are a streak of nine' '
	hecto -C j --today 2022-07-12 streak --json >streak.json &&
	test "$(jq .streak streak.json)" = 9 &&
	cd j && hecto streak --today 2022-07-12 >../streak.txt && cd .. &&
	grep -q 9 streak.txt
'

test_expect_success 'Kinesis is found on Day 0 and Day 3' '
	hecto -C j topic kinesis --json >kinesis.json &&
	jq -r ".passages[].date" kinesis.json | sort -u >days &&
	grep -q 2022-07-04 days &&
	grep -q 2022-07-07 days
'

test_expect_success 'words and a topic together find Day 0' '
	hecto -C j search "API gateway" --topic lambda --json >hits.json &&
	jq -r ".hits[].date" hits.json | grep -q 2022-07-04
'

test_expect_success 'the log goes out as it came in' '
	hecto -C j export 100days -o - | cmp - "$log"
'

test_expect_success 'the other four are kept whole as notes' '
	for n in 001 002 003 004; do
		hecto -C j import --as note "$shared"/seeds/$n*.txt || return 1
	done &&
	for n in 001 002 003 004; do
		cmp "$shared"/seeds/$n*.txt j/notes/$n* || return 1
	done
'

test_expect_success 'SQS is spoken of in four documents, Lambda in five' '
	hecto -C j topic sqs --json >sqs.json &&
	jq -r ".passages[].path" sqs.json | sed "s|^log/.*|log|" | sort -u >docs &&
	test $(wc -l <docs) = 4 &&
	hecto -C j topic lambda --json >lambda.json &&
	jq -r ".passages[].path" lambda.json | sed "s|^log/.*|log|" | sort -u >docs &&
	test $(wc -l <docs) = 5
'

test_expect_success 'everything is on the site' '
	hecto -C j publish -o site &&
	test -f site/index.html &&
	for day in 04 05 06 07 08 09 10 11 12; do
		test -f site/days/2022-07-$day.html || return 1
	done &&
	test -f site/topics/sqs.html
'

test_done
