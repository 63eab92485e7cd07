/* SPDX-License-Identifier: MIT */
/* How fast topics are recognised: topic_speed FILE... prints MB/s. */
#include <stdio.h>
#include <time.h>

#include "core/base/strbuf.h"
#include "core/model/topic.h"

#define SIZE ((size_t)64 << 20)

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int add_file(const char *path, struct strbuf *out)
{
	char part[65536];
	FILE *in = fopen(path, "r");
	size_t n;

	if (!in) {
		perror(path);
		return -1;
	}
	while ((n = fread(part, 1, sizeof(part), in)))
		strbuf_add(out, part, n);
	return fclose(in);
}

/* The same text again and again, up to a size that can be timed. */
static void repeat(struct strbuf *text)
{
	size_t len = text->len;

	strbuf_grow(text, SIZE + len);
	while (len && text->len < SIZE)
		strbuf_add(text, text->buf, len);
}

static void measure(struct topic_catalogue *c, struct str text)
{
	struct mentions found = MENTIONS_INIT;
	double start = seconds(), took;

	topic_scan(c, text, &found);
	took = seconds() - start;
	printf("scan: %.0f MB/s (%zu mentions in %.1f MB)\n",
	       (double)text.len / 1e6 / took, found.count,
	       (double)text.len / 1e6);
	mentions_release(&found);
}

int main(int argc, char **argv)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct mentions none = MENTIONS_INIT;
	struct topic_catalogue *c;
	double start;

	for (int i = 1; i < argc; i++)
		if (add_file(argv[i], &text))
			return 1;
	start = seconds();
	c = topic_catalogue_new();
	printf("catalogue: %.2f ms, %zu topics\n", (seconds() - start) * 1e3,
	       topic_catalogue_count(c));
	start = seconds();
	topic_scan(c, STR("one"), &none);
	printf("trie: %.2f ms\n", (seconds() - start) * 1e3);
	repeat(&text);
	for (int i = 0; i < 3; i++)
		measure(c, strbuf_slice(&text));
	mentions_release(&none);
	topic_catalogue_free(c);
	return 0;
}
