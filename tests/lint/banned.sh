#!/bin/sh
# What core/base/banned.h cannot forbid, because it depends on where it stands.
bad=0
complain() {
	echo "$1" && bad=1
}

# calls PATTERN WHY [FILE…]: no call of it but in these files.
calls() {
	pattern=$1 why=$2
	shift 2
	found=$(grep -rnE "(^|[^a-z_>.])($pattern)\(" --include='*.c' \
		cmd core importers exporters)
	for file; do
		found=$(echo "$found" | grep -v "^$file:")
	done
	test -z "$found" || complain "$why:
$found"
}
calls 'printf|fprintf|vprintf|vfprintf|puts|fputs|putchar|perror' \
	'only cmd/report.c talks, and with write(2)' core/base/alloc.c
calls 'exit|_exit|abort' 'only main() ends the program' \
	core/base/alloc.c core/base/workers.c cmd/terminal/terminal.c cmd/terminal/editor.c \
	cmd/terminal/choose.c cmd/main.c
calls 'fork|vfork|execlp|execvp|execl|execv' \
	'only the pager, the editor, fzf and workers are other processes' \
	core/base/workers.c cmd/terminal/terminal.c cmd/terminal/editor.c cmd/terminal/choose.c
calls 'time|gettimeofday|clock_gettime' 'the time comes from the context' \
	core/base/clock.c core/journal_settings.c core/index/scan_states.c \
	'core/store/[a-z_]*.c'
calls 'malloc|calloc|realloc|strdup|strndup|asprintf' \
	'memory comes from core/base/alloc.h' core/base/alloc.c
calls 'getenv' 'the environment is for cmd/' 'cmd/[a-z_/]*.c' \
	core/store/git_state.c

# A cleanup is skipped by a jump into its scope: never both in one function.
for file in $(grep -rlE '\bgoto\b' --include='*.c' cmd core importers exporters); do
	awk '/^{/ { automatic = jump = 0 }
		/^\tAUTO\(/ { automatic = 1 }
		/\tgoto / { jump = FNR }
		/^}/ && automatic && jump {
			print FILENAME ":" jump ": goto in a function with AUTO"
			bad = 1
		}
		END { exit bad }' "$file" || bad=1
done
exit $bad
