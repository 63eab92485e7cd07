/* SPDX-License-Identifier: MIT */
/* Which of the names found on a line are mentions of their topics. */
#include "core/model/topic_catalogue.h"

#include <string.h>

#include "core/model/topic.h"
#include "core/model/topic_line.h"
#include "core/model/topic_neighbours.h"
#include "core/model/topic_prose.h"

/* Only commas, slashes, arrows or "and" between two names of a list? */
static bool listed(const char *p, const char *end)
{
	bool sep = false;

	if (p >= end || end - p > 8)
		return false;
	for (; p < end; p++) {
		if (line_mark(*p, LISTS) || (*p & 0x80))
			sep = true;
		else if (ascii_is_letter(*p)) {
			struct str left = { p, (size_t)(end - p) };
			struct str w = line_word_after(left, p);

			if (!word_in_list(STR("and,or,vs,versus,y,et,und"), w))
				return false;
			sep = true;
			p += w.len - 1;
		} else if (!line_mark(*p, FILLS)) {
			return false;
		}
	}
	return sep;
}

static struct topic_entry *named_by(const struct topic_catalogue *c,
				    const struct candidate *f)
{
	return c->entries[c->aliases[f->alias].of];
}

static uint32_t group_of(const struct topic_catalogue *c,
			 const struct candidate *f)
{
	return named_by(c, f)->group;
}

static bool is_learnt(const struct topic_catalogue *c,
		      const struct candidate *f)
{
	return topic_is_learnt(c, named_by(c, f));
}

/* "go vs rust": no other words are compared so. */
static bool compared(struct str line, const struct candidate *first)
{
	return word_in_list(STR("vs,versus"),
			    line_word_after(line, first->end));
}

/*
 * May what stands beside a name speak for it?  Services are named with those of
 * their vendor; languages and tools also with each other: "Docker and Go".
 */
static bool is_kin(const struct topic_catalogue *c, const struct candidate *f,
		   const struct candidate *beside)
{
	return group_of(c, f) == group_of(c, beside) ||
	       (ascii_is_upper(*f->start) && is_learnt(c, f) &&
		is_learnt(c, beside));
}

/* Is it a mention, and one that may speak for what stands beside it? */
static bool is_certain(const struct topic_catalogue *c,
		       const struct candidate *f)
{
	return f->verdict >= VERDICT_YES &&
	       !(c->parts_silent && c->aliases[f->alias].flags & TOPIC_PART);
}

/* Does one of two names stand as the other does, if not in a list of both? */
static bool is_likewise(struct str line, const struct candidate *f,
			const struct candidate *first,
			const struct candidate *second)
{
	if (first->end >= second->start || f->verdict < VERDICT_MAYBE)
		return false;
	return prose_trades(line, first->start, first->end, second->start) ||
	       (ascii_is_upper(*f->start) &&
		prose_goes_on_alike(line, first->end, second->end));
}

/*
 * A doubtful name beside a certain one of its group, in a list, is one; two
 * doubtful ones speak for each other if both are written as names, or compared.
 */
static void lift(const struct topic_catalogue *c, struct str line,
		 struct candidate *f, const struct candidate *beside)
{
	const struct candidate *first = f < beside ? f : beside;
	const struct candidate *second = f < beside ? beside : f;

	if (f->verdict >= VERDICT_YES ||
	    !(is_kin(c, f, beside) ||
	      (compared(line, first) &&
	       line_begins_phrase(line, first->start))))
		return;
	if (!listed(first->end, second->start)) {
		if (is_certain(c, beside) &&
		    is_likewise(line, f, first, second))
			f->verdict = VERDICT_YES;
		return;
	}
	if (is_certain(c, beside) ||
	    (f->verdict > VERDICT_LISTED && beside->verdict > VERDICT_LISTED &&
	     ((ascii_is_upper(*f->start) && ascii_is_upper(*beside->start)) ||
	      compared(line, first)) &&
	     f->alias != beside->alias))
		f->verdict = VERDICT_YES;
}

/* So many names on either side are looked at: a line may have thousands. */
#define COMPANY_NAMES 8

static size_t company_begins(size_t i)
{
	return i > COMPANY_NAMES ? i - COMPANY_NAMES : 0;
}

static size_t company_ends(const struct topic_catalogue *c, size_t i)
{
	return c->nfound - i > COMPANY_NAMES ? i + COMPANY_NAMES + 1
					     : c->nfound;
}

/* Is another topic of the group certain, not far from this one? */
static bool has_company(const struct topic_catalogue *c, size_t i)
{
	const struct candidate *f = &c->found[i];

	for (size_t k = company_begins(i); k < company_ends(c, i); k++)
		if (is_certain(c, &c->found[k]) && is_kin(c, f, &c->found[k]))
			return true;
	return false;
}

static bool any_certain(const struct topic_catalogue *c)
{
	for (size_t i = 0; i < c->nfound; i++)
		if (is_certain(c, &c->found[i]))
			return true;
	return false;
}

/*
 * In a line that names another topic of the group: a capital within a
 * sentence, and what is only written smaller than it should be.
 */
static void lift_by_company(const struct topic_catalogue *c, struct str line)
{
	if (!any_certain(c))
		return;
	for (size_t i = 0; i < c->nfound; i++) {
		struct candidate *f = &c->found[i];
		/* "Volcanos on a map made with folium" */
		bool capital = f->verdict == VERDICT_MAYBE && !f->plural &&
			       ascii_is_upper(*f->start) &&
			       !line_begins_sentence(line, f->start);

		if ((capital || f->verdict == VERDICT_COMPANY) &&
		    has_company(c, i))
			f->verdict = VERDICT_YES;
	}
}

/* By start, the longer first.  They come by their ends: nearly sorted. */
static bool goes_before(const struct candidate *a, const struct candidate *b)
{
	return a->start != b->start ? a->start < b->start : a->end > b->end;
}

static void sort_found(struct topic_catalogue *c)
{
	for (size_t i = 1; i < c->nfound; i++) {
		struct candidate f = c->found[i];
		size_t k = i;

		for (; k && goes_before(&f, &c->found[k - 1]); k--)
			c->found[k] = c->found[k - 1];
		c->found[k] = f;
	}
}

/* Looked up once, for it takes a search. */
static struct topic_entry *parent_of(const struct topic_catalogue *c,
				     struct topic_entry *e)
{
	if (!e->up_known)
		e->up = catalogue_by_id(c, e->topic.parent);
	e->up_known = true;
	return e->up;
}

/* Is what `inner` names the family of what `outer` names? */
static bool is_family(const struct topic_catalogue *c,
		      const struct candidate *inner,
		      const struct candidate *outer)
{
	struct topic_entry *e = named_by(c, outer);
	const char *id = named_by(c, inner)->topic.id;

	for (int up = 0; e && e->topic.parent && up < 4; up++) {
		if (!strcmp(e->topic.parent, id))
			return true;
		e = parent_of(c, e);
	}
	return false;
}

/*
 * Keep what is certain, and of overlapping names the longest with its family:
 * that is meant however it is written there.
 */
static void keep_mentions(struct topic_catalogue *c)
{
	struct candidate *outer = NULL;
	size_t kept = 0;

	for (size_t i = 0; i < c->nfound; i++) {
		struct candidate f = c->found[i];

		bool inside = outer && f.start < outer->end;

		if (inside ? !is_family(c, &f, outer) : f.verdict < VERDICT_YES)
			continue;
		if (kept < i)
			c->found[kept] = f;
		if (!outer || f.end > outer->end)
			outer = &c->found[kept];
		kept++;
	}
	c->nfound = kept;
}

/* Is the name that ends later there a mention of a member of its family? */
static bool is_of_member(struct topic_catalogue *c, struct str line,
			 const struct candidate *f, const struct candidate *of)
{
	struct candidate outer = *of;

	if (outer.start > f->start || !is_family(c, f, &outer))
		return false;
	topic_judge(c, line, &outer);
	return outer.verdict >= VERDICT_YES;
}

/* "Lambda" of "Lambda@Edge"; but "IoT" of "IoT SiteWise" is no more of one than
 * anywhere else. */
static bool is_in_member(struct topic_catalogue *c, struct str line, size_t i)
{
	const struct candidate *f = &c->found[i];

	if (c->aliases[f->alias].flags & (TOPIC_AMBIGUOUS | TOPIC_VENDOR))
		return false;
	for (size_t k = i + 1; k < c->nfound && k < i + 4; k++)
		if (is_of_member(c, line, f, &c->found[k]))
			return true;
	return false;
}

/* All are judged, and those kept that may be mentions, if only because the name
 * that they are part of is one. */
static void judge_all(struct topic_catalogue *c, struct str line)
{
	size_t kept = 0;

	for (size_t i = 0; i < c->nfound; i++) {
		struct candidate *f = &c->found[i];

		topic_judge(c, line, f);
		if (f->verdict == VERDICT_NO && is_in_member(c, line, i))
			f->verdict = VERDICT_LISTED;
		if (f->verdict == VERDICT_NO)
			continue;
		if (kept < i)
			c->found[kept] = *f;
		kept++;
	}
	c->nfound = kept;
}

/* Is it the name of several topics? */
static bool is_shared(const struct topic_catalogue *c,
		      const struct candidate *f)
{
	uint32_t of = c->aliases[f->head].of;

	for (uint32_t k = c->aliases[f->head].next; k;
	     k = c->aliases[k - 1].next)
		if (c->aliases[k - 1].kind == ALIAS_TOPIC &&
		    c->aliases[k - 1].of != of)
			return true;
	return false;
}

/* "Express" of "Express Route": what is part of a longer name says nothing. */
static void mark_covered(struct topic_catalogue *c)
{
	const char *end = NULL;

	for (size_t i = 0; i < c->nfound; i++) {
		struct candidate *f = &c->found[i];

		f->covered = end && f->start < end;
		if (!f->covered && f->verdict >= VERDICT_YES)
			end = f->end;
	}
}

static void find_company(struct topic_catalogue *c)
{
	for (size_t i = 0; i < c->nfound; i++) {
		const struct candidate *f = &c->found[i];

		if (f->verdict >= VERDICT_YES && !f->covered &&
		    !is_shared(c, f))
			c->company |= (uint16_t)(1u << group_of(c, f) % 16);
	}
}

static bool alias_in_company(const struct topic_catalogue *c,
			     const struct topic_alias *a)
{
	return a->kind == ALIAS_TOPIC &&
	       topic_in_company(c, c->entries[a->of]->group);
}

/* Has the line the group of another one, and not that of what is chosen? */
static bool is_drawn(const struct topic_catalogue *c, const struct candidate *f)
{
	if (alias_in_company(c, &c->aliases[f->alias]))
		return false;
	for (uint32_t k = f->head + 1; k; k = c->aliases[k - 1].next)
		if (alias_in_company(c, &c->aliases[k - 1]))
			return true;
	return false;
}

/* "Cloud9 or CloudShell": of topics that share a name, the one is meant whose
 * group the line names for certain. */
static void judge_shared(struct topic_catalogue *c, struct str line)
{
	find_company(c);
	for (size_t i = 0; c->company && i < c->nfound; i++) {
		struct candidate drawn = c->found[i];

		if (!is_drawn(c, &drawn))
			continue;
		topic_judge(c, line, &drawn);
		if (drawn.verdict >= c->found[i].verdict)
			c->found[i] = drawn;
	}
}

/* May it as well be the name of something else, which has that s: "Sass"? */
static bool is_named(const struct topic_catalogue *c, const struct candidate *f,
		     const struct candidate *plural)
{
	return f->start == plural->start && f->end == plural->end &&
	       !f->plural && f->verdict > VERDICT_LISTED &&
	       named_by(c, f) != named_by(c, plural);
}

/* Then it is not many of one thing that are meant. */
static bool is_other_name(const struct topic_catalogue *c, size_t i)
{
	const struct candidate *f = &c->found[i];

	if (!f->plural)
		return false;
	return (i && is_named(c, f - 1, f)) ||
	       (i + 1 < c->nfound && is_named(c, f + 1, f));
}

static void drop_plurals(struct topic_catalogue *c)
{
	size_t kept = 0;

	for (size_t i = 0; i < c->nfound; i++) {
		if (is_other_name(c, i))
			continue;
		if (kept < i)
			c->found[kept] = c->found[i];
		kept++;
	}
	c->nfound = kept;
}

static bool is_part(const struct topic_catalogue *c, const struct candidate *f)
{
	return c->aliases[f->alias].flags & TOPIC_PART &&
	       f->verdict >= VERDICT_YES;
}

/* Is another topic of the group named, and not by a part of it? */
static bool is_beside_others(const struct topic_catalogue *c, size_t i)
{
	const struct candidate *f = &c->found[i];

	for (size_t k = company_begins(i); k < company_ends(c, i); k++) {
		const struct candidate *beside = &c->found[k];

		if (beside->verdict >= VERDICT_YES && !beside->covered &&
		    !is_part(c, beside) &&
		    group_of(c, beside) == group_of(c, f) &&
		    named_by(c, beside) != named_by(c, f))
			return true;
	}
	return false;
}

/* "Helm deploys the pods": what has parts names them as well.  Gives if parts
 * are left. */
static bool drop_parts(struct topic_catalogue *c)
{
	bool left = false;

	for (size_t i = 0; i < c->nfound; i++) {
		struct candidate *f = &c->found[i];

		if (!is_part(c, f))
			continue;
		if (is_beside_others(c, i))
			f->verdict = VERDICT_NO;
		else
			left = true;
	}
	return left;
}

static void lift_all(struct topic_catalogue *c, struct str line)
{
	for (size_t i = 1; i < c->nfound; i++)
		lift(c, line, &c->found[i], &c->found[i - 1]);
	for (size_t i = c->nfound; i-- > 1;)
		lift(c, line, &c->found[i - 1], &c->found[i]);
	lift_by_company(c, line);
}

void topic_decide(struct topic_catalogue *c, struct str line)
{
	c->token = (struct topic_token){ 0 };
	c->company = 0;
	judge_all(c, line);
	sort_found(c);
	drop_plurals(c);
	mark_covered(c);
	judge_shared(c, line);
	c->parts_silent = true;
	lift_all(c, line);
	c->parts_silent = false;
	if (drop_parts(c))
		lift_all(c, line);
	keep_mentions(c);
}
