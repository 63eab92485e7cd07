#!/bin/sh
# Includes go one way, and each outside library has one home (HACKING.md,
# "Layers").
bad=0
complain() {
	echo "$1" && bad=1
}

# only FOLDER PATTERN: what its files may include of ours.
only() {
	for f in "$1"/*.[ch]; do
		[ -e "$f" ] || continue
		wrong=$(grep -nE '^#include "' "$f" | grep -vE "\"($2)[^\"]*\"") &&
			complain "$f includes what its layer may not:
$wrong"
	done
}
embedded='[a-z0-9_-]*\.[a-z]*\.inc'
only core/base  'core/base/'
only core/text  'core/(base|text)/'
only core/model "core/(base|text|model)/|$embedded"
only core/store 'core/(base|store)/'
only core/net   'core/(base|net)/'
only core/archive 'core/(base|archive)/'
only core/serve 'core/(base|serve)/'
only core/picture 'core/(base|picture)/|core/model/card\.h'
only core/index 'core/(base|text|model|index)/'
only core       'core/'
only importers  'core/(base|text|model)/|importers/'
only exporters  "core/(base|text|model)/|exporters/|$embedded"
only exporters/site "core/(base|text|model)/|exporters/(exporter\.h|calendar\.h|site/)|$embedded"

# An importer or exporter includes no other one.  What several use is named
# after none of them, and may build on one.
for layer in importers exporters; do
	listed=$(sed -nE "s/^[A-Z]+\((.*)\)$/\1/p" "$layer/$layer.def")
	for f in "$layer"/*.[ch]; do
		[ -e "$f" ] || continue
		name=$(basename "$f" | sed 's/[._].*//')
		echo "$listed" | grep -qx "$name" || continue
		others=$(echo "$listed" | grep -vx "$name" | paste -sd '|')
		wrong=$(grep -nE "^#include \"$layer/($others)[._]" "$f") &&
			complain "$f looks sideways:
$wrong"
	done
done

# one_home HEADER PATTERN: the files that may include it.
one_home() {
	others=$(grep -rlE "#include <$1" core cmd importers exporters |
		grep -vE "^$2\$") &&
		complain "<$1> belongs in $2, not in: $others"
}
one_home 'git2'          'core/store/git_[a-z_]*\.[ch]'
one_home 'sqlite3'       'core/index/[a-z_]*\.[ch]'
one_home 'cmark-gfm'     'core/text/markdown(_[a-z]*)?\.[ch]'
one_home 'yaml\.h'       'core/text/frontmatter\.c'
one_home 'jansson'       'core/text/json\.c'
one_home 'utf8proc'      'core/text/unicode\.c'
one_home 'pcre2'         'core/text/regex\.c'
one_home 'curl/'          'core/net/curl_[a-z_]*\.[ch]'
one_home 'microhttpd'     'core/serve/http_[a-z_]*\.[ch]'
one_home 'archive'        'core/archive/unpack_[a-z_]*\.c'
one_home 'cairo'          'core/picture/pango_[a-z_]*\.c'
one_home 'pango'          'core/picture/pango_[a-z_]*\.c'
one_home 'fontconfig'     'core/picture/pango_[a-z_]*\.c'
one_home 'sys/inotify'    'core/base/folder_watch\.c'
one_home 'dlfcn'          'core/base/module\.c'

exit $bad
