/* SPDX-License-Identifier: MIT */
/* The words that speak for a topic, or against it, on the line of its name. */
#include "core/model/topic_catalogue.h"

#include "core/model/topic_line.h"

/* Of a list, if the line has it; or NULL. */
static const struct cue_heard *heard_at(const struct topic_catalogue *c,
					const struct cue_list *cues, size_t i)
{
	uint32_t cue = c->cues[cues->first + i];

	return c->cue_seen[cue] == c->line_serial ? &c->cue_heard[cue] : NULL;
}

/* Most topics have no cues at all. */
static bool may_have(const struct cue_list *cues,
		     const struct topic_word_set *there)
{
	return cues->count && topic_word_sets_meet(&cues->words, there);
}

/* The words that were heard tell of most lists that none of theirs was. */
static bool may_hear(const struct topic_catalogue *c,
		     const struct cue_list *cues)
{
	return c->any_cue == c->line_serial && may_have(cues, &c->heard);
}

bool topic_heard(const struct topic_catalogue *c, const struct cue_list *cues)
{
	if (!may_hear(c, cues))
		return false;
	for (size_t i = 0; i < cues->count; i++)
		if (heard_at(c, cues, i))
			return true;
	return false;
}

/* Is what was heard of a cue, its first place and its last, of the kind that is
 * asked for? */
typedef bool heard_test(const struct cue_heard *h, struct str line,
			const struct candidate *f);

static bool any_heard(const struct topic_catalogue *c,
		      const struct cue_list *cues, heard_test *is,
		      struct str line, const struct candidate *f)
{
	if (!may_hear(c, cues))
		return false;
	for (size_t i = 0; i < cues->count; i++) {
		const struct cue_heard *h = heard_at(c, cues, i);

		if (h && is(h, line, f))
			return true;
	}
	return false;
}

/* "learn React first": the verb of "react first" has no capital there. */
static bool is_name_within(struct str place, struct str line,
			   const struct candidate *f)
{
	const char *end = place.s + place.len;

	return line.len && place.s == f->start && end - f->end > 1 &&
	       ascii_is_upper(*f->start) && *f->end == ' ' &&
	       ascii_is_lower(f->end[1]) &&
	       !line_begins_sentence(line, f->start);
}

static bool is_around(struct str place, struct str line,
		      const struct candidate *f)
{
	return place.s <= f->start && place.s + place.len >= f->end &&
	       place.len > (size_t)(f->end - f->start) &&
	       ascii_is_lower(*place.s) == ascii_is_lower(*f->start) &&
	       !is_name_within(place, line, f);
}

static bool heard_around(const struct cue_heard *h, struct str line,
			 const struct candidate *f)
{
	return is_around(h->first, line, f) || is_around(h->last, line, f);
}

bool topic_heard_around(const struct topic_catalogue *c,
			const struct cue_list *cues, struct str line,
			const struct candidate *f)
{
	return any_heard(c, cues, heard_around, line, f);
}

static bool heard_apart(const struct cue_heard *h, struct str line,
			const struct candidate *f)
{
	return !heard_around(h, line, f);
}

bool topic_heard_apart(const struct topic_catalogue *c,
		       const struct cue_list *cues, const struct candidate *f)
{
	return any_heard(c, cues, heard_apart, STR_NONE, f);
}

/* "with LESS" is not "with less". */
static bool is_other_case(struct str place, const struct candidate *f)
{
	return place.s <= f->start && place.s + place.len >= f->end &&
	       ascii_is_lower(*place.s) && ascii_is_upper(*f->start) &&
	       ascii_is_upper(f->end[-1]);
}

static bool heard_against(const struct cue_heard *h, struct str line UNUSED,
			  const struct candidate *f)
{
	return !(is_other_case(h->first, f) && is_other_case(h->last, f));
}

bool topic_heard_against(const struct topic_catalogue *c,
			 const struct cue_list *cues,
			 const struct candidate *f)
{
	return any_heard(c, cues, heard_against, STR_NONE, f);
}

static bool is_within(struct str place, const struct candidate *f)
{
	return place.s >= f->start && place.s + place.len <= f->end;
}

static bool heard_beside(const struct cue_heard *h, struct str line UNUSED,
			 const struct candidate *f)
{
	return !(is_within(h->first, f) && is_within(h->last, f));
}

bool topic_heard_beside(const struct topic_catalogue *c,
			const struct cue_list *cues, const struct candidate *f)
{
	return any_heard(c, cues, heard_beside, STR_NONE, f);
}

/* Both are on the line; one may be within the other. */
static bool shares_sentence(struct str place, struct str line,
			    const struct candidate *f)
{
	const char *end = place.s + place.len;

	if (end <= f->start)
		return !line_sentence_ends(line, end, f->start);
	return place.s < f->end || !line_sentence_ends(line, f->end, place.s);
}

static bool heard_near(const struct cue_heard *h, struct str line,
		       const struct candidate *f)
{
	return shares_sentence(h->first, line, f) ||
	       shares_sentence(h->last, line, f);
}

bool topic_heard_near(const struct topic_catalogue *c,
		      const struct cue_list *cues, struct str line,
		      const struct candidate *f)
{
	return any_heard(c, cues, heard_near, line, f);
}

/* The name with its capital, there or somewhere else on the line. */
static bool is_itself(struct str place, const struct candidate *f)
{
	struct str name = { f->start, (size_t)(f->end - f->start) - f->plural };

	return ascii_is_upper(*place.s) && str_eq_nocase(place, name);
}

static bool heard_near_else(const struct cue_heard *h, struct str line,
			    const struct candidate *f)
{
	return (!is_itself(h->first, f) &&
		shares_sentence(h->first, line, f)) ||
	       (!is_itself(h->last, f) && shares_sentence(h->last, line, f));
}

bool topic_denied_near(const struct topic_catalogue *c,
		       const struct cue_list *cues, struct str line,
		       const struct candidate *f)
{
	return any_heard(c, cues, heard_near_else, line, f);
}

static void asks_cues(const struct topic_catalogue *c,
		      const struct topic_alias *a, bool plain,
		      const struct topic_word_set *there,
		      struct topic_word_set *out)
{
	const struct topic_entry *e;

	if (a->kind != ALIAS_TOPIC || a->flags & TOPIC_VENDOR)
		return;
	e = c->entries[a->of];
	if (plain && !may_have(e->unless, there))
		return;
	if (e->unless->count)
		topic_word_set_join(out, &e->unless->words);
	if (e->cues->count)
		topic_word_set_join(out, &e->cues->words);
}

void topic_asks_cues(const struct topic_catalogue *c,
		     const struct topic_word_set *there,
		     struct topic_word_set *out)
{
	for (size_t i = 0; i < c->nfound; i++) {
		const struct candidate *f = &c->found[i];
		const struct topic_alias *a = &c->aliases[f->alias];

		/* One thing is meant, and behind its maker it is. */
		if (!a->next && f->makers)
			continue;
		asks_cues(c, a, topic_is_plain(a), there, out);
		for (; a->next; a = &c->aliases[a->next - 1])
			asks_cues(c, &c->aliases[a->next - 1], false, there,
				  out);
	}
}
