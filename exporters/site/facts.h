/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_FACTS_H
#define EXPORTERS_SITE_FACTS_H

#include <stdint.h>

#include "core/base/alloc.h"
#include "core/base/error.h"
#include "core/base/strbuf.h"
#include "core/model/left_out.h"
#include "core/model/snapshot.h"
#include "exporters/site/search_aside.h"
#include "exporters/site/search_words.h"

/*
 * What other pages have to know of the text of an entry.  It takes reading all
 * of a journal to find out, and depends on the text and the settings alone; so
 * facts are kept from one run to the next, known by the sum of the file.
 */
struct site_facts {
	uint64_t sum;		/* of the file */
	bool is_private;	/* all of it */
	bool is_marked;		/* something of its front matter is */
	size_t words;		/* of what is public */
	unsigned anchors;	/* site_sections() of it */
	bool has_files;		/* site_has_files() of it */
	/* A bit for each passage, in hexadecimal digits, the lowest first: may
	 * it be shown?  .s NULL: all may. */
	struct str visible;
	/* Where it links to within the journal, each ended by SITE_LINK_END: "[" and
	 * the name of a [[link]], or "(" and an address. */
	struct str links;
	/* What search shows of it, in bytes of search_text_add(); 0: it is not
	 * found.  And its words, but for the title: search_tally_list(). */
	size_t search_len;
	uint64_t search_sum;	/* of those bytes, all of them public */
	struct str words_list;
	struct str excerpt;	/* SITE_EXCERPT_LINE bytes of its beginning */
	struct str complaint;	/* of front matter; .len 0: none */
	struct str left_out;	/* for site_facts_tell() */
};

/* As much of an entry as lists of them show. */
#define SITE_EXCERPT_LINE 110

#define SITE_LINK_END '\x1f'

struct site_facts_list {
	struct strbuf text;	/* a line for each, that they point into */
	struct search_words words;	/* of the lists of words */
	struct site_facts *items;	/* by sum */
	size_t count, cap;
	size_t learned;		/* now, of them */
	struct search_aside texts;	/* of those, where they are many */
};
#define SITE_FACTS_INIT                                              \
	{ .text = STRBUF_INIT, .words = SEARCH_WORDS_INIT,           \
	  .texts = SEARCH_ASIDE_INIT }
void site_facts_list_release(struct site_facts_list *l);

/*
 * Take what an earlier run has kept, with the facts of those entries of the
 * snapshot that are missing there learned from their texts.  `known` is what
 * site_facts_keep() gave; of other settings it is passed over.
 */
int site_facts_find(struct site_facts_list *out, const struct snapshot *s,
		    struct str known, unsigned workers, struct error *err)
	MUST_CHECK;
const struct site_facts *site_facts_of(const struct site_facts_list *l,
				       uint64_t sum);
void site_facts_keep(struct strbuf *out, const struct site_facts_list *l,
		     const struct settings *settings);

bool site_facts_show(const struct site_facts *f, size_t passage);

/* Add what the entry at `path` keeps back, and its secrets. */
void site_facts_tell(const struct site_facts *f, const char *path,
		     struct left_out *out);

/* The entry as it may be shown, where something of its front matter is marked:
 * read again, in `mem`. */
int site_read_frame(const struct snapshot *s, size_t entry, struct arena *mem,
		    const struct entry **out, struct error *err) MUST_CHECK;

/* The body of an entry without what is private, in `file` or `mem`. */
int site_read_body(const struct snapshot *s, size_t entry, struct strbuf *file,
		   struct arena *mem, struct str *body, struct error *err)
	MUST_CHECK;

#endif
