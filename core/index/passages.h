/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_PASSAGES_H
#define CORE_INDEX_PASSAGES_H

#include "core/index/database.h"
#include "core/text/text_cut.h"

/*
 * The passages of a part, as they are kept: where each stands in the file and
 * which slice of which column of part_fts is its text, so that every text is
 * stored once.  One value holds them all.
 */
struct stored_passage {
	enum passage_kind kind;
	enum section section;
	bool is_cell;	/* the section is that of a row or cell alone */
	unsigned traits; /* enum passage_trait */
	enum plan_section plan;
	unsigned line, last_line;
	int parent; /* index within the part, or -1 */
	int over;   /* the heading within its section, or -1; when read */
	enum column column;
	size_t offset, len;
};

void passages_add(struct strbuf *out, const struct stored_passage *p,
		  size_t index);

/* Never reads or points beyond what it was given, whatever that is. */
struct stored_passage *passages_read(struct str bytes, struct arena *mem,
				     size_t *count);
struct str passage_text(const struct stored_passage *p,
			const struct str columns[COLUMN_COUNT]);

/* Does a passage say nothing but where it leads to: a link or an image of a few
 * words? */
bool passage_is_bare_link(enum passage_kind kind, unsigned traits,
			  struct str text);

/*
 * Which passages of a part are on a topic, ascending; `last` begins as
 * MARK_NONE.  Of few are kinds of others, so that these are beside a mark only
 * where there are any.
 */
struct mark {
	size_t passage;
	bool named;		/* by itself */
	unsigned others;	/* of its traits: those of other topics, as
				   dossier_traits_of_others() tells */
};
#define MARK_NONE { 0, false, 0 }
void marks_add(struct strbuf *out, struct mark *last, struct mark mark);
bool marks_next(struct str *rest, struct mark *last);

/* The marks of several topics, one after the other: part.marks has them in the
 * order of part.topics. */
void marks_pack(struct strbuf *out, struct str marks);
struct str marks_unpack(struct str *rest);

/* How many passages are of each kind, by bit of enum passage_trait. */
void kinds_add(struct strbuf *out, const size_t kinds[TRAIT_COUNT]);
void kinds_sum(size_t kinds[TRAIT_COUNT], struct str bytes);

/*
 * The way to a passage as a reader would say it: of an entry its title, the
 * section and the heading within; of a note its headings; then the parent
 * items, shortened.  Entry or note, `headings` are the lines of part.headings.
 */
struct way {
	enum document_kind kind;
	const char *title;
	struct str headings;
};
const char *const *passage_way(const struct way *way,
			       const struct stored_passage *all, size_t count,
			       size_t index,
			       const struct str columns[COLUMN_COUNT],
			       struct arena *mem, size_t *nheadings);

/*
 * As much of a heading or title as is kept, searched and looked through.  It
 * stands over every part beneath it, so a long one must cost no more.
 */
#define HEADING_KEPT 300
struct str heading_head(const char *heading);

/* Lines into an array of strings; NULL where there are none. */
const char **lines_split(struct str lines, struct arena *mem, size_t *count);
/* Numbers, one a line.  The first takes the next one off the front, and passes
 * over lines that are none; false: there is no more. */
bool numbers_next(struct str *lines, int *out);
int *numbers_split(struct str lines, struct arena *mem, size_t *count);

#endif
