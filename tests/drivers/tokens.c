/* SPDX-License-Identifier: MIT */
/* Prints the tokens of each line of its input, one line each. */
#include <stdio.h>

#include "core/base/file.h"
#include "core/base/limits.h"
#include "core/base/strbuf.h"
#include "core/text/tokens.h"

static int add_token(void *arg, const struct token *t)
{
	struct strbuf *out = arg;

	if (out->len)
		strbuf_addch(out, t->same_place ? '=' : ' ');
	strbuf_addslice(out, t->text);
	return 0;
}

int main(void)
{
	AUTO(strbuf) input = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct str rest, line;

	if (file_read_fd(&input, 0, LIMIT_FILE, &err))
		return 1;
	rest = strbuf_slice(&input);
	while ((line = str_next_line(&rest)).s) {
		AUTO(strbuf) out = STRBUF_INIT;

		tokens_walk(line, false, add_token, &out);
		puts(out.buf);
	}
	return 0;
}
