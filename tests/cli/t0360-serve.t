#!/bin/sh
test_description='the site in a browser while it is written'
. ./setup.sh

# get PATH [HOST] [METHOD]: the status, then the answer.
cat >get.py <<'EOF'
import http.client, sys
port = int(open("address").read().rsplit(":", 1)[1].strip("/\n"))
path, host, method = (sys.argv[1:] + ["", ""][len(sys.argv) - 2:])[:3]
c = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
c.putrequest(method or "GET", path, skip_host=True)
c.putheader("Host", host or "127.0.0.1:%d" % port)
c.endheaders()
r = c.getresponse()
print(r.status, r.getheader("Content-Type"))
sys.stdout.flush()
sys.stdout.buffer.write(r.read())
EOF
get () { python3 get.py "$1" "$2" "$3"; }

# serve: start a server, and wait for its address.
serve () {
	hecto -C journal serve --port 0 >address 2>messages &
	server=$!
	for i in $(seq 200)
	do
		test -s address && return
		sleep 0.05
	done
	return 1
}
# shown TEXT [PATH]: within ten seconds, a page says so.
shown () {
	for i in $(seq 100)
	do
		get "${2:-/}" | grep -F "$1" >/dev/null && return
		sleep 0.1
	done
	return 1
}
version () { get / | grep -o "reload.js?v=[0-9]*" | sed "s/.*v=//"; }
trap 'kill $server 2>/dev/null' EXIT

test_expect_success 'the address is printed, and leads to the site' '
	new_journal && hecto -C journal log "Read about S3" &&
	hecto -C journal config publish.url https://log.example.org/my/log &&
	serve &&
	grep "^http://127.0.0.1:[0-9]*/$" address && get / >page &&
	head -n 1 page | grep "200 text/html" && grep "Read about S3" page &&
	get /style.css | head -n 1 | grep "200 text/css"
'

test_expect_success 'a change by a command is shown' '
	hecto -C journal log "Queues with SQS" && shown "Queues with SQS"
'

test_expect_success 'a change by an editor is shown, in a new folder as well' '
	mkdir -p journal/notes/deep/er && sleep 0.3 &&
	echo "# Visibility timeout" >journal/notes/deep/er/sqs.md &&
	shown "Visibility timeout"
'

test_expect_success 'an open page is told to load itself again' '
	old=$(version) && test -n "$old" &&
	get "/.hecto/reload.js?v=$old" | grep "wait.js?v=$old" &&
	{ get "/.hecto/wait.js?v=$old" >told & waiting=$!; } &&
	sleep 0.5 && test_must_be_empty told &&
	hecto -C journal log "More of SNS" && wait $waiting &&
	grep "location.reload()" told && test "$(version)" != "$old"
'

test_expect_success 'a page of a server before this one is told at once' '
	get "/.hecto/wait.js?v=12" | grep "location.reload()" &&
	get "/.hecto/wait.js" | grep "location.reload()"
'

test_expect_success 'a script cannot be given to the page by its address' '
	get "/.hecto/reload.js?v=1%27;alert(1)//" >script &&
	! grep alert script
'

test_expect_success 'another name for this machine is not answered' '
	get / evil.example | grep "^403" &&
	get / "127.0.0.1:1" | grep "^403" &&
	get / "localhost:$(sed "s/.*://; s/\/$//" address)" | grep "^200"
'

test_expect_success 'pages of others cannot load what is searched' '
	cat >policy.py <<-\EOF &&
	import urllib.request
	url = open("address").read().strip()
	for path in "search/index.js", "search/d0.js", ".hecto/reload.js", "":
	    r = urllib.request.urlopen(url + path)
	    print(r.headers["Cross-Origin-Resource-Policy"])
	EOF
	python3 policy.py >policies && test $(wc -l <policies) = 4 &&
	test "$(uniq policies)" = same-origin
'

test_expect_success 'pages that were left while they waited are no burden' '
	cat >leave.py <<-\EOF &&
	import socket, sys
	host, port = "127.0.0.1", int(sys.argv[1])
	ask = "GET /.hecto/wait.js?v=%s HTTP/1.1\r\nHost: %s:%d\r\n\r\n"
	for i in range(400):
	    with socket.create_connection((host, port), timeout=20) as c:
	        c.sendall((ask % (sys.argv[2], host, port)).encode())
	EOF
	port=$(sed "s/.*://; s/\/$//" address) &&
	python3 leave.py $port "$(version)" && get / | head -n 1 | grep "^200"
'

test_expect_success 'nothing is written and nothing out of the folder read' '
	get / "" POST | grep "^405" && get / "" DELETE | grep "^405" &&
	get /../../config | grep "^404" &&
	get /%2e%2e/%2e%2e/config | grep "^404" &&
	get "//etc/passwd" | grep "^404" &&
	get "/days/%00" | grep "^404" && get /days | grep "^404"
'

test_expect_success 'what is not found is shown as it will be at its address' '
	get /nowhere >page && head -n 1 page | grep "404 text/html" &&
	grep "href=\"/my/log/style.css\"" page &&
	get /my/log/style.css | head -n 1 | grep "200 text/css" &&
	get /my/log/ | head -n 1 | grep "200 text/html" &&
	get /my/log/../../../../config | grep "^404" &&
	get /my/log/.git/config | grep "^404"
'

# Readers that take nothing must not make the server hold what they asked for.
test_expect_success 'a large file is sent out of the folder, not out of memory' '
	{ echo "%PDF-1.7"; head -c 15000000 /dev/urandom; } >journal/paper.pdf &&
	hecto -C journal log "A [paper](/paper.pdf)" &&
	shown "files/paper-" /days/2022-07-04.html &&
	path=$(get /days/2022-07-04.html |
		grep -o "files/paper-[0-9a-f]*.pdf" | head -n 1) &&
	get "/$path" | sed 1d | cmp - journal/paper.pdf &&
	get "/$path" "" HEAD | grep "^200 application/pdf" &&
	cat >stall.py <<-\EOF &&
	import socket, sys
	port, path, server = int(sys.argv[1]), sys.argv[2], sys.argv[3]
	def resident():
	    for line in open(f"/proc/{server}/status"):
	        if line.startswith("VmRSS:"):
	            return int(line.split()[1])
	before, held = resident(), []
	for _ in range(10):
	    c = socket.create_connection(("127.0.0.1", port), timeout=30)
	    c.sendall(f"GET /{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
	    assert c.recv(12) == b"HTTP/1.1 200"
	    held.append(c)
	grown = resident() - before
	print(grown, "KiB")
	sys.exit(grown > 60000)
	EOF
	python3 stall.py "$(sed "s/.*://; s/\/$//" address)" "$path" $server
'

test_expect_success 'what is private is not shown' '
	{
		echo "## Day 3: July 6, 2022" && echo "Public words." &&
		echo "Marked words. <!-- private -->"
	} >in && hecto -C journal import --as 100days in && shown "Public words" &&
	! get /days/2022-07-06.html | grep "Marked words" &&
	get /days/2022-07-06.html | grep "Public words"
'

test_expect_success 'the published folder and the plan are left alone' '
	test ! -e journal/public && git -C journal status --porcelain >status &&
	! grep public status
'

test_expect_success 'a preview leaves the plan as it is' '
	mkdir -p journal/plans && hecto -C journal exam add aws --date 2022-08-01 &&
	printf "# Plan\n\nDays to go: 3\n" >journal/plans/aws.md &&
	hecto -C journal publish --preview -o drawn &&
	grep "Days to go: 3" journal/plans/aws.md
'

test_expect_success 'a port that is in use is named' '
	port=$(sed "s/.*://; s/\/$//" address) &&
	test_expect_code 5 hecto -C journal serve -p $port 2>err &&
	grep "port $port is in use" err
'

test_expect_success 'it ends when it is told to, also while a browser waits' '
	{ get "/.hecto/wait.js?v=$(version)" >told 2>&1 & waiting=$!; } &&
	sleep 0.3 && kill -INT $server && wait $server &&
	test_might_fail wait $waiting
'

test_expect_success 'a journal without git is told what it needs' '
	mkdir bare && cp -R journal/.hecto bare/ &&
	test_expect_code 2 hecto -C bare serve --port 0 2>err &&
	grep "hecto init" err
'

test_expect_success 'wrong usage is told' '
	cd journal && expect_usage_error hecto serve --port 70000 &&
	expect_usage_error hecto serve --port x &&
	expect_usage_error hecto serve something
'

test_done
