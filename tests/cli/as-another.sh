# Root may read and write whatever its mode is, so what may not is tried as
# somebody else.  Sourced behind setup.sh.

as_another () {
	if test "$(id -u)" = 0
	then
		setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
	else
		"$@"
	fi
}

# journal_of_another FOLDER: a folder of theirs, with a journal in it.  They may
# have no way to it; OTHER says that they have.
journal_of_another () {
	mkdir "$1" && { chown 65534:65534 "$1" || :; } 2>/dev/null
	as_another hecto init "$1/journal" >/dev/null 2>&1 &&
	test_set_prereq OTHER
}
