#!/bin/sh
test_description='a watcher spares others the look at the files, and nothing is missed'
. ./setup.sh
. "$HECTO_SOURCE/tests/cli/as-another.sh"

j=journal
# watch: start a watcher of the journal, and wait until it answers.
watch () {
	hecto -C "$j" watch --quiet 2>messages &
	watcher=$!
	for i in $(seq 200)
	do
		hecto -C "$j" watch --status >/dev/null 2>&1 && return
		sleep 0.05
	done
	return 1
}
trap '{ kill -CONT $watcher; kill $watcher; } 2>/dev/null' EXIT
# status KEY: what the watcher says of itself.
status () {
	hecto -C "$j" watch --status --json >status.json &&
	sed -n "s/^  \"$1\": \"*\([^\",]*\).*/\1/p" status.json
}
found () {
	hecto -C "$j" search "$@" >hits && test -s hits
}
lost () {
	test_expect_code 1 hecto -C "$j" search "$@" >hits &&
	test_must_be_empty hits
}
# A busy machine may make a command lose its patience: then it looks itself.
spared () {
	for i in $(seq 50)
	do
		before=$(status unchanged) && found "$1" &&
		test $(status unchanged) = $((before + 2)) && return
	done
	return 1
}

journal_of_another probe

test_expect_success 'without one, the status says so' '
	new_journal && hecto -C journal log "Read about quorum" &&
	test_expect_code 1 hecto -C journal watch --status 2>err &&
	grep "nobody watches" err &&
	test_expect_code 1 hecto -C journal watch --status --json >out &&
	grep "\"watched\": false" out
'

test_expect_success 'what cannot be used is named with its path' '
	mkdir -p journal/.git/hecto/watch.lock &&
	test_must_fail hecto -C journal watch 2>err &&
	grep "cannot open .journal/.git/hecto/watch.lock.: Is a directory" err &&
	rmdir journal/.git/hecto/watch.lock &&
	mkdir -p elsewhere/.hecto && echo "gitdir: gone" >elsewhere/.git &&
	test_must_fail hecto -C elsewhere watch 2>err &&
	grep "cannot use .elsewhere/gone., where the index is: No such file" err
'

test_expect_success OTHER 'a folder that may not be read or written is said to be so' '
	mkdir closed && { chown 65534:65534 closed || :; } &&
	as_another hecto init closed/journal &&
	chmod a-w closed/journal/.git/hecto &&
	test_must_fail as_another hecto -C closed/journal watch 2>err &&
	grep "cannot write to .closed/journal/.git/hecto., the folder of the index: Permission" err &&
	chmod 700 closed/journal/.git/hecto &&
	chmod 000 closed/journal/.git &&
	test_must_fail as_another hecto -C closed/journal watch 2>err &&
	grep "cannot use .closed/journal/.git., where the index is: Permission" err &&
	test_must_fail as_another hecto -C closed/journal log x 2>err &&
	grep "cannot read .closed/journal/.git.: Permission" err &&
	chmod 700 closed/journal/.git
'

test_expect_success 'it answers that nothing has changed' '
	watch && found quorum && spared quorum &&
	test "$(status process)" = $watcher &&
	hecto -C journal watch --status >out && grep "Folders" out
'

test_expect_success 'a second one says so and ends' '
	test_expect_code 5 hecto -C journal watch 2>err &&
	grep "watched by another process" err && spared quorum
'

test_expect_success 'what a command writes is found' '
	hecto -C journal log "Read about herons" && found herons &&
	hecto -C journal streak | grep "1 day" && spared herons
'

test_expect_success 'a file that is written, replaced, renamed and deleted' '
	mkdir journal/notes && echo "# A zebra" >journal/notes/a.md && found zebra &&
	echo "and a gnu" >>journal/notes/a.md && found gnu &&
	echo "# An ibex" >new && mv new journal/notes/a.md && lost zebra &&
	found ibex && spared ibex &&
	mv journal/notes/a.md journal/notes/b.md && found ibex &&
	grep "notes/b.md" hits && rm journal/notes/b.md && lost ibex
'

test_expect_success 'a file in folders that were not there' '
	mkdir -p journal/notes/one/two/three &&
	echo "an okapi" >journal/notes/one/two/three/a.md && found okapi &&
	echo "a tapir" >>journal/notes/one/two/three/a.md && found tapir &&
	mv journal/notes/one journal/notes/uno && found tapir &&
	grep "uno/two" hits &&
	rm -r journal/notes/uno && lost tapir
'

test_expect_success 'a folder from elsewhere, and one that goes there' '
	mkdir -p in/side && echo "a lemur" >in/side/a.md &&
	mv in journal/notes/in && found lemur &&
	echo "a loris" >>journal/notes/in/side/a.md && found loris &&
	mv journal/notes/in out-of-it && lost loris
'

test_expect_success 'plans, and folders of the top that come back' '
	mkdir -p journal/plans && echo "# A puffin" >journal/plans/a.md &&
	found puffin && mv journal/plans aside && lost puffin &&
	mv aside journal/plans && found puffin &&
	echo "# A penguin" >journal/plans/a.md && found penguin && lost puffin
'

test_expect_success 'times and modes alone change nothing that is found' '
	touch journal/plans/a.md && found penguin &&
	chmod 400 journal/plans/a.md && found penguin &&
	chmod 600 journal/plans/a.md && found penguin
'

test_expect_success 'a link is left out as ever, whatever it leads to' '
	echo "a walrus" >walrus.md && ln -s ../../walrus.md journal/notes/w.md &&
	lost walrus && rm journal/notes/w.md && cp walrus.md journal/notes/w.md &&
	found walrus && rm journal/notes/w.md && lost walrus
'

test_expect_success 'settings and topics are the latest' '
	hecto -C journal streak --json | grep "\"goal\": 100" &&
	printf "[journal]\n\tgoal = 7\n" >>journal/.hecto/config &&
	hecto -C journal streak --json | grep "\"goal\": 7" && found penguin &&
	printf "[topic \"penguin\"]\n\tname = Penguin\n" >journal/.hecto/topics &&
	hecto -C journal topics >out && grep -i penguin out &&
	rm journal/.hecto/topics && test_expect_code 1 hecto -C journal topics
'

test_expect_success 'git goes to another branch and back' '
	(
		cd journal && git config user.name L &&
		git config user.email l@example.org &&
		git add -A && git commit -qm all && git checkout -q -b side &&
		mkdir -p notes/side && echo "a toucan" >notes/side/t.md &&
		git add -A && git commit -qm side
	) && found toucan && git -C journal checkout -q - && lost toucan &&
	git -C journal checkout -q side && found toucan &&
	git -C journal checkout -q - && lost toucan && found penguin &&
	spared penguin
'

test_expect_success 'more than the kernel remembers' '
	mkdir -p journal/notes && before=$(status generation) &&
	kill -STOP $watcher && python3 -c "
import os
for i in range(9000):
    name = \"journal/notes/.%d\" % i
    os.close(os.open(name, os.O_CREAT | os.O_WRONLY))
    os.unlink(name)
os.makedirs(\"journal/notes/late\")
" &&
	echo "a pelican" >journal/notes/late/a.md && kill -CONT $watcher &&
	found pelican && test "$(status generation)" != $before &&
	echo "a gannet" >journal/notes/late/a.md && found gannet
'

test_expect_success 'one that does not answer holds up nobody' '
	kill -STOP $watcher && echo "a curlew" >journal/notes/late/a.md &&
	found curlew && lost gannet && kill -CONT $watcher && spared curlew
'

test_expect_success 'an index that was deleted is made again' '
	rm journal/.git/hecto/index.db* && found curlew && spared curlew
'

test_expect_success 'one that was killed is not believed' '
	kill -KILL $watcher && { wait $watcher || true; } 2>/dev/null &&
	test -e journal/.git/hecto/watch.socket &&
	echo "a dunlin" >journal/notes/late/a.md && found dunlin &&
	watch && lost curlew && spared dunlin &&
	echo "a knot" >journal/notes/late/a.md && found knot
'

test_expect_success 'while nobody asks, what was added is written back' '
	log=journal/.git/hecto/index.db-wal &&
	echo "# A quagga" >journal/notes/q.md && found quagga &&
	for i in $(seq 200)
	do
		test -s $log && sleep 0.1 || break
	done && test -e $log && test ! -s $log &&
	spared quagga && rm journal/notes/q.md && lost quagga
'

test_expect_success 'a socket that is no watcher is ignored' '
	kill $watcher && wait $watcher &&
	test_must_be_empty messages &&
	test ! -e journal/.git/hecto/watch.socket &&
	echo text >journal/.git/hecto/watch.socket && found knot &&
	watch && spared knot
'

test_expect_success 'it ends when the journal goes away' '
	mv journal moved && test_expect_code 1 wait $watcher &&
	grep "moved or removed" messages && mv moved journal && found knot &&
	test ! -e journal/.git/hecto/watch.socket
'

test_expect_success 'a path that is too long for a socket' '
	deep=$PWD/$(printf "%060d/%060d" 1 2) && mkdir -p "$deep" &&
	cp -R journal "$deep/" && j=$deep/journal && watch && spared knot &&
	echo "a plover" >"$j/notes/late/a.md" && found plover && spared plover &&
	kill $watcher && wait $watcher
'

test_expect_success 'a journal without git is told what it needs' '
	mkdir bare && cp -R journal/.hecto bare/ &&
	test_expect_code 2 hecto -C bare watch 2>err && grep "hecto init" err
'

test_expect_success 'it says what it does' '
	hecto -C journal watch 2>said & watcher=$! &&
	for i in $(seq 200)
	do
		test -s said && break || sleep 0.05
	done && grep "Ctrl-C" said && kill -HUP $watcher && wait $watcher
'

test_expect_success 'wrong usage is told' '
	cd journal && expect_usage_error hecto watch something &&
	expect_usage_error hecto watch --json &&
	expect_usage_error hecto watch -q extra
'

test_done
