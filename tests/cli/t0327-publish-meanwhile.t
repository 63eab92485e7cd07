#!/bin/sh
test_description='a text that changes while its site is drawn'
. ./setup.sh

# Whoever asks it for an image finds the entry of 3 July another one, as if
# somebody had saved it just then, and searched.
cat >server.py <<'E2'
import http.server, subprocess

class Editing(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        with open("journal/log/2022/2022-07-03.md", "w") as entry:
            entry.write("Nobody is to read of Lambda in the cupboard.\n")
        if self.path == "/searched.png":
            subprocess.run(["hecto", "-C", "journal", "search", "cupboard"],
                           stdout=subprocess.DEVNULL)
        self.send_error(404)

    def log_message(self, *args):
        pass

server = http.server.HTTPServer(("127.0.0.1", 0), Editing)
with open("port", "w") as port:
    print(server.server_port, file=port)
server.serve_forever()
E2
python3 server.py &
server=$!
trap 'kill $server 2>/dev/null' EXIT
for i in $(seq 200)
do
	test -s port && break
	sleep 0.05
done

publish () {
	hecto -C journal publish --allow-private -o site 2>err
}

test_expect_success 'set up' '
	new_journal && mkdir -p journal/log/2022 &&
	hecto -C journal config publish.images copy &&
	echo "Read about Lambda." >journal/log/2022/2022-07-03.md &&
	cp journal/log/2022/2022-07-03.md before
'

test_expect_success 'what it was made of is not what it says: it is not drawn' '
	echo "![x](http://127.0.0.1:$(cat port)/x.png)" \
		>journal/log/2022/2022-07-04.md &&
	test_expect_code 5 publish &&
	grep "2022-07-03.md. was changed while it was being read" err &&
	! grep -r "cupboard" site
'

test_expect_success 'what it said meanwhile is nowhere once it is as before' '
	sleep 0.1 && cp before journal/log/2022/2022-07-03.md &&
	publish && grep "Read about Lambda" site/days/2022-07-03.html &&
	! grep -r "cupboard" site
'

# Its own page is there already, and its text is not read again.
test_expect_success 'neither is quoted what a search has found meanwhile' '
	for day in 05 06 07 08 09 10
	do
		echo "Nothing." >journal/log/2022/2022-07-$day.md || return 1
	done &&
	sleep 0.1 && publish && sleep 0.1 && publish &&
	echo "Lambda ![x](http://127.0.0.1:$(cat port)/searched.png)" \
		>journal/log/2022/2022-07-04.md &&
	test_expect_code 5 publish &&
	grep "2022-07-03.md. was changed while it was being read" err &&
	! grep -r "cupboard" site &&
	sleep 0.1 && cp before journal/log/2022/2022-07-03.md && publish &&
	grep "Read about Lambda" site/topics/lambda.html &&
	! grep -r "cupboard" site
'

test_done
