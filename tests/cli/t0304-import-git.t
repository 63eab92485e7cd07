#!/bin/sh
test_description='what the history of a repository says about its files'
. ./setup.sh

commit_on () {
	git -C repo add -A &&
	GIT_COMMITTER_DATE="$2" git -C repo -c user.name=x \
		-c user.email="$1" commit -q -m x --date "$2" \
		--author "x <$1>"
}

test_expect_success TOOL_GIT 'a log without years gets that of its first commit' '
	git init -q repo &&
	printf "# The rules\n" >repo/log.md &&
	commit_on template@x 2016-06-01T12:00:00Z &&
	cat >repo/log.md <<-\EOT &&
	# My log

	### Day 1: March 1
	**Today'\''s Progress**: Read about S3.

	### Day 2: March 2
	**Today'\''s Progress**: Read about EC2.
	EOT
	commit_on me@x 2019-03-02T12:00:00Z &&
	hecto import -n --json repo/log.md |
		jq -c ".entries[] | [.dates[0], .flags]" >actual &&
	cat >expect <<-\EOT &&
	["2019-03-01",["year-inferred"]]
	["2019-03-02",["year-inferred"]]
	EOT
	test_cmp expect actual
'

test_expect_success TOOL_GIT 'so it does in a folder that is named' '
	hecto import -n --json repo |
		jq -r "select(.format == \"100days\") | .entries[0].dates[0]" \
		>actual &&
	echo 2019-03-01 >expect &&
	test_cmp expect actual
'

test_expect_success TOOL_GIT '--year has the last word' '
	hecto import -n --json --year 2020 repo/log.md |
		jq -r ".entries[0].dates[0]" >actual &&
	echo 2020-03-01 >expect &&
	test_cmp expect actual
'

test_expect_success TOOL_GIT 'a repository that is damaged costs only the dates' '
	cp -R repo damaged &&
	find damaged/.git/objects -type f -exec rm -f {} + &&
	hecto import -n --json damaged/log.md |
		jq ".entries | length" >actual &&
	echo 2 >expect &&
	test_cmp expect actual
'

test_expect_success TOOL_GIT 'each line tells its year by its own commit' '
	rm -rf repo && git init -q repo &&
	printf "# My log, one day\n" >repo/log.md &&
	commit_on me@x 2016-06-01T12:00:00Z &&
	printf "\n### Day 1: December 31\n\nx\n" >>repo/log.md &&
	commit_on me@x 2019-01-01T00:30:00Z &&
	printf "\n### Day 2: March 2\n\ny\n" >>repo/log.md &&
	commit_on me@x 2021-03-04T12:00:00Z &&
	printf "\n### Day 3: March 5\n\nnot committed yet\n" >>repo/log.md &&
	hecto import -n --json repo/log.md |
		jq -r ".entries[].dates[0]" >actual &&
	printf "2018-12-31\n2021-03-02\n2021-03-05\n" >expect &&
	test_cmp expect actual &&
	hecto import -n --json repo |
		jq -r "select(.format == \"100days\") | .entries[].dates[0]" \
		>actual &&
	test_cmp expect actual
'

test_expect_success TOOL_GIT 'weekdays outweigh a commit that came late' '
	rm -rf repo && git init -q repo &&
	cat >repo/log.md <<-\EOT &&
	# Started on May 2, 2019

	### Day 1: Thursday, May 2

	### Day 2: Friday, May 3
	EOT
	commit_on me@x 2022-01-01T12:00:00Z &&
	hecto import -n --json repo/log.md |
		jq -r ".entries[].dates[0]" >actual &&
	printf "2019-05-02\n2019-05-03\n" >expect &&
	test_cmp expect actual
'

test_done
