#!/bin/sh
test_description='blocks that are hidden are in no page, feed or search'
. ./site.sh

test_expect_success 'set up: hidden elements around blocks' '
	new_journal &&
	hecto -C journal config publish.private none &&
	cat >log.md <<-\EOF &&
	# Log

	### Day 1: May 7, 2026

	Worked on SQS.

	<div hidden>

	My salary is zebra dollars, as to Lambda.

	- Still shaky on zebra IAM.
	- Why is zebra KMS?

	</div>
	Then some S3 came.

	### Day 2: May 8, 2026

	Read DynamoDB.

	<details hidden>
	<summary>zebra</summary>

	**Thoughts**: zebra with KMS.

	### Day 3: May 9, 2026

	Seen by all.
	EOF
	hecto -C journal import log.md &&
	mkdir -p journal/notes &&
	cat >journal/notes/n.md <<-\EOF &&
	# Note

	<section style="display: none">

	## zebra

	SQS zebra and [link](https://zebra.example)

	</section>

	## Open

	<div hidden>

	- [ ] What is zebra IAM?
	- [x](https://zebra.example) ![zebra](zebra.png) [[zebra]]
	EOF
	hecto -C journal publish -o site
'

test_expect_success 'nothing of them is anywhere' '
	! grep -r zebra site &&
	test ! -e site/topics/kms.html && test ! -e site/topics/iam.html
'

test_expect_success 'what stands before, behind and on other days is' '
	grep "Worked on SQS" site/days/2026-05-07.html &&
	grep "Then some S3 came" site/days/2026-05-07.html &&
	grep "Read DynamoDB" site/days/2026-05-08.html &&
	grep "Seen by all" site/days/2026-05-09.html &&
	grep ">Open<" site/notes/n.html
'

test_expect_success PYTHON 'and no link leads into them' '
	python3 "$HECTO_SOURCE/tests/site/links.py" site
'

test_expect_success 'one that nobody closes is told, and found in the terminal' '
	! hecto -C journal check >out &&
	grep "2026-05-08.md:11 *open-comment: nothing closes this hidden" out &&
	grep "n.md:13 *open-comment: nothing closes this hidden" out &&
	! grep "2026-05-07" out &&
	hecto -C journal search zebra KMS >out &&
	grep "zebra with KMS" out && ! grep salary out
'

test_expect_success 'its end brings back what is behind' '
	file=journal/log/2026/2026-05-08.md &&
	printf "\n</details>\n\nAt the end, EC2.\n" >>"$file" &&
	hecto -C journal publish -o site &&
	grep "At the end, EC2" site/days/2026-05-08.html &&
	! grep -r zebra site &&
	hecto -C journal publish -o anew &&
	diff -r site anew
'

test_done
