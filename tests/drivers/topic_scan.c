/* SPDX-License-Identifier: MIT */
/* Print "line, topic, words" of every topic that a file names. */
#include <stdio.h>

#include "core/base/strbuf.h"
#include "core/model/topic.h"

static void read_all(FILE *in, struct strbuf *out)
{
	char part[4096];
	size_t n;

	while ((n = fread(part, 1, sizeof(part), in)))
		strbuf_add(out, part, n);
}

int main(int argc, char **argv)
{
	struct topic_catalogue *c = topic_catalogue_new();
	struct mentions found = MENTIONS_INIT;
	FILE *in = argc > 1 ? fopen(argv[1], "r") : stdin;
	AUTO(strbuf) text = STRBUF_INIT;

	if (!in) {
		perror(argv[1]);
		return 1;
	}
	read_all(in, &text);
	topic_scan(c, strbuf_slice(&text), &found);
	for (size_t i = 0; i < found.count; i++)
		printf("%u\t%s\t%.*s\n", found.items[i].line,
		       found.items[i].topic->id, (int)found.items[i].text.len,
		       found.items[i].text.s);
	mentions_release(&found);
	topic_catalogue_free(c);
	return fclose(in) != 0;
}
