#!/bin/sh
test_description='publishing over SFTP'
. ./setup.sh

if ! test -x /usr/sbin/sshd || ! test_have_prereq_tool python3
then
	skip_all='no OpenSSH server (package openssh-server) or python3'
	test_done
fi
. "$HECTO_SOURCE/tests/servers/sshd.sh"
unset SSH_AUTH_SOCK

server=$PWD/server
sshd_begin "$server" || {
	echo "sshd does not start" >&2
	exit 1
}
trap 'sshd_end "$server"' EXIT
if ! sshd_lets_in
then
	sshd_end "$server"
	skip_all='sshd does not let this user in, whatever the key'
	test_done
fi

www=$PWD/www
mkdir "$www"

# address FOLDER [PORT]: of a folder of this machine, on the server.
address () {
	echo "sftp://$(id -un)@127.0.0.1:${2:-$ssh_port}$1" | sed "s/ /%20/g"
}

# published: what is on the server is what was drawn here, and no more.
published () {
	diff -r "${1:-$www/log}" journal/.git/hecto/site/blog
}

# proxy_start FILE [PORT]: in front of the server, until FILE is there.
proxy_start () {
	rm -f proxy.port
	python3 "$HECTO_SOURCE/tests/servers/cutting_proxy.py" "$ssh_port" \
		"$1" proxy.port $2 &
	proxy=$!
	wait_for_file proxy.port
}

test_expect_success 'set up' '
	new_journal &&
	hecto -C journal log "Read about lambda" -d 2022-07-03 &&
	hecto -C journal log "Read about sqs" &&
	hecto -C journal config target.blog.type sftp &&
	hecto -C journal config target.blog.url \
		"$(address "$www/log")"
'

test_expect_success 'where it goes to is asked, or said with --yes' '
	test_expect_code 5 hecto -C journal publish 2>err &&
	grep "sftp://.*--yes" err && test -z "$(ls "$www")"
'

test_expect_success 'an unknown host is refused, with its fingerprint' '
	test_expect_code 4 hecto -C journal publish --yes >out 2>err &&
	fingerprint=$(ssh-keygen -lf server/host_key.pub | cut -d" " -f2) &&
	grep -F "$fingerprint" err &&
	grep "ssh-ed25519" err &&
	grep "ssh -p $ssh_port $(id -un)@127.0.0.1" err &&
	test -z "$(ls "$www")"
'

test_expect_success 'what is advised for ssh has nothing for a shell in it' '
	hecto -C journal config target.blog.url \
		"sftp://-oProxyCommand=x%3Bid@127.0.0.1:$ssh_port/log" &&
	test_expect_code 4 hecto -C journal publish --yes 2>err &&
	grep "ssh NAME@HOST" err && ! grep ProxyCommand err &&
	hecto -C journal config target.blog.url "$(address "$www/log?a#b")" &&
	test_expect_code 2 hecto -C journal publish --yes 2>err &&
	grep "no address" err &&
	hecto -C journal config target.blog.url "$(address "$www/log")"
'

test_expect_success 'a known one is published to' '
	sshd_known "$server" >"$HOME/.ssh/known_hosts" &&
	hecto -C journal publish --yes >out 2>err &&
	grep "^sftp://.*/www/log$" out &&
	grep " 0 as they were" err &&
	published &&
	test "$(stat -c %a "$www/log/index.html")" = 644
'

test_expect_success 'a second time, nothing is sent' '
	find "$www" -type f -exec touch -d 2020-01-01 {} + &&
	hecto -C journal publish --yes 2>err &&
	grep ": 0 new or changed" err &&
	test -z "$(find "$www" -type f -newermt 2020-02-01)"
'

test_expect_success 'after a change, what differs is sent' '
	hecto -C journal log "Read about kinesis" -d 2022-07-03 &&
	hecto -C journal publish -n >would &&
	grep "^send days/2022-07-03.html" would &&
	! grep "style.css" would &&
	hecto -C journal publish --yes &&
	published &&
	test -z "$(find "$www" -name style.css -newermt 2020-02-01)" &&
	test -n "$(find "$www" -name 2022-07-03.html -newermt 2020-02-01)"
'

test_expect_success 'a page that is gone is removed, files of others stay' '
	mkdir -p "$www/log/notes-of-others" &&
	echo mine >"$www/log/mine.txt" &&
	id=$(hecto -C journal list --json |
		jq -r ".[] | select(.date == \"2022-07-03\").id") &&
	hecto -C journal rm "$id" &&
	hecto -C journal publish --yes --json >out &&
	jq -e ".removed | index(\"days/2022-07-03.html\")" out &&
	test ! -e "$www/log/days/2022-07-03.html" &&
	test -f "$www/log/mine.txt" &&
	rm -r "$www/log/mine.txt" "$www/log/notes-of-others" &&
	published
'

test_expect_success 'a folder beneath the home, with a blank' '
	mkdir -p elsewhere && away="$PWD/elsewhere" &&
	hecto -C journal config target.home.type sftp &&
	hecto -C journal config target.home.url \
		"$(address "$away/my %22log%22/")" &&
	hecto -C journal publish --yes home &&
	published "$away/my \"log\""
'

test_expect_success 'the site of somebody else is left alone' '
	mkdir theirs && echo theirs >theirs/index.html &&
	hecto -C journal config target.other.type sftp &&
	hecto -C journal config target.other.url \
		"$(address "$PWD/theirs")" &&
	test_expect_code 5 hecto -C journal publish --yes other 2>err &&
	grep -e --force err &&
	test "$(ls theirs)" = index.html &&
	grep theirs theirs/index.html &&
	hecto -C journal publish --yes other --force &&
	published theirs
'

# A limit of the size of files is a disk that is full, to whoever writes.
test_expect_success 'a page is the old or the new one when the disk is full' '
	sshd_end "$server" &&
	(trap "" XFSZ && ulimit -f 2 && sshd_start "$server") &&
	sha256sum "$www/log/index.html" >before &&
	hecto -C journal log "$(seq 400)" -d 2022-07-02 &&
	test_must_fail hecto -C journal publish --yes blog 2>err &&
	grep "disk full, or a quota" err &&
	sha256sum --quiet -c before &&
	sshd_end "$server" && sshd_start "$server" &&
	hecto -C journal publish --yes blog 2>err &&
	published
'

test_expect_success 'two at the same time are one too many' '
	: >>journal/.git/hecto/publish/blog.sent.lock &&
	flock journal/.git/hecto/publish/blog.sent.lock \
		-c "hecto -C journal publish --yes blog" 2>err;
	test $? = 5 &&
	grep "another hecto is publishing" err
'

test_expect_success 'a connection that is cut is gone on from' '
	proxy_start "$www/cut/archive.html" &&
	sshd_known "$server" "$(cat proxy.port)" >>"$HOME/.ssh/known_hosts" &&
	hecto -C journal config target.cut.type sftp &&
	hecto -C journal config target.cut.url \
		"$(address "$www/cut" "$(cat proxy.port)")" &&
	test_expect_code 1 hecto -C journal publish --yes cut 2>err;
	status=$?; kill $proxy 2>/dev/null;
	test $status = 0 &&
	grep "publish again to go on" err &&
	test -f "$www/cut/style.css" &&
	test ! -e "$www/cut/index.html" &&
	hecto -C journal publish --yes cut --dry-run >would &&
	! grep "send style.css" would &&
	! grep "send icon.svg" would &&
	grep "send index.html" would &&
	port=$(cat proxy.port) &&
	proxy_start /nowhere "$port" &&
	hecto -C journal publish --yes cut 2>err;
	status=$?; kill $proxy 2>/dev/null;
	test $status = 0 &&
	diff -r "$www/cut" journal/.git/hecto/site/cut
'

test_expect_success 'a failure on the way is gone on from' '
	rm -rf "$www/log" journal/.git/hecto/publish/blog.sent &&
	mkdir -p "$www/log/topics" &&
	: >"$www/log/days" &&
	test_must_fail hecto -C journal publish --yes blog 2>err &&
	grep "publish again to go on" err &&
	test -f "$www/log/style.css" &&
	test ! -e "$www/log/index.html" &&
	rm "$www/log/days" &&
	find "$www" -type f -exec touch -d 2020-01-01 {} + &&
	hecto -C journal publish --yes blog &&
	published &&
	test -z "$(find "$www" -name style.css -newermt 2020-02-01)"
'

test_expect_success 'a server that is not there is said to be so' '
	sshd_end "$server" &&
	hecto -C journal log "Read about sns" &&
	test_expect_code 1 hecto -C journal publish --yes blog 2>err &&
	grep "cannot reach .127.0.0.1." err &&
	hecto -C journal publish -n blog | grep "topics/sns.html"
'

test_expect_success 'a key that has a passphrase is left to the agent' '
	sshd_start "$server" &&
	ssh-keygen -q -p -P "" -N wonderland -f "$HOME/.ssh/id_ed25519" &&
	test_expect_code 4 hecto -C journal publish --yes blog 2>err &&
	grep "ssh-add" err &&
	ssh-keygen -q -p -P wonderland -N "" -f "$HOME/.ssh/id_ed25519"
'

test_expect_success 'the keys of the agent do' '
	eval "$(ssh-agent -s)" >/dev/null &&
	mv "$HOME/.ssh/id_ed25519" "$HOME/key" &&
	ssh-add -q "$HOME/key" &&
	hecto -C journal publish --yes blog &&
	published;
	status=$?;
	kill "$SSH_AGENT_PID"; unset SSH_AUTH_SOCK;
	mv "$HOME/key" "$HOME/.ssh/id_ed25519"
	return $status
'

test_expect_success 'without any key it is said how to make one' '
	mv "$HOME/.ssh/id_ed25519" "$HOME/key" &&
	hecto -C journal log "Read about ecs" &&
	test_expect_code 4 hecto -C journal publish --yes blog 2>err &&
	grep "ssh-keygen -t ed25519" err &&
	ssh-keygen -q -t rsa -N "" -f "$HOME/.ssh/id_rsa" &&
	cat "$HOME/.ssh/id_rsa.pub" >>server/authorized_keys &&
	{ hecto -C journal publish --yes blog 2>err || grep "is an RSA key" err; } &&
	mv "$HOME/key" "$HOME/.ssh/id_ed25519"
'

test_expect_success 'another key of the host is refused loudly' '
	hecto -C journal log "Read about eks" &&
	rm server/host_key* &&
	ssh-keygen -q -t ed25519 -N "" -f server/host_key &&
	sshd_end "$server" &&
	sshd_start "$server" &&
	cp -r "$www" www-before &&
	test_expect_code 4 hecto -C journal publish --yes blog 2>err &&
	grep "HAS CHANGED" err &&
	grep "ssh-keygen -R" err &&
	diff -r www-before "$www"
'

# Its pid is in the scratch folder, which goes now.
sshd_end "$server"
test_done
