/* SPDX-License-Identifier: MIT */
/* hecto labs: what is to be tried by hand, and what entries tell of it. */
#include "cmd/command.h"
#include "cmd/items/items.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "core/base/strset.h"
#include "core/model/doing.h"

#include <stdlib.h>
#include <string.h>

struct labs_args {
	bool open, json;
};

static const struct option labs_options[] = {
	FLAG('o', "open", labs_args, open, "only those that are not done"),
	FLAG(0, "json", labs_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* What tells of doing something on a topic, the latest first. */
struct doing {
	const struct index_passage *passages[ANSWERS_MAX];
	size_t count;
};

struct finder {
	struct index *index;
	struct arena *mem;
	struct strset topics;	/* those that were read: places in `all` */
	struct doing *all;
	size_t count, cap;
};

static void finder_release(struct finder *f)
{
	strset_release(&f->topics);
	free(f->all);
}

static void add_doing(struct doing *d, const struct index_passage *p)
{
	if (p->document == DOCUMENT_ENTRY && p->kind != PASSAGE_HEADING &&
	    tells_of_doing(p->text))
		d->passages[d->count++] = p;
}

static int find_doing(struct finder *f, const char *topic, struct doing *out,
		      struct error *err)
{
	struct index_passage *p;
	size_t count, at;

	if (strset_get(&f->topics, str_of(topic), &at)) {
		*out = f->all[at];
		return 0;
	}
	*out = (struct doing){ .count = 0 };
	if (index_topic_passages(f->index, topic, f->mem, &p, &count, err))
		return -1;
	while (count-- > 0 && out->count < ANSWERS_MAX)
		add_doing(out, &p[count]);
	strset_put(&f->topics, str_of(topic), f->count);
	XGROW(f->all, f->count, f->cap);
	f->all[f->count++] = *out;
	return 0;
}

static bool has_answer(const struct journal_item *lab,
		       const struct index_passage *p)
{
	for (size_t i = 0; i < lab->nanswers; i++)
		if (lab->answers[i]->line == p->line &&
		    !strcmp(lab->answers[i]->path, p->path))
			return true;
	return false;
}

/* The latest entries that tell of doing something on the lab's topics. */
static int find_evidence(struct finder *f, struct journal_item *lab,
			 struct error *err)
{
	for (size_t i = 0; i < lab->ntopics; i++) {
		struct doing d;

		if (find_doing(f, lab->topics[i], &d, err))
			return -1;
		for (size_t k = 0; k < d.count; k++)
			if (lab->nanswers < ANSWERS_MAX &&
			    !has_answer(lab, d.passages[k]))
				lab->answers[lab->nanswers++] = d.passages[k];
	}
	return 0;
}

static int load(struct journal *j, const struct labs_args *a,
		struct arena *mem, struct journal_item **items, size_t *count,
		struct error *err)
{
	AUTO(finder) f = { .mem = mem };
	size_t total;

	if (journal_items(j, TRAIT_LAB, mem, items, &total, err) ||
	    journal_index(j, &f.index, err))
		return -1;
	*count = 0;
	for (size_t i = 0; i < total; i++) {
		struct journal_item *lab = &(*items)[*count];

		if (a->open && (*items)[i].state == ITEM_CLOSED)
			continue;
		*lab = (*items)[i];
		if (find_evidence(&f, lab, err))
			return -1;
		if (lab->state == ITEM_OPEN && lab->nanswers)
			lab->state = ITEM_SUGGESTED;
		++*count;
	}
	return 0;
}

static int labs_run(const struct context *ctx, int argc, char **argv,
		    struct error *err)
{
	struct labs_args a = { false };
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct journal_item *items;
	size_t found;
	int count = options_parse(labs_options, &a, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 0, err) ||
	    load(ctx->journal, &a, &mem, &items, &found, err))
		return -1;
	if (a.json && items_print_json(items, found, err))
		return -1;
	if (!found)
		return error_set(err, ERROR_NOTHING, "no plan has anything to "
				 "try by hand; a section 'Hands On' would "
				 "have it");
	if (a.json)
		return 0;
	items_add(&out, ctx, items, found, true);
	return report_output(&out, err);
}

const struct command cmd_labs = {
	.name = "labs",
	.summary = "List what is to be tried by hand, with what tells of it",
	.usage = "[--open] [--json]",
	.options = labs_options,
	.needs = NEEDS_JOURNAL | NEEDS_PAGER,
	.run = labs_run,
};
