#!/bin/sh
test_description='months, rounds and what is remembered, from one publishing to the next'
. ./setup.sh
. "$HECTO_SOURCE/tests/cli/publish-again.sh"

test_expect_success 'set up' '
	new_journal && write_days 160 &&
	printf "[topic \"fourdays\"]\n\tname = Four days\n\talias = %s\n" \
		"four days" >>journal/.hecto/topics &&
	hecto -C journal publish -o site && settle
'

test_expect_success 'the last entry of a month goes, and comes' '
	hecto -C journal log "Alone in its month" -d 2022-05-05 &&
	hecto -C journal log "Alone again" -d 2022-06-06 &&
	settle && rm journal/log/2022/2022-05-05.md && same_as_new &&
	! test -e site/archive/2022-05.html &&
	! grep -q 2022-05 site/archive/2022-06.html &&
	settle && hecto -C journal log "Back" -d 2022-05-10 && same_as_new &&
	grep -q 2022-05 site/archive/2022-06.html && drawn 18
'

test_expect_success 'minutes, and an entry of two months' '
	settle &&
	sed -i "1i ---\nminutes: 45\n---" journal/log/2021/2021-10-20.md &&
	same_as_new && grep -q "45 min" site/archive/2021-10.html &&
	settle &&
	sed -i "1i ---\ndate: [2021-10-31, 2021-11-01]\n---" \
		journal/log/2021/2021-10-31.md &&
	same_as_new &&
	settle &&
	sed -i "s/^\*\*What I/Some more words\n\n&/" \
		journal/log/2021/2021-10-31.md &&
	same_as_new
'

test_expect_success 'rounds: one begins, and an entry goes over to it' '
	settle &&
	for day in 01 02 03
	do
		sed -i "1i ---\nround: 1\n---" \
			journal/log/2021/2021-07-$day.md &&
		sed -i "1i ---\nround: 2\n---" \
			journal/log/2021/2021-08-$day.md || return 1
	done &&
	same_as_new && test -f site/rounds/2.html &&
	settle &&
	sed -i "s/^round: 1/round: 2/" journal/log/2021/2021-07-03.md &&
	same_as_new && grep -q 2021-07-03 site/rounds/2.html &&
	settle &&
	sed -i "s/^round: 2/round: 1/" journal/log/2021/2021-08-0[123].md &&
	same_as_new && test -f site/rounds/2.html
'

test_expect_success 'what the user adds to all pages' '
	settle && mkdir -p journal/.hecto/site &&
	echo "<p>From me</p>" >journal/.hecto/site/footer.html &&
	same_as_new && grep -q "From me" site/archive/2021-07.html &&
	echo "p { color: red }" >journal/.hecto/site/style.css &&
	same_as_new &&
	rm -r journal/.hecto/site && same_as_new &&
	! grep -rq "From me" site
'

test_expect_success 'the days of a month are past or still to come' '
	settle &&
	same_as_new --today 2021-11-15 && cp site/archive/2021-11.html then &&
	same_as_new --today 2021-11-16 &&
	! test_cmp then site/archive/2021-11.html && same_as_new
'

facts_of_site () {
	echo "$(grep -l "/site$" journal/.git/hecto/publish/*).facts"
}

test_expect_success 'what an edit taught is added to what was known' '
	settle && facts=$(facts_of_site) && cp "$facts" known &&
	learn "one more thing" && same_as_new &&
	head -c $(wc -c <known) "$facts" | cmp - known &&
	test $(wc -c <"$facts") -gt $(wc -c <known) &&
	test $(wc -c <"$facts") -lt $(($(wc -c <known) + 2000))
'

test_expect_success 'what was added is cut short, or was for another state' '
	settle && facts=$(facts_of_site) && cp "$facts" known &&
	learn "a word like xylophone" && same_as_new &&
	truncate -s -9 "$facts" && learn "and wombat" && same_as_new &&
	settle && cp "$facts" known && learn "a numbat" && same_as_new &&
	tail -c +$(($(wc -c <known) + 1)) "$facts" >block &&
	cat block >>"$facts" && learn "a quoll" && same_as_new &&
	grep -rq "\"quoll\":" site/search
'

test_expect_success 'what nobody needs any more is forgotten' '
	settle && facts=$(facts_of_site) && before=$(wc -c <"$facts") &&
	for word in first second third
	do
		sed -i "s/^\*\*Thoughts.*/& $word/" journal/log/2021/*.md &&
		same_as_new || return 1
	done &&
	test $(wc -c <"$facts") -lt $((before * 2))
'

test_expect_success 'what an entry has that is wrong is said again, drawn or not' '
	mkdir -p journal/log/2020 &&
	printf "%s\n" --- "day: 123456" --- "Number too far." \
		>journal/log/2020/2020-02-02.md &&
	settle && settle && ls -i journal/.git/hecto/publish >before &&
	hecto -C journal publish -o site 2>err &&
	ls -i journal/.git/hecto/publish >after && test_cmp before after &&
	test $(grep -c "2020-02-02.*is no day number" err) = 1 &&
	grep ": 0 new or changed" err &&
	rm journal/.git/hecto/left-out &&
	hecto -C journal publish -o site 2>err && grep "no day number" err &&
	rm journal/log/2020/2020-02-02.md && same_as_new &&
	! grep "no day number" err
'

test_expect_success 'and what the topics have' '
	cp journal/.hecto/topics topics-of-mine &&
	printf "[topic \"fourdays\"]\n\tcolour = red\n" >>journal/.hecto/topics &&
	settle && learn "with a colour" && settle &&
	hecto -C journal publish -o site 2>err &&
	test $(grep -c "has no .colour" err) = 1 &&
	mv topics-of-mine journal/.hecto/topics
'

test_expect_success 'two at a time' '
	settle && learn "at once" &&
	{ hecto -C journal publish -o site >/dev/null 2>&1 &
	  learn "and another" ;
	  hecto -C journal publish -o site >/dev/null 2>&1 ; wait ; } &&
	sleep 0.1 && learn "in the end" && same_as_new
'

test_expect_success 'a topic that goes moves the words of all others' '
	settle && mv journal/.hecto/topics topics-of-mine && same_as_new &&
	settle && mv topics-of-mine journal/.hecto/topics && same_as_new
'

test_done
