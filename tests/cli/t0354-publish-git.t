#!/bin/sh
test_description='publishing to a branch of a git remote'
. ./setup.sh

servers= short=
trap 'test -z "$servers" || kill $servers 2>/dev/null; rm -rf "$short"' EXIT
appears () {
	for i in $(seq 200)
	do
		test -s "$1" && return
		sleep 0.05
	done
	return 1
}
# The branch as it is on the remote.
there () { git --git-dir=remote.git rev-parse "gh-pages$1"; }

test_expect_success 'set up' '
	git init -q --bare remote.git && new_journal &&
	hecto -C journal log --date 2022-07-03 "Read about lambda" &&
	hecto -C journal log "Queues with SQS" &&
	git -C journal remote add origin "$PWD/remote.git" &&
	hecto -C journal config target.pages.type git
'

test_expect_success 'where it goes to is asked, or said with --yes' '
	test_expect_code 5 hecto -C journal publish pages 2>err &&
	grep "remote.git.*--yes" err &&
	test_must_fail there && hecto -C journal publish pages --yes 2>err &&
	there
'

test_expect_success 'the branch has the site, and no history' '
	git --git-dir=remote.git ls-tree -r --name-only gh-pages >files &&
	grep "^index.html$" files && grep "^days/2022-07-04.html$" files &&
	test "$(git --git-dir=remote.git rev-list --count gh-pages)" = 1 &&
	hecto -C journal publish -o drawn &&
	git --git-dir=remote.git archive gh-pages | tar -xf - --one-top-level=got &&
	diff -r drawn got
'

test_expect_success 'its commit has no address of anybody' '
	git -C journal config user.name Ann &&
	git -C journal config user.email ann@example.org &&
	hecto -C journal config journal.email me@home.example.org &&
	hecto -C journal log --date 2022-07-02 "Read about EC2" &&
	hecto -C journal publish pages &&
	git --git-dir=remote.git cat-file commit gh-pages >commit &&
	grep "^author hecto <noreply@invalid>" commit &&
	grep "^committer hecto <noreply@invalid>" commit &&
	hecto -C journal config journal.author "Ada Lane" &&
	hecto -C journal publish pages &&
	git --git-dir=remote.git cat-file commit gh-pages >commit &&
	grep "^author Ada Lane <noreply@invalid>" commit &&
	! grep -i -e ann -e home commit
'

test_expect_success 'work tree, index and branches of the journal are as they were' '
	git -C journal status --porcelain >status && test_must_be_empty status &&
	git -C journal branch --list >branches &&
	test $(wc -l <branches) = 1 && git -C journal fsck --strict
'

test_expect_success 'once more, nothing is sent' '
	before=$(there) && hecto -C journal publish pages --json >out &&
	test "$(jq ".sent | length" out)" = 0 &&
	test "$(jq ".removed | length" out)" = 0 && test "$(there)" = "$before"
'

# The countdown is a commit of its own, and a site's takes the same lock.
test_expect_success 'a plan whose countdown is brought up to date is sent' '
	git init -q --bare counted.git && hecto init counted &&
	git -C counted remote add origin "$PWD/counted.git" &&
	hecto -C counted config publish.private none &&
	hecto -C counted config target.pages.type git &&
	mkdir -p counted/plans &&
	printf "%s\n" "# Plan" "" "- **Days to go**: 20" \
		"- **Percentage remaining**: 99%" >counted/plans/dva.md &&
	hecto -C counted exam set "AWS DVA" --date 2022-07-20 \
		--start 2022-07-03 &&
	hecto -C counted publish pages --yes 2>err &&
	grep "countdown of the plan up to date" err &&
	git --git-dir=counted.git rev-parse gh-pages
'

test_expect_success 'a change sends what it touches, and is the only commit' '
	before=$(there) && hecto -C journal log "And topics with SNS" &&
	hecto -C journal publish pages --json >out &&
	jq -e ".sent | index(\"days/2022-07-04.html\")" out &&
	jq -e ".sent | index(\"days/2022-07-03.html\") | not" out &&
	test "$(there)" != "$before" &&
	test "$(git --git-dir=remote.git rev-list --count gh-pages)" = 1
'

test_expect_success 'a dry run tells, and leaves the remote alone' '
	before=$(there) && hecto -C journal rm --yes 2022-07-03 &&
	hecto -C journal publish pages --dry-run --json >out &&
	jq -e ".removed | index(\"days/2022-07-03.html\")" out &&
	test "$(there)" = "$before" && hecto -C journal publish pages &&
	test "$(there)" != "$before" && test_must_fail there :days/2022-07-03.html
'

test_expect_success 'what was published and is private now is in no object there' '
	hecto -C journal log --date 2022-07-02 "The word is xylophone" &&
	hecto -C journal publish pages &&
	there :days/2022-07-02.html &&
	echo "The word is xylophone <!-- private -->" >line &&
	sed -i "s/.*xylophone.*/$(cat line)/" journal/log/2022/2022-07-02.md &&
	hecto -C journal publish pages &&
	git clone -q --mirror "file://$PWD/remote.git" clone.git &&
	git --git-dir=clone.git cat-file --batch-all-objects --batch >all &&
	! grep -a xylophone all
'

test_expect_success 'commits of others are not replaced, unless by --force' '
	git clone -q -b gh-pages "$PWD/remote.git" theirs 2>/dev/null &&
	git -C theirs -c user.name=T -c user.email=t@example.org \
		commit -q --allow-empty -m Mine &&
	git -C theirs push -q && before=$(there) &&
	hecto -C journal log "Still more" &&
	test_expect_code 5 hecto -C journal publish pages 2>err &&
	grep "not published from here.*--force" err &&
	test "$(there)" = "$before" &&
	hecto -C journal publish pages --force && test "$(there)" != "$before"
'

test_expect_success 'a failed push is made up for by the next' '
	hecto -C journal log "While the remote is away" &&
	mv remote.git away.git &&
	test_expect_code 1 hecto -C journal publish pages 2>err &&
	grep "cannot push to" err && mv away.git remote.git &&
	hecto -C journal publish pages &&
	git --git-dir=remote.git cat-file -p gh-pages:index.html |
		grep "While the remote"
'

test_expect_success 'neither the journal'\''s branch nor upstream nor nowhere' '
	branch=$(git -C journal symbolic-ref --short HEAD) &&
	hecto -C journal config target.pages.branch $branch &&
	expect_usage_error hecto -C journal publish pages --yes &&
	hecto -C journal config target.pages.branch "a..b" &&
	expect_usage_error hecto -C journal publish pages --yes &&
	hecto -C journal config --unset target.pages.branch &&
	git -C journal remote add upstream "$PWD/remote.git" &&
	hecto -C journal config target.pages.remote upstream &&
	expect_usage_error hecto -C journal publish pages --yes &&
	hecto -C journal config target.pages.remote nobody &&
	test_expect_code 3 hecto -C journal publish pages --yes 2>err &&
	grep "git remote add nobody" err &&
	hecto -C journal config --unset target.pages.remote
'

test_expect_success 'in a folder of a branch' '
	hecto -C journal config target.pages.path docs/log &&
	hecto -C journal config target.pages.branch site &&
	hecto -C journal publish pages --yes --json >out &&
	jq -e ".sent | index(\"index.html\")" out &&
	git --git-dir=remote.git cat-file -e site:docs/log/index.html &&
	hecto -C journal config --unset target.pages.path &&
	hecto -C journal config --unset target.pages.branch
'

test_expect_success 'what moves into a folder of the branch is removed above it' '
	hecto -C journal publish pages --yes --force &&
	hecto -C journal config target.pages.path \
		a/very/long/folder/for/files/with/short/names &&
	hecto -C journal publish pages --dry-run --json >out &&
	jq -r ".removed[]" out | grep "^index.html$" &&
	jq -e ".sent | index(\"index.html\")" out &&
	hecto -C journal publish pages &&
	test_must_fail there :index.html &&
	hecto -C journal config --unset target.pages.path &&
	hecto -C journal publish pages && there :index.html
'

test_expect_success 'a password in the address of a remote is not shown' '
	hecto -C journal config target.pages.branch other &&
	git -C journal remote set-url origin \
		"http://me:t0psecret@127.0.0.1:1/x.git" &&
	test_expect_code 5 hecto -C journal publish pages 2>err &&
	grep "http://127.0.0.1:1/x.git" err && ! grep t0psecret err &&
	test_expect_code 1 hecto -C journal publish pages --yes 2>err &&
	grep "127.0.0.1:1" err && ! grep t0psecret err &&
	! grep -r t0psecret journal/.git/hecto &&
	git -C journal remote set-url origin "$PWD/remote.git" &&
	hecto -C journal config --unset target.pages.branch
'

python3 "$HECTO_SOURCE/tests/servers/git_http.py" . port learner "a secret" &
servers="$servers $!"
appears port && here=http://127.0.0.1:$(cat port)/remote.git

test_expect_success 'by http with a name and a password of a helper' '
	git --git-dir=remote.git config http.receivepack true &&
	git -C journal remote set-url origin $here &&
	git config --global credential.helper store &&
	hecto -C journal log "By http" &&
	echo "http://learner:wrong@127.0.0.1:$(cat port)" >"$HOME/.git-credentials" &&
	test_expect_code 4 hecto -C journal publish pages --yes --force 2>err &&
	grep "takes no name and password" err && ! grep wrong err &&
	echo "http://learner:a%20secret@127.0.0.1:$(cat port)" >"$HOME/.git-credentials" &&
	hecto -C journal publish pages --yes --force >out 2>err &&
	! grep "secret" out err &&
	! grep -r "secret" journal/.git journal/.hecto &&
	git --git-dir=remote.git cat-file -p gh-pages:index.html |
		grep "By http"
'

test_expect_success 'a remote that refuses is quoted' '
	echo "#!/bin/sh" >remote.git/hooks/update &&
	echo "exit 1" >>remote.git/hooks/update &&
	chmod +x remote.git/hooks/update && hecto -C journal log "Refused" &&
	test_expect_code 5 hecto -C journal publish pages 2>err &&
	grep "does not take the branch" err && rm remote.git/hooks/update &&
	hecto -C journal publish pages
'

test_expect_success 'without a password it is said how to set one' '
	rm -f "$HOME/.git-credentials" && hecto -C journal log "More" &&
	GIT_TERMINAL_PROMPT=0 GIT_ASKPASS=true SSH_ASKPASS=true \
		test_expect_code 4 hecto -C journal publish pages 2>err &&
	grep "gitcredentials" err
'

if test -x /usr/sbin/sshd
then
	test_set_prereq SSHD
	user=$(id -un)
	# libgit2 takes no address with a blank in it, as this folder has one.
	short=$(mktemp -d "${TMPDIR:-/tmp}/hecto-git.XXXXXX")
	ln -s "$PWD" "$short/here"
	# libgit2 1.5 does not free the known hosts that it has read.
	{
		cat "$HECTO_SOURCE/tests/leaks.supp" && echo "leak:libgit2.so" &&
		echo "leak:libssh2.so"
	} >"$short/leaks"
	LSAN_OPTIONS="suppressions=$short/leaks:print_suppressions=0"
	export LSAN_OPTIONS
	mkdir -p "$HOME/.ssh" && chmod 700 "$HOME/.ssh"
	test "$(id -u)" != 0 || mkdir -p /run/sshd
	ssh-keygen -q -t ed25519 -N "" -f host_key
	ssh-keygen -q -t ed25519 -N "" -f "$HOME/.ssh/id_ed25519"
	cp "$HOME/.ssh/id_ed25519.pub" authorized
	ssh_port=$(python3 -c "import socket
s = socket.socket()
s.bind((\"127.0.0.1\", 0))
print(s.getsockname()[1])")
	cat >sshd_config <<-EOF
	ListenAddress 127.0.0.1
	Port $ssh_port
	HostKey "$PWD/host_key"
	AuthorizedKeysFile "$PWD/authorized"
	PidFile "$PWD/sshd.pid"
	StrictModes no
	UsePAM no
	PasswordAuthentication no
	KbdInteractiveAuthentication no
	EOF
	/usr/sbin/sshd -f "$PWD/sshd_config" -E "$PWD/sshd.log"
	appears sshd.pid && servers="$servers $(cat sshd.pid)"
else
	echo "skipped: there is no sshd (openssh-server)"
fi

test_expect_success SSHD 'by ssh, a host that is not known is not talked to' '
	git -C journal remote set-url origin \
		"ssh://$user@127.0.0.1:$ssh_port$short/here/remote.git" &&
	test_expect_code 4 hecto -C journal publish pages --yes --force 2>err &&
	grep "SHA256:.*known_hosts" err &&
	grep -F "$(ssh-keygen -lf host_key.pub | cut -d" " -f2)" err
'

test_expect_success SSHD 'by ssh, with a key of the home folder' '
	echo "[127.0.0.1]:$ssh_port $(cut -d" " -f1,2 host_key.pub)" \
		>"$HOME/.ssh/known_hosts" &&
	hecto -C journal log "By ssh" &&
	hecto -C journal publish pages --yes --force &&
	git --git-dir=remote.git cat-file -p gh-pages:index.html |
		grep "By ssh"
'

test_expect_success SSHD 'by ssh, a host with another key is not talked to' '
	ssh-keygen -q -t ed25519 -N "" -f other_key &&
	echo "[127.0.0.1]:$ssh_port $(cut -d" " -f1,2 other_key.pub)" \
		>"$HOME/.ssh/known_hosts" &&
	hecto -C journal log "Not sent" &&
	test_expect_code 4 hecto -C journal publish pages 2>err &&
	grep "is not that of" err &&
	echo "[127.0.0.1]:$ssh_port $(cut -d" " -f1,2 host_key.pub)" \
		>"$HOME/.ssh/known_hosts"
'

test_expect_success SSHD 'by ssh, a key that is not let in says what to do' '
	: >authorized &&
	test_expect_code 4 hecto -C journal publish pages 2>err &&
	grep "takes none of the keys" err
'

test_done
