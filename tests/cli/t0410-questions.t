#!/bin/sh
test_description='questions: asked, suggested, answered'
. ./setup.sh

test_expect_success 'a question begins a plan where there is none' '
	new_journal && cd journal &&
	hecto ask "SQS: how long does it keep messages?" >out &&
	grep "SQS: how long does it keep messages?" out &&
	grep "sqs  plans/plan.md:3" out &&
	printf "## Questions\n\n- SQS: how long does it keep messages?\n" >expect &&
	test_cmp expect plans/plan.md &&
	test -z "$(git status --porcelain -- plans)"
'

test_expect_success 'what was asked already is not asked again' '
	hecto ask "how long does it keep messages" >out 2>err &&
	grep "asked already" err && test 3 = $(wc -l <plans/plan.md)
'

test_expect_success 'where an answer may be found is none' '
	new_journal ../pointed &&
	hecto -C ../pointed log "Question: How many LSIs can a table have? See the docs" &&
	hecto -C ../pointed questions --open >out &&
	grep "1 question: 1 open" out
'

test_expect_success 'a note that names the topic and the words is suggested' '
	hecto log --learned "SQS keeps messages for four days unless told otherwise" &&
	hecto questions --suggest >out &&
	grep "1 question: 0 open, 1 with a suggested answer" out &&
	grep "log/2022/2022-07-04.md" out && grep "four days" out &&
	hecto questions --json >out &&
	jq -e ".[0].state == \"suggested\" and .[0].prefix == \"SQS\" and
		.[0].topics == [\"sqs\"] and .[0].line == 3 and
		(.[0].answers | length) == 1" out
'

test_expect_success 'a suggestion can be taken, with a link to where it is from' '
	id=$(hecto questions --json | jq -r ".[0].id") &&
	hecto answer $id >out && grep "four days" out &&
	hecto answer $id --json | jq -e ".[0].answers[0].line > 0" &&
	hecto answer $id --take 1 >out && grep "answered" out &&
	grep "^  - A: SQS keeps messages for four days" plans/plan.md &&
	grep "(\[\[2022-07-04\]\])" plans/plan.md &&
	test_expect_code 1 hecto questions --open --json >out && test "[]" = "$(cat out)" &&
	test_expect_code 1 hecto questions --open
'

test_expect_success 'an answer of ones own stands beneath, and all else stays' '
	printf "# Plan\r\n\r\n## Questions\r\n- KSS: queue or stream\r\n- COG: how\r\n\r\n## Todo\r\n- x" \
		>plans/other.md &&
	id=$(hecto questions --json | jq -r ".[] | select(.prefix == \"KSS\") | .id") &&
	hecto answer $(echo $id | cut -c1-4) "a stream keeps its records" >out &&
	printf "# Plan\r\n\r\n## Questions\r\n- KSS: queue or stream\r\n  - A: a stream keeps its records\r\n- COG: how\r\n\r\n## Todo\r\n- x" >expect &&
	test_cmp expect plans/other.md
'

test_expect_success 'a question in an entry or a paragraph is one as well' '
	mkdir -p notes && printf "Text.\n\nWhat is an AMI???\n" >notes/n.md &&
	id=$(hecto questions --topic ami --json | jq -r ".[0].id") &&
	hecto answer $id "an image" && grep "^What is an AMI??? A: an image$" notes/n.md &&
	hecto questions --topic ami --json | jq -e ".[0].state == \"answered\""
'

test_expect_success 'several plans: the one has to be named' '
	test_expect_code 2 hecto ask "which one?" 2>err && grep -e "--plan" err &&
	hecto ask --plan other "which one?" && grep "^- which one?" plans/other.md &&
	hecto exam add DVA --date 2022-08-01 --plan plans/plan.md &&
	hecto ask --exam DVA "when is it?" && grep "^- when is it?" plans/plan.md &&
	hecto ask --json "and how long?" | jq -e ".[0].state == \"open\"" && grep "^- and how long?" plans/plan.md
'

test_expect_success 'wrong usage' '
	expect_usage_error hecto ask &&
	expect_usage_error hecto ask "  " &&
	expect_usage_error hecto questions now &&
	expect_usage_error hecto answer &&
	test_expect_code 3 hecto answer zzzzzz x &&
	test_expect_code 3 hecto ask --plan nowhere "x?" &&
	test_expect_code 3 hecto ask --exam nowhere "x?" &&
	id=$(hecto questions --json | jq -r ".[-1].id") &&
	expect_usage_error hecto answer $id --take 9 &&
	expect_usage_error hecto answer $id --take 1 text
'

test_expect_success 'a private note answers no public question by itself' '
	cd "$SHARNESS_TRASH_DIRECTORY" && new_journal secret && cd secret &&
	mkdir -p notes &&
	hecto ask "SQS: How long does a message stay hidden?" >/dev/null &&
	printf "%s\n" "---" "private: true" "---" "# Mine" "" \
		"- SQS: a message stays hidden thirty seconds long" >notes/mine.md &&
	hecto questions --json >out && jq -e ".[0].private == false and
		.[0].answers[0].path == \"notes/mine.md\"" out &&
	id=$(jq -r ".[0].id" out) && cp plans/plan.md before &&
	expect_usage_error hecto answer $id --take 1 &&
	test_cmp before plans/plan.md &&
	hecto answer $id --take 1 --private-ok && grep "A: SQS: a message" plans/plan.md
'

test_expect_success 'a question with its answer beneath or behind it is not open' '
	mkdir ../answered && git init -q ../answered && (
		cd ../answered && git config user.name A && git config user.email a@b.c &&
		hecto init . && mkdir -p notes &&
		printf "%s\n" "# A" "" "**Q1.** What holds a lease?" "> Its node." "" \
			"**Q2 : What is a head ?**" "The end that is read." "" \
			"Q: What is a tail?" "" "**Answer:** the other end" "" \
			"Q: What is a lid?" "R: what closes it" >notes/a.md &&
		hecto questions >out && grep "4 questions: 0 open" out &&
		grep "4 answered" out && test_expect_code 1 hecto questions --open &&
		hecto today >out && ! grep "Answer" out
	)
'

test_expect_success 'a site counts the same questions as open, suggested and answered' '
	mkdir ../counted && git init -q ../counted && (
		cd ../counted && git config user.name A && git config user.email a@b.c &&
		hecto init . && mkdir -p notes log/2022 &&
		printf "%s\n" "---" "date: 2022-07-01" "---" "# Day" "" "## How leases end" "" \
			"SQS drops them with their node." >log/2022/2022-07-01.md &&
		printf "%s\n" "# A" "" "## Questions" "- SQS: how do leases end?" \
			"- SQS: which colour has a lid?" >notes/a.md &&
		git add . && git commit -qm a &&
		hecto questions >out &&
		grep "2 questions: 1 open, 1 with a suggested answer, 0" out &&
		hecto publish -o ../counted-site >/dev/null &&
		grep "Open questions 1<" ../counted-site/questions.html &&
		grep "Perhaps answered 1<" ../counted-site/questions.html
	)
'

test_expect_success 'a question of a file that was never committed, or is another now' '
	mkdir ../apart && git init -q ../apart && (
		cd ../apart && git config user.name A && git config user.email a@b.c &&
		hecto init . && mkdir -p notes &&
		printf "# A\n\n## Questions\n\n- why a queue?\n" >notes/a.md &&
		hecto questions >out && grep "why a queue" out &&
		git add notes && git commit -qm notes &&
		printf "# A\n\n## Questions\n\n- which?\n- why a queue?\n" \
			>notes/a.md && hecto questions --json >out &&
		jq -e ".[0].date == null and .[1].date != null" out &&
		printf "# B\n\n## Questions\n\n- how then?\n" >notes/a.md &&
		hecto questions >out && grep "how then" out &&
		printf "how\nthen???" >notes/a.md &&
		hecto questions >out && grep "then" out
	)
'

test_done
