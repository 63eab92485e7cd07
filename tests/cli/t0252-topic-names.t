#!/bin/sh
test_description='topics that a journal names itself: services, tags, linked notes'
. ./setup.sh

topic_ids () {
	hecto -C journal topics --json | jq -r ".[].id" | sort
}

test_expect_success 'a plan for an exam that nobody knows' '
	new_journal &&
	mkdir -p journal/plans journal/notes &&
	cat >journal/plans/exam.md <<-\EOT &&
	# Exam of the Frobnication Board

	## Services

	### Widget Mesh

	Carries widgets.

	### Kinesis

	Streams.

	## Questions

	- WM: how many hops?
	- KSS: which shard?
	EOT
	hecto -C journal log "Set up the widget mesh at home" -d 2022-07-01
'

test_expect_success 'its services are topics, in entries as well' '
	topic_ids >actual &&
	printf "%s\n" kinesis widget-mesh >expect &&
	test_cmp expect actual &&
	hecto -C journal topic "Widget Mesh" >out &&
	grep "at home" out
'

test_expect_success 'the prefixes of its questions stand for them' '
	hecto -C journal topic widget-mesh >out &&
	grep "how many hops" out &&
	hecto -C journal topic kinesis >out &&
	grep "which shard" out &&
	hecto -C journal log "KSS: nothing here" -d 2022-07-02 &&
	hecto -C journal topic kinesis >out &&
	! grep "nothing here" out
'

test_expect_success 'services that change are other topics at once' '
	sed "s/Widget Mesh/Gadget Grid/" journal/plans/exam.md >changed &&
	cp changed journal/plans/exam.md &&
	topic_ids >actual &&
	printf "%s\n" gadget-grid kinesis >expect &&
	test_cmp expect actual &&
	test_expect_code 1 hecto -C journal topic widget-mesh &&
	rm journal/plans/exam.md &&
	test_expect_code 1 hecto -C journal topics
'

test_expect_success 'a tag of two entries is a topic, one of a single entry is none' '
	hecto -C journal log "first" -d 2022-07-03 -t snake-game -t once &&
	test_expect_code 1 hecto -C journal topic snake-game &&
	hecto -C journal log "second" -d 2022-07-04 -t snake-game &&
	hecto -C journal topic snake game --json |
		jq -r ".passages[].text" >actual &&
	printf "%s\n" first second >expect &&
	test_cmp expect actual &&
	test_expect_code 1 hecto -C journal topic once
'

test_expect_success 'so is a note that two others link to' '
	echo "# Raft Consensus" >journal/notes/raft.md &&
	echo "See [[Raft Consensus]]." >journal/notes/a.md &&
	test_expect_code 1 hecto -C journal topic raft consensus &&
	echo "Like [[raft consensus|that]]." >journal/notes/b.md &&
	hecto -C journal topic raft consensus >out &&
	grep "^a " out || grep "notes/a.md" out
'

test_done
