#!/bin/sh
test_description='what an import says of many files'
. ./setup.sh

mkdir logs
for n in 1 2 3
do
	cat >logs/log-$n.md <<-EOT
	# Log $n

	### Day 1: March $n
	**Today's Progress**: Read about S3.

	### Day 2: March $((n + 1)), 202$n
	**Today's Progress**: Read about EC2.
	EOT
done
echo "# A note" >logs/note.md
head -c 100 /dev/zero >logs/a.png
head -c 200 /dev/zero >logs/b.png

test_expect_success 'many files are summed up, each complaint once' '
	new_journal &&
	hecto -C journal import --as 100days -n logs/log-1.md logs/log-2.md \
		logs/log-3.md >few &&
	grep -c "^log-.\.md (100days)" few | grep -x 3 &&
	hecto -C journal import logs >out 2>err &&
	cat >expect <<-\EOT &&
	  6 new
	  1 document: 1 new
	EOT
	sed 1q out | grep "^6 files: 6 entries, .*2021 to .*2023, Day 1 to 2$" &&
	sed -n 2,3p out | test_cmp expect - &&
	grep "^  year inferred, 3 entries: log-1.md:3, log-2.md:3, log-3.md:3$" out &&
	grep "^  2 files left out, it is no text: a.png, b.png$" out &&
	grep -c "hecto list" err | grep -x 1
'

test_expect_success '--verbose tells of each as well' '
	hecto -C journal import --verbose logs >out &&
	grep "^6 files" out &&
	grep "^log-2.md (100days): 2 entries" out &&
	grep "  2 here already" out &&
	grep "^a.png: left out, it is no text$" out &&
	hecto -C journal import -v logs | test_cmp out -
'

test_expect_success 'plural forms are right' '
	mkdir small && cp logs/a.png logs/note.md small && echo "# B" >small/b.md &&
	echo "# C" >small/c.md && hecto import -n small >out &&
	grep "^4 files$" out &&
	grep "^  3 documents: 3 new$" out &&
	grep "^  1 file left out, it is no text: a.png$" out
'

test_expect_success 'the hint is the last thing that is said' '
	hecto -C journal import -n logs >both 2>&1 &&
	tail -n 1 both | grep "nothing was written"
'

test_expect_success 'letters of a wrong encoding are mended when asked for' '
	hecto import -n --fix-mojibake --json logs/note.md |
		jq -r .document >actual &&
	echo notes/note.md >expect &&
	test_cmp expect actual
'

test_done
