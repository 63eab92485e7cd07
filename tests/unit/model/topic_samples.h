/* SPDX-License-Identifier: MIT */
#ifndef TESTS_UNIT_MODEL_TOPIC_SAMPLES_H
#define TESTS_UNIT_MODEL_TOPIC_SAMPLES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/model/topic.h"

/* One line of a text and the ids it names, with a blank between. */
struct sample {
	const char *text, *ids;
};

static inline void assert_all(const struct sample *samples, size_t n)
{
	struct topic_catalogue *c = topic_catalogue_new();

	for (size_t i = 0; i < n; i++) {
		struct mentions found = MENTIONS_INIT;
		AUTO(strbuf) got = STRBUF_INIT;

		topic_scan(c, str_of(samples[i].text), &found);
		for (size_t k = 0; k < found.count; k++)
			strbuf_addf(&got, k ? " %s" : "%s",
				    found.items[k].topic->id);
		mentions_release(&found);
		if (strcmp(got.buf, samples[i].ids))
			fail_msg("'%s' names '%s', not '%s'", samples[i].text,
				 got.buf, samples[i].ids);
	}
	topic_catalogue_free(c);
}

#define ASSERT_ALL(samples) assert_all(samples, ARRAY_SIZE(samples))

#endif
