#!/bin/sh
test_description='plans that are written as tables'
. ./setup.sh

plan () {
	cat <<-\END
	# Road to the exam

	## Portfolio projects

	| # | Project | Theme |
	|---|---------|-------|
	| 1 | Queue worker | SQS, Lambda |
	| 2 | Static site | S3 |

	## Modules

	| Module | Topic             | Status         |
	|--------|-------------------|----------------|
	| 1      | Text blocks       | ✅ Finished     |
	| 2      | Streams \| lambda | 🔴 Not started |
	| 3      | Modules           | 40%            |

	## Statistics

	| Metric | Progress |
	|--------|----------|
	| Pages  | 40%      |
	END
}

test_expect_success 'rows of a section, and of a table with a status, are items' '
	new_journal && cd journal && mkdir -p plans && plan >plans/p.md &&
	hecto plan --json >out &&
	jq -c ".work | .lab.items, .todo" out >actual &&
	printf "%s\n" 2 "{\"items\":3,\"minutes\":90,\"done\":42}" >expect &&
	test_cmp expect actual &&
	hecto labs --json | jq -r ".[].text" >actual &&
	printf "%s\n" "Queue worker | SQS, Lambda" "Static site | S3" >expect &&
	test_cmp expect actual
'

test_expect_success 'to tick a row changes its status, and nothing else' '
	id=$(hecto done --json | jq -r ".[] | select(.text | startswith(\"Streams\")).id") &&
	hecto done $id >out && grep "^Done: Streams" out &&
	plan | sed "/Streams/s/🔴 Not started/✅ Finished/" >expect &&
	test_cmp expect plans/p.md &&
	hecto done --json | jq -e "any(.[]; .id == \"$id\") | not"
'

test_expect_success 'what is done keeps its name' '
	hecto plan --json | jq -e ".work.todo.done == 72" &&
	git show --stat HEAD >out && grep "Tick item $id" out
'

test_expect_success 'a row without a status is struck out' '
	id=$(hecto labs --json | jq -r ".[0].id") && hecto done $id &&
	grep "^| ~~1~~ | ~~Queue worker~~ | ~~SQS, Lambda~~ |$" plans/p.md &&
	hecto labs --json | jq -e "map(.state) == [\"answered\", \"open\"]" &&
	hecto labs --json | jq -e ".[0].id == \"$id\""
'

test_expect_success 'practice exams of a table are work, and results when they are taken' '
	cat >plans/p.md <<-\END &&
	## Practice exams

	| Exam   | Date       | Score | Pass? |
	|--------|------------|-------|-------|
	| Mock 1 | 2022-07-03 | 43/65 | ✅    |
	| Mock 2 | ______     | __/65 | ⬜    |

	END
	hecto exam set dva --date 2022-08-01 --domain "All=100" &&
	hecto plan --json | jq -c ".work.practice" >actual &&
	echo "{\"items\":2,\"minutes\":260,\"done\":130}" >expect &&
	test_cmp expect actual &&
	hecto exam practice dva --json | jq -e "length == 1 and
		.[0].right == 43 and .[0].source == \"Mock 1\"" &&
	hecto exam practice dva 50/65 --json | jq -e "length == 2" &&
	hecto plan --json | jq -c ".work.practice" >actual &&
	test_cmp expect actual
'

test_done
