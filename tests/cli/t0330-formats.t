#!/bin/sh
test_description='the formats there are'
. ./setup.sh

test_expect_success 'wrong usage is refused with a hint' '
	expect_usage_error hecto formats all
'

test_expect_success 'they are listed without a journal' '
	hecto formats >out &&
	grep "^import  *100days  *[A-Za-z]" out &&
	grep "^import  *note " out &&
	grep "^import  *100days  *file " out &&
	grep "^export  *100days " out &&
	grep "^export  *json " out
'

test_expect_success 'each reader and each writer is listed' '
	hecto formats >out &&
	for name in 100days csv dayone days jrnl json note notes org plan text \
		til vault
	do
		grep "^import  *$name " out || return 1
	done &&
	grep "^import  *vault  *file, folder " out
'

test_expect_success 'the same as JSON' '
	hecto formats --json |
		jq -r ".[] | select(.direction == \"import\") | .name" >out &&
	grep "^100days$" out &&
	hecto formats --json | jq -c ".[] | select(.name == \"note\") | .takes" \
		>out &&
	grep "^\[\"file\"\]$" out
'

test_done
