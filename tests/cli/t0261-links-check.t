#!/bin/sh
test_description='links --check asks the web, politely'
. ./setup.sh

mkdir served
echo page >served/page.html
"$HECTO_BIN/tests/http_server" served port log &
server=$!
trap 'kill $server 2>/dev/null' EXIT
for i in $(seq 100)
do
	test -s port && break
	sleep 0.05
done
here=http://127.0.0.1:$(cat port)

# a_note_links URL…: the one note of the journal, and nothing was learned yet.
a_note_links () {
	rm -f journal/.git/hecto/links.json log &&
	for url
	do
		echo "- <$url>"
	done >journal/notes/n.md
}

# asks [OPTION…]: the answer for each address, without what differs.
asks () {
	hecto -C journal links --check --allow-private --json "$@" >out
	jq -r '.checked[] | [.state,.status//"-",(.url|sub("http://[^/]*";""))] |
		join(" ")' out
}

test_expect_success 'set up' '
	new_journal && mkdir journal/notes
'

test_expect_success 'this machine is not asked unless --allow-private' '
	a_note_links $here/page.html &&
	hecto -C journal links --check >out &&
	grep "^not asked  $here/page.html: .*--allow-private" out &&
	hecto -C journal links --check --json >out &&
	test $(jq ".checked[0].requests" out) = 0 &&
	test ! -e log
'

test_expect_success 'each address is asked once, however many links there are' '
	a_note_links $here/page.html "$here/page.html#a" "$here/page.html#b" \
		$(echo $here | sed s/http/HTTP/)/page.html $here "$here/" &&
	asks >actual &&
	printf "ok 200 /page.html\ndead 404 /\n" >expect &&
	test_cmp expect actual &&
	jq -c "[.addresses,.links,.ok,.dead,(.checked[0].from|length)]" out \
		>actual &&
	echo "[2,6,1,1,4]" >expect &&
	test_cmp expect actual &&
	grep -c "HEAD /page.html" log >actual &&
	echo 1 >expect &&
	test_cmp expect actual
'

test_expect_success 'a dead link is exit status 1, with its place' '
	a_note_links $here/page.html $here/gone.html &&
	test_expect_code 1 hecto -C journal links --check --allow-private \
		>out 2>err &&
	cat >expect <<-EOT &&
	dead  $here/gone.html: there is no such page (status 404)
	    notes/n.md:2

	2 addresses in 2 links: 1 ok, 1 dead
	EOT
	test_cmp expect out &&
	test_must_be_empty err
'

test_expect_success 'images are asked, other kinds are not' '
	rm -f journal/.git/hecto/links.json log &&
	echo "![x]($here/page.html) [[n]] [m](n.md) <ann@example.org>" \
		>journal/notes/n.md &&
	asks >actual &&
	echo "ok 200 /page.html" >expect &&
	test_cmp expect actual &&
	a_note_links $here/page.html &&
	hecto -C journal links --check --kind image >out &&
	grep "^0 addresses in 0 links" out
'

test_expect_success 'GET is asked where HEAD does not do' '
	a_note_links $here/no-head/403/a $here/no-head/0/b $here/no-head/404/c &&
	asks >actual &&
	cat >expect <<-\EOT &&
	ok 200 /no-head/403/a
	ok 200 /no-head/0/b
	ok 200 /no-head/404/c
	EOT
	test_cmp expect actual
'

test_expect_success 'a server that knows no HEAD is asked by GET from then on' '
	a_note_links $(seq -f "$here/no-head/501/%.0f" 40) &&
	asks | sort | uniq -c | grep -c " 1 ok" >actual &&
	echo 40 >expect &&
	test_cmp expect actual &&
	test $(grep -c HEAD log) -le 4
'

test_expect_success 'only the beginning of a page is read' '
	a_note_links $here/no-head/405/x $here/endless &&
	asks >actual &&
	grep "ok 200 /endless" actual
'

test_expect_success 'a permanent redirect is reported with its target' '
	a_note_links "$here/moved/page.html#part" $here/to/page.html \
		$here/moved/to/page.html $here/moved/gone.html \
		$here/to/moved/page.html &&
	asks >actual &&
	cat >expect <<-\EOT &&
	moved 200 /moved/page.html
	ok 200 /to/page.html
	moved 200 /moved/to/page.html
	dead 404 /moved/gone.html
	ok 200 /to/moved/page.html
	EOT
	test_cmp expect actual &&
	jq -r ".checked[2].target" out >actual &&
	echo $here/to/page.html >expect &&
	test_cmp expect actual
'

test_expect_success 'redirects neither loop nor leave the web' '
	a_note_links $here/loop $here/to-file &&
	asks >actual &&
	printf "dead 302 /loop\ndead 302 /to-file\n" >expect &&
	test_cmp expect actual &&
	test $(grep -c "HEAD /loop" log) -le 10
'

test_expect_success 'what a server does not tell is unclear, not dead' '
	a_note_links $here/status/401 $here/status/403 $here/status/999 \
		$here/status/410 $here/status/500 &&
	asks >actual &&
	cat >expect <<-\EOT &&
	unclear 401 /status/401
	unclear 403 /status/403
	unclear 999 /status/999
	dead 410 /status/410
	dead 500 /status/500
	EOT
	test_cmp expect actual &&
	a_note_links $here/status/403 &&
	hecto -C journal links --check --allow-private
'

test_expect_success 'a busy server is asked again when it says' '
	a_note_links $here/busy/429/1/1/x $here/busy/503/0/1/y &&
	asks >actual &&
	printf "ok 200 /busy/429/1/1/x\nok 200 /busy/503/0/1/y\n" >expect &&
	test_cmp expect actual &&
	jq "[.checked[].requests] | max" out >actual &&
	echo 2 >expect &&
	test_cmp expect actual
'

test_expect_success 'one that wants to be left alone for long is' '
	a_note_links $here/busy/429/3600/9/x $(seq -f "$here/%.0f" 30) &&
	asks >actual &&
	grep "^unclear 429 /busy" actual &&
	grep "^not-asked - /30" actual &&
	test $(wc -l <log) -le 12
'

test_expect_success 'retries end' '
	a_note_links $here/busy/503/1/99/x &&
	asks >actual &&
	echo "unclear 503 /busy/503/1/99/x" >expect &&
	test_cmp expect actual &&
	test $(wc -l <log) = 3
'

test_expect_success 'at most four at a time go to one server' '
	a_note_links $(seq -f "$here/slow/30/%.0f" 40) &&
	asks >/dev/null &&
	cut -d" " -f2 log | sort | uniq -d >actual &&
	test_must_be_empty actual &&
	test $(wc -l <log) = 40 &&
	test $(cut -d" " -f3 log | sort -n | tail -n 1) -le 4 &&
	test $(cut -d" " -f3 log | sort -n | tail -n 1) -gt 1
'

test_expect_success 'who cannot be reached is not tried for each address' '
	a_note_links $(seq -f "http://127.0.0.1:1/%.0f" 50) &&
	asks | sort | uniq -c | grep -c "dead - /" >actual &&
	echo 50 >expect &&
	test_cmp expect actual &&
	test $(jq "[.checked[].requests] | add" out) -le 8
'

test_expect_success 'without a network no link is dead, and nothing is kept' '
	a_note_links http://a.invalid/x http://b.invalid/ &&
	test_expect_code 1 hecto -C journal links --check >out 2>err &&
	echo "2 addresses in 2 links: 0 ok, 2 not asked" >expect &&
	test_cmp expect out &&
	grep "none of 2 hosts could be reached; is there a network?" err &&
	test ! -e journal/.git/hecto/links.json
'

test_expect_success 'what is not asked is said without a network, too' '
	a_note_links http://a.invalid/x $here/page.html &&
	test_expect_code 1 hecto -C journal links --check >out 2>err &&
	grep "^not asked  $here/page.html: .*--allow-private" out &&
	grep "could not be reached.*is there a network?" err &&
	test_expect_code 1 hecto -C journal links --check --json >out &&
	jq -c "[.not_asked, .dead]" out >actual &&
	echo "[2,0]" >expect &&
	test_cmp expect actual
'

test_expect_success 'an address is sent as it may be, however it is written' '
	rm -f journal/.git/hecto/links.json log &&
	cp served/page.html "served/b%C3%BC.html" &&
	echo "[a](<$here/bü.html>) [b]($here/b%C3%BC.html)" \
		>journal/notes/n.md &&
	asks >/dev/null &&
	jq -c "[.ok,.addresses]" out >actual &&
	echo "[2,2]" >expect &&
	test_cmp expect actual
'

test_expect_success 'a server that hangs up is given up' '
	a_note_links $(seq -f "$here/hangs-up/%.0f" 30) &&
	asks | cut -d" " -f1 | sort | uniq -c >actual &&
	grep "dead" actual && grep "not-asked" actual &&
	test $(jq "[.checked[].requests] | add" out) -le 24
'

test_expect_success 'what cannot be an address is not asked' '
	a_note_links $(echo $here | sed "s|//|//me:secret@|")/x "http:///x" &&
	hecto -C journal links --check --allow-private >out &&
	grep "not asked  $here/x: it has a name or a password" out &&
	! grep secret out &&
	test ! -e log
'

test_expect_success 'what was fine is known for some days, the rest asked again' '
	a_note_links $here/page.html $here/gone.html &&
	asks >/dev/null &&
	the_clock_shows 2022-07-10T21:00:00Z &&
	asks >actual &&
	printf "ok 200 /page.html\ndead 404 /gone.html\n" >expect &&
	test_cmp expect actual &&
	jq -c "[.checked[].requests > 0]" out >actual &&
	echo "[false,true]" >expect &&
	test_cmp expect actual &&
	asks --max-age 3 >/dev/null &&
	jq -c "[.checked[].requests > 0]" out >actual &&
	echo "[true,true]" >expect &&
	test_cmp expect actual &&
	the_clock_shows 2022-07-18T21:00:00Z &&
	asks >/dev/null &&
	jq -c "[.checked[].requests > 0]" out >actual &&
	test_cmp expect actual
'

test_expect_success '--fresh asks all' '
	a_note_links $here/page.html &&
	asks >/dev/null && asks >/dev/null && asks --fresh >/dev/null &&
	test $(wc -l <log) = 2
'

test_expect_success 'a damaged memory is none' '
	a_note_links $here/page.html &&
	for text in "" "{" "[]" "{\"version\":1,\"answers\":[1,{\"url\":2}]}"
	do
		echo "$text" >journal/.git/hecto/links.json &&
		asks >actual &&
		echo "ok 200 /page.html" >expect &&
		test_cmp expect actual || return 1
	done
'

test_expect_success '^C keeps what was learned' '
	a_note_links $here/page.html $here/slow/20000/x &&
	{
		hecto -C journal links --check --allow-private >out 2>err &
		asking=$!
	} &&
	for i in $(seq 100)
	do
		grep -q slow log 2>/dev/null && grep -q page log && break
		sleep 0.1
	done &&
	sleep 0.3 && kill -TERM $asking &&
	test_expect_code 1 wait $asking &&
	grep "interrupted; what was learned is kept" err &&
	echo "2 addresses in 2 links: 1 ok, 1 not asked" >expect &&
	test_cmp expect out &&
	grep page.html journal/.git/hecto/links.json
'

test_expect_success TOOL_SCRIPT 'a bar shows on a terminal how far it is' '
	a_note_links $(seq -f "$here/slow/30/%.0f" 20) &&
	TERM=xterm PAGER=cat on_a_terminal \
		hecto -C journal links --check --allow-private >out &&
	grep "\[#*\.*\] [0-9]* of 20 addresses" out &&
	grep "20 addresses in 20 links: 20 ok" out &&
	rm journal/.git/hecto/links.json &&
	TERM=dumb on_a_terminal \
		hecto -C journal links --check --allow-private >out &&
	! grep "of 20 addresses" out
'

test_done
