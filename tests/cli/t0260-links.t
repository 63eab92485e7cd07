#!/bin/sh
test_description='links: listed, wanted, and what leads to a note'
. ./setup.sh

test_expect_success 'set up' '
	new_journal &&
	hecto -C journal log -d 2022-07-01 "Read about DynamoDB" \
		--link https://example.org/dynamodb >/dev/null &&
	hecto -C journal log -d 2022-07-02 "Queues: [[SQS#limits]]" >/dev/null &&
	mkdir -p journal/notes/aws journal/notes/gcp journal/plans &&
	cat >journal/notes/aws/sqs.md <<-\EOT &&
	---
	aliases: [Simple Queue Service]
	---
	# All of queues

	## Limits

	See [[Streams]] and [the page](https://example.org/sqs), [itself](sqs.md).
	EOT
	cat >journal/notes/202207041230\ reading.md <<-\EOT &&
	# Reading

	- [[simple queue service|queues]] and [[all of queues]] again
	- <a href="aws/sqs.md">raw</a> ![a map](map.png) <ann@example.org>
	- [[streams]], [[index]], [[SQS#Prices]], [gone](gone.md)

	```
	[[code]]
	```
	EOT
	echo "# AWS" >journal/notes/aws/index.md &&
	echo "# GCP" >journal/notes/gcp/index.md &&
	echo "- [ ] [[202207041230]], then <tel:+49>" >journal/plans/p.md
'

test_expect_success 'wrong usage is refused with a hint' '
	expect_usage_error hecto links -C journal --kind nothing &&
	expect_usage_error hecto links -C journal --wanted --check &&
	expect_usage_error hecto links -C journal --wanted -k web &&
	expect_usage_error hecto links -C journal --fresh &&
	expect_usage_error hecto links -C journal --max-age 3 &&
	expect_usage_error hecto links -C journal --allow-private &&
	expect_usage_error hecto links -C journal --since whenever &&
	expect_usage_error hecto backlinks -C journal &&
	expect_usage_error hecto backlinks -C journal index
'

test_expect_success 'every link has its place, its kind and its text' '
	hecto -C journal links --json >out &&
	jq -r ".[] | [(.path|sub(\".*/\";\"\")),.line,.kind,.target,.text,.to//\"-\",.state//\"-\"] | join(\"|\")" \
		out >actual &&
	cat >expect <<-\EOT &&
	2022-07-01.md|9|web|https://example.org/dynamodb|https://example.org/dynamodb|-|-
	2022-07-02.md|6|note|SQS#limits||notes/aws/sqs.md|found
	202207041230 reading.md|3|note|simple queue service|queues|notes/aws/sqs.md|found
	202207041230 reading.md|3|note|all of queues||notes/aws/sqs.md|found
	202207041230 reading.md|4|file|aws/sqs.md|raw|notes/aws/sqs.md|found
	202207041230 reading.md|4|image|map.png|a map|notes/map.png|missing
	202207041230 reading.md|4|mail|mailto:ann@example.org|ann@example.org|-|-
	202207041230 reading.md|5|file|gone.md|gone|notes/gone.md|missing
	202207041230 reading.md|5|note|streams||-|missing
	202207041230 reading.md|5|note|index||-|ambiguous
	202207041230 reading.md|5|note|SQS#Prices||notes/aws/sqs.md|no-heading
	sqs.md|8|web|https://example.org/sqs|the page|-|-
	sqs.md|8|file|sqs.md|itself|notes/aws/sqs.md|found
	sqs.md|8|note|Streams||-|missing
	p.md|1|other|tel:+49|tel:+49|-|-
	p.md|1|note|202207041230||notes/202207041230 reading.md|found
	EOT
	test_cmp expect actual
'

test_expect_success 'JSON has the stable form' '
	jq -c ".[0] | keys_unsorted" out >actual &&
	jq -c ".[0] | [.id,.date,.section]" out >>actual &&
	jq -c ".[] | select(.text==\"the page\") | [.date,.heading]" out >>actual &&
	cat >expect <<-\EOT &&
	["id","path","line","date","heading","section","kind","target","text","to","state"]
	["2022-07-01","2022-07-01","links"]
	[null,["All of queues","Limits"]]
	EOT
	test_cmp expect actual
'

test_expect_success 'a person sees them under files and headings' '
	cat >expect <<-\EOT &&
	notes/aws/sqs.md
	  All of queues › Limits
	     8  web    https://example.org/sqs  the page
	     8  file   sqs.md  itself
	     8  note   Streams  there is none
	EOT
	hecto -C journal links notes/aws/sqs.md >out &&
	test_cmp expect out
'

test_expect_success 'filters narrow it down' '
	hecto -C journal links -k web --kind mail --json | jq length >actual &&
	hecto -C journal links --since 2022-07-02 --until 2022-07-02 --json |
		jq length >>actual &&
	hecto -C journal links --topic dynamodb --json | jq length >>actual &&
	hecto -C journal links -t dynamodb -k note --json | jq length >>actual &&
	hecto -C journal links 2022-07-01 2022-07-02 --json | jq length >>actual &&
	printf "%s\n" 3 1 1 0 2 >expect &&
	test_cmp expect actual
'

test_expect_success 'no such link, no such entry' '
	test_expect_code 1 hecto -C journal links -t dynamodb -k note 2>err &&
	grep "no entry or note has such a link" err &&
	test_expect_code 3 hecto -C journal links 2021-01-01
'

test_expect_success 'notes that are wanted come with how often and where' '
	hecto -C journal links --wanted >out &&
	cat >expect <<-\EOT &&
	streams  2 links
	    notes/202207041230 reading.md:5
	    notes/aws/sqs.md:8
	notes/gone.md  1 link
	    notes/202207041230 reading.md:5
	EOT
	test_cmp expect out &&
	hecto -C journal links --wanted --json >out &&
	jq -c ".[0] | [.name,.links,.from[1].path,.from[1].line]" out >actual &&
	echo "[\"streams\",2,\"notes/aws/sqs.md\",8]" >expect &&
	test_cmp expect actual
'

test_expect_success 'a bare address may have the number of a host' '
	hecto init hosts >/dev/null && mkdir hosts/notes &&
	cat >hosts/notes/a.md <<-\EOT &&
	See http://[::1]:18999/x, (http://[fe80::2]) and
	http://[2001:db8::1]/ and `http://[::3]/code`.

	[told](http://[::4]/y) <http://[::5]/z> [x] http://[x]/ no
	EOT
	hecto -C hosts links --json | jq -r ".[] | \"\(.line) \(.target)\"" >out &&
	sort >expect <<-\EOT &&
	1 http://[::1]:18999/x
	1 http://[fe80::2]
	2 http://[2001:db8::1]/
	4 http://[::4]/y
	4 http://[::5]/z
	EOT
	sort out >sorted && test_cmp expect sorted
'

test_expect_success 'a note that is written is wanted no more' '
	echo "# Streams" >journal/notes/Streams.md &&
	hecto -C journal links --wanted >out &&
	! grep -i "^streams" out &&
	rm journal/notes/Streams.md
'

test_expect_success 'nothing wanted is exit status 1' '
	hecto init other >/dev/null &&
	test_expect_code 1 hecto -C other links --wanted 2>err &&
	grep "every note that is linked to is there" err
'

test_expect_success 'backlinks are the passages that link to a note' '
	hecto -C journal backlinks sqs >out &&
	cat >expect <<-\EOT &&
	All of queues  notes/aws/sqs.md: 5 links in 2 documents

	2022-07-02  Day 2: July 2, 2022  log/2022/2022-07-02.md
	  Today'\''s Progress
	     6  Queues: [[SQS#limits]]

	Reading  notes/202207041230 reading.md
	     3  [[simple queue service|queues]] and [[all of queues]] again
	     4  raw a map ann@example.org
	     5  [[streams]], [[index]], [[SQS#Prices]], gone
	EOT
	test_cmp expect out
'

test_expect_success 'a note goes by each of its names' '
	hecto -C journal backlinks SQS >expect &&
	for name in notes/aws/sqs.md "simple queue service" "aws/sqs" "ALL OF QUEUES"
	do
		hecto -C journal backlinks $name >actual &&
		test_cmp expect actual || return 1
	done &&
	hecto -C journal backlinks 202207041230 | grep "plans/p.md"
'

test_expect_success 'backlinks have a stable JSON' '
	hecto -C journal backlinks --json sqs >out &&
	jq -c "keys_unsorted" out >actual &&
	jq -c ".passages[1] | keys_unsorted" out >>actual &&
	jq -c ".path, .title, [.passages[1].links[].target]" out >>actual &&
	cat >expect <<-\EOT &&
	["path","title","passages"]
	["id","path","line","date","heading","section","title","text","links"]
	"notes/aws/sqs.md"
	"All of queues"
	["simple queue service","all of queues"]
	EOT
	test_cmp expect actual
'

test_expect_success 'a note that is not there yet has backlinks, too' '
	hecto -C journal backlinks Streams >out &&
	grep "there is no such note yet): 2 links in 2 documents" out
'

test_expect_success 'an entry goes by its date; what nothing links to is said' '
	test_expect_code 1 hecto -C journal backlinks 2022-07-01 2>err &&
	grep "nothing links to .log/2022/2022-07-01.md." err &&
	test_expect_code 3 hecto -C journal backlinks nowhere 2>err &&
	grep "nowhere" err
'

test_expect_success TOOL_SCRIPT 'a long list goes through the pager' '
	TERM=xterm NO_COLOR=1 HECTO_PAGER="sed s/^/paged:/" on_a_terminal \
		hecto -C journal links >out &&
	grep "^paged:notes/aws/sqs.md" out &&
	TERM=xterm NO_COLOR=1 HECTO_PAGER="sed s/^/paged:/" on_a_terminal \
		hecto --no-pager -C journal links >out &&
	! grep "^paged:" out
'

test_expect_success 'kinds and entries are completed' '
	hecto __complete links --kind w | grep web &&
	cd journal && hecto __complete backlinks 2022-07-0 | grep 2022-07-02
'

test_expect_success 'a name that is none is no entry and no note' '
	test_expect_code 3 hecto links "No such title" 2>err &&
	grep "there is no entry or note .No such title." err
'

test_done
