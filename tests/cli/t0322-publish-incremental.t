#!/bin/sh
test_description='a site that is brought up to date is the one that is made anew'
. ./setup.sh
. "$HECTO_SOURCE/tests/cli/publish-again.sh"

# Enough for a topic to have pages of years.
test_expect_success 'set up' '
	new_journal && write_days 260 && mkdir journal/notes &&
	cat >journal/notes/queues.md <<-\END &&
	# Queues

	## Visibility

	SQS hides a message. See [the day](../log/2021/2021-06-09.md).

	## Order

	SQS FIFO keeps it, and [[Streams]] too.

	## Questions

	- What feeds a quokka by SQS?
	- What does Kinesis do with the order of records?
	END
	cat >journal/notes/streams.md <<-\END &&
	# Streams

	Kinesis has shards. <!-- private --> 

	Kinesis has consumers.
	END
	cat >>journal/log/2021/2021-08-01.md <<-\END &&

	**Links:**
	Read [[Queues#Order]], [a note](../../notes/queues.md#visibility) and [[No such]].
	END
	hecto -C journal publish -o site &&
	settle
'

test_expect_success 'when nothing changed, nothing is written' '
	find site -type f -exec stat -c "%n %Y %Z %i" {} + | sort >before &&
	hecto -C journal publish -o site 2>err &&
	grep ": 0 new or changed" err &&
	find site -type f -exec stat -c "%n %Y %Z %i" {} + | sort >after &&
	test_cmp before after
'

test_expect_success 'one process and several draw the same' '
	rm -rf one && taskset -c 0 hecto -C journal publish -o one &&
	diff -r site one
'

test_expect_success 'an edit' '
	learn "Kinesis is new here" &&
	same_as_new && drawn 18 &&
	grep -q "Kinesis is new here" site/days/2021-10-12.html &&
	grep -q "Kinesis is new here" site/topics/kinesis.html
'

# Servers are sent what differs, so a day more must not be on every page.
test_expect_success 'a day more of the streak is not on the pages of before' '
	hecto -C journal config publish.url https://log.example.org/ &&
	settle &&
	(
		export HECTO_NOW=2022-02-17T20:15:00+02:00 &&
		hecto -C journal log "The next day of the streak" &&
		hecto -C journal publish -o site 2>err && drawn 30
	) &&
	rm journal/log/2022/2022-02-17.md &&
	hecto -C journal config --unset publish.url && settle
'

test_expect_success 'words that no other entry has come and go' '
	settle &&
	sed -i "s/number 77$/number 77, quorum zebra zebra zebra/" \
		journal/log/2021/2021-08-17.md &&
	same_as_new && grep -rq "\"zebra\":" site/search &&
	settle &&
	sed -i "s/, quorum zebra zebra zebra//" \
		journal/log/2021/2021-08-17.md &&
	same_as_new && ! grep -rq zebra site/search &&
	settle &&
	sed -i "s/number 78$/number 78, zebra/" \
		journal/log/2021/2021-08-18.md &&
	same_as_new && grep -rq "\"zebra\":" site/search
'

test_expect_success 'an edit of what is private' '
	settle &&
	sed -i "s/Nobody reads thought 30/Nobody reads the thought 30/" \
		journal/log/2021/2021-07-01.md &&
	same_as_new && grep ": 0 new or changed" err
'

test_expect_success 'a file that was only touched' '
	settle &&
	touch journal/log/2021/2021-07-01.md &&
	same_as_new && grep ": 0 new or changed" err
'

test_expect_success 'a new entry' '
	settle &&
	hecto -C journal log "Read about sqs" -d 2022-03-03 &&
	same_as_new && drawn 18
'

test_expect_success 'a new entry between others' '
	settle && rm journal/log/2021/2021-09-09.md && same_as_new &&
	settle && hecto -C journal log "Back again" -d 2021-09-09 &&
	same_as_new && drawn 18 &&
	grep -q 2021-09-09 site/days/2021-09-08.html
'

test_expect_success 'an entry that is called something else' '
	settle &&
	sed -i "1i ---\nheading: \"### Another name\"\n---" \
		journal/log/2021/2021-10-10.md &&
	same_as_new &&
	grep -q "Another name" site/days/2021-10-09.html
'

test_expect_success 'the months tell of its name too' '
	grep -q "Another name" site/archive/2021-10.html &&
	grep -q "Another name" site/archive/2021.html
'

test_expect_success 'an entry that goes' '
	settle &&
	hecto -C journal rm 2021-10-10 && same_as_new &&
	! test -e site/days/2021-10-10.html
'

test_expect_success 'a note that a link has been waiting for' '
	settle &&
	printf "# No such\n\nThere it is.\n" >journal/notes/no-such.md &&
	same_as_new &&
	grep -q "notes/no-such.html" site/days/2021-08-01.html
'

test_expect_success 'the target of a link goes' '
	settle &&
	rm journal/notes/no-such.md journal/log/2021/2021-06-09.md &&
	same_as_new &&
	! grep -q "notes/no-such.html" site/days/2021-08-01.html
'

test_expect_success 'a heading that is linked to' '
	settle &&
	grep "queues.html#visibility" site/days/2021-08-01.html &&
	sed -i "s/^## Order/## Ordering/" journal/notes/queues.md &&
	same_as_new &&
	sed -i "s/^## Visibility/## Hiding/" journal/notes/queues.md &&
	same_as_new &&
	! grep "queues.html#" site/days/2021-08-01.html &&
	sed -i "s/^## Hiding/## Visibility/" journal/notes/queues.md
'

test_expect_success 'a line that becomes private, and one that no more is' '
	settle &&
	sed -i "s/^- Lambda is started by it/& <!-- private -->/" \
		journal/log/2021/2021-11-11.md &&
	sed -i "s/ <!-- private -->//" journal/notes/streams.md &&
	same_as_new &&
	! grep -q "started by it" site/days/2021-11-11.html &&
	grep -q "has shards" site/topics/kinesis.html
'

test_expect_success 'an entry that becomes private' '
	settle &&
	sed -i "1i ---\nprivate: true\n---" journal/log/2021/2021-12-12.md &&
	same_as_new && ! test -e site/days/2021-12-12.html
'

test_expect_success 'sections that are private no more' '
	settle &&
	hecto -C journal config publish.private none && same_as_new &&
	grep -q "Nobody reads thought" site/topics/dynamodb.html &&
	hecto -C journal config publish.private thoughts,learned &&
	same_as_new &&
	! grep -rq "Nobody reads thought" site &&
	hecto -C journal config publish.private thoughts && same_as_new
'

test_expect_success 'settings that all pages show' '
	settle &&
	hecto -C journal config journal.title "Something else" &&
	same_as_new && grep -q "Something else" site/days/2021-06-02.html &&
	hecto -C journal config publish.url https://log.example.org/ &&
	same_as_new
'

test_expect_success 'a topic of the user' '
	settle &&
	cat >>journal/.hecto/topics <<-\END &&
	[topic "fourdays"]
		name = Four days
		alias = four days
	END
	same_as_new && test -f site/topics/fourdays.html
'

test_expect_success 'a topic that is renamed' '
	settle &&
	sed -i "s/name = Four days/name = Half a week/" journal/.hecto/topics &&
	same_as_new && grep -q "Half a week" site/days/2021-06-20.html &&
	grep -q "Half a week" site/archive/2021-06.html &&
	! grep -rq "Four days" site --include="*.html"
'

test_expect_success 'another day, and an exam' '
	settle &&
	same_as_new --today 2022-07-05 && same_as_new --today 2023-01-01 &&
	hecto -C journal exam add "An exam" --date 2023-02-02 &&
	same_as_new --today 2023-01-01 &&
	same_as_new
'

test_expect_success 'a page that was damaged, removed or replaced' '
	settle &&
	echo damaged >site/days/2021-06-20.html &&
	rm site/topics/sqs.html site/style.css &&
	rm site/index.html && ln -s days/2021-06-02.html site/index.html &&
	same_as_new && test -f site/index.html && ! test -L site/index.html
'

# What passages say to questions is kept; these are other passages each time.
test_expect_success 'answers are those of the passages that are there' '
	day=journal/log/2021/2021-10-12.md && page=site/questions.html &&
	settle && ! grep -q "hungry" $page &&
	learn "SQS feeds a hungry quokka with messages" && same_as_new &&
	grep -q "a hungry quokka" $page &&
	sed -i "s/hungry quokka.*/& <!-- private -->/" $day && same_as_new &&
	! grep -q "a hungry quokka" $page &&
	sed -i "s/hungry quokka.*/tired quokka with messages/" $day &&
	same_as_new && grep -q "a tired quokka" $page &&
	sed -i "s/- What feeds.*/- What starts a wombat of Lambda?/" \
		journal/notes/queues.md && same_as_new &&
	! grep -q "a tired quokka" $page &&
	learn "Lambda starts a wombat when it is asked" && same_as_new &&
	grep -q "starts a wombat when" $page
'

test_expect_success 'what another build has left is not trusted' '
	settle &&
	manifest=$(grep -l "/site$" journal/.git/hecto/publish/*) &&
	sed -i "3s/.*/0123456789abcdef/" "$manifest" &&
	page=site/days/2021-06-20.html && cp "$page" page &&
	echo "<!-- drawn otherwise -->" >>"$page" &&
	mark=$(grep "days/2021-06-20" "$manifest") &&
	hecto -C journal publish -o site && test_cmp page "$page"
'

test_expect_success 'notes of an earlier run that are damaged or gone' '
	settle &&
	facts=$(ls journal/.git/hecto/publish/*.facts) &&
	for f in $facts
	do
		head -c 3000 "$f" >cut && tr a-f g-l <cut >"$f" || return 1
	done &&
	learn again && same_as_new &&
	same_as_new && sed -i "s/ lambda / lambada /" $facts &&
	learn again && same_as_new &&
	rm $facts && learn again &&
	same_as_new &&
	counts=$(ls journal/.git/hecto/publish/*.counts \
		journal/.git/hecto/publish/*.answers) &&
	for f in $counts
	do
		head -c 3000 "$f" >cut && cat cut >"$f" || return 1
	done &&
	learn "anew, a quokka" && same_as_new &&
	for f in $counts
	do
		printf zzz | dd of="$f" bs=1 seek=3000 conv=notrunc \
			2>/dev/null || return 1
	done &&
	learn "anew, a wombat" && same_as_new &&
	rm $counts && learn "anew, a numbat" && same_as_new &&
	rm -r journal/.git/hecto/publish &&
	hecto -C journal publish -o site --force && diff -r site new
'

test_expect_success 'what is of others stays' '
	settle &&
	mkdir site/mine && echo mine >site/mine/file && echo mine >site/CNAME &&
	learn "once more" &&
	hecto -C journal publish -o site &&
	test -f site/mine/file && test -f site/CNAME &&
	rm -r site/mine site/CNAME && same_as_new
'

test_expect_success 'a run that was interrupted is completed by the next' '
	for wait in 0.02 0.05 0.1 0.2
	do
		rm -rf broken &&
		{ timeout -s KILL $wait \
			hecto -C journal publish -o broken || : ; } &&
		sleep 0.05 &&
		hecto -C journal publish -o broken --force &&
		diff -r new broken || return 1
	done &&
	settle &&
	hecto -C journal config journal.title "Interrupted" &&
	{ timeout -s KILL 0.1 hecto -C journal publish -o site || : ; } &&
	sleep 0.05 && same_as_new
'

test_expect_success 'an exam that was passed, and another round' '
	settle &&
	hecto -C journal exam result "An exam" passed --score 800 &&
	same_as_new --today 2023-02-03 && grep -q "with 800 points" site/index.html &&
	hecto -C journal round new &&
	hecto -C journal log "Anew, and much more of it" &&
	same_as_new --today 2023-02-04 && test -f site/rounds/2.html &&
	grep -q "Round 1" site/days/2021-06-20.html
'

test_done
