#!/bin/sh
test_description='publishing over WebDAV'
. ./setup.sh

if ! test_have_prereq_tool python3 || ! test_have_prereq_tool openssl
then
	skip_all='no python3 or openssl'
	test_done
fi
. "$HECTO_SOURCE/tests/servers/webdav.sh"
test -x /usr/sbin/nginx &&
	test -f /usr/lib/nginx/modules/ngx_http_dav_ext_module.so &&
	test_set_prereq NGINX
test -x /usr/sbin/apache2 && test_set_prereq APACHE
# No test is to ask the one who runs it.
GIT_TERMINAL_PROMPT=0
GIT_ASKPASS=true
export GIT_TERMINAL_PROMPT GIT_ASKPASS
unset SSH_ASKPASS NETRC SSL_CERT_FILE

nginx=$PWD/nginx
# Apache reads files as somebody who may not be let into this folder.
apache=$(mktemp -d "${TMPDIR:-/tmp}/hecto-dav.XXXXXX") && chmod 755 "$apache"
trap 'dav_end "$nginx"; dav_end "$apache"; rm -rf "$apache"' EXIT

log_in () {
	echo "machine 127.0.0.1 login me password ${1:-wonderland}" \
		>"$HOME/.netrc" &&
	chmod 600 "$HOME/.netrc"
}

# target NAME PATH [PORT]
target () {
	hecto -C journal config "target.$1.type" webdav &&
	hecto -C journal config "target.$1.url" \
		"http://127.0.0.1:${3:-$dav_port}/$2"
}

# published NAME FOLDER: what is there is what was drawn, and no more.
published () {
	diff -r "$2" "journal/.git/hecto/site/$1"
}

# proxy_start FILE [PORT]: in front of the server, until FILE is there.
proxy_start () {
	rm -f proxy.port
	python3 "$HECTO_SOURCE/tests/servers/cutting_proxy.py" "$dav_port" \
		"$1" proxy.port $2 &
	proxy=$!
	wait_for_file proxy.port
}

test_expect_success 'set up' '
	new_journal &&
	hecto -C journal log "Read about lambda" -d 2022-07-03 &&
	hecto -C journal log "Read about sqs"
'

test_expect_success NGINX 'nginx starts' '
	nginx_begin "$nginx" &&
	target blog log/
'

test_expect_success NGINX 'who has no password is refused, with what to do' '
	test_expect_code 4 hecto -C journal publish --yes blog >out 2>err &&
	grep "netrc" err &&
	grep "git-credential" err &&
	test_must_be_empty out
'

test_expect_success NGINX 'nor is one with a wrong one let in' '
	log_in rabbit &&
	test_expect_code 4 hecto -C journal publish --yes blog >out 2>err &&
	! grep rabbit out err &&
	test ! -e nginx/root/log
'

test_expect_success NGINX 'with the one of ~/.netrc it is published' '
	log_in &&
	hecto -C journal publish --yes blog >out 2>err &&
	echo "http://127.0.0.1:$dav_port/log/" >expect &&
	test_cmp expect out &&
	published blog nginx/root/log &&
	! grep wonderland out err
'

test_expect_success NGINX 'each file came beside its place and was moved' '
	grep "PUT /log/hecto-tmp-index.html" nginx/access.log &&
	grep "MOVE /log/hecto-tmp-index.html" nginx/access.log &&
	! grep "PUT /log/index.html" nginx/access.log
'

test_expect_success NGINX 'each folder was asked for once' '
	test $(grep -c "MKCOL /log/days/ " nginx/access.log) = 1
'

test_expect_success NGINX 'what pages need comes first, what lists them last' '
	grep -o "MOVE /log/hecto-tmp-[a-z0-9.]*" nginx/access.log |
		sed "s/.*tmp-//" >order &&
	sed -n "/style.css/=" order >style && sed -n "/archive.html/=" order \
		>page && sed -n "/index.html/=" order >index &&
	test $(cat style) -lt $(cat page) && test $(cat page) -lt $(cat index)
'

test_expect_success NGINX 'a second time, nobody is asked' '
	cp nginx/access.log before &&
	hecto -C journal publish --yes blog 2>err &&
	grep ": 0 new or changed" err &&
	test_cmp before nginx/access.log
'

test_expect_success NGINX 'after a change, what differs is sent' '
	hecto -C journal log "Read about kinesis" -d 2022-07-03 &&
	hecto -C journal publish --yes blog &&
	published blog nginx/root/log &&
	test $(grep -c "PUT.*style.css" nginx/access.log) = 1 &&
	test $(grep -c "PUT.*2022-07-03.html" nginx/access.log) = 2
'

test_expect_success NGINX 'a page that is gone is removed, others stay' '
	echo mine >nginx/root/log/mine.txt &&
	id=$(hecto -C journal list --json |
		jq -r ".[] | select(.date == \"2022-07-03\").id") &&
	hecto -C journal rm "$id" &&
	hecto -C journal publish --yes blog &&
	test ! -e nginx/root/log/days/2022-07-03.html &&
	test -f nginx/root/log/mine.txt &&
	rm nginx/root/log/mine.txt &&
	published blog nginx/root/log
'

test_expect_success NGINX 'a page that somebody else removed is no obstacle' '
	hecto -C journal log "Read about s3" -d 2022-07-01 &&
	hecto -C journal publish --yes blog &&
	rm nginx/root/log/days/2022-07-01.html &&
	hecto -C journal rm 2022-07-01 &&
	hecto -C journal publish --yes blog &&
	published blog nginx/root/log
'

test_expect_success NGINX 'the site of somebody else is left alone' '
	mkdir nginx/root/theirs && echo theirs >nginx/root/theirs/index.html &&
	target theirs theirs &&
	test_expect_code 5 hecto -C journal publish --yes theirs 2>err &&
	grep -e --force err &&
	test "$(ls nginx/root/theirs)" = index.html &&
	hecto -C journal publish --yes theirs --force &&
	published theirs nginx/root/theirs
'

test_expect_success NGINX 'our own, forgotten, is known again' '
	cp journal/.git/hecto/publish/blog.sent kept &&
	rm journal/.git/hecto/publish/blog.sent &&
	hecto -C journal publish --yes blog &&
	sort kept >expect && sort journal/.git/hecto/publish/blog.sent |
		test_cmp expect -
'

test_expect_success NGINX 'where nothing can be moved it is put in place' '
	mkdir nginx/root/without-move &&
	target still without-move/log &&
	hecto -C journal publish --yes still &&
	published still nginx/root/without-move/log
'

test_expect_success NGINX 'git is asked for the password' '
	mv "$HOME/.netrc" netrc &&
	mkdir -p bin && git=$(command -v git) &&
	printf "#!/bin/sh\necho \"\$@\" >>\"%s\"\nexec \"%s\" \"\$@\"\n" \
		"$PWD/called" "$git" >bin/git && chmod +x bin/git &&
	git config --global credential.helper \
		"!f() { cat >>\"$PWD/asked\"; echo \"\$1\" >>\"$PWD/asked\"; echo username=me; echo password=wonderland; }; f" &&
	target helped helped &&
	PATH=$PWD/bin:$PATH hecto -C journal publish --yes helped >out 2>err &&
	published helped nginx/root/helped &&
	grep "^host=127.0.0.1:$dav_port" asked &&
	grep "^store" asked &&
	grep "^credential fill" called &&
	! grep wonderland out err called &&
	git config --global --unset credential.helper &&
	mv netrc "$HOME/.netrc"
'

test_expect_success NGINX '$NETRC names another file' '
	mv "$HOME/.netrc" netrc &&
	target netrc netrc &&
	NETRC=$PWD/netrc hecto -C journal publish --yes netrc &&
	published netrc nginx/root/netrc &&
	mv netrc "$HOME/.netrc"
'

test_expect_success NGINX 'a refusal on the way is told, and gone on from' '
	target no forbidden &&
	test_expect_code 4 hecto -C journal publish --yes no 2>err &&
	grep "status 403" err &&
	grep "publish again to go on" err &&
	test -f nginx/root/forbidden/style.css
'

test_expect_success NGINX 'a full disk is told' '
	target full full &&
	test_expect_code 1 hecto -C journal publish --yes full 2>err &&
	grep "has no room" err &&
	test ! -e nginx/root/full/index.html
'

test_expect_success NGINX 'a place that has moved is told, not followed' '
	target moved moved &&
	test_expect_code 1 hecto -C journal publish --yes moved 2>err &&
	grep "elsewhere" err &&
	test ! -e nginx/root/elsewhere
'

test_expect_success NGINX 'a certificate that cannot be trusted is refused' '
	hecto -C journal config target.tls.type webdav &&
	hecto -C journal config target.tls.url \
		"https://127.0.0.1:$tls_port/tls" &&
	test_expect_code 4 hecto -C journal publish --yes tls 2>err &&
	grep "certificate" err &&
	test ! -e nginx/root/tls
'

test_expect_success NGINX 'unless it is said to be one of ours' '
	SSL_CERT_FILE=$PWD/nginx/cert.pem hecto -C journal publish --yes tls &&
	published tls nginx/root/tls &&
	grep "PUT /tls/.*HTTP/2" nginx/access.log
'

test_expect_success NGINX 'a connection that is cut is gone on from' '
	proxy_start nginx/root/cut/archive.html &&
	port=$(cat proxy.port) &&
	target cut cut "$port" &&
	test_expect_code 1 hecto -C journal publish --yes cut 2>err;
	status=$?; kill $proxy 2>/dev/null;
	test $status = 0 &&
	grep "publish again to go on" err &&
	test -f nginx/root/cut/style.css &&
	test ! -e nginx/root/cut/index.html &&
	proxy_start /nowhere "$port" &&
	hecto -C journal publish --yes cut 2>err;
	status=$?; kill $proxy 2>/dev/null;
	test $status = 0 &&
	! grep ", 0 as they were" err &&
	published cut nginx/root/cut
'

test_expect_success NGINX 'a server that is not there is said to be so' '
	dav_end "$nginx" &&
	hecto -C journal log "Read about eks" &&
	test_expect_code 1 hecto -C journal publish --yes blog 2>err &&
	grep "cannot reach .127.0.0.1." err
'

test_expect_success APACHE 'Apache starts' '
	apache_begin "$apache" &&
	log_in &&
	target mod_dav dav/log
'

test_expect_success APACHE 'it is published there, and only what differs' '
	hecto -C journal publish --yes mod_dav &&
	published mod_dav "$apache/root/dav/log" &&
	hecto -C journal publish --yes mod_dav 2>err &&
	grep ": 0 new or changed" err &&
	hecto -C journal log "Read about ecs" -d 2022-07-03 &&
	hecto -C journal publish --yes mod_dav 2>err &&
	! grep ", 0 as they were" err &&
	published mod_dav "$apache/root/dav/log"
'

test_expect_success APACHE 'a page that is gone is removed' '
	hecto -C journal rm 2022-07-03 &&
	hecto -C journal publish --yes mod_dav 2>err &&
	! grep " 0 removed" err &&
	test ! -e "$apache/root/dav/log"/days/2022-07-03.html
'

test_expect_success APACHE 'a folder above that is not there is asked for' '
	target deep dav/not/there &&
	test_expect_code 1 hecto -C journal publish --yes deep 2>err &&
	grep "status 409" err
'

test_expect_success APACHE 'a wrong password is refused' '
	log_in rabbit &&
	hecto -C journal log "Read about sns" &&
	test_expect_code 4 hecto -C journal publish --yes mod_dav 2>err &&
	! grep rabbit err
'

# Their pids are in the scratch folder, which goes now.
dav_end "$nginx"
dav_end "$apache"
test_done
