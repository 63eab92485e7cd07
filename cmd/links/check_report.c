/* SPDX-License-Identifier: MIT */
/* How hecto links --check says what it has learned. */
#include "cmd/links/check.h"

#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "cmd/terminal/table.h"

#define PLACES_SHOWN 5

/* The worst first; what is fine is only counted. */
static const struct shown {
	enum probe_state state;
	enum style style;
	const char *word;
} shown[] = {
	{ PROBE_DEAD, STYLE_BAD, "dead" },
	{ PROBE_MOVED, STYLE_WARN, "moved" },
	{ PROBE_UNCLEAR, STYLE_WARN, "unclear" },
	{ PROBE_NOT_ASKED, STYLE_DIM, "not asked" },
};

size_t checked_count(const struct checked_list *list, enum probe_state state)
{
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		count += list->items[i].answer.state == state;
	return count;
}

static void add_why(struct strbuf *out, const struct context *ctx,
		    const struct answer *a)
{
	AUTO(strbuf) why = STRBUF_INIT;

	if (a->target) {
		strbuf_addstr(out, "\n    now ");
		style_add(out, ctx, STYLE_GOOD, str_of(a->target));
		return;
	}
	if (a->why)
		strbuf_addf(&why, ": %s", a->why);
	if (a->status)
		strbuf_addf(&why, " (status %u)", a->status);
	style_add(out, ctx, STYLE_NONE, strbuf_slice(&why));
}

static void add_one(struct strbuf *out, const struct context *ctx,
		    const struct shown *as, const struct checked *one)
{
	style_add(out, ctx, as->style, str_of(as->word));
	strbuf_addstr(out, "  ");
	style_add(out, ctx, STYLE_BOLD, str_of(one->shown));
	add_why(out, ctx, &one->answer);
	strbuf_addch(out, '\n');
	for (size_t i = 0; i < one->count && i < PLACES_SHOWN; i++) {
		strbuf_addstr(out, "    ");
		present_place(out, ctx, one->links[i]->in.path,
			      one->links[i]->link.line);
		strbuf_addch(out, '\n');
	}
	if (one->count > PLACES_SHOWN)
		strbuf_addf(out, "    and %zu more\n",
			    one->count - PLACES_SHOWN);
}

static void add_summary(struct strbuf *out, const struct checked_list *list)
{
	size_t remembered = 0;

	for (size_t i = 0; i < list->count; i++)
		remembered += list->items[i].remembered;
	present_count(out, list->count, "address", "addresses");
	strbuf_addstr(out, " in ");
	present_count(out, list->links, "link", "links");
	strbuf_addf(out, ": %zu ok", checked_count(list, PROBE_OK));
	for (size_t i = 0; i < ARRAY_SIZE(shown); i++) {
		size_t count = checked_count(list, shown[i].state);

		if (count)
			strbuf_addf(out, ", %zu %s", count, shown[i].word);
	}
	if (remembered)
		strbuf_addf(out, "; %zu of them known from before", remembered);
	strbuf_addch(out, '\n');
}

/* After ^C, those that were not got to may be very many. */
static void add_all(struct strbuf *out, const struct context *ctx,
		    const struct shown *as, const struct checked_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct answer *a = &list->items[i].answer;

		if (a->state == as->state &&
		    (a->state != PROBE_NOT_ASKED || a->why))
			add_one(out, ctx, as, &list->items[i]);
	}
}

int checked_print(const struct checked_list *list, const struct context *ctx,
		  struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	for (size_t k = 0; k < ARRAY_SIZE(shown); k++)
		add_all(&out, ctx, &shown[k], list);
	if (out.len)
		strbuf_addch(&out, '\n');
	add_summary(&out, list);
	return links_print(ctx, &out, err);
}

/* --- JSON ---------------------------------------------------------------- */

static void set_int_or_null(struct json *v, const char *key, int64_t n)
{
	if (n)
		json_set_int(v, key, n);
	else
		json_set_null(v, key);
}

static struct json *one_json(const struct checked *one)
{
	struct json *v = json_new_object(), *from = json_new_array();
	struct clock asked = { one->answer.asked, 0 };

	for (size_t i = 0; i < one->count; i++) {
		struct json *place = json_new_object();

		links_set_place(place, &one->links[i]->in,
				one->links[i]->link.line);
		json_append(from, place);
	}
	json_set_string(v, "url", one->shown);
	json_set_string(v, "state", probe_state_name(one->answer.state));
	set_int_or_null(v, "status", one->answer.status);
	present_json_string(v, "target", one->answer.target);
	present_json_string(v, "why", one->answer.why);
	present_json_string(v, "asked", asked.seconds ? clock_format(asked).s
						     : NULL);
	json_set_int(v, "requests", one->requests);
	json_set(v, "from", from);
	return v;
}

int checked_print_json(const struct checked_list *list, struct error *err)
{
	static const char *const keys[PROBE_STATE_COUNT] = {
		[PROBE_OK] = "ok",	     [PROBE_MOVED] = "moved",
		[PROBE_DEAD] = "dead",	     [PROBE_UNCLEAR] = "unclear",
		[PROBE_NOT_ASKED] = "not_asked",
	};
	struct json *v = json_new_object(), *all = json_new_array();
	int rc;

	json_set_int(v, "addresses", (int64_t)list->count);
	json_set_int(v, "links", (int64_t)list->links);
	for (int s = 0; s < PROBE_STATE_COUNT; s++)
		json_set_int(v, keys[s],
			     (int64_t)checked_count(list,
						    (enum probe_state)s));
	for (size_t i = 0; i < list->count; i++)
		json_append(all, one_json(&list->items[i]));
	json_set(v, "checked", all);
	rc = report_json(v, err);
	json_free(v);
	return rc;
}
