#!/bin/sh
test_description='links between the days of an imported log lead to their pages'
. ./site.sh

# The links of a page whose texts are single words.
links_of() {
	grep -o "<a href=[^>]*>[a-z]*</a>" "$1" |
	sed "s/<a href=\"\([^\"]*\)\".*>\(.*\)<.*/\2 \1/"
}

test_expect_success 'set up: a log that is one file' '
	new_journal &&
	cat >log.md <<-\EOF &&
	# Log

	### Day 1: May 7, 2026

	Read of queues.

	### Day 2: May 8, 2026

	See [whole](#day-1-may-7-2026), [short](#day-1), [file](log.md#day-3),
	[dot](./log.md#day-3-may-9-2026) and <a href="#day-3">html</a>.
	Not [none](#day-44), [top](#log), [log](log.md) or [other](b.md#day-1).

	### Day 3: May 9, 2026

	Nothing [own](#day-3).
	EOF
	hecto -C journal import log.md &&
	hecto -C journal publish -o site
'

test_expect_success 'each place that is a day leads to its page' '
	cat >expect <<-\EOF &&
	whole ../days/2026-05-07.html
	short ../days/2026-05-07.html
	file ../days/2026-05-09.html
	dot ../days/2026-05-09.html
	html ../days/2026-05-09.html
	EOF
	links_of site/days/2026-05-08.html >actual &&
	test_cmp expect actual &&
	for word in none top log other
	do
		grep "<span>$word</span>" site/days/2026-05-08.html || return 1
	done
'

# linked_from PAGE: the names of the pages, and what they say of it.
linked_from () {
	sed -n "s/.*id=\"linked_\"//p" "$1" | sed "s/<\/section>.*//" |
	grep -o "href=\"[^\"]*\"\|class=\"excerpt\">[^<]*" | sed "s/.*[\">]\(.\)/\1/"
}

test_expect_success 'and each says from where it is linked' '
	linked_from site/days/2026-05-07.html >actual &&
	grep "2026-05-08.html" actual && grep "See whole, short" actual &&
	linked_from site/days/2026-05-09.html >actual &&
	grep "2026-05-08.html" actual && ! grep "2026-05-09.html" actual &&
	linked_from site/days/2026-05-08.html >actual &&
	test_must_be_empty actual
'

test_expect_success PYTHON 'and no link leads nowhere' '
	python3 "$HECTO_SOURCE/tests/site/links.py" site
'

test_expect_success 'a day that is private is no page to lead to' '
	file=journal/log/2026/2026-05-07.md &&
	sed "1a private: true" "$file" >changed && cp changed "$file" &&
	hecto -C journal publish -o site &&
	links_of site/days/2026-05-08.html >actual &&
	! grep "^whole\|^short" actual && grep "^file" actual &&
	linked_from site/days/2026-05-09.html >from && grep "2026-05-08" from &&
	hecto -C journal publish -o anew && diff -r site anew
'

test_expect_success 'a name that two days have leads to neither' '
	cat >rounds.md <<-\EOF &&
	### Day 1: March 1, 2026

	One.

	### Day 2: March 2, 2026

	[first](#day-1) [exact](#day-1-april-1-2026)

	### Day 1: April 1, 2026

	Again.
	EOF
	hecto init rounds && hecto -C rounds import rounds.md &&
	hecto -C rounds publish -o site-rounds &&
	echo "exact ../days/2026-04-01.html" >expect &&
	links_of site-rounds/days/2026-03-02.html >actual &&
	test_cmp expect actual
'

test_expect_success 'so do links to the files that became days' '
	mkdir -p days &&
	for i in 1 2 3
	do
		printf "# Day %s: May %s, 2026\n\n%s\n" $i $((6 + i)) \
			"[one](day-1.md), [three](./day-3.md#top)" \
			>days/day-$i.md
	done &&
	hecto init files && hecto -C files import days &&
	hecto -C files publish -o site-files &&
	printf "%s\n" "one ../days/2026-05-07.html" \
		"three ../days/2026-05-09.html" >expect &&
	links_of site-files/days/2026-05-08.html >actual &&
	test_cmp expect actual
'

test_done
