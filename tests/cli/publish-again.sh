# Helpers of the tests that publish a journal again and again.  Sourced behind
# setup.sh.

# Let time pass until no file is so new that its times say nothing.
settle () {
	sleep 0.1 && hecto -C journal publish "$@" -o site >/dev/null 2>&1 &&
	sleep 0.1 && hecto -C journal publish "$@" -o site >/dev/null 2>&1
}

# same_as_new [OPTION…]: bring `site` up to date, and make it anew.
same_as_new () {
	hecto -C journal publish "$@" -o site >out 2>err &&
	rm -rf new &&
	hecto -C journal publish "$@" -o new >/dev/null 2>&1 &&
	diff -r site new
}

# drawn AT_MOST: so many files were new or changed the last time.
drawn () {
	n=$(sed -n "s/.*: \([0-9]*\) new or changed.*/\1/p" err) &&
	test -n "$n" && test "$n" -gt 0 && test "$n" -le "$1"
}

# learn TEXT: note it in an entry that is there.
learn () {
	sed -i "/^- Lambda/a - $1" journal/log/2021/2021-10-12.md
}

# write_days COUNT: so many days, one after the other.
write_days () {
	day=$(date -u -d 2021-06-01 +%s) &&
	for i in $(seq "$1")
	do
		date=$(date -u -d @$((day + i * 86400)) +%Y-%m-%d) &&
		mkdir -p "journal/log/${date%%-*}" &&
		cat >"journal/log/${date%%-*}/$date.md" <<-END || return 1
		**Today's Progress:** Number $i of Lambda.

		**What I learned:**
		- SQS keeps a message for four days, number $i
		- Lambda is started by it

		**Thoughts:** Nobody reads thought $i about DynamoDB.
		END
	done
}
