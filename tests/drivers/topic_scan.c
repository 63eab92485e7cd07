/* SPDX-License-Identifier: MIT */
/* Print "line, topic, words" of every topic that a file names. */
#include <stdio.h>
#include <stdlib.h>

#include "core/base/alloc.h"
#include "core/model/topic.h"

static struct str read_all(FILE *in)
{
	size_t len = 0, cap = 0;
	char *buf = NULL;
	int c;

	while ((c = getc(in)) != EOF) {
		XGROW(buf, len, cap);
		buf[len++] = (char)c;
	}
	return (struct str){ buf, len };
}

int main(int argc, char **argv)
{
	struct topic_catalogue *c = topic_catalogue_new();
	struct mentions found = MENTIONS_INIT;
	FILE *in = argc > 1 ? fopen(argv[1], "r") : stdin;
	struct str text;

	if (!in) {
		perror(argv[1]);
		return 1;
	}
	text = read_all(in);
	topic_scan(c, text, &found);
	for (size_t i = 0; i < found.count; i++)
		printf("%u\t%s\t%.*s\n", found.items[i].line,
		       found.items[i].topic->id, (int)found.items[i].text.len,
		       found.items[i].text.s);
	mentions_release(&found);
	topic_catalogue_free(c);
	free((char *)text.s);
	return fclose(in) != 0;
}
