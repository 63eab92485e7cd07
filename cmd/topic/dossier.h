/* SPDX-License-Identifier: MIT */
#ifndef CMD_TOPIC_DOSSIER_H
#define CMD_TOPIC_DOSSIER_H

#include "cmd/command.h"
#include "cmd/typed.h"
#include "core/base/strbuf.h"
#include "core/model/dossier.h"
#include "core/text/json.h"

/* A passage, with the member of the family that it is on. */
struct found {
	const struct index_passage *passage;
	const char *topic;
	size_t order;		/* of the members; the one asked for is first */
};

/* All there is on a topic; strings live in the arena it was loaded with. */
struct dossier {
	struct typed_topic topic;
	const char *group, *parent;	/* or NULL */
	const char **family;	/* ids of the children that have passages */
	size_t nfamily;
	struct found *items;	/* oldest first, notes last */
	size_t count, cap;
	struct dossier_passage *plain;	/* the same */
	struct dossier_facts facts;
	struct dossier_numbers numbers;
	struct dossier_disagreements disagreements;
	struct dossier_related *related;
	size_t nrelated;
};
#define DOSSIER_INIT { .items = NULL }
void dossier_release(struct dossier *d);

int dossier_load(struct dossier *d, bool family, const struct context *ctx,
		 struct arena *mem, struct error *err) MUST_CHECK;

/* Which passages to show: those of a kind, or all. */
struct dossier_filter {
	bool by_kind;
	unsigned bit;		/* of enum passage_trait */
};
int dossier_filter_typed(struct dossier_filter *out, const char *typed,
			 struct error *err) MUST_CHECK;
bool dossier_shows(const struct dossier_filter *f, const struct found *found);

/* The views, appended to `out`; ctx tells how wide and in which colours.  Of
 * the first, which may be long, some may have been sent already. */
int dossier_view(struct strbuf *out, const struct dossier *d,
		 const struct dossier_filter *f, const struct context *ctx,
		 struct error *err) MUST_CHECK;
void numbers_view(struct strbuf *out, const struct dossier *d,
		  const struct context *ctx);
void disagreements_view(struct strbuf *out, const struct dossier *d,
			const struct context *ctx);
void compare_view(struct strbuf *out, const struct dossier *a,
		  const struct dossier *b, const struct context *ctx);

struct json *dossier_json(const struct dossier *d,
			  const struct dossier_filter *f,
			  const struct context *ctx);
struct json *compare_json(const struct dossier *a, const struct dossier *b,
			  const struct context *ctx);

/* The passages of `a` that are on `b` as well, those that tell the two apart
 * first; indexes into a->items, in `mem`. */
size_t *compare_both(const struct dossier *a, const struct dossier *b,
		     struct arena *mem, size_t *count);

/* "log/2022/2022-07-04.md:12" */
void add_place(struct strbuf *out, const struct index_passage *p);

#endif
