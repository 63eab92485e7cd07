#!/bin/sh
test_description='a log that is a table has topics, but for the thoughts in it'
. ./setup.sh

the_clock_shows 2026-01-09T21:00:00Z

# What is marked so stands only in cells for thoughts.
cat >rows.md <<\EOF
# 100 Days of Code

| Day | Date | Topic | What I learned | Thoughts | Links |
|---|---|---|---|---|---|
| 1 | 2026-01-04 | SQS | A message waits for 14 days at most | Okapi: Redshift is beyond me | [queue notes](http://a.example/q) |
| 2 | 2026-01-05 | Lambda | Lambda: a function that runs without a server | An okapi, tired of DynamoDB | [x](http://a.example/l) |
| 3 | 2026-01-06 | Topics | Does SNS keep the order of messages? | Okapi 4711 | |
EOF

published () {
	hecto -C rows publish -o site 2>err
}

test_expect_success 'a log that is a table is taken in' '
	hecto init rows &&
	hecto -C rows import "$PWD/rows.md"
'

test_expect_success 'its columns are sections of a search' '
	hecto -C rows search in:learned topic:sqs >out &&
	grep "14 days" out &&
	test_must_fail hecto -C rows search in:learned Redshift &&
	hecto -C rows search in:thoughts Redshift >out &&
	grep "beyond me" out &&
	! grep "14 days" out &&
	hecto -C rows search in:links "queue notes"
'

test_expect_success 'a topic shows the cell that speaks of it, with its line' '
	line=$(grep -n Okapi rows/log/2026/2026-01-04.md | cut -d: -f1) &&
	hecto -C rows topic redshift --json >out.json &&
	grep "\"text\": \"Okapi: Redshift is beyond me\"" out.json &&
	grep "\"line\": $line" out.json &&
	! grep "14 days" out.json &&
	hecto -C rows topic sqs --json >out.json &&
	grep "\"text\": \"A message waits for 14 days at most\"" out.json
'

test_expect_success 'a definition and a question are told by their cells' '
	hecto -C rows topic lambda --json >out.json &&
	grep "\"definition\"" out.json &&
	hecto -C rows questions >out &&
	grep "Does SNS keep the order of messages?" out &&
	! grep -i okapi out
'

test_expect_success 'days are summed up and counted as they were' '
	hecto -C rows list -n 1 >out &&
	grep "Topics | Does SNS keep" out &&
	hecto -C rows streak >out &&
	grep "3 days" out
'

test_expect_success 'the site has the topics of what is public' '
	published &&
	grep -q "14 days at most" site/topics/sqs.html &&
	grep -q "a function that runs" site/topics/lambda.html &&
	grep -q "Does SNS keep" site/topics/sns.html &&
	grep -q "topics/sqs.html" site/days/2026-01-04.html
'

test_expect_success 'and its search finds them' '
	grep -rq "14 days at most" site/search &&
	grep -rq "function that runs" site/search
'

test_expect_success 'no byte of it is of the thoughts' '
	! grep -rai -e okapi -e redshift -e dynamodb -e 4711 -e tired site &&
	! find site | grep -i -e okapi -e redshift -e dynamodb &&
	! grep -ra -e "beyond me" site
'

test_expect_success 'where nothing is private, thoughts are quoted too' '
	cp -R rows open &&
	hecto -C open config publish.private none &&
	hecto -C open publish -o open-site &&
	grep -q "beyond me" open-site/topics/redshift.html &&
	! grep -q "14 days" open-site/topics/redshift.html &&
	grep -q "14 days" open-site/topics/sqs.html
'

test_expect_success 'where links are private as well, what was learned is not' '
	hecto -C rows config publish.private "thoughts links" &&
	hecto -C rows publish -o less-site &&
	grep -q "14 days at most" less-site/topics/sqs.html &&
	! grep -rai -e okapi -e a.example less-site
'

test_expect_success 'a table within a day or a note has topics beside thoughts' '
	hecto init tables &&
	mkdir -p tables/notes tables/log/2026 &&
	cat >table <<-\EOF &&
	| What | Thoughts | Limit |
	|---|---|---|
	| An SQS message | Okapi: Redshift | at most 256 KB |
	EOF
	(printf "**Learned:**\n\n" && cat table) >tables/log/2026/2026-01-05.md &&
	(printf "# Queues\n\n" && cat table) >tables/notes/queues.md &&
	hecto -C tables publish -o tables-site &&
	grep -q "days/2026-01-05.html" tables-site/topics/sqs.html &&
	grep -q "notes/queues.html" tables-site/topics/sqs.html &&
	grep -q "An SQS message | at most 256 KB" tables-site/topics/sqs.html &&
	! grep -rai -e okapi -e redshift tables-site &&
	hecto -C tables search in:thoughts redshift >out &&
	test $(grep -c Okapi out) = 2
'

test_expect_success 'one that was logged from a pipe shows no thoughts' '
	hecto init piped &&
	hecto -C piped log - <table >out &&
	hecto -C piped publish -o piped-site &&
	grep -rq "An SQS message" piped-site/days &&
	! grep -rai -e okapi -e redshift piped-site
'

test_done
