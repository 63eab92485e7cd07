#!/bin/sh
test_description='the site'
. ./setup.sh

test_expect_success 'wrong usage is refused with a hint' '
	new_journal &&
	expect_usage_error hecto publish -C journal site
'

test_expect_success 'set up' '
	hecto -C journal log "Read about lambda" -d yesterday &&
	hecto -C journal log "Read about sqs"
'

test_expect_success 'it is written where it is asked for' '
	hecto -C journal publish -o site >out 2>err &&
	echo site/index.html >expect &&
	test_cmp expect out &&
	test -f site/index.html &&
	grep "0 removed" err
'

test_expect_success 'it can be read by a web server' '
	test "$(stat -c %a site)" = 755 &&
	test "$(stat -c %a site/index.html)" = 644
'

test_expect_success 'what is the same is not written again' '
	find site -type f -exec touch -d 2020-01-01 {} + &&
	hecto -C journal publish --output site 2>err &&
	grep "0 new or changed" err &&
	test -z "$(find site -newermt 2020-02-01 -type f)"
'

test_expect_success 'a page that somebody changed or removed is drawn again' '
	hecto -C journal publish -o site && sleep 0.1 &&
	hecto -C journal publish -o site && sleep 0.1 &&
	page=$(find site/days -name "*.html" | head -n 1) &&
	cp "$page" page && tr a b <page >"$page" &&
	hecto -C journal publish -o site 2>err &&
	grep "1 new or changed" err && test_cmp page "$page" &&
	rm "$page" &&
	hecto -C journal publish -o site 2>err &&
	grep "1 new or changed" err && test_cmp page "$page"
'

test_expect_success 'another day or another setting is drawn at once' '
	hecto -C journal publish -o site && sleep 0.1 &&
	hecto -C journal publish -o site && sleep 0.1 &&
	hecto -C journal publish -o site 2>err &&
	grep ": 0 new or changed" err &&
	hecto -C journal publish --today 2022-07-20 -o site 2>err &&
	! grep ": 0 new or changed" err &&
	hecto -C journal config publish.url https://log.example.org/ &&
	hecto -C journal publish --today 2022-07-20 -o site &&
	grep -q log.example.org site/feed.xml
'

test_expect_success 'an entry that was edited by hand is drawn at once' '
	hecto -C journal publish -o site && sleep 0.1 &&
	hecto -C journal publish -o site &&
	file=$(find journal/log -name "*.md" | head -n 1) &&
	cp -p "$file" kept && echo "By hand: kinesis" >>"$file" &&
	hecto -C journal publish -o site &&
	grep -rq "By hand: kinesis" site/days &&
	cp -p kept "$file" &&
	hecto -C journal publish -o site &&
	! grep -rq "By hand: kinesis" site/days
'

test_expect_success 'pages that are gone are removed, with empty folders' '
	find site -type f | sort >before &&
	echo mine >site/mine.txt &&
	hecto -C journal rm "$(hecto -C journal list --json | jq -r ".[0].id")" &&
	hecto -C journal publish -o site 2>err &&
	! grep " 0 removed" err &&
	test -f site/mine.txt &&
	test $(find site -type f | wc -l) -lt $(($(wc -l <before) + 1))
'

test_expect_success 'by default it is beneath the journal, and no part of it' '
	hecto -C journal publish >out &&
	test -f journal/public/index.html &&
	test -z "$(git -C journal status --porcelain)" &&
	hecto -C journal log "More" &&
	test -z "$(git -C journal ls-files public)"
'

test_expect_success 'the settings may name another folder' '
	hecto -C journal config publish.dir web &&
	hecto -C journal publish &&
	test -f journal/web/index.html
'

test_expect_success 'git leaves out the folder of a site, and no other' '
	mkdir -p "journal/web x" && echo mine >"journal/web x/file" &&
	hecto -C journal publish -o "journal/web [a-z]" &&
	hecto -C journal publish -o "journal/*" &&
	git -C journal status --porcelain -uall >status &&
	grep "web x/file" status && ! grep index.html status
'

test_expect_success 'a folder with files of others is refused' '
	mkdir full &&
	echo precious >full/index.html &&
	test_expect_code 5 hecto -C journal publish -o full 2>err &&
	grep -e "--force" err &&
	echo precious >expect &&
	test_cmp expect full/index.html &&
	test $(ls full | wc -l) = 1
'

test_expect_success 'unless it is forced' '
	hecto -C journal publish -o full --force &&
	grep -i "<html" full/index.html &&
	mkdir fuller && echo precious >fuller/mine &&
	hecto -C journal publish -o fuller -f &&
	test -f fuller/mine
'

test_expect_success 'a link out of the folder is not followed' '
	mkdir outside trap &&
	find site -mindepth 1 -maxdepth 1 -type d -printf "%f\n" | head -n 1 >dir &&
	ln -s ../outside "trap/$(cat dir)" &&
	test_must_fail hecto -C journal publish -o trap -f &&
	test -z "$(ls outside)"
'

test_done
