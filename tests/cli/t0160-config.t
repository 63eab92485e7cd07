#!/bin/sh
test_description='hecto config reads and changes settings'
. ./setup.sh

test_expect_success 'set up a journal' '
	new_journal && cd journal
'

test_expect_success 'without an argument every setting is listed' '
	hecto config >out &&
	grep "^journal.rollover  *04:00 " out &&
	grep "^exam.NAME.date " out
'

test_expect_success 'a setting is set in one commit and read back' '
	hecto config journal.title "Cento giorni" >out &&
	grep "^Set journal.title to .Cento giorni.$" out &&
	test "Set journal.title" = "$(git log -1 --format=%s)" &&
	hecto config journal.title >out &&
	echo "Cento giorni" >expect &&
	test_cmp expect out &&
	test "Cento giorni" = "$(git config -f .hecto/config journal.title)" &&
	test -z "$(git status --porcelain -- log .hecto)"
'

test_expect_success 'what is not set shows its default' '
	hecto config streak.grace >out &&
	echo 1 >expect &&
	test_cmp expect out &&
	test_expect_code 1 hecto config publish.url 2>err &&
	grep "is not set" err
'

test_expect_success 'comments and order of the file stay' '
	printf "# mine\n[streak]\n\tgrace = 2 ; two\n\n[journal]\n\ttitle = T\n" >.hecto/config &&
	hecto config journal.goal 50 2>/dev/null &&
	head -3 .hecto/config >actual &&
	printf "# mine\n[streak]\n\tgrace = 2 ; two\n" >expect &&
	test_cmp expect actual
'

test_expect_success 'letters of the key may be of either case' '
	hecto config Journal.Goal >out &&
	echo 50 >expect &&
	test_cmp expect out
'

test_expect_success 'a key with several values' '
	hecto config --add streak.pause "2022-08-01..2022-08-10 holidays" &&
	hecto config --add streak.pause "2022-12-24..2022-12-26" &&
	hecto config streak.pause >out &&
	printf "%s\n" "2022-08-01..2022-08-10 holidays" "2022-12-24..2022-12-26" >expect &&
	test_cmp expect out
'

test_expect_success '--list and --json show what is set' '
	hecto config --list >out &&
	grep "^streak.grace=2$" out &&
	grep "^journal.goal=50$" out &&
	hecto config -l >out2 &&
	test_cmp out out2 &&
	hecto config --json >out &&
	grep "\"key\": \"streak.grace\"" out &&
	hecto config --json journal.goal >out &&
	test 1 = $(grep -c "\"key\"" out)
'

test_expect_success '--unset takes a key out' '
	hecto config --unset journal.goal &&
	hecto config journal.goal >out &&
	echo 100 >expect &&
	test_cmp expect out &&
	hecto config --unset streak.pause &&
	test_expect_code 1 hecto config streak.pause &&
	test_expect_code 1 hecto config --unset streak.pause 2>err &&
	grep "is not set" err
'

test_expect_success 'an unknown key names the nearest' '
	expect_usage_error hecto config journal.titel x &&
	grep "did you mean .journal.title.?" err &&
	expect_usage_error hecto config rollover &&
	grep "did you mean .journal.rollover.?" err &&
	expect_usage_error hecto config frobnicate.it
'

test_expect_success 'a value that makes no sense is refused' '
	git rev-parse HEAD >before &&
	expect_usage_error hecto config journal.rollover noon &&
	grep "00:00 to 06:00" err &&
	expect_usage_error hecto config streak.rest caturday &&
	git rev-parse HEAD >after &&
	test_cmp before after
'

test_expect_success 'one that stands in the file is a warning, and the default holds' '
	git config -f .hecto/config journal.rollover noon &&
	hecto log "all the same" >out 2>err &&
	grep "^hecto: warning: .*journal.rollover" err
'

test_expect_success 'a name that git cannot sign with is refused, and mended' '
	expect_usage_error hecto config journal.author "Ada <a@example.org>" &&
	git config -f .hecto/config --unset journal.rollover &&
	git config -f .hecto/config journal.author "Ada <a@example.org>" &&
	hecto log "signed all the same" 2>err && grep "journal.author" err &&
	hecto config journal.author Ada && hecto log "as Ada" 2>err &&
	! grep "journal.author" err &&
	test "$(git log -1 --format=%an)" = Ada &&
	hecto config --unset journal.author
'

test_expect_success 'wrong usage' '
	expect_usage_error hecto config a b c &&
	expect_usage_error hecto config --add &&
	expect_usage_error hecto config --add journal.title &&
	expect_usage_error hecto config --unset &&
	expect_usage_error hecto config --unset journal.title x &&
	expect_usage_error hecto config --get journal.title
'

test_expect_success 'topics are added to a domain that the exam has' '
	hecto exam add one --when later --domain "Data=60" --domain "Rest=40" &&
	hecto exam add two --when later --domain "All=100" &&
	hecto config --add exam.one.topics "Data: s3, rds" &&
	hecto exam show one --json | jq -e ".domains[0].topics == [\"s3\", \"rds\"]" &&
	expect_usage_error hecto config --add exam.two.topics "Data: s3" &&
	expect_usage_error hecto config --add exam.none.topics "Data: s3"
'

test_expect_success 'several exams are told apart' '
	hecto config >out && grep "^exam.one$" out && grep "^exam.two$" out &&
	grep "^  .domain  *60 Data$" out && grep "^  .domain  *100 All$" out &&
	grep "^exam.NAME.domain  *-  " out &&
	sed -n "/^exam.one$/,\$ p" out | awk "length > 80 { exit 1 }"
'

test_done
