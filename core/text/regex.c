/* SPDX-License-Identifier: MIT */
/* Regular expressions, within limits. */
#include "core/text/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "core/base/alloc.h"
#include "core/base/clock.h"
#include "core/base/strbuf.h"
#include "core/text/unicode.h"

/* About as much as a millisecond, far beyond what sane patterns need. */
#define STEPS 200000
#define DEPTH 5000
#define HEAP_KIB 4096
/* For all matches of a pattern together. */
#define WORK_MOST 3000	/* milliseconds */
/* How often the clock is looked at. */
#define MATCHES_A_LOOK 16

struct regex {
	pcre2_code *code;
	pcre2_match_context *limits;
	pcre2_match_data *data;
	int64_t begun;
	unsigned matches;
};

static int say_wrong(struct str pattern, int code, size_t at, struct error *err)
{
	AUTO(strbuf) before = STRBUF_INIT;
	AUTO(strbuf) all = STRBUF_INIT;
	unsigned char why[128] = "";

	pcre2_get_error_message(code, why, sizeof(why));
	if (at > pattern.len)
		at = pattern.len;
	unicode_add_visible(&before, str_upto(pattern, at));
	unicode_add_visible(&all, pattern);
	if (all.len > 200)
		return error_set(err, ERROR_USAGE,
				 "the pattern is wrong at byte %zu: %s", at,
				 (const char *)why);
	return error_set(err, ERROR_USAGE,
			 "the pattern is wrong: %s\n  %s\n  %*s^",
			 (const char *)why, all.buf,
			 (int)unicode_width(strbuf_slice(&before)), "");
}

static pcre2_match_context *new_limits(void)
{
	pcre2_match_context *limits = pcre2_match_context_create(NULL);

	pcre2_set_match_limit(limits, STEPS);
	pcre2_set_depth_limit(limits, DEPTH);
	pcre2_set_heap_limit(limits, HEAP_KIB);
	return limits;
}

int regex_compile(struct regex **out, struct str pattern, struct error *err)
{
	const uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE |
				 PCRE2_NEVER_BACKSLASH_C |
				 PCRE2_MATCH_INVALID_UTF;
	PCRE2_SIZE at;
	int code;
	pcre2_code *compiled =
		pcre2_compile((PCRE2_SPTR)pattern.s, pattern.len, options,
			      &code, &at, NULL);
	struct regex *re;

	if (!compiled)
		return say_wrong(pattern, code, at, err);
	/* Without machine code it is only slower. */
	pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE);
	re = xcalloc(1, sizeof(*re));
	re->code = compiled;
	re->limits = new_limits();
	re->data = pcre2_match_data_create(1, NULL);
	re->begun = clock_of_thread();
	*out = re;
	return 0;
}

void regex_free(struct regex *re)
{
	if (!re)
		return;
	pcre2_match_data_free(re->data);
	pcre2_match_context_free(re->limits);
	pcre2_code_free(re->code);
	free(re);
}

static bool is_late(struct regex *re)
{
	if (re->matches++ % MATCHES_A_LOOK)
		return false;
	return clock_of_thread() - re->begun > WORK_MOST;
}

static int match(struct regex *re, struct str text, size_t from)
{
	PCRE2_SPTR s = (PCRE2_SPTR)(text.s ? text.s : "");
	/* An empty match shows nothing. */
	const uint32_t options = PCRE2_NOTEMPTY;
	int rc = pcre2_match(re->code, s, text.len, from, options, re->data,
			     re->limits);

	/* Its stack is small; the interpreter's is not. */
	if (rc == PCRE2_ERROR_JIT_STACKLIMIT)
		rc = pcre2_match(re->code, s, text.len, from,
				 options | PCRE2_NO_JIT, re->data, re->limits);
	return rc;
}

int regex_find(struct regex *re, struct str text, size_t from, size_t *start,
	       size_t *end, struct error *err)
{
	const PCRE2_SIZE *found;
	int rc;

	if (is_late(re))
		return error_set(err, ERROR_USAGE,
				 "the pattern takes too long; make it simpler, "
				 "or narrow the search");
	rc = match(re, text, from);
	if (rc == PCRE2_ERROR_NOMATCH)
		return 0;
	if (rc < 0)
		return error_set(err, ERROR_USAGE,
				 "the pattern is too costly to match; make it "
				 "simpler");
	found = pcre2_get_ovector_pointer(re->data);
	*start = found[0];
	*end = found[1];
	/* "\K" can turn them round. */
	return *start < *end && *end <= text.len;
}
