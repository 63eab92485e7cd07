#!/bin/sh
test_description='questions that entries ask and answer, brought up to date'
. ./setup.sh
. "$HECTO_SOURCE/tests/cli/publish-again.sh"

# Passages of an entry that keeps something back are known by their numbers.
test_expect_success 'set up' '
	new_journal && write_days 40 && mkdir journal/plans &&
	cat >journal/log/2021/2021-06-12.md <<-\END &&
	**What I learned:**
	- Secretly, is Kinesis a plover? <!-- private -->
	- How does Kinesis keep the order of records?
	- [ ] not a question
	- Which shard does Kinesis choose for a plover? <!-- private -->
	- How many consumers does Kinesis have for each shard?

	**Thoughts:** How does Kinesis know the plover?
	END
	cat >journal/log/2021/2021-06-20.md <<-\END &&
	**What I learned:**
	- Kinesis keeps the order of records by a plover. <!-- private -->
	- Kinesis keeps the order of the records within each shard.
	- A plover is what Kinesis has for each shard. <!-- private -->

	**Thoughts:** Kinesis keeps the order of records, says the plover.
	END
	cat >journal/plans/exam.md <<-\END &&
	# Plan

	## Questions

	- How long does SQS keep a message?
	- Does a plover know SQS? <!-- private -->
	- What starts Lambda?
	END
	hecto -C journal publish -o site && settle
'

shown () {
	grep -q "$1" site/questions.html
}

test_expect_success 'what is public is asked, and answered' '
	same_as_new &&
	shown "How does Kinesis keep the order of records" &&
	shown "How many consumers does Kinesis have" &&
	shown "How long does SQS keep a message" &&
	shown "Kinesis keeps the order of the records within each shard" &&
	shown "SQS keeps a message for four days"
'

test_expect_success 'what is private is neither' '
	! grep -ri plover site
'

test_expect_success 'an answer that becomes private' '
	sed -i "s/within each shard\\./& <!-- private -->/" \
		journal/log/2021/2021-06-20.md &&
	same_as_new && ! shown "within each shard" && ! grep -ri plover site
'

test_expect_success 'and public again, in other words' '
	settle &&
	sed -i "s/the records within each shard.*/records in a shard, always./" \
		journal/log/2021/2021-06-20.md &&
	same_as_new && shown "Kinesis keeps the order of records in a shard"
'

test_expect_success 'a line above moves all numbers' '
	settle &&
	sed -i "/^- Secretly/i - Kinesis was read about first" \
		journal/log/2021/2021-06-12.md &&
	same_as_new && shown "How does Kinesis keep the order of records" &&
	! grep -ri plover site
'

test_expect_success 'a question that becomes private' '
	settle &&
	sed -i "s/^- How does Kinesis.*/& <!-- private -->/" \
		journal/log/2021/2021-06-12.md &&
	same_as_new && ! shown "How does Kinesis keep" &&
	shown "How many consumers does Kinesis have"
'

test_expect_success 'what is public in one line and private in another' '
	settle &&
	sed -i "s/^- Kinesis was read about first/- What is a stork in Kinesis?/" \
		journal/log/2021/2021-06-12.md &&
	echo "- What is a stork in Kinesis? <!-- private -->" \
		>>journal/log/2021/2021-06-12.md &&
	same_as_new && shown "What is a stork in Kinesis"
'

test_expect_success 'the plan is edited' '
	settle &&
	sed -i "s/^- What starts Lambda.*/- How is Lambda started by SQS?/" \
		journal/plans/exam.md &&
	same_as_new && shown "How is Lambda started by SQS" &&
	! shown "What starts Lambda" && ! grep -ri plover site
'

test_expect_success 'an entry that answers goes' '
	settle &&
	rm journal/log/2021/2021-06-20.md &&
	same_as_new && ! shown "in a shard, always"
'

test_expect_success 'an entry that asks becomes private, with its title' '
	settle &&
	sed -i "1i ---\\nheading: \"### A plover\"\\nprivate: true\\n---" \
		journal/log/2021/2021-06-12.md &&
	same_as_new && ! shown "How many consumers" &&
	! grep -ri plover site
'

test_done
