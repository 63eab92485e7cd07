#!/bin/sh
test_description='--json agrees with what is printed without it'
. ./setup.sh

# Commands with --json that only look, and what they need to be asked.
asked () {
	cat <<-\EOT
	backlinks nothing
	calendar
	check
	config
	config --list
	done
	exam
	exam list
	formats
	holes
	labs
	labs --open
	links
	links --wanted
	list
	list --undated
	on-this-day
	pairs
	pause
	plan
	publish --left-out
	publish --list
	questions
	questions --open
	random
	rest
	resume
	round
	search nothing
	search kind:hole
	show
	show nothing
	stats
	streak
	today
	topic lambda
	topic lambda sqs
	topic lambda --numbers
	topic nothing
	topics
	topics --group nope
	topics --stale 14
	topics --scan /dev/null
	watch --status
	week
	EOT
}

# agree JOURNAL [PATTERN]: the same status, and one JSON text.
agree () {
	asked | grep "^${2:-.}" >commands &&
	while read -r command
	do
		hecto -C "$1" $command >plain 2>said </dev/null
		status=$?
		hecto -C "$1" $command --json >out 2>err </dev/null
		test $? = $status ||
			{ echo "$command: not status $status"; return 1; }
		jq -s -e "length == 1" out >/dev/null ||
			{ echo "$command: $(cat out)"; return 1; }
		test_cmp said err || { echo "$command"; return 1; }
	done <commands
}

test_expect_success 'in a journal that has nothing' '
	new_journal empty &&
	agree empty
'

test_expect_success 'and in one that has something' '
	new_journal full &&
	hecto -C full log -d 2021-07-04 "SQS waits 30 seconds" >/dev/null &&
	hecto -C full log "Lambda and a [queue](https://example.org)" \
		>/dev/null &&
	hecto -C full exam add Sums --date 2022-06-01 >/dev/null 2>&1 &&
	agree full "exam\|search\|topic\|today\|plan\|r\|s"
'

test_expect_success 'every command that lists is looked at' '
	hecto help >all &&
	asked | sed "s/ .*//" | sort -u >looked &&
	sed -n "s/^  \([a-z-]*\)  .*/\1/p" all | sort -u >names &&
	test -s names &&
	comm -13 looked names >others &&
	while read -r name
	do
		case $name in
		answer|ask|edit|hole|import|log|publish|stop)
			continue ;;	# they write
		esac
		hecto $name --help >out &&
		if grep -e "--json" out
		then
			echo "$name is not asked" && return 1
		fi
	done <others
'

test_expect_success 'a hit says the title of its document, and a note its date' '
	mkdir -p full/notes &&
	printf -- "---\ndate: 2022-03-04\n---\n# On zebras\n\nStripes.\n" \
		>full/notes/zebra.md &&
	hecto -C full search stripes --json |
		jq -r ".hits[] | .title, .date" >actual &&
	printf "%s\n" "On zebras" 2022-03-04 >expect &&
	test_cmp expect actual
'

test_expect_success 'what one thing was looked for is null' '
	test_expect_code 1 hecto -C empty random --json >out &&
	echo null >expect && test_cmp expect out &&
	test_expect_code 1 hecto -C empty resume --json >out &&
	test_cmp expect out &&
	test_expect_code 1 hecto -C empty topic nope --json >out &&
	test_cmp expect out &&
	test_expect_code 3 hecto -C empty backlinks nope --json >out &&
	jq -c "[.path, .title, .passages]" out >actual &&
	echo "[null,null,[]]" >expect &&
	test_cmp expect actual
'

test_done
