#!/bin/sh
test_description='hecto list lists the entries'
. ./setup.sh

# The ids in a list in JSON.
ids () {
	sed -n "s/^    \"id\": \"\(.*\)\",$/\1/p"
}

test_expect_success 'set up a journal' '
	new_journal && cd journal &&
	hecto log -d 2022-06-30 -t aws "Lambda" >/dev/null &&
	hecto log -d 2022-07-01 -m 75 "The first" >/dev/null &&
	hecto log --round 2 -t python "Queues in SQS" >/dev/null &&
	mkdir -p log/undated &&
	printf -- "---\nround: 1\nday: 5\n---\nSome time\n" >log/undated/R1D005.md
'

test_expect_success 'oldest first, undated last' '
	hecto list >out &&
	sed "s/ .*//" out >names &&
	printf "%s\n" ENTRY 2022-06-30 2022-07-01 2022-07-04 R1D005 >expect &&
	test_cmp expect names &&
	grep "2022-07-01 .* 2 .* 1:15 .*The first" out &&
	grep "2022-07-04 .*R2 1" out
'

test_expect_success 'no blanks stand at the end of a line' '
	! grep " $" out
'

test_expect_success '--json is an array of entries' '
	hecto list --json >out &&
	head -1 out >first && echo "[" >expect && test_cmp expect first &&
	grep "\"minutes\": 75" out &&
	grep "\"day\": 5" out &&
	grep "\"date\": null" out &&
	grep "\"path\": \"log/2022/2022-07-04.md\"" out
'

test_expect_success 'only what is asked for' '
	hecto list --json --since 2022-07-01 | ids >out && printf "%s\n" 2022-07-01 2022-07-04 >expect && test_cmp expect out &&
	hecto list --json --until 2022-07-01 | ids >out && printf "%s\n" 2022-06-30 2022-07-01 >expect && test_cmp expect out &&
	hecto list --json --since yesterday | ids >out && echo 2022-07-04 >expect && test_cmp expect out &&
	hecto list --json --tag python | ids >out && test_cmp expect out &&
	hecto list --json --tag aws | ids >out && echo 2022-06-30 >expect && test_cmp expect out &&
	hecto list --json -t lambda | ids >out && test_cmp expect out &&
	hecto list --json --topic lambda | ids >out && test_cmp expect out &&
	hecto list --json --round 2 | ids >out && echo 2022-07-04 >expect && test_cmp expect out &&
	hecto list --json --undated | ids >out && echo R1D005 >expect && test_cmp expect out
'

test_expect_success 'a topic may be called by another of its names' '
	hecto list --json --topic "aws lambda" | ids >out && echo 2022-06-30 >expect && test_cmp expect out
'

test_expect_success '-n takes the last ones' '
	hecto list --json --until 2022-07-04 -n 2 | ids >out &&
	printf "%s\n" 2022-07-01 2022-07-04 >expect && test_cmp expect out &&
	hecto list --json --until 2022-07-04 --limit=1 | ids >out && echo 2022-07-04 >expect && test_cmp expect out
'

test_expect_success 'words for several days mean all of them' '
	hecto list --json --on "last week" | ids >out &&
	printf "%s\n" 2022-06-30 2022-07-01 >expect && test_cmp expect out &&
	hecto list --json --until june | ids >out &&
	echo 2022-06-30 >expect && test_cmp expect out &&
	hecto list --json "since:july 2022" | ids >out &&
	printf "%s\n" 2022-07-01 2022-07-04 >expect && test_cmp expect out &&
	hecto list --json --since 2022-07 | ids >out && test_cmp expect out &&
	hecto list --json on:2022-W27 | ids >out &&
	echo 2022-07-04 >expect && test_cmp expect out &&
	hecto list --json -- on:2022 "-until:last month" | ids >out &&
	printf "%s\n" 2022-07-01 2022-07-04 >expect && test_cmp expect out &&
	expect_usage_error hecto log --date july x &&
	grep "more than one day, 2022-07-01 to 2022-07-31" err
'

test_expect_success 'nothing found is exit status 1' '
	test_expect_code 1 hecto list --tag nobody >out 2>err &&
	test_must_be_empty out &&
	grep "no entry is like that" err &&
	test_expect_code 1 hecto list --tag nobody --json >out 2>/dev/null &&
	echo "[]" >expect && test_cmp expect out &&
	new_journal ../empty &&
	test_expect_code 1 hecto -C ../empty list 2>err &&
	grep "hecto log" err
'

test_expect_success 'an unknown topic names the nearest' '
	test_expect_code 1 hecto list --topic lambada 2>err &&
	grep "did you mean .*lambda" err
'

test_expect_success TOOL_SCRIPT 'on a terminal no line is wider than it' '
	hecto log -d 2022-06-01 "$(printf "%0200d" 0)" >/dev/null &&
	PAGER=cat NO_COLOR=1 TERM=xterm on_a_terminal hecto list >out &&
	awk "length(\$0) > 82 { exit 1 }" out &&
	grep "…" out &&
	hecto list >out &&
	awk "length(\$0) > 100 { found = 1 } END { exit !found }" out
'

test_expect_success 'a query chooses entries, and so do its fields' '
	hecto list --json queues or first | ids >out && printf "%s\n" 2022-07-01 2022-07-04 >expect && test_cmp expect out &&
	hecto list --json -- -queues since:2022-07-01 | ids >out && echo 2022-07-01 >expect && test_cmp expect out &&
	hecto list --json --on 2022-07-01 | ids >out && test_cmp expect out &&
	hecto list --json --day 2 | ids >out && test_cmp expect out &&
	hecto list --json --in progress --kind entry --has code >out; test $? = 1
'

test_expect_success TOOL_SCRIPT '-i edits the entry that was chosen' '
	mkdir -p ../bin &&
	printf "#!/bin/sh\nhead -n 1\n" >../bin/fzf &&
	printf "#!/bin/sh\necho more >>\"\$1\"\n" >../bin/append &&
	chmod +x ../bin/* &&
	PATH="$PWD/../bin:$PATH" EDITOR=append PAGER=cat \
		on_a_terminal hecto list -i --on 2022-06-30 &&
	PATH="$PWD/../bin:$PATH" EDITOR=append PAGER=cat \
		on_a_terminal hecto list --interactive --on 2022-06-30 &&
	test $(grep -c more log/2022/2022-06-30.md) = 2
'

test_expect_success 'an edit by hand is in the next list' '
	sed -i "s/The first/The very first/" log/2022/2022-07-01.md &&
	hecto list >out &&
	grep "The very first" out
'

test_expect_success 'wrong usage' '
	expect_usage_error hecto list "(please" &&
	expect_usage_error hecto list --since blursday &&
	expect_usage_error hecto list -n few &&
	expect_usage_error hecto list -ax &&
	grep "left out goes behind" err &&
	expect_usage_error hecto list --sort date &&
	! grep "left out goes behind" err
'

test_done
