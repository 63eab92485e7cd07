/* SPDX-License-Identifier: MIT */
/* Asking each address of the web once, and remembering what it said. */
#include "cmd/links/check.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/report.h"
#include "cmd/terminal/interrupt.h"
#include "cmd/terminal/meter.h"

#define DAY_SECONDS ((int64_t)24 * 3600)

static void checked_list_release(struct checked_list *l)
{
	for (size_t i = 0; i < l->count; i++)
		free(l->items[i].links);
	free(l->items);
	strset_release(&l->urls);
}

/* --- which addresses there are ------------------------------------------- */

/*
 * Addresses that are one to the server: scheme and host in any case, the path
 * "/" said or not, and whatever is behind '#', which stays here.
 */
static const char *address_of(struct str url, struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;
	size_t host = str_find_str(url, STR("://")) + 3, end = host;

	url = str_upto(url, str_find(url, '#'));
	while (end < url.len && !strchr("/?", url.s[end]))
		end++;
	strbuf_addslice(&out, str_upto(url, end));
	for (size_t i = 0; i < out.len; i++)
		if (out.buf[i] >= 'A' && out.buf[i] <= 'Z')
			out.buf[i] |= 0x20;
	if (end >= url.len || url.s[end] != '/')
		strbuf_addch(&out, '/');
	strbuf_addslice(&out, str_from(url, end));
	return arena_strndup(mem, out.buf, out.len);
}

/* "https://user:secret@host/x" without what is before the '@'. */
static const char *shown_of(const char *url, struct arena *mem)
{
	const char *host = strstr(url, "://") + 3;
	size_t length = strcspn(host, "/?");

	while (length && host[length - 1] != '@')
		length--;
	if (!length)
		return url;
	return arena_printf(mem, "%.*s%s", (int)(host - url), url,
			    host + length);
}

static void add_link(struct checked_list *l, const struct index_link *link,
		     struct arena *mem)
{
	const char *url = address_of(link->link.target, mem);
	struct checked *one;
	size_t at;

	if (!strset_get(&l->urls, str_of(url), &at)) {
		at = l->count;
		strset_put(&l->urls, str_of(url), at);
		XGROW(l->items, l->count, l->cap);
		l->items[l->count++] = (struct checked){
			.url = url, .shown = shown_of(url, mem)
		};
	}
	one = &l->items[at];
	XGROW(one->links, one->count, one->cap);
	one->links[one->count++] = link;
	l->links++;
}

static void gather(struct checked_list *out, struct links *l)
{
	for (size_t i = 0; i < l->count; i++)
		if (link_is_web(l->items[i].link.target))
			add_link(out, &l->items[i], &l->mem);
}

/* --- asking -------------------------------------------------------------- */

/* What was fine stays so for some days; all else is asked again. */
static bool is_good(const struct answer *a, int64_t now, unsigned max_age)
{
	return a && (a->state == PROBE_OK || a->state == PROBE_MOVED) &&
	       a->asked <= now && now - a->asked < max_age * DAY_SECONDS;
}

static size_t remember(struct checked_list *l, const struct answers *known,
		       int64_t now, unsigned max_age)
{
	size_t open = 0;

	for (size_t i = 0; i < l->count; i++) {
		struct checked *one = &l->items[i];
		const struct answer *a = answers_get(known, one->url);

		one->remembered = is_good(a, now, max_age);
		if (one->remembered)
			one->answer = *a;
		open += !one->remembered;
	}
	return open;
}

/* While they are asked. */
struct asking {
	struct meter meter;
	size_t dead;
};

static void one_done(void *arg, const struct probe *p)
{
	struct asking *a = arg;
	AUTO(strbuf) remark = STRBUF_INIT;

	a->dead += p->state == PROBE_DEAD;
	strbuf_addf(&remark, "%zu dead", a->dead);
	meter_step(&a->meter, a->dead ? remark.buf : NULL);
}

static void take_answers(struct checked_list *l, const struct probe *probes,
			 struct answers *known, int64_t now)
{
	for (size_t i = 0, k = 0; i < l->count; i++) {
		struct checked *one = &l->items[i];
		const struct probe *p = &probes[k];

		if (one->remembered)
			continue;
		k++;
		one->requests = p->requests;
		one->answer = (struct answer){
			.url = one->url,
			.state = p->state,
			.status = p->status,
			.target = p->target,
			.why = p->why,
			.asked = p->state == PROBE_NOT_ASKED ? 0 : now,
		};
		if (p->state != PROBE_NOT_ASKED)
			answers_put(known, &one->answer);
	}
}

/* Of the variables that libcurl looks at. */
static bool has_proxy(void)
{
	static const char *const names[] = {
		"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy",
		"ALL_PROXY",
	};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return true;
	}
	return false;
}

/* Without a network no answer is to be believed but that nobody was asked. */
static void distrust(struct probe *probes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (probes[i].state != PROBE_NOT_ASKED)
			probes[i] = (struct probe){ .url = probes[i].url };
}

static int ask(struct checked_list *l, size_t open, struct answers *known,
	       const struct links_check *how, int64_t now, struct arena *mem,
	       struct error *err)
{
	struct probe *probes = arena_alloc(mem, (open + 1) * sizeof(*probes));
	struct probe_rules rules = PROBE_RULES;
	struct asking asking = { .dead = 0 };
	struct interrupt interrupt;
	size_t k = 0;
	int rc;

	for (size_t i = 0; i < l->count; i++)
		if (!l->items[i].remembered)
			probes[k++].url = l->items[i].url;
	interrupt_begin(&interrupt);
	meter_begin(&asking.meter, "addresses", open);
	rules.allow_private = how->allow_private;
	rules.has_proxy = has_proxy();
	rules.stop_fd = interrupt.fd;
	rules.done = one_done;
	rules.arg = &asking;
	rc = probe_all(probes, open, &rules, mem, err);
	meter_end(&asking.meter);
	interrupt_end(&interrupt);
	if (rc && err->kind != ERROR_NETWORK)
		return -1;
	if (rc)
		distrust(probes, open);
	l->interrupted = interrupt.came;
	take_answers(l, probes, known, now);
	if (rc)
		return -1;
	return answers_save(known, now, err);
}

static int finish(const struct checked_list *l, struct error *err)
{
	if (l->interrupted)
		return error_set(err, ERROR_NOTHING, "interrupted; what was "
				 "learned is kept for the next time");
	if (checked_count(l, PROBE_DEAD))
		return error_set(err, ERROR_NOTHING, "%s", "");
	return 0;
}

int links_check(struct links *l, const struct context *ctx,
		const struct links_check *how, struct error *err)
{
	AUTO(checked_list) list = { .urls = STRSET_INIT };
	AUTO(answers) known = ANSWERS_INIT;
	int64_t now = journal_now(ctx->journal).seconds;
	size_t open;
	int asked = 0;

	gather(&list, l);
	answers_load(&known, ctx->journal);
	open = remember(&list, &known, now, how->max_age);
	if (open)
		asked = ask(&list, open, &known, how, now, &l->mem, err);
	/* What was known, and why others are not asked, is so without one. */
	if (asked && err->kind != ERROR_NETWORK)
		return -1;
	if (how->json ? checked_print_json(&list, err)
		      : checked_print(&list, ctx, err))
		return -1;
	return asked ? -1 : finish(&list, err);
}
