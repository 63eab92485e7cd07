#!/bin/sh
test_description='a site marks what is of a topic as the terminal does'
. ./site.sh

# counts SITE TOPICS.json: "id kind count" as the site has it, then as the
# terminal; marks SITE TOPIC.json: the kinds of each passage of one topic.
cat >compare.py <<\EOF
import html, json, os, re, sys

NAMES = {'definition': 'definition', 'number': 'number', 'link': 'link',
	 'question': 'question', 'to go over': 'hole', 'hands-on task': 'lab',
	 'comparison': 'pair'}
SHOWN = sorted(NAMES.values())

def pages(site):
	for name in os.listdir(os.path.join(site, 'topics')):
		text = open(os.path.join(site, 'topics', name)).read()
		yield re.search('<h1>(.*?)</h1>', text).group(1), text

def plain(text):
	return html.unescape(re.sub('<[^>]*>', '', text)).strip()

def count_site(text):
	facts = ' · '.join(plain(p) for p in
		re.findall('(?s)<p class="facts">(.*?)</p>', text))
	out = dict.fromkeys(SHOWN, 0)
	for count, name in re.findall(r'(\d+) ([a-z -]+)', facts):
		for one, kind in NAMES.items():
			if name.strip() in (one, one + 's'):
				out[kind] = int(count)
	return out

def marks_site(text):
	out = []
	for item in re.findall('(?s)<li>(.*?)</li>', text):
		marks = re.findall('class="kind"><span[^>]*>(.*?)</span>', item)
		words = plain(re.sub('<span class="kind">.*', '', item))
		out.append((words, sorted(NAMES[m] for m in marks)))
	return out

what, site, file = sys.argv[1:]
said = json.load(open(file))
if what == 'counts':
	found = dict(pages(site))
	for t in said:
		want = {k: t['kinds'][k] for k in SHOWN}
		got = count_site(found.pop(t['name']))
		if got != want:
			sys.exit('%s: %s on the site, %s in the terminal' %
				 (t['id'], got, want))
	if found:
		sys.exit('only on the site: %s' % ', '.join(found))
else:
	drawn = dict(marks_site(dict(pages(site))[said['name']]))
	for p in said['passages']:
		done = 'done' in p['kinds']
		want = sorted(k for k in p['kinds'] if k in SHOWN and
			      not (done and k in ('hole', 'question', 'lab',
						  'pair')))
		if drawn[p['text']] != want:
			sys.exit('%s: %s on the site, %s in the terminal' %
				 (p['text'], drawn[p['text']], want))
EOF

test_expect_success 'set up: passages of several topics' '
	new_journal &&
	cat >log.md <<-\EOF &&
	# Log

	### Day 1: May 7, 2026

	Finished SQS and Lambda today. Still shaky on VPC peering.

	Firehose: feeds S3 by a Lambda.

	- Read of DynamoDB streams. Need to review IAM roles.
	- SQS: a queue that keeps messages for Lambda.
	- KMS is a service that keeps keys for S3.
	- ~~Review SNS filters~~
	- Why does Lambda need a VPC?
	- SQS keeps a message for 4 days.
	- Still shaky on it.

	### Day 2: May 8, 2026

	Struggled with CloudFormation, then SNS went fine.
	EOF
	hecto -C journal import log.md &&
	hecto -C journal publish -o site &&
	hecto -C journal topics --json >topics.json
'

test_expect_success PYTHON 'each topic counts as much of each kind' '
	python3 compare.py counts site topics.json
'

test_expect_success PYTHON 'and a passage has the same marks' '
	for id in sqs lambda vpc firehose s3 iam kms sns cloudformation
	do
		hecto -C journal topic $id --json >topic.json &&
		python3 compare.py marks site topic.json || return 1
	done
'

test_expect_success 'a gap is marked where it is, and not where else it is quoted' '
	grep "VPC peering\.[^/]*class=\"hole\"" site/topics/vpc.html &&
	grep "VPC peering\." site/topics/sqs.html &&
	! grep "class=\"hole\"" site/topics/sqs.html &&
	grep "class=\"definition\"" site/topics/firehose.html &&
	! grep "class=\"definition\"" site/topics/s3.html
'

test_expect_success PYTHON 'what others are named in changes a page that is there' '
	file=$(ls journal/log/2026/2026-05-08.md) &&
	sed "s/then SNS went fine/and with SNS as well/" "$file" >changed &&
	cp changed "$file" &&
	hecto -C journal publish -o site &&
	hecto -C journal topics --json >topics.json &&
	python3 compare.py counts site topics.json &&
	hecto -C journal publish -o anew &&
	diff -r site anew
'

test_expect_success 'a journal that was moved or copied knows its site again' '
	hecto init first >/dev/null && echo "# Queues" >first/notes.md &&
	hecto -C first log "Read about queues" >/dev/null &&
	hecto -C first publish >/dev/null &&
	mv first second && hecto -C second publish >out &&
	cp -r second third && hecto -C third log "Streams" >/dev/null &&
	hecto -C third publish >out && grep -q Streams third/public/index.html
'

test_expect_success 'a folder of others is theirs wherever the journal is' '
	mkdir second/theirs third/public2 && echo mine >second/theirs/index.html &&
	test_expect_code 5 hecto -C second publish -o second/theirs 2>err &&
	grep "files that no publishing put there" err &&
	echo mine >expect && test_cmp expect second/theirs/index.html &&
	hecto -C second publish -o elsewhere >/dev/null && mv elsewhere other &&
	test_expect_code 5 hecto -C second publish -o other 2>err &&
	test_expect_code 5 hecto -C third publish -o second/public 2>err
'

test_expect_success 'one that was published to before is known by where it was' '
	record=$(grep -lx public second/.git/hecto/publish/*) &&
	sed -i "1s|.*|$PWD/second/public|" $record &&
	printf "%s" "$PWD/second/public" >name &&
	former=$(python3 -c "
h = 0xcbf29ce484222325
for c in open(\"name\", \"rb\").read():
    h = (h ^ c) * 0x100000001b3 % 2 ** 64
print(\"%016x\" % h)") &&
	mv $record second/.git/hecto/publish/$former &&
	hecto -C second log "Leases" >/dev/null &&
	hecto -C second publish >out &&
	grep -qx public second/.git/hecto/publish/*
'

test_done
