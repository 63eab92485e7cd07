#!/bin/sh
test_description='what is shown fits the terminal'
. ./setup.sh

# narrow [COLUMNS]: no line of stdin is wider; escape sequences take no room.
narrow () {
	sed "s/$(printf "\033")\[[0-9;?]*[A-Za-z]//g" >shown &&
	# Not every awk counts letters.
	sed "s/[^ -~]/x/g" shown |
	awk "length(\$0) > ${1:-80} { print; wide = 1 } END { exit wide }"
}

test_expect_success 'the help of every command' '
	hecto help >out && narrow <out &&
	sed -n "/^Commands/,/^\$/s/^  \([a-z-]*\) .*/\1/p" out >names &&
	test $(wc -l <names) -gt 40 &&
	while read -r name
	do
		hecto "$name" --help >out && narrow <out || return 1
	done <names
'

test_expect_success 'brackets of a usage are not torn apart' '
	hecto publish --help >out && grep "^  *\[--json\] \[TARGET|-o DIR\]$" out
'

test_expect_success 'a week and the eve of the exam' '
	new_journal && cd journal &&
	hecto log "Read about a queue that keeps what nobody has fetched yet for up to fourteen days, about topics and about streams" &&
	hecto exam add dva --date 2022-07-20 &&
	hecto ask "How long does a queue keep what nobody has fetched yet, and is it ever kept longer than that?" &&
	on_a_terminal hecto week >out && narrow <out &&
	grep "^- 2022-07-04: Read about a queue" shown && grep "^  to fourteen" shown &&
	on_a_terminal hecto eve >out && narrow <out && grep "^- How long" shown
'

test_expect_success 'in a pipe they are one line each' '
	hecto week >out && grep "^- 2022-07-04: Read.*streams$" out &&
	hecto eve >out && grep "^- How long.*than that?$" out
'

test_expect_success 'set up: long names everywhere' '
	cd .. && new_journal long && cd long && mkdir notes plans &&
	cat >notes/queues.md <<-\EOF &&
	# Notes on Amazon SQS, Amazon SNS and all else that decouples one service from another

	## How long messages are kept, and what the visibility timeout has to do with all of that

	SQS keeps messages for 4 days. See [what the guide says of the visibility timeout, and
	of how long it may be](https://docs.example.org/sqs.html) and
	[[another note that is not written yet and that has a name which is much too long]].

	### What standard queues do as well as they can, and what FIFO queues do in any case

	What is the difference between SQS and SNS, Lambda and DynamoDB, Kinesis and KMS, S3 and EC2?
	EOF
	cat >plans/p.md <<-\EOF &&
	# The plan for the exam of this summer, with each and every thing that I have to read for it

	## Todo, in the order in which the practice exams have shown it to be needed most of all

	- [ ] Read of the visibility timeout
	- [x] Watch the course about functions
	EOF
	hecto log "Read of [[queues]] and of how long the timeout is" &&
	hecto exam add "The Certified Developer of Everything" --date 2022-08-01
'

test_expect_success 'what was found, links, items and exams' '
	while read -r command
	do
		on_a_terminal hecto $command >out && narrow <out || {
			echo "too wide: hecto $command" && return 1
		}
	done <<-\EOF
	search timeout
	search difference
	random --seed 1
	topic sqs
	topic sqs --numbers
	topic sqs sns
	links
	links --wanted
	backlinks queues
	pairs
	questions
	questions --suggest
	done
	done --undo
	check notes/queues.md
	exam list
	exam templates
	resume
	EOF
'

test_expect_success 'in a pipe a hit, a link and an item are one line each' '
	hecto search "visibility timeout" >out && grep "from another  How long messages.*of that$" out &&
	hecto links >out && grep "^ *[0-9]*  note   another note.*long  there is none$" out &&
	hecto pairs >out && grep "^  *dynamodb, .*  notes/queues.md:[0-9]*$" out
'

test_expect_success 'on sixty columns tables are cut, and a week has lines of its own' '
	for command in "exam templates" "exam list" "list" "today" "calendar"
	do
		on_a_terminal env COLUMNS=60 PAGER=cat hecto $command >out && narrow 60 <out || return 1
	done
'

test_expect_success 'of the topics, what can be spared is left out where it is narrow' '
	hecto log "Amazon Elastic Kubernetes Service, Elastic Load Balancing, SQS" &&
	for wide in 80 60 40
	do
		on_a_terminal env COLUMNS=$wide PAGER=cat hecto topics >out &&
		narrow $wide <out && grep "^TOPIC .*NAMED .*LAST" shown || return 1
	done &&
	on_a_terminal env COLUMNS=60 PAGER=cat hecto topics >out &&
	grep OPEN out && ! grep FIRST out &&
	COLUMNS=40 hecto topics >out && grep "^TOPIC .*FIRST .*NAME$" out
'

test_expect_success 'messages are broken at words, and stay one line in a file' '
	test_expect_code 3 on_a_terminal env COLUMNS=50 hecto show 2031-01-01 >out &&
	narrow 50 <out && grep "^  .hecto list. shows" shown &&
	test_expect_code 3 hecto show 2031-01-01 2>err && test 1 = $(wc -l <err) &&
	test_expect_code 2 on_a_terminal env COLUMNS=50 hecto exam result >out &&
	narrow 50 <out &&
	test_expect_code 3 on_a_terminal env COLUMNS=50 sh -c "hecto show 2031-01-01 2>err" &&
	test 1 = $(wc -l <err)
'

test_done
