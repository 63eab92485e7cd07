#!/bin/sh
test_description='publishing to S3'
. ./setup.sh

if ! test_have_prereq_tool python3
then
	skip_all='no python3'
	test_done
fi
. "$HECTO_SOURCE/tests/servers/ports.sh"

unset AWS_PROFILE AWS_SHARED_CREDENTIALS_FILE AWS_SESSION_TOKEN
unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_REGION AWS_DEFAULT_REGION

mkdir s3 s3/site
s3_start () {
	python3 "$HECTO_SOURCE/tests/servers/s3.py" s3 port >s3.out 2>&1 &
	server=$!
	wait_for_file port
}
trap 'kill $server 2>/dev/null' EXIT
s3_start || exit 1
here=http://127.0.0.1:$(cat port)
secret=wJalrXUtnFEMI/K7MDENG/wonderland

log_in () {
	AWS_ACCESS_KEY_ID=AKIDHECTOTEST
	AWS_SECRET_ACCESS_KEY=${1:-$secret}
	export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
}

log_out () {
	unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
}

# target NAME BUCKET [PATH]
target () {
	hecto -C journal config "target.$1.type" s3 &&
	hecto -C journal config "target.$1.bucket" "$2" &&
	hecto -C journal config "target.$1.endpoint" "$here" &&
	hecto -C journal config "target.$1.region" eu-central-1 &&
	{ test -z "$3" || hecto -C journal config "target.$1.path" "$3"; }
}

published () {
	diff -r "$2" "journal/.git/hecto/site/$1"
}

requests () {
	wc -l <s3/.log
}

test_expect_success 'set up' '
	new_journal &&
	hecto -C journal log "Read about lambda" -d 2022-07-03 &&
	hecto -C journal log "Read about sqs" &&
	mkdir -p journal/notes &&
	echo iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg== |
		base64 -d >journal/notes/dot.png &&
	printf "# Dots\n\n![a dot](dot.png)\n" >journal/notes/dots.md &&
	target blog site
'

test_expect_success 'without a key it is said where one is looked for' '
	test_expect_code 4 hecto -C journal publish --yes blog 2>err &&
	grep AWS_ACCESS_KEY_ID err &&
	grep .aws/credentials err
'

test_expect_success 'with the one of the environment it is published' '
	log_in &&
	hecto -C journal publish --yes blog >out 2>err &&
	echo s3://site/ >expect &&
	test_cmp expect out &&
	published blog s3/site &&
	! grep wonderland out err
'

test_expect_success 'pages say what they are, and how long they hold' '
	grep -i "^content-type: text/html; charset=utf-8" \
		s3/.headers/site/index.html &&
	grep -i "^content-type: text/css" s3/.headers/site/style.css &&
	grep -i "^content-type: image/svg+xml" s3/.headers/site/icon.svg &&
	grep -i "^cache-control: public, max-age=300" \
		s3/.headers/site/index.html
'

test_expect_success 'what is named after its bytes holds for ever' '
	grep -i "^content-type: image/png" s3/.headers/site/files/dot-*.png &&
	grep -i "^cache-control: public, max-age=31536000, immutable" \
		s3/.headers/site/files/dot-*.png
'

test_expect_success 'a second time, nobody is asked' '
	requests >before &&
	hecto -C journal publish --yes blog 2>err &&
	grep ": 0 new or changed" err &&
	requests | test_cmp before -
'

test_expect_success 'after a change, what differs is sent' '
	hecto -C journal log "Read about kinesis" -d 2022-07-03 &&
	hecto -C journal publish --yes blog &&
	published blog s3/site &&
	test $(grep -c "PUT /site/style.css" s3/.log) = 1 &&
	test $(grep -c "PUT /site/days/2022-07-03.html" s3/.log) = 2
'

test_expect_success 'a page that is gone is removed, last of all' '
	echo mine >s3/site/mine.txt &&
	hecto -C journal rm 2022-07-03 &&
	: >s3/.log &&
	hecto -C journal publish --yes blog &&
	test ! -e s3/site/days/2022-07-03.html &&
	test -f s3/site/mine.txt && rm s3/site/mine.txt &&
	sed -n "/DELETE/=" s3/.log | head -n 1 >first &&
	sed -n "/PUT/=" s3/.log | tail -n 1 >last &&
	test $(cat first) -gt $(cat last) &&
	rmdir s3/site/topics 2>/dev/null;
	published blog s3/site
'

test_expect_success 'all is sent again where that is asked for' '
	hecto -C journal publish --yes blog --force 2>err &&
	grep ", 0 as they were" err
'

test_expect_success 'a folder of a bucket' '
	target deep site "a b/(c)" &&
	hecto -C journal publish --yes deep >out &&
	grep -F "s3://site/a b/(c)/" out &&
	published deep "s3/site/a b/(c)" &&
	rm -r "s3/site/a b"
'

test_expect_success 'the site of somebody else is left alone' '
	mkdir s3/theirs && echo theirs >s3/theirs/index.html &&
	target theirs theirs &&
	test_expect_code 5 hecto -C journal publish --yes theirs 2>err &&
	test "$(ls s3/theirs)" = index.html &&
	hecto -C journal publish --yes theirs -f &&
	published theirs s3/theirs
'

test_expect_success 'a wrong secret is refused, and not shown' '
	hecto -C journal log "Read about ecs" &&
	log_in rabbit/hole &&
	test_expect_code 4 hecto -C journal publish --yes blog >out 2>err &&
	grep SignatureDoesNotMatch err &&
	! grep rabbit out err
'

test_expect_success 'an unknown key, bucket or region is said to be so' '
	log_in &&
	AWS_ACCESS_KEY_ID=AKIDOTHER test_expect_code 4 \
		hecto -C journal publish --yes blog 2>err &&
	grep "does not know the access key" err &&
	target nowhere no-such-bucket &&
	test_expect_code 1 hecto -C journal publish --yes nowhere 2>err &&
	grep "there is no such bucket" err &&
	target region site &&
	hecto -C journal config target.region.region us-west-2 &&
	test_expect_code 1 hecto -C journal publish --yes region --force 2>err &&
	grep "another region" err
'

test_expect_success 'a profile of ~/.aws/credentials' '
	log_out &&
	mkdir -p "$HOME/.aws" &&
	cat >"$HOME/.aws/credentials" <<-END &&
	[default]
	aws_access_key_id = AKIDOTHER
	aws_secret_access_key = rabbit
	# the one that is meant
	[log]
	aws_access_key_id=AKIDHECTOTEST
	aws_secret_access_key = $secret
	END
	test_expect_code 4 hecto -C journal publish --yes blog 2>err &&
	AWS_PROFILE=log hecto -C journal publish --yes blog &&
	published blog s3/site &&
	hecto -C journal log "Read about eks" &&
	hecto -C journal config target.blog.profile log &&
	hecto -C journal publish --yes blog &&
	published blog s3/site &&
	hecto -C journal config target.blog.profile none &&
	hecto -C journal log "Read about efs" &&
	test_expect_code 4 hecto -C journal publish --yes blog 2>err &&
	grep "no profile .none." err &&
	hecto -C journal config --unset target.blog.profile
'

test_expect_success 'the token of a session is sent, and signed' '
	log_in &&
	echo token/of+a=session >s3/.token &&
	test_expect_code 4 hecto -C journal publish --yes blog 2>err &&
	AWS_SESSION_TOKEN=token/of+a=session hecto -C journal publish --yes blog &&
	published blog s3/site &&
	rm s3/.token
'

test_expect_success 'a server that is busy is asked again' '
	echo 2 >s3/.busy &&
	hecto -C journal log "Read about ebs" &&
	hecto -C journal publish --yes blog &&
	published blog s3/site &&
	grep "^503" s3/.log
'

test_expect_success 'one that stays busy is left, and said to be so' '
	echo 100 >s3/.busy &&
	hecto -C journal log "Read about rds" &&
	test_expect_code 1 hecto -C journal publish --yes blog 2>err &&
	grep "status 503" err &&
	rm s3/.busy
'

test_expect_success 'a refusal on the way is told, and gone on from' '
	mkdir s3/half &&
	target half half &&
	echo index.html >s3/.closed &&
	test_expect_code 4 hecto -C journal publish --yes half 2>err &&
	grep "AccessDenied" err &&
	grep "publish again to go on" err &&
	test ! -e s3/half/index.html &&
	rm s3/.closed &&
	: >s3/.log &&
	hecto -C journal publish --yes half &&
	published half s3/half &&
	! grep "PUT /half/style.css" s3/.log
'

test_expect_success 'a connection that is cut is gone on from' '
	mkdir s3/cut &&
	target cut cut &&
	kill $server && rm port &&
	s3_start &&
	hecto -C journal config target.cut.endpoint \
		http://127.0.0.1:$(cat port) &&
	echo 9 >s3/.drop &&
	test_expect_code 1 hecto -C journal publish --yes cut 2>err &&
	grep "publish again to go on" err &&
	test -f s3/cut/style.css &&
	test ! -e s3/cut/index.html &&
	rm s3/.drop &&
	: >s3/.log &&
	hecto -C journal publish --yes cut &&
	published cut s3/cut &&
	! grep "PUT /cut/style.css" s3/.log
'

test_expect_success 'what was sent and is gone before it was told is removed' '
	hecto -C journal log "Read about fargate" -d 2022-07-02 &&
	echo days/2022-07-02.html >s3/.closed &&
	test_expect_code 4 hecto -C journal publish --yes cut &&
	rm s3/.closed &&
	hecto -C journal rm 2022-07-02 &&
	mkdir -p s3/cut/days && echo half >s3/cut/days/2022-07-02.html &&
	hecto -C journal publish --yes cut &&
	test ! -e s3/cut/days/2022-07-02.html
'

test_expect_success 'a memory that was cut short is no obstacle' '
	memory=journal/.git/hecto/publish/cut.sent &&
	head -c -20 $memory >short && printf "+ abc\n~ ../up\n\377\n" >>short &&
	printf "+ 0123" >>short && cp short $memory &&
	hecto -C journal publish --yes cut &&
	published cut s3/cut &&
	! grep -a -e "up" -e "0123$" $memory &&
	hecto -C journal publish --yes cut 2>err &&
	grep ": 0 new or changed" err
'

test_expect_success 'another place under the same name is another place' '
	mkdir s3/second &&
	hecto -C journal config target.cut.bucket second &&
	hecto -C journal publish --yes cut &&
	published cut s3/second
'

test_expect_success 'a progress bar on a terminal, none elsewhere' '
	hecto -C journal publish --yes cut --force 2>err &&
	! grep "\[#" err &&
	TERM=xterm on_a_terminal hecto -C journal publish --yes cut --force >out &&
	grep "\[#.* files" out
'

kill $server
test_done
