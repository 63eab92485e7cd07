#!/bin/sh
test_description='what is shown fits a terminal of 80 columns'
. ./setup.sh

# narrow: no line of stdin is wider; escape sequences take no room.
narrow () {
	sed "s/$(printf "\033")\[[0-9;?]*[A-Za-z]//g" >shown &&
	awk "length(\$0) > 80 { print; wide = 1 } END { exit wide }" shown
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

test_done
