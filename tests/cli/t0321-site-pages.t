#!/bin/sh
test_description='the pages of the site'
. ./site.sh
sample=$HECTO_SOURCE/scripts/sample

links_resolve() {
	python3 "$HECTO_SOURCE/tests/site/links.py" "$1"
}

test_expect_success 'an empty journal gives a site' '
	new_journal &&
	hecto -C journal publish -o empty &&
	test -f empty/index.html && test -f empty/archive.html &&
	test -f empty/about.html &&
	test ! -e empty/exams.html && test ! -e empty/questions.html
'

test_expect_success PYTHON 'and all its links lead somewhere' '
	links_resolve empty
'

test_expect_success 'set up' '
	hecto -C journal import "$sample/log.md" &&
	hecto -C journal import --as note "$sample/dva-notes.md" &&
	hecto -C journal import "$sample/plan.md" &&
	cat >journal/notes/queues.md <<-\EOF &&
	# Queues and topics

	{{TOC}}

	+++

	## Queues

	See [[dva-notes]] and [[Nowhere]].

	## Streams

	As in [queues](#queues).
	EOF
	hecto -C journal log "Round two" --round 2 --day 1 --minutes 30 &&
	hecto -C journal exam add "AWS DVA" --date 2026-05-25 \
		--start 2026-05-01 --pass 720 --scale 100-1000 \
		--domain Development=60 --domain Security=40 \
		--topics "Development=lambda, dynamodb, sqs" \
		--topics "Security=iam, kms" &&
	hecto -C journal exam practice "AWS DVA" 41/65 &&
	hecto -C journal exam add "Cloud Practitioner" --date 2026-03-14 &&
	hecto -C journal exam result "Cloud Practitioner" failed
'

test_expect_success 'what an entry says in short has neither tables nor code' '
	new_journal short &&
	printf "%s\n" "# Log" "### Day 1: May 8, 2026" "Saved etcd" "" \
		"| Command | What |" "|---|---|" "| save | keeps |" "" \
		"\`\`\`yaml" "kind: Pod" "\`\`\`" "" "It listens" "" \
		"### Day 2: May 9, 2026" "| Only | rows |" "|---|---|" \
		"| a | b |" >short.md &&
	hecto -C short import short.md && hecto -C short publish -o shorts &&
	grep -o "p-summary[^<]*" shorts/index.html >summaries &&
	grep ">Day 1: Saved etcd<" shorts/index.html &&
	grep "It listens$" summaries && grep ">Day 2<" shorts/index.html &&
	grep "Only" summaries &&
	! grep "save \|kind:" shorts/index.html
'

test_expect_success 'each kind of page is there' '
	hecto -C journal publish -o site &&
	for page in index archive archive/2026 archive/2026-05 topics notes \
		about questions exams exams/aws-dva exams/cloud-practitioner \
		notes/queues rounds/2 404
	do
		test -f "site/$page.html" || return 1
	done
'

test_expect_success PYTHON 'all links lead somewhere, and to every page' '
	links_resolve site
'

test_expect_success 'the way to the exam is drawn and told' '
	grep "<strong>16</strong> days to go" site/exams/aws-dva.html &&
	grep "role=\"img\"" site/exams/aws-dva.html &&
	grep "The picture as a table" site/exams/aws-dva.html &&
	grep "points to go" site/exams/aws-dva.html
'

test_expect_success 'a domain is as far as hecto plan says, and what is begun is told' '
	hecto -C journal plan >out &&
	sed -n "s/.* \([0-9]*\)%  \(Development\|Security\)$/\2 \1/p" \
		out >expect &&
	sed "s/<tr>/\n/g" site/index.html |
	sed -n "s/.*scope=\"row\">\([A-Z][a-z]*\)<.*<td>\([0-9]*\)%<.*/\1 \2/p" \
		>actual &&
	test $(wc -l <expect) = 2 &&
	test_cmp expect actual &&
	grep "of 2<span class=\"note\">1 begun<" site/index.html &&
	grep "Begun: there are only a few words" site/index.html
'

test_expect_success 'topics are looked up by their names' '
	hecto -C journal topic add "élan" &&
	echo "Read of élan and .NET, of SQS and lambda." >journal/notes/e.md &&
	hecto -C journal publish -o site &&
	sed "s/<li>/\n&/g; s/<h2/\n&/g" site/topics.html |
	sed -n "s/<h2 id=\"\(.\)\".*/= \1/p
		s/.*href=\"topics\/[^>]*>\([^<]*\)<.*/\1/p" |
	awk "/^= / { at = \$2; next } { print at \": \" \$0 }" >index &&
	cut -c1 index | LC_ALL=C sort -c &&
	grep "^E: élan$" index && grep "^N: .*NET$" index &&
	grep "^L: AWS Lambda$" index &&
	grep "^S: Amazon Simple Queue Service$" index
'

test_expect_success 'nothing is called a failure' '
	! grep -rli fail site/exams site/exams.html site/index.html
'

test_expect_success 'a wanted note is shown as one' '
	grep "class=\"wanted\"[^>]*>Nowhere<" site/notes/queues.html &&
	grep "Linked from" site/notes/dva-notes.html
'

test_expect_success 'the same journal and day give the same bytes' '
	hecto -C journal plan &&
	hecto -C journal publish -o again &&
	diff -r site again
'

test_expect_success 'questions stay at home where that is wanted' '
	hecto -C journal config publish.questions no &&
	hecto -C journal publish -o site &&
	test ! -e site/questions.html &&
	test_must_fail hecto -C journal config publish.questions perhaps
'

test_expect_success 'a private plan is in no page' '
	sed "s/GSI/Quokka/" journal/plans/plan.md >plan &&
	{ printf -- "---\nprivate: true\n---\n"; cat plan; } \
		>journal/plans/plan.md &&
	hecto -C journal config publish.questions yes &&
	hecto -C journal publish -o site &&
	! grep -rl Quokka site
'

# "DAY STUDIED" of the challenge, by the command line and by the site.
challenges() {
	hecto -C "$1" streak >out &&
	sed -n "s/^Challenge.* day \([0-9]*\) of 100; \([0-9]*\) studied.*/\1 \2/p" \
		out >told &&
	hecto -C "$1" publish -o "$1-site" &&
	sed "s/.*class=\"challenge\"//; s/class=\"note\"/\n&/" \
		"$1-site/index.html" |
	sed -n "s/.*Day <strong>\([0-9]*\)<.*/\1/p
		s/^class=\"note\">\([0-9]*\) days studied.*/\1/p" |
	paste -sd" " >shown
}

test_expect_success 'the challenge is what hecto streak says, undated days too' '
	hecto init challenge >/dev/null &&
	cat >log.md <<-\EOF &&
	### Day 54: May 1, 2026
	Studied lambda.

	### Day 55: May 2, 2026
	Studied sqs.

	### Day 26
	Studied at some time.

	### Day 1
	Studied at first.
	EOF
	hecto -C challenge import log.md &&
	challenges challenge &&
	echo "55 4" >expect &&
	test_cmp expect told &&
	test_cmp expect shown
'

test_expect_success 'of a private day it counts the day and tells no number' '
	printf -- "---\nprivate: true\nday: 77\n---\nStudied it.\n" \
		>challenge/log/2026/2026-05-03.md &&
	challenges challenge &&
	echo "77 5" >expect &&
	test_cmp expect told &&
	echo "55 5" >expect &&
	test_cmp expect shown
'

test_expect_success 'a page is small' '
	test "$(cat site/index.html site/style.css site/icon.svg | wc -c)" \
		-le 60000 &&
	test -z "$(find site/days -size +30k)"
'

test_done
