/* SPDX-License-Identifier: MIT */
/* Any bytes: mentions are sorted slices of the text, and name a topic. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

#include "core/model/topic.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(struct str text, const struct mentions *found)
{
	const char *last = text.s;
	unsigned line = 1;

	for (size_t i = 0; i < found->count; i++) {
		const struct mention *m = &found->items[i];

		assert(m->topic && m->text.len);
		assert(m->text.s >= last && m->line >= line);
		assert(m->text.s + m->text.len <= text.s + text.len);
		last = m->text.s;
		line = m->line;
	}
}

static void scan(struct topic_catalogue *c, struct str text)
{
	struct mentions found = MENTIONS_INIT;

	topic_scan(c, text, &found);
	check(text, &found);
	mentions_release(&found);
}

/* Building a catalogue takes its time: only a first byte of 0xff asks for it. */
static void scan_own(const char *alias, struct str text)
{
	struct topic_catalogue *c = topic_catalogue_new();

	topic_catalogue_add(c, "mine", NULL, NULL, &alias, 1);
	scan(c, text);
	topic_catalogue_free(c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct topic_catalogue *builtin;
	const struct topic *near[8];
	struct str text = { (const char *)data, size };
	char word[64] = "";

	if (!builtin)
		builtin = topic_catalogue_new();
	for (size_t i = 0; i < size && i < sizeof(word) - 1; i++)
		word[i] = (char)data[i];
	scan(builtin, text);
	if (size && data[0] == 0xff)
		scan_own(word, text);
	if (size && data[0] < 0x10) {
		topic_find(builtin, str_of(word));
		topic_nearest(builtin, str_of(word), near, ARRAY_SIZE(near));
	}
	return 0;
}
