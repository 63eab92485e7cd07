/* SPDX-License-Identifier: MIT */
/* What the words beside a name say, by what its group makes of them. */
#include "core/model/topic_neighbours.h"

#include "core/base/ascii.h"
#include "core/model/topic_line.h"
#include "core/model/topic_prose.h"

/* The longest word that speaks for its neighbour. */
#define NEIGHBOUR_MAX 24

/* So many words may lead up to what something is said to be. */
#define DESCRIPTION_WORDS 5

/* The sides from which a group lets this word speak. */
size_t neighbour_sides(const struct topic_group *g, struct str word)
{
	char folded[NEIGHBOUR_MAX];
	size_t sides = 0;

	if (!word.len || word.len > sizeof(folded))
		return 0;
	for (size_t i = 0; i < word.len; i++)
		folded[i] = (char)(word.s[i] | 32);
	strset_get(&g->neighbours, (struct str){ folded, word.len }, &sides);
	return sides;
}

/* "written in Go", "a Go program", "learning go", "learned about Go". */
bool neighbours_speak(const struct topic_catalogue *c,
		      const struct topic_entry *e, struct str line,
		      const struct candidate *f, size_t sides)
{
	const struct topic_group *g = &c->groups[e->group];

	if (!g->neighbours.count)
		return false;
	if (neighbour_sides(g, prose_before_about(line, f->start, f->end)) &
	    NEIGHBOUR_LEARN)
		return true;
	return neighbour_sides(g, line_word_before(line, f->start)) & sides &
		       (NEIGHBOUR_BEFORE | NEIGHBOUR_LEARN) ||
	       neighbour_sides(g, line_word_after(line, f->end)) & sides &
		       NEIGHBOUR_AFTER;
}

bool topic_is_learnt(const struct topic_catalogue *c,
		     const struct topic_entry *e)
{
	return neighbour_sides(&c->groups[e->group], STR("learning")) &
	       NEIGHBOUR_LEARN;
}

/* "Go is a nice language": of the kinds of things that its group has. */
bool neighbours_describe(const struct topic_catalogue *c,
			 const struct topic_entry *e, struct str line,
			 const struct candidate *f)
{
	const struct topic_group *g = &c->groups[e->group];
	struct str word;
	const char *p = prose_description(line, f->end);

	for (int n = 0; p && n < DESCRIPTION_WORDS; n++) {
		word = prose_next_of_phrase(line, p);
		if (neighbour_sides(g, word) & NEIGHBOUR_KIND)
			return true;
		p = word.len ? word.s + word.len : NULL;
	}
	return false;
}

/* "Language: Go": of the kinds of things that its group has. */
bool neighbours_label(const struct topic_catalogue *c,
		      const struct topic_entry *e, struct str line,
		      const struct candidate *f)
{
	const char *p = f->start;

	if (p - line.s < 3 || p[-1] != ' ' || p[-2] != ':')
		return false;
	return neighbour_sides(&c->groups[e->group],
			       line_word_before(line, p - 2)) &
	       NEIGHBOUR_KIND;
}

/* "- rust", "[go](go.md)", "worked on rust today", "written in rust", "#rust":
 * in lower case, but with nothing else that it could belong to. */
bool neighbours_study(const struct topic_catalogue *c,
		      const struct topic_alias *a, struct str line,
		      const struct candidate *f)
{
	const char *last = line.s + line.len;
	bool link = f->end < last && *f->end == ']';
	bool alone = (link || (f->end - f->start >= TOPIC_WORD_MIN &&
			       !(a->flags & TOPIC_AMBIGUOUS))) &&
		     (f->end == last || *f->end != ':') &&
		     line_begins_item(line, f->start) &&
		     line_ends_item(line, f->end);

	return (alone || prose_is_hashtag(line, f->start, f->end) ||
		prose_is_set_apart(line, f->start, f->end) ||
		prose_is_worked_with(line, f->start, f->end) ||
		prose_is_written_in(line, f->start, f->end) ||
		line_is_foreign(line, f->start, f->end)) &&
	       topic_is_learnt(c, c->entries[a->of]);
}

/* "sentinel connectors", "slots, rails routes" */
bool neighbours_note(const struct topic_catalogue *c,
		     const struct topic_entry *e, struct str line,
		     const struct candidate *f)
{
	/* "d3" is a day as well. */
	if (f->end - f->start > 1 && ascii_is_letter(f->end[-1]) &&
	    topic_is_learnt(c, e) && prose_heads_note(line, f->start, f->end))
		return true;
	return line_begins_phrase(line, f->start) &&
	       neighbour_sides(&c->groups[e->group],
			       line_next_word(line, f->end)) &
		       NEIGHBOUR_NOTE;
}
