/* SPDX-License-Identifier: MIT */
/* What speaks for a name on its line, and what against it. */
#include "core/model/topic_catalogue.h"

#include <string.h>

#include "core/model/topic.h"
#include "core/model/topic_gloss.h"
#include "core/model/topic_line.h"
#include "core/model/topic_neighbours.h"
#include "core/model/topic_number.h"
#include "core/model/topic_prose.h"
#include "core/model/topic_spelling.h"

/* Shorter initials in lower case are too often others. */
#define SMALL_CAPS_MIN 3

/* So are names that need their vendor, even in a list of services. */
#define LISTED_MIN 6

/* "stored in key vault": one thing that is no name would have an article. */
static bool lacks_article(struct str line, const struct candidate *f,
			  struct spelling s)
{
	return s.parted && f->end[-1] != 's' &&
	       word_in_list(STR("in,on,to,from,with,via,into,using"),
			    line_word_before(line, f->start));
}

static enum verdict judge_ambiguous(const struct topic_catalogue *c,
				    const struct topic_entry *e,
				    struct str line, const struct candidate *f,
				    struct spelling s)
{
	bool capital = s.capital && !line_begins_sentence(line, f->start);

	if (prose_owns(line, f->start, f->end))
		return VERDICT_LISTED;
	if (s.capital && line_begins_item(line, f->start) &&
	    line_ends_item(line, f->end))
		return VERDICT_YES;
	if (neighbours_speak(c, e, line, f,
			     s.capital ? NEIGHBOUR_BEFORE | NEIGHBOUR_AFTER :
					 NEIGHBOUR_LEARN))
		return VERDICT_YES;
	/* "Backups on AWS" are many, and the service is one. */
	if (capital && !s.plural && c->maker_seen[e->group] == c->line_serial)
		return VERDICT_YES;
	if (s.capital && (number_is_release(line, f->end, true) ||
			  neighbours_label(c, e, line, f) ||
			  neighbours_describe(c, e, line, f)))
		return VERDICT_YES;
	if (s.capital && topic_is_learnt(c, e) &&
	    (prose_is_hashtag(line, f->start, f->end) ||
	     prose_is_hard(line, f->end)))
		return VERDICT_YES;
	if (capital && (prose_moves_to(line, f->start, f->end) ||
			(prose_is_worked_with(line, f->start, f->end) &&
			 topic_is_learnt(c, e))))
		return VERDICT_YES;
	return lacks_article(line, f, s) || (s.small && !s.parted &&
					     neighbours_note(c, e, line, f))
		       ? VERDICT_YES
		       : VERDICT_MAYBE;
}

/*
 * "AWS Support" and "aws support" name it, "AWS supports" and "AWS support"
 * do not: one word that could be any other is written like its maker.
 */
static bool named_after_maker(const struct topic_alias *a,
			      const struct candidate *f, struct spelling s)
{
	return s.capital || !f->maker_capital || !(a->flags & TOPIC_VENDOR) ||
	       (a->breaks && memchr(f->start, ' ',
				    (size_t)(f->end - f->start)));
}

/* Is it also the name of something that needs no maker: "machine learning"? */
static bool is_common(const struct topic_catalogue *c,
		      const struct topic_alias *a, const struct candidate *f)
{
	for (uint32_t k = f->head + 1; k; k = c->aliases[k - 1].next) {
		const struct topic_alias *b = &c->aliases[k - 1];

		if (b->kind == ALIAS_TOPIC && b->of != a->of &&
		    !(b->flags & TOPIC_VENDOR))
			return true;
	}
	return false;
}

/* "vms in azure", "our Functions (Azure)": its maker stands behind it.  One
 * word in lower case could be any there, and "Backups on AWS" are many; of
 * initials only those do that are written as such: "16 GB of RAM on AWS". */
static bool made_there(const struct topic_catalogue *c,
		       const struct topic_alias *a, struct str line,
		       const struct candidate *f, struct spelling s)
{
	if (!candidate_is_in_place_of(f, c->entries[a->of]->group))
		return false;
	if (a->flags & TOPIC_CAPS)
		return true;
	if (s.parted)
		return !is_common(c, a, f);
	return s.capital && !s.caps && !f->plural &&
	       !line_begins_sentence(line, f->start);
}

/* Has this topic another alias of that spelling with one of the flags? */
static bool has_twin(const struct topic_catalogue *c,
		     const struct topic_alias *a, const struct candidate *f,
		     uint8_t flags)
{
	for (uint32_t k = f->head + 1; k; k = c->aliases[k - 1].next) {
		const struct topic_alias *b = &c->aliases[k - 1];

		if (b->kind == ALIAS_TOPIC && b->of == a->of &&
		    b->flags & flags)
			return true;
	}
	return false;
}

/* A cue is on the line, and the name is not part of what speaks against it.  Of
 * a name in lower case none is part of itself. */
static bool cue_speaks(const struct topic_catalogue *c,
		       const struct topic_alias *a, struct str line,
		       const struct candidate *f)
{
	const struct topic_entry *e = c->entries[a->of];

	return (!ascii_is_lower(*f->start)
			? topic_heard(c, e->cues)
			: topic_heard_beside(c, e->cues, f)) &&
	       !topic_heard_around(c, e->unless, line, f);
}

/* "The Gatsby of Fitzgerald.  My blog …": in the name's own sentence there is
 * what speaks against it, and no cue. */
static bool cue_decides(const struct topic_catalogue *c,
			const struct topic_entry *e, struct str line,
			const struct candidate *f)
{
	return !topic_denied_near(c, e->unless, line, f) ||
	       topic_heard_near(c, e->cues, line, f);
}

/* Is it a word like others, if not with a capital, then without? */
static bool is_doubtful(const struct topic_catalogue *c,
			const struct topic_alias *a, const struct candidate *f)
{
	return a->flags & TOPIC_AMBIGUOUS ||
	       has_twin(c, a, f, TOPIC_AMBIGUOUS);
}

/* "pointer to pointer c", "overfitting, ml" */
static bool is_last_letter(struct str line, const struct candidate *f)
{
	return f->end - f->start < SMALL_CAPS_MIN &&
	       line_ends_item(line, f->end);
}

/*
 * Learners write in lower case.  A name that is then no other word counts
 * where it begins a line, and beside others of its group; any name does with
 * a cue.
 */
static enum verdict judge_small(const struct topic_catalogue *c,
				const struct topic_alias *a, struct str line,
				const struct candidate *f, struct spelling s)
{
	const struct topic_entry *e = c->entries[a->of];
	bool caps = a->flags & TOPIC_CAPS;
	bool brief = a->len < (caps ? SMALL_CAPS_MIN : TOPIC_WORD_MIN);

	if (!(s.small || (s.capital && !caps)))
		return VERDICT_MAYBE;
	if (topic_heard(c, e->unless) && is_doubtful(c, a, f))
		return prose_is_hashtag(line, f->start, f->end) &&
				       topic_is_learnt(c, e) &&
				       !topic_heard_apart(c, e->unless, f)
			       ? VERDICT_YES
			       : VERDICT_NO;
	if (!brief && cue_speaks(c, a, line, f))
		return VERDICT_YES;
	if (topic_heard(c, e->unless))
		return VERDICT_NO;
	if (!caps &&
	    (neighbours_speak(c, e, line, f,
			      NEIGHBOUR_LEARN | NEIGHBOUR_AFTER) ||
	     neighbours_study(c, a, line, f) || neighbours_note(c, e, line, f)))
		return VERDICT_YES;
	if (brief)
		return cue_speaks(c, a, line, f) &&
				       (neighbours_speak(c, e, line, f,
							 NEIGHBOUR_BEFORE) ||
					prose_is_label(line, f->start,
						       f->end) ||
					is_last_letter(line, f))
			       ? VERDICT_YES
			       : VERDICT_MAYBE;
	if (has_twin(c, a, f, TOPIC_AMBIGUOUS))
		return !s.parted ? VERDICT_MAYBE
		       : prose_is_noted(line, f->start, f->end)
			       ? VERDICT_YES
			       : VERDICT_COMPANY;
	if (caps || !s.small)
		return VERDICT_COMPANY;
	/* What is no other word needs no more, several words may be others. */
	return !s.parted || (line_begins_phrase(line, f->start) &&
			     !prose_follows(line, f->end))
		       ? VERDICT_YES
		       : VERDICT_COMPANY;
}

/* "Pub/Sub": its sentence would have given it the first one only. */
static bool has_inner_capital(const struct candidate *f)
{
	for (const char *p = f->start + 1; p < f->end; p++)
		if (ascii_is_upper(*p))
			return true;
	return false;
}

/* "Aurora over the fjord", "Gulp went down": the capital is the sentence's, not
 * the name's. */
static bool is_capital_name(const struct topic_catalogue *c,
			    const struct topic_alias *a, struct str line,
			    const struct candidate *f, struct spelling s)
{
	/* "spaCy" is as good as a capital: no word is written so. */
	if (!s.capital)
		return !s.parted && has_inner_capital(f);
	if (s.parted && s.titled)
		return true;
	if (!line_begins_sentence(line, f->start) ||
	    (!s.caps && has_inner_capital(f)))
		return true;
	if (!s.parted && !(a->flags & TOPIC_AMBIGUOUS) &&
	    line_word_follows(line, f->end) && has_twin(c, a, f, TOPIC_AMBIGUOUS))
		return false;
	return !prose_follows(line, f->end);
}

/* "a bottle of water", "paired with Julia": a cue does not help there. */
static bool is_prose(const struct topic_alias *a, struct str line,
		     const struct candidate *f, struct spelling s)
{
	if (s.parted && s.small)
		return prose_is_clause(line, f->start, f->end);
	if (s.parted || !(a->flags & (TOPIC_CAPITAL | TOPIC_AMBIGUOUS)))
		return false;
	return s.small ? prose_is_word(line, f->start, f->end)
		       : prose_is_person(line, f->start, f->end);
}

/* "code build": where that needs more, to be like CodeBuild is not enough. */
static bool is_loose(const struct topic_catalogue *c,
		     const struct topic_alias *a, const struct candidate *f,
		     struct spelling s)
{
	return s.parted && s.small && !alias_needs(a) &&
	       has_twin(c, a, f, TOPIC_CAPITAL | TOPIC_AMBIGUOUS);
}

/* "Java 17": of what has releases, which services have not. */
static bool is_release(const struct topic_catalogue *c,
		       const struct topic_entry *e, struct str line,
		       const struct candidate *f)
{
	return number_is_release(line, f->end, false) &&
	       !(neighbour_sides(&c->groups[e->group], STR("service")) &
		 NEIGHBOUR_KIND);
}

/* By how it is written, and by what else its line has. */
static enum verdict judge_written(const struct topic_catalogue *c,
				  const struct topic_alias *a, struct str line,
				  const struct candidate *f, struct spelling s)
{
	const struct topic_entry *e = c->entries[a->of];
	bool maker = c->maker_seen[e->group] == c->line_serial;

	if ((a->flags & TOPIC_CAPS && !s.caps) ||
	    (a->flags & TOPIC_CAPITAL && !is_capital_name(c, a, line, f, s)))
		return judge_small(c, a, line, f, s);
	if (s.small && alias_needs(a) == TOPIC_AMBIGUOUS &&
	    topic_heard(c, e->unless) && has_twin(c, a, f, TOPIC_CAPITAL))
		return VERDICT_NO;
	if (cue_speaks(c, a, line, f) && (maker || cue_decides(c, e, line, f)))
		return VERDICT_SURE;
	if (!maker && topic_heard_against(c, e->unless, f) &&
	    !(s.capital && (is_release(c, e, line, f) ||
			    neighbours_speak(c, e, line, f, NEIGHBOUR_LEARN))))
		return VERDICT_NO;
	if (a->flags & TOPIC_AMBIGUOUS)
		return judge_ambiguous(c, e, line, f, s);
	return VERDICT_YES;
}

/* What is called so alone is meant, but where it is told not to be. */
static enum verdict judge_plain(const struct topic_catalogue *c,
				const struct topic_alias *a, struct str line,
				const struct candidate *f)
{
	const struct topic_entry *e = c->entries[a->of];

	if (ascii_is_lower(*f->start) &&
	    prose_is_clause(line, f->start, f->end))
		return VERDICT_NO;
	return !topic_heard(c, e->unless) ||
			       cue_speaks(c, a, line, f) ||
			       c->maker_seen[e->group] == c->line_serial ||
			       is_release(c, e, line, f)
		       ? VERDICT_YES
		       : VERDICT_NO;
}

static enum verdict judge(const struct topic_catalogue *c,
			  const struct topic_alias *a, struct str line,
			  const struct candidate *f)
{
	const struct topic_entry *e = c->entries[a->of];
	struct spelling s;
	enum verdict v;

	if (a == &c->aliases[f->head] && topic_is_plain(a))
		return judge_plain(c, a, line, f);
	s = topic_spelling(f->start, f->end, a->last);
	if (candidate_is_made_by(f, e->group) && named_after_maker(a, f, s))
		return VERDICT_MADE;
	if (a->flags & TOPIC_VENDOR && made_there(c, a, line, f, s))
		return VERDICT_YES;
	if (a->flags & TOPIC_VENDOR)
		return s.capital && a->len >= LISTED_MIN ? VERDICT_LISTED
							 : VERDICT_NO;
	if (a->flags & TOPIC_SMALL && !s.small)
		return VERDICT_NO;
	v = judge_written(c, a, line, f, s);
	if (v > VERDICT_NO && prose_has_object(line, f->start, f->end) &&
	    is_doubtful(c, a, f))
		return VERDICT_NO;
	if (v > VERDICT_MAYBE &&
	    (is_prose(a, line, f, s) || is_loose(c, a, f, s)))
		return VERDICT_MAYBE;
	return v;
}

/* What the line tells of a group: nothing, its maker, which may have made
 * something else there, its company, or both. */
static int group_rank(const struct topic_catalogue *c, uint32_t group)
{
	return 2 * topic_in_company(c, group) +
	       (c->maker_seen[group] == c->line_serial);
}

/* Of two that share a name: which the line says more for, or whose group it
 * has, or which needs less. */
static bool is_better(const struct topic_catalogue *c,
		      const struct topic_alias *a, enum verdict v,
		      const struct topic_alias *than, enum verdict other)
{
	int rank, other_rank;

	if (v != other || v == VERDICT_NO)
		return v > other;
	rank = group_rank(c, c->entries[a->of]->group);
	other_rank = group_rank(c, c->entries[than->of]->group);
	return rank != other_rank ? rank > other_rank
				  : alias_needs(a) < alias_needs(than);
}

/* Of the topics that share a name, the one that most speaks for. */
void topic_judge(struct topic_catalogue *c, struct str line,
		 struct candidate *f)
{
	uint32_t best = f->head;
	struct str gloss;

	f->verdict = VERDICT_NO;
	if (topic_in_code(&c->token, line, f->start, f->end) ||
	    prose_is_likeness(line, f->start, f->end) ||
	    (!f->makers && number_is_given(line, f->start, f->end)))
		return;
	gloss = gloss_is_near(line, f->start, f->end)
			? gloss_of(line, f->start, f->end)
			: STR_NONE;
	for (uint32_t k = best + 1; k; k = c->aliases[k - 1].next) {
		const struct topic_alias *a = &c->aliases[k - 1];
		enum verdict v;

		if (a->kind != ALIAS_TOPIC ||
		    (gloss.len &&
		     gloss_is_other(gloss,
				    str_of(c->entries[a->of]->topic.name))))
			continue;
		v = judge(c, a, line, f);
		if (is_better(c, a, v, &c->aliases[best], f->verdict)) {
			f->verdict = (uint8_t)v;
			best = k - 1;
		}
	}
	f->alias = best;
}
