#!/bin/sh
test_description='the places a site is published to'
. ./setup.sh

test_expect_success 'set up' '
	new_journal &&
	hecto -C journal log "Read about lambda"
'

test_expect_success 'without any, the folder is the only target' '
	hecto -C journal publish --list >out &&
	grep "^dir  *dir  *public  *when none is named" out &&
	hecto -C journal publish dir >out &&
	grep "public/index.html$" out
'

test_expect_success 'a target is made by its settings' '
	hecto -C journal config target.web.type dir &&
	hecto -C journal config target.web.dir www &&
	hecto -C journal publish web &&
	test -f journal/www/index.html &&
	git -C journal config -f .hecto/config target.web.dir
'

test_expect_success 'the only one is meant when none is named' '
	rm -r journal/www journal/public &&
	hecto -C journal publish &&
	test -f journal/www/index.html &&
	test ! -e journal/public
'

test_expect_success 'of several, the one that publish.target says' '
	hecto -C journal config target.other.type dir &&
	hecto -C journal config target.other.dir other &&
	hecto -C journal publish &&
	test -f journal/public/index.html &&
	hecto -C journal config publish.target other &&
	hecto -C journal publish &&
	test -f journal/other/index.html &&
	hecto -C journal publish -l --json >out &&
	test "$(jq -r ".[] | select(.default).name" out)" = other
'

test_expect_success 'a target that is not there is refused, with those near' '
	expect_usage_error hecto -C journal publish wbe &&
	grep "did you mean .web.?" err &&
	expect_usage_error hecto -C journal publish blog &&
	grep "target.blog.type" err &&
	hecto -C journal config publish.target nowhere &&
	expect_usage_error hecto -C journal publish &&
	grep "publish.target" err &&
	hecto -C journal config --unset publish.target
'

test_expect_success 'a target and -o exclude each other' '
	expect_usage_error hecto -C journal publish web -o elsewhere
'

test_expect_success 'a dry run tells and writes nothing' '
	git -C journal rev-parse HEAD >before &&
	hecto -C journal publish -o site --dry-run >out 2>err &&
	grep "^send index.html$" out &&
	grep "would be new" err &&
	test ! -e site &&
	git -C journal rev-parse HEAD | test_cmp before - &&
	hecto -C journal publish -o site &&
	hecto -C journal publish -o site -n >out &&
	test_must_be_empty out &&
	hecto -C journal log "Read about kinesis" -d yesterday &&
	git -C journal rev-parse HEAD >before &&
	find site -type f -exec sha256sum {} + | sort >files &&
	hecto -C journal publish -o site -n >out &&
	grep "^send topics/kinesis.html$" out &&
	find site -type f -exec sha256sum {} + | sort | test_cmp files - &&
	git -C journal rev-parse HEAD | test_cmp before -
'

test_expect_success 'JSON says which files' '
	hecto -C journal publish -o site --json >out &&
	jq -e ".sent | index(\"topics/kinesis.html\")" out &&
	test "$(jq -r .target out)" = dir &&
	hecto -C journal rm "$(hecto -C journal list --json |
		jq -r ".[] | select(.topics == [\"kinesis\"]).id")" &&
	hecto -C journal publish -o site --json >out &&
	jq -e ".removed | index(\"topics/kinesis.html\")" out
'

test_expect_success 'what a kind needs is asked for' '
	hecto -C journal config target.incomplete.url sftp://example.org/www &&
	expect_usage_error hecto -C journal publish incomplete &&
	grep "target.incomplete.type" err &&
	hecto -C journal config target.incomplete.type s3 &&
	expect_usage_error hecto -C journal publish incomplete &&
	grep "target.incomplete.bucket" err &&
	hecto -C journal config target.incomplete.type webdav &&
	expect_usage_error hecto -C journal publish incomplete &&
	grep "https://" err
'

test_expect_success 'settings of targets are checked' '
	test_must_fail hecto -C journal config target.a.type ftp &&
	test_must_fail hecto -C journal config target.a.url example.org &&
	test_must_fail hecto -C journal config "target.a b.type" dir &&
	test_must_fail hecto -C journal config target.a.path ../up &&
	test_must_fail hecto -C journal config target.a.bucket a/b &&
	test_must_fail hecto -C journal config target.a.endpoint s3.example.org
'

test_expect_success 'a password in an address is refused, and not shown' '
	test_must_fail hecto -C journal config target.a.url \
		https://me:wonderland@example.org/ 2>err &&
	grep "password" err &&
	! grep wonderland err &&
	git -C journal config -f .hecto/config target.a.type webdav &&
	git -C journal config -f .hecto/config target.a.url \
		https://me:wonderland@example.org/ &&
	test_must_fail hecto -C journal publish a >out 2>err &&
	grep password err &&
	! grep wonderland out err &&
	hecto -C journal publish --list >out 2>&1 &&
	! grep wonderland out
'

test_expect_success 'a server that cannot be reached is said to be so, with what to look at' '
	unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_PROFILE http_proxy all_proxy &&
	hecto -C journal config target.s.type sftp &&
	hecto -C journal config target.s.url sftp://me@127.0.0.1:1/srv &&
	hecto -C journal config target.w.type webdav &&
	hecto -C journal config target.w.url http://127.0.0.1:1/dav &&
	hecto -C journal config target.k.type s3 &&
	hecto -C journal config target.k.bucket my-bucket &&
	hecto -C journal config target.k.endpoint http://127.0.0.1:1 &&
	for target in s w k
	do
		test_expect_code 1 env AWS_ACCESS_KEY_ID=a AWS_SECRET_ACCESS_KEY=b \
			hecto -C journal publish --yes $target 2>err &&
		grep "cannot publish to .$target.: cannot reach .127.0.0.1.*is the address right, and does the server run?" err ||
		return 1
	done
'

test_expect_success 'nor is it tried where it is not said which, or who' '
	git -C journal config -f .hecto/config target.w.url http:// &&
	expect_usage_error hecto -C journal publish --yes w &&
	grep "is no address; write https://NAME@HOST/FOLDER" err &&
	test_expect_code 4 hecto -C journal publish --yes k 2>err &&
	grep "there is no access key: set AWS_ACCESS_KEY_ID" err &&
	hecto -C journal config target.k.profile nobody &&
	test_expect_code 4 env AWS_ACCESS_KEY_ID=a AWS_SECRET_ACCESS_KEY=b \
		hecto -C journal publish --yes k 2>err &&
	grep "no file .*credentials., where the profile .nobody. should be" err
'

test_expect_success 'names of targets are completed' '
	hecto __complete -C journal publish w >out &&
	grep "^web" out
'

test_done
