#!/bin/sh
test_description='topics, and what was noted on one'
. ./setup.sh

test_expect_success 'wrong usage is refused with a hint' '
	new_journal &&
	expect_usage_error hecto topics -C journal lambda &&
	expect_usage_error hecto topic -C journal
'

test_expect_success 'an empty journal has no topics' '
	test_expect_code 1 hecto -C journal topics 2>err &&
	grep "no topic is named" err &&
	hecto -C journal topics --json | jq -c . >actual &&
	echo "[]" >expect &&
	test_cmp expect actual
'

test_expect_success 'set up' '
	cat >log.md <<-\EOT &&
	### Day 1: July 1, 2022
	- DynamoDB
	  - a partition key and a sort key
	- Called a lambda function.

	### Day 2: July 2, 2022
	Firehose wrote to S3, and Kinesis read it.
	EOT
	hecto -C journal import log.md &&
	printf "# Course\n\n## Dynamo DB\n\nStreams last a day.\n" >course.md &&
	hecto -C journal import --as note course.md &&
	hecto -C journal log "words" -d 2022-07-03 -t snake-game -t sqs
'

test_expect_success 'topics are listed with how often and when last' '
	hecto -C journal topics >out &&
	grep "^TOPIC " out &&
	grep "^lambda .* 2022-07-01 .*AWS Lambda" out &&
	hecto -C journal topics --json >out &&
	jq -c ".[] | select(.id == \"lambda\") | del(.kinds)" out >actual &&
	jq -e ".[0].kinds.question == 0" out &&
	echo "{\"id\":\"lambda\",\"name\":\"AWS Lambda\",\"group\":\"aws\",\"passages\":1,\"documents\":1,\"first\":\"2022-07-01\",\"last\":\"2022-07-01\"}" >expect &&
	test_cmp expect actual
'

test_expect_success 'a note of headings side by side is on each topic in its turn' '
	hecto init beside && mkdir -p beside/notes &&
	printf "# %s\n\n%s\n\n" DynamoDB "An item is at most 400 KB." \
		Lambda "The timeout is at most 15 minutes." \
		Prices "They are due at the end of the month." >beside/notes/all.md &&
	hecto -C beside topic dynamodb >out &&
	grep "400 KB" out &&
	grep "end of the month" out &&
	! grep "15 minutes" out &&
	hecto -C beside topic lambda >out &&
	grep "15 minutes" out
'

test_expect_success 'a gap counts for the topic it names, as in the dossier of that' '
	hecto init shaky &&
	hecto -C shaky log "Finished SQS. Still shaky on VPC peering." &&
	hecto -C shaky topics --json >out &&
	jq -c ".[] | [.id, .kinds.hole]" out >actual &&
	printf "[\"sqs\",0]\n[\"vpc\",1]\n" >expect &&
	sort actual | test_cmp expect - &&
	for topic in sqs vpc
	do
		hecto -C shaky topic $topic --json | jq -c "[.id, .kinds.hole]" ||
		return 1
	done >actual &&
	test_cmp expect actual
'

test_expect_success 'any text can be scanned, a pipe as well' '
	printf "nothing\nA lambda and dynamodb.\n" >text &&
	hecto -C journal topics --scan text >actual &&
	printf "2\tlambda\tlambda\n2\tdynamodb\tdynamodb\n" >expect &&
	test_cmp expect actual &&
	hecto -C journal topics --scan - --json <text >out &&
	jq -c ".[0]" out >actual &&
	echo "{\"line\":2,\"topic\":\"lambda\",\"text\":\"lambda\"}" >expect &&
	test_cmp expect actual
'

test_expect_success 'a text without topics, and no text' '
	echo "nothing at all" >text &&
	test_expect_code 1 hecto -C journal topics --scan text &&
	hecto -C journal topics --scan text --json | jq -c . >actual &&
	echo "[]" >expect &&
	test_cmp expect actual &&
	test_must_fail hecto -C journal topics --scan nowhere
'

test_expect_success 'a text can be scanned where there is no journal' '
	echo "A lambda." >text &&
	hecto topics --scan text >actual &&
	printf "1\tlambda\tlambda\n" >expect &&
	test_cmp expect actual &&
	test_expect_code 3 hecto topics
'

test_expect_success 'a topic has its passages, oldest first and notes last' '
	hecto -C journal topic dynamodb --json >out &&
	jq -r ".passages[].path" out | uniq >actual &&
	printf "log/2022/2022-07-01.md\nnotes/course.md\n" >expect &&
	test_cmp expect actual &&
	jq -r ".passages[] | select(.text | test(\"sort key\")) | .line" out >line &&
	sed -n "$(cat line)p" journal/log/2022/2022-07-01.md | grep "sort key"
'

test_expect_success 'it may be typed in many ways' '
	for name in DynamoDB "Dynamo DB" ddb "Amazon DynamoDB"
	do
		hecto -C journal topic "$name" --json | jq -r .id || return 1
	done | uniq >actual &&
	echo dynamodb >expect &&
	test_cmp expect actual &&
	hecto -C journal topic dynamo db >out &&
	grep "^2022-07-01  Day 1" out &&
	grep "^Course  notes/course.md$" out
'

test_expect_success 'a heading or an item stands once over what belongs to it' '
	hecto -C journal --today 2022-07-04 topic dynamodb >actual &&
	cat >expect <<-\EOT &&
	Amazon DynamoDB: 4 passages in 2 documents
	Group           aws
	Studied         2022-07-01 (3 days ago)

	2022-07-01  Day 1: July 1, 2022  log/2022/2022-07-01.md
	     8    DynamoDB
	     9      a partition key and a sort key

	Course  notes/course.md
	     3    Dynamo DB
	     5      Streams last a day.
	EOT
	test_cmp expect actual
'

test_expect_success 'the family comes along, each passage once' '
	hecto -C journal topic kinesis --json >out &&
	jq -c "[.passages[] | [.date,.topic]]" out >actual &&
	echo "[[\"2022-07-02\",\"kinesis\"]]" >expect &&
	test_cmp expect actual &&
	printf "\nFirehose alone.\n" >>journal/log/2022/2022-07-02.md &&
	hecto -C journal topic kinesis >out &&
	grep "\[firehose\]" out
'

test_expect_success 'a tag that names a topic counts for the whole entry' '
	hecto -C journal topic sqs --json |
		jq -c "[.passages[] | [.path,.named]]" >actual &&
	echo "[[\"log/2022/2022-07-03.md\",false]]" >expect &&
	test_cmp expect actual &&
	hecto -C journal search words --topic sqs --json |
		jq -r ".hits[].id" >actual &&
	echo 2022-07-03 >expect &&
	test_cmp expect actual
'

test_expect_success 'a topic that is not there' '
	test_expect_code 1 hecto -C journal topic dynamodbb 2>err &&
	grep "did you mean .dynamodb." err &&
	test_expect_code 1 hecto -C journal topic elasticache 2>err &&
	grep "nothing is noted on" err
'

test_expect_success 'a dossier needs options that make sense' '
	expect_usage_error hecto -C journal topic --kind nonsense sqs &&
	expect_usage_error hecto -C journal topic --kind lab lambda dynamodb &&
	expect_usage_error hecto -C journal topics --sort sideways &&
	expect_usage_error hecto -C journal topics --stale many &&
	expect_usage_error hecto -C journal topics --scan log.md --group aws
'

test_expect_success 'set up notes that disagree' '
	new_journal notes &&
	cat >notes.md <<-\EOT &&
	### Day 1: July 1, 2022
	- SQS: a queue that decouples two systems
	- Lambda times out in 15 mins.
	- SQS calls Lambda, and Lambda calls SQS.
	- The difference between SQS vs Lambda is clear.

	### Day 2: July 9, 2022
	- The lambda timeout is 5 minutes.
	- How does Lambda scale its containers?
	- Firehose wrote to Kinesis; a Firehose buffer is 1 MB.
	EOT
	hecto -C notes import notes.md
'

test_expect_success 'numbers are shown with their place, and who disagrees' '
	hecto -C notes topic lambda --numbers >out &&
	grep "These notes disagree" out &&
	grep "15 mins .*Lambda times out.*log/2022/2022-07-01.md:" out &&
	grep "5 minutes .*timeout is 5.*log/2022/2022-07-09.md:" out &&
	hecto -C notes topic lambda --json >out &&
	jq -c "[.disagreements[0][].value]" out >actual &&
	echo "[900,300]" >expect &&
	test_cmp expect actual &&
	test_expect_code 1 hecto -C notes topic sqs --numbers
'

test_expect_success 'set up notes that say the same again' '
	new_journal again &&
	cat >again.md <<-\EOT &&
	### Day 1: July 1, 2022
	- DynamoDB: a page has 1 MB and costs 50% of it.
	- S3 guarantees 11 x 9s durability.

	### Day 2: July 2, 2022
	- DynamoDB: a page has 1 MB and costs 50% of it.
	- DynamoDB keeps 3 ~ 5 copies of a table.
	EOT
	hecto -C again import again.md
'

test_expect_success 'what is said again is shown once with its places' '
	hecto -C again topic dynamodb --numbers >out &&
	grep "^Amazon DynamoDB: 3 numbers in 3 passages" out &&
	tr -s " \n" "  " <out >flat &&
	grep "1 MB.*log/2022/2022-07-01.md:[0-9]*, log/2022/2022-07-02.md:" flat &&
	grep -c "^  1 MB" out >count &&
	echo 1 >expect &&
	test_cmp expect count &&
	grep "^  3 ~ 5 copies" out &&
	hecto -C again topic dynamodb --json >out &&
	jq -c "[.numbers[] | select(.from) | [.from, .value]]" out >actual &&
	echo "[[3,5]]" >expect &&
	test_cmp expect actual
'

test_expect_success 'eleven nines are a share and no time' '
	hecto -C again topic s3 --numbers >out &&
	grep "^Shares" out &&
	! grep "^Times" out
'

test_expect_success 'a sentence with two numbers stands in a comparison once' '
	hecto -C again topic dynamodb s3 >out &&
	sed "1,/^Numbers/d" out | grep -c "page has" >count &&
	echo 1 >expect &&
	test_cmp expect count
'

test_expect_success 'a dossier marks what it shows, and can show one kind' '
	hecto -C notes topic lambda --kind question >out &&
	head -n 1 out | grep "AWS Lambda: [0-9]* of [0-9]* passages in" &&
	grep "?.*How does Lambda scale" out &&
	! grep "times out" out &&
	hecto -C notes topic sqs --kind definition --json >out &&
	jq -c "[.passages[].kinds]" out >actual &&
	echo "[[\"definition\"]]" >expect &&
	test_cmp expect actual &&
	hecto -C notes topic lambda >out &&
	grep "^Related .*sqs" out &&
	grep "Still open" out &&
	test_expect_code 1 hecto -C notes topic sqs --kind hole
'

test_expect_success 'a family can be left out' '
	hecto -C notes topic kinesis --json | jq -c .family >actual &&
	echo "[\"firehose\"]" >expect &&
	test_cmp expect actual &&
	hecto -C notes topic kinesis --no-family --json |
		jq -c "[.family, (.passages | length)]" >actual &&
	echo "[[],1]" >expect &&
	test_cmp expect actual
'

# on_columns N COMMAND…: on a terminal of N columns, without styles.
on_columns () {
	columns=$1 && shift &&
	NO_COLOR=1 TERM=xterm PAGER=cat script -qec \
		"stty -opost rows 24 cols $columns; $*" /dev/null </dev/null
}

test_expect_success 'two topics are set against each other, both together first' '
	hecto -C notes topic lambda sqs >out &&
	! grep -w "1 passages\|1 documents" out &&
	grep -A1 "^Named together" out | grep "difference between" &&
	hecto -C notes topic lambda sqs --json >out &&
	jq -c "[.topics[].id, (.both | length)]" out >actual &&
	echo "[\"lambda\",\"sqs\",2]" >expect &&
	test_cmp expect actual &&
	test_expect_code 1 hecto -C notes topic step functions 2>err &&
	grep "nothing is noted on AWS Step Functions" err
'

test_expect_success 'in a pipe they are one below the other, and nothing is cut' '
	new_journal long &&
	long=$(seq -f "word%.0f" -s " " 200) &&
	mkdir -p long/notes &&
	printf "# Queues\n\n- To study: SQS %s end\n- SQS keeps for 4 days\n- SNS fans out\n" \
		"$long" >long/notes/a-note-with-a-rather-long-name.md &&
	hecto -C long topic sqs sns >out &&
	sed -n "/^Holes/,/^\$/p" out >actual &&
	cat >expect <<-EOT &&
	Holes
	  Amazon Simple Queue Service
	  - To study: SQS $long end
	    notes/a-note-with-a-rather-long-name.md:3

	EOT
	test_cmp expect actual &&
	grep -A1 "^  Amazon Simple Notification" out | tail -n 1 >actual &&
	echo "  nothing noted" >expect &&
	test_cmp expect actual
'

test_expect_success TOOL_SCRIPT 'so they are on a narrow terminal, where places are never broken' '
	on_columns 80 hecto -C long topic sqs sns >out &&
	grep "^  Amazon Simple Queue Service\$" out &&
	grep "^    notes/a-note-with-a-rather-long-name.md:3\$" out &&
	awk "length > 80 { exit 1 }" out
'

test_expect_success TOOL_SCRIPT 'on a wide one they stand side by side' '
	on_columns 120 hecto -C long topic sqs sns >out &&
	grep "^Amazon Simple Queue Service   .*Amazon Simple Notif" out &&
	grep "^- To study: SQS.*   nothing noted\$" out &&
	grep "^  notes/a-note-with-a-rather-long-name.md:3\$" out &&
	grep "word[0-9]* …\$" out &&
	awk "length > 120 { exit 1 }" out
'

test_expect_success 'numbers keep their sign, and their column its width' '
	printf "# Prices\n\n- SQS costs \$0.40 per million requests\n- SQS: default 30 seconds, the limit is 12 hours\n" \
		>long/notes/prices.md &&
	hecto -C long topic sqs --numbers >out &&
	grep "^  \$0.40  " out &&
	grep "^  default 30 seconds  SQS: default 30" out &&
	hecto -C long topic sqs --json |
		jq -r ".numbers[] | select(.kind == \"money\").quantity" \
		>actual &&
	echo "\$0.40" >expect &&
	test_cmp expect actual
'

test_expect_success 'more than two topics are refused as such' '
	expect_usage_error hecto -C notes topic lambda sqs sns &&
	grep "these are 3 topics; two can be compared" err &&
	expect_usage_error hecto -C notes topic lambda step functions sqs &&
	grep "these are 3 topics" err &&
	test_expect_code 1 hecto -C notes topic lambda sqs nonsense 2>err &&
	grep "there is no topic .lambda sqs nonsense" err
'

test_expect_success 'topics are sorted, and the stale ones found' '
	hecto -C notes topics --sort name --json | jq -r ".[].id" >actual &&
	sort actual >expect &&
	test_cmp expect actual &&
	hecto -C notes topics --sort last --json | jq -r ".[-1].id" >actual &&
	echo sqs >expect &&
	test_cmp expect actual &&
	hecto -C notes --today 2022-07-20 topics --stale 14 --json |
		jq -r ".[].id" >actual &&
	echo sqs >expect &&
	test_cmp expect actual &&
	test_expect_code 1 hecto -C notes topics --group azure &&
	hecto -C notes topics --group AWS >out &&
	grep "^lambda" out
'

test_expect_success 'a group that there is not is told, with those there are' '
	test_expect_code 1 hecto -C notes topics --group nope 2>err &&
	grep "there is no group of topics .nope.; write .*aws, " err &&
	grep "language" err &&
	test_expect_code 1 hecto -C notes topics --group nope --json >out 2>err &&
	echo "[]" >expect && test_cmp expect out &&
	grep "write " err &&
	grep " or " err &&
	test_expect_code 1 hecto -C notes topics --group user 2>err &&
	grep "no topic is like that" err
'

test_done
