#!/bin/sh
test_description='bringing in folders'
. ./setup.sh

commits () {
	git -C "$1" rev-list --count HEAD
}

mkdir -p vault/compute/deep vault/.vscode vault/node_modules/x vault/.git
cat >vault/log.md <<\EOT
# A log

### Day 1: July 1, 2022 (Friday)
**Today's Progress**: Made a queue in SQS.

### Day 2: July 2, 2022 (Saturday)
**Today's Progress**: Read about lambda layers.
EOT
cat >vault/compute/deep/lambda.md <<\EOT
# Lambda

Layers hold what functions share.
EOT
echo "# SQS" >vault/queues.txt
echo "# About this project" >vault/README.md
echo "do what you want" >vault/LICENSE
echo "import os" >vault/tool.py
echo "all: site" >vault/Makefile
head -c 100 /dev/zero >vault/picture.png
echo '{}' >vault/.vscode/settings.json
echo "# Not ours" >vault/node_modules/x/note.md
ln -s /etc/passwd vault/passwd.md
ln -s .. vault/up
mkfifo vault/pipe

test_expect_success 'a folder comes in as one commit' '
	new_journal &&
	before=$(commits journal) &&
	hecto -C journal import vault >out &&
	test $(commits journal) = $((before + 1)) &&
	hecto -C journal export 100days | test_cmp vault/log.md - &&
	test_cmp vault/queues.txt journal/notes/queues.txt
'

test_expect_success 'a document keeps its path beneath the folder' '
	test_cmp vault/compute/deep/lambda.md \
		journal/notes/compute/deep/lambda.md &&
	hecto -C journal search layers --json | jq -r ".hits[].path" |
		grep "^notes/compute/deep/lambda.md$"
'

test_expect_success 'what is left out is named, with the reason' '
	hecto import -n --json vault |
		jq -r "select(.format == null) |
			.file + \": \" + .skipped[0].why" >actual &&
	cat >expect <<-\EOT &&
	vault/LICENSE: it is about the project
	vault/Makefile: it is no document, by its name
	vault/README.md: it is about the project
	vault/picture.png: it is no text
	vault/tool.py: it is no document, by its name
	EOT
	head -5 actual | test_cmp expect - &&
	sed 1,5d actual | sort >links &&
	cat >expect <<-\EOT &&
	vault/passwd.md: it is a link
	vault/pipe: it is no regular file
	vault/up: it is a link
	EOT
	test_cmp expect links
'

test_expect_success 'what tools keep for themselves is not looked at' '
	hecto import -n --json vault >out &&
	! grep -e vscode -e node_modules -e "\.git" out
'

test_expect_success 'a vault of Obsidian is known by its settings' '
	mkdir -p obsidian/.obsidian/plugins obsidian/Tage obsidian/Vorlagen &&
	echo "{}" >obsidian/.obsidian/app.json &&
	echo "{\"folder\": \"Tage\", \"format\": \"DD.MM.YYYY\"}" \
		>obsidian/.obsidian/daily-notes.json &&
	echo "{\"folder\": \"Vorlagen\"}" >obsidian/.obsidian/templates.json &&
	echo "{}" >obsidian/.obsidian/plugins/x.json &&
	echo "Sockets." >obsidian/Tage/05.07.2022.md &&
	echo "# Sockets" >obsidian/Sockets.md &&
	echo "<svg/>" >obsidian/picture.svg &&
	echo "Learned:" >obsidian/Vorlagen/Tag.md &&
	hecto import -n --json obsidian >out &&
	jq -c "[.file, .format, [.entries[].dates[]], .document]" out >actual &&
	cat >expect <<-\EOT &&
	["obsidian/Sockets.md","vault",[],"notes/Sockets.md"]
	["obsidian/Tage/05.07.2022.md","vault",["2022-07-05"],null]
	["obsidian/Vorlagen/Tag.md","vault",[],null]
	["obsidian/picture.svg","vault",[],"notes/picture.svg"]
	EOT
	test_cmp expect actual &&
	grep "it is a template" out
'

test_expect_success 'each file has an object of its own' '
	hecto import -n --json vault |
		jq -c "select(.format != null) |
			[.file, (.entries | length), .document]" \
		>actual &&
	cat >expect <<-\EOT &&
	["vault/compute/deep/lambda.md",0,"notes/compute/deep/lambda.md"]
	["vault/log.md",2,null]
	["vault/queues.txt",0,"notes/queues.txt"]
	EOT
	test_cmp expect actual
'

test_expect_success 'the same folder again changes nothing' '
	before=$(git -C journal rev-parse HEAD) &&
	hecto -C journal import vault/ 2>err &&
	grep "^nothing new$" err &&
	test "$before" = "$(git -C journal rev-parse HEAD)"
'

test_expect_success 'a file that is named itself comes in, whatever its name' '
	hecto -C journal import vault/README.md vault/tool.py &&
	test_cmp vault/README.md journal/notes/README.md &&
	test_cmp vault/tool.py journal/notes/tool.py.md
'

test_expect_success '--as reads each text of the folder as that' '
	hecto init whole >/dev/null &&
	hecto -C whole import --as note vault &&
	test_cmp vault/log.md whole/notes/log.md &&
	test_cmp vault/LICENSE whole/notes/LICENSE &&
	test ! -e whole/log
'

test_expect_success 'a log in a folder is called by its path' '
	mkdir -p rounds/one rounds/two &&
	printf "## Day 1: May 1, 2021\nRead about S3.\n" >rounds/one/log.md &&
	printf "## Day 1: May 1, 2022\nRead about EC2.\n" >rounds/two/log.md &&
	hecto init rounds-here >/dev/null &&
	hecto -C rounds-here import rounds &&
	hecto -C rounds-here export 100days --log one-log.md |
		test_cmp rounds/one/log.md - &&
	hecto -C rounds-here export 100days --log two-log.md |
		test_cmp rounds/two/log.md -
'

test_expect_success 'a name that could do harm is made harmless' '
	mkdir -p "odd/sub:dir" &&
	echo "# Odd" >"odd/sub:dir/con.md" &&
	hecto -C journal import odd &&
	test -z "$(find journal -name "*:*" -o -name "con.md")" &&
	git -C journal ls-files notes | grep "^notes/sub-dir/con-.*\.md$"
'

test_expect_success 'a journal within a folder is left alone' '
	mkdir outer &&
	hecto init outer/inner >/dev/null &&
	echo "# Not to be taken" >outer/inner/notes.md &&
	echo "# To be taken" >outer/mine.md &&
	hecto import -n --json outer >out &&
	jq -r ".document // .skipped[0].why" out >actual &&
	printf "notes/mine.md\nit is a journal of hecto\n" >expect &&
	test_cmp expect actual
'

test_expect_success 'a journal that is imported into itself has nothing twice' '
	rm -rf own && mkdir own &&
	printf "# Log\n\n## Day 1: 2026-05-01\n\nQueues.\n" >own/log.md &&
	echo "# Keys" >own/keys.md &&
	hecto init own >/dev/null &&
	hecto -C own import own &&
	hecto -C own list --json >expect &&
	before=$(commits own) &&
	hecto -C own import own >out 2>err &&
	grep "nothing new" err &&
	test $(commits own) = $before &&
	hecto -C own list --json >actual &&
	test_cmp expect actual &&
	git -C own ls-files notes >notes &&
	echo notes/keys.md | test_cmp - notes
'

test_expect_success 'folders without end are refused' '
	deep=nest &&
	for i in $(seq 70); do deep=$deep/n; done &&
	mkdir -p $deep && echo "# Deep" >$deep/deep.md &&
	test_expect_code 1 hecto -C journal import nest 2>err &&
	grep "nested more than 64 deep" err
'

test_expect_success 'a day of a file for each day that changed is taken over' '
	mkdir days &&
	for n in 1 2 3 4 5
	do
		printf "# Day $n\n\nLearned about:\n\n- S3\n- topic $n\n" \
			>days/day-0$n.md || return 1
	done &&
	hecto init perday >/dev/null &&
	hecto -C perday import days &&
	test $(hecto -C perday list --json | jq length) = 5 &&
	echo "- one more thing" >>days/day-03.md &&
	hecto -C perday import -v days >out &&
	grep "1 changed in the file and taken over" out &&
	test $(hecto -C perday list --json | jq length) = 5 &&
	git -C perday grep -l "one more thing"
'

test_expect_success 'a day without a heading is not taken for edited' '
	mkdir bare &&
	for n in 4 5 6
	do
		printf "Learned about topic $n.\nAnd more.\n" \
			>bare/2022-07-0$n.md || return 1
	done &&
	hecto init plain >/dev/null &&
	hecto -C plain import bare &&
	hecto -C plain import -v bare >out &&
	grep -c "1 here already" out | grep -x 3 &&
	echo "And theirs." >>bare/2022-07-04.md &&
	echo "And ours." >>plain/log/2022/2022-07-05.md &&
	hecto -C plain import -v bare >out &&
	grep "1 changed in the file and taken over" out &&
	grep "1 edited here since, and kept" out &&
	grep "1 here already" out
'

doentry () {
	cat <<-EOT
	<?xml version="1.0" encoding="UTF-8"?>
	<plist version="1.0"><dict>
	<key>Creation Date</key><date>2022-07-0${1}T09:00:00Z</date>
	<key>Entry Text</key><string>Queues.</string>
	</dict></plist>
	EOT
}

test_expect_success 'of a folder of several projects each file counts' '
	mkdir -p mixed/old mixed/new &&
	doentry 4 >mixed/old/a.doentry &&
	printf "## Day 1: July 4, 2022\nRead about S3.\n" >mixed/new/log.md &&
	echo "# Streams" >mixed/new/streams.md &&
	hecto init mixed-here >/dev/null &&
	hecto -C mixed-here import mixed &&
	test $(hecto -C mixed-here list --json | jq length) = 1 &&
	test_cmp mixed/new/streams.md mixed-here/notes/new/streams.md
'

test_expect_success 'who finds nothing in a folder leaves it to others' '
	for n in 5 6 7
	do
		doentry $n >mixed/old/$n.doentry || return 1
	done &&
	hecto init found-here >/dev/null &&
	hecto -C found-here import mixed &&
	test $(hecto -C found-here list --json | jq length) = 1 &&
	test_cmp mixed/new/streams.md found-here/notes/new/streams.md &&
	hecto import -n --json mixed |
		jq -r "select(.file | endswith(\".doentry\")) |
			.skipped[0].why" >why &&
	test $(grep -c "^it is an entry of Day One before" why) = 4
'

test_expect_success 'two days are not copies because they say the same' '
	mkdir -p diary/days diary/notes &&
	for n in 1 2 3 4
	do
		printf "# Notes %d\n\n## Of\n\nqueues\n" $n >diary/notes/$n.md ||
			return 1
	done &&
	for day in 04 05
	do
		printf "# Daily log\n\n## Topics\n\n- queues\n" \
			>diary/days/2022-07-$day.md || return 1
	done &&
	hecto import -n --json diary >out &&
	jq -r ".entries[].dates[]" out | sort >dates &&
	printf "2022-07-04\n2022-07-05\n" >expected &&
	test_cmp expected dates
'

test_expect_success 'nothing comes in when one path of several is wrong' '
	before=$(git -C journal rev-parse HEAD) &&
	test_expect_code 3 hecto -C journal import vault nowhere 2>err &&
	grep "nowhere" err &&
	test "$before" = "$(git -C journal rev-parse HEAD)"
'

test_expect_success 'a site that was published is no text to import' '
	hecto init own >/dev/null && hecto -C own log "Yaks" >/dev/null &&
	hecto -C own publish >/dev/null &&
	mkdir own/talks && echo "# A talk of mine on yaks" >own/talks/yaks.md &&
	(cd own && hecto import -n --json .) >out &&
	jq -r "[.files[]?, .] | .. | .why? // empty" out >why &&
	grep "it is a site that hecto published" out &&
	! grep -E "search/|days/|\.js" out && grep talks out &&
	mkdir shelf && cp -r own/public shelf/site &&
	echo "# Shelf" >shelf/a.md &&
	hecto -C journal import -n --json shelf >out &&
	grep "it is a site that hecto published" out && ! grep "days/" out
'

test_expect_success 'the repository is sound at the end' '
	git -C journal fsck --strict
'

test_done
