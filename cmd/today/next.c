/* SPDX-License-Identifier: MIT */
/* What is best done next, as a command to type. */
#include "cmd/today/today.h"

#include <string.h>

#include "cmd/terminal/present.h"

bool today_has_study(const struct dashboard *d)
{
	return d->study.all.items || d->study.ndomains;
}

/* As a shell takes it: dva, 'AWS DVA'. */
static void add_argument(struct strbuf *out, const char *name)
{
	if (!strpbrk(name, " \t'\"\\$`*?[]~#&|;<>(){}!")) {
		strbuf_addstr(out, name);
		return;
	}
	strbuf_addch(out, '\'');
	for (; *name; name++)
		if (*name == '\'')
			strbuf_addstr(out, "'\\''");
		else
			strbuf_addch(out, *name);
	strbuf_addch(out, '\'');
}

static void add_result(struct strbuf *out, const struct dashboard *d)
{
	strbuf_addstr(out, "hecto exam result ");
	add_argument(out, d->study.exam->name);
	strbuf_addstr(out, " passed");
}

void today_add_next(struct strbuf *out, const struct dashboard *d)
{
	if (d->progress.streak.status != STREAK_DONE)
		strbuf_addstr(out, "hecto log \"what you studied\"");
	else if (study_waits_for_result(&d->study))
		add_result(out, d);
	else if (!d->set->nexams || study_is_over(&d->study))
		strbuf_addstr(out, "hecto exam add NAME --date DATE");
	else
		strbuf_addstr(out, today_has_study(d) ? "hecto plan" :
							"hecto search WORDS");
}

void today_add_after(struct strbuf *out, const struct dashboard *d)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (!study_waits_for_result(&d->study))
		return;
	strbuf_addstr(&text, "The exam's day is past, so nothing is proposed "
			     "for it.  'hecto exam result' notes how it went, "
			     "and 'hecto exam add NAME --date DATE' begins the "
			     "next one.");
	strbuf_addch(out, '\n');
	present_hanging(out, d->ctx, strbuf_slice(&text), 0);
}
