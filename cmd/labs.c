/* SPDX-License-Identifier: MIT */
/* hecto labs: what is to be tried by hand, and what entries tell of it. */
#include "cmd/command.h"
#include "cmd/items/items.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "core/text/unicode.h"

#include <string.h>

struct labs_args {
	bool open, json;
};

static const struct option labs_options[] = {
	FLAG('o', "open", labs_args, open, "only those that are not done"),
	FLAG(0, "json", labs_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* Words of somebody who did it, and did not read of it. */
static bool tells_of_doing(struct str text)
{
	static const char *const words[] = {
		"built", "build a", "created", "deployed", "set up", "setup",
		"wrote", "made a", "implemented", "configured", "tried",
		"ran ", "lab", "launched", "connected",
	};
	AUTO(strbuf) folded = STRBUF_INIT;

	unicode_add_folded(&folded, text);
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (str_find_str(strbuf_slice(&folded), str_of(words[i])) <
		    folded.len)
			return true;
	return false;
}

/* The latest entries that tell of doing something on the lab's topics. */
static int find_evidence(struct journal_item *lab, struct index *ix,
			 struct arena *mem, struct error *err)
{
	for (size_t i = 0; i < lab->ntopics; i++) {
		struct index_passage *p;
		size_t count;

		if (index_topic_passages(ix, lab->topics[i], mem, &p, &count,
					 err))
			return -1;
		for (size_t k = count; k-- > 0;)
			if (lab->nanswers < ANSWERS_MAX &&
			    p[k].document == DOCUMENT_ENTRY &&
			    p[k].kind != PASSAGE_HEADING &&
			    tells_of_doing(p[k].text))
				lab->answers[lab->nanswers++] = &p[k];
	}
	return 0;
}

static int load(struct journal *j, const struct labs_args *a,
		struct arena *mem, struct journal_item **items, size_t *count,
		struct error *err)
{
	struct index *ix;
	size_t total;

	if (journal_items(j, TRAIT_LAB, mem, items, &total, err) ||
	    journal_index(j, &ix, err))
		return -1;
	*count = 0;
	for (size_t i = 0; i < total; i++) {
		struct journal_item *lab = &(*items)[*count];

		if (a->open && (*items)[i].state == ITEM_CLOSED)
			continue;
		*lab = (*items)[i];
		if (find_evidence(lab, ix, mem, err))
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
	if (a.json)
		return items_print_json(items, found, err);
	if (!found)
		return error_set(err, ERROR_NOTHING, "no plan has anything to "
				 "try by hand; a section 'Hands On' would "
				 "have it");
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
