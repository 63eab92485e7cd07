/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_FACTS_H
#define EXPORTERS_SITE_FACTS_H

#include <stdint.h>

#include "core/base/alloc.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/scratch.h"
#include "core/base/strbuf.h"
#include "core/base/sum64.h"
#include "core/base/sum_table.h"
#include "core/model/left_out.h"
#include "core/model/snapshot.h"
#include "exporters/exporter.h"
#include "exporters/site/search_aside.h"
#include "exporters/site/search_words.h"

/* What facts have as texts; most entries have few of them, and the others are
 * empty.  In the order of how often they are asked for. */
enum site_facts_text {
	SITE_FACTS_EXCERPT,	/* SITE_EXCERPT bytes of its beginning */
	/* Where it links to within the journal, each ended by SITE_LINK_END:
	 * "[" and the name of a [[link]], or "(" and an address. */
	SITE_FACTS_LINKS,
	SITE_FACTS_BESIDE,	/* the entry's imported_folder */
	SITE_FACTS_LOG,		/* the entry's log */
	SITE_FACTS_LEFT_OUT,	/* for site_facts_tell() */
	SITE_FACTS_COMPLAINT,	/* of front matter */
	/* A bit for each passage, in hexadecimal digits, the lowest first: may
	 * it be shown?  Empty: all may. */
	SITE_FACTS_VISIBLE,
	SITE_FACTS_TEXTS
};

/*
 * What other pages have to know of the text of an entry.  It takes reading all
 * of a journal to find out, and depends on the text and the settings alone; so
 * facts are kept from one run to the next, known by the sum of the file.
 */
struct site_facts {
	uint64_t sum;		/* of the file */
	uint64_t search_sum;	/* of what search shows, all of it public */
	uint64_t title;		/* site_facts_title_sum() of it */
	const char *texts;	/* for site_facts_text(), and how long: */
	const char *lists;	/* of words, and of words in the title */
	uint32_t texts_len, words_len, title_len;
	uint32_t words;		/* of what is public */
	/* What search shows of it, in bytes of search_text_add(); 0: it is not
	 * found. */
	uint32_t search_len;
	unsigned anchors;	/* site_sections() of it */
	uint8_t has;		/* bit t: text t is not empty */
	bool is_private;	/* all of it */
	bool is_marked;		/* something of its front matter is */
	bool has_files;		/* site_has_files() of it */
	bool is_used;		/* by an entry that there is */
};
struct str site_facts_text(const struct site_facts *f,
			   enum site_facts_text which);
/* search_tally_take() but for the title; and of that, if it has the sum. */
struct str site_facts_words(const struct site_facts *f);
struct str site_facts_title_words(const struct site_facts *f);

/* As much of an entry as its page says in its description. */
#define SITE_EXCERPT 150

#define SITE_LINK_END '\x1f'

struct site_facts_list {
	struct search_words words;	/* of the lists of words */
	struct site_facts *items;	/* what was kept, then what is new */
	size_t count, cap;
	struct sum_table by_sum;	/* their places */
	uint64_t frame;		/* of the pages, as it was kept; 0: unknown */
	size_t learned;		/* now, of them */
	struct search_aside texts;	/* of those, where they are many */
	/* What will be kept of them, from `begin` on, and what goes behind
	 * that; items point into both. */
	struct strbuf block, lists;
	size_t begin;
	struct laid_aside {
		struct scratch scratch;	/* facts, then lists */
		struct scratch lists;	/* until all facts are there */
		size_t facts, listed;	/* so many bytes of each */
		struct file_map bytes;	/* of all that; or none */
		struct sum64 sum;	/* of all up to its end */
	} aside;			/* where they are many: the same, meanwhile */
	bool is_added;		/* to what was kept; else it is all */
	/* Of what was kept. */
	struct str form;	/* its first line */
	size_t nknown, used;	/* items, and those that are of use */
	size_t nwords;
	/* The sum of what was kept and is added to, which so tells the numbers
	 * of its words; then of what will be. */
	uint64_t end;
	/* The same at the end of each block: how it was after an earlier run.
	 * Since then words have got no other numbers. */
	uint64_t *ends;
	size_t nends, ends_cap;
	struct str counts;	/* of the words: search_kept.h */
	struct str answers;	/* what may be some: answers_kept.h */
	bool is_sound;		/* to its end */
	const struct export_memory *memory;	/* it was recalled from; or NULL */
};

uint64_t site_facts_title_sum(const char *title);

/* Take apart what site_facts_keep() gave an earlier run, or nothing.  That
 * stays until the list is freed, and `memory`, if it is not NULL, tells how it
 * may be let go meanwhile; of a journal nothing is asked. */
struct site_facts_list *site_facts_recall(struct str known,
					  const struct export_memory *memory);
void site_facts_list_free(struct site_facts_list *l);	/* NULL: there is none */

/* What was kept is not looked at for a while. */
void site_facts_rest(const struct site_facts_list *l);

/*
 * Learn the facts of those entries of the snapshot that are missing from their
 * texts.  What was kept by other settings is passed over.
 */
int site_facts_find(struct site_facts_list *l, const struct snapshot *s,
		    unsigned workers, struct error *err) MUST_CHECK;
const struct site_facts *site_facts_of(const struct site_facts_list *l,
				       uint64_t sum);
/* The facts of all entries have been asked for: those of few more are. */
void site_facts_settle(struct site_facts_list *l);
/* What is to be told the next time; `frame` goes with it.  Facts that were
 * learned now are not to be asked for any more, and the list is needed until it
 * has been told. */
void site_facts_keep(struct export_memory *memory, struct site_facts_list *l,
		     uint64_t frame);

/* May a passage be shown?  And a bit for each of the first 64. */
bool site_facts_show(const struct site_facts *f, size_t passage);
uint64_t site_facts_show_first(const struct site_facts *f);

/* Add what the entry at `path` keeps back, and its secrets. */
void site_facts_tell(const struct site_facts *f, const char *path,
		     struct left_out *out);

/* The entry as it may be shown, where something of its front matter is marked:
 * read again, in `mem`. */
int site_read_frame(const struct snapshot *s, size_t entry, struct arena *mem,
		    const struct entry **out, struct error *err) MUST_CHECK;

/* The body of an entry without what is private, in `file` or `mem`; `front`
 * tells its cells where it was a row, and is not to be shown. */
int site_read_body(const struct snapshot *s, size_t entry, struct strbuf *file,
		   struct arena *mem, struct str *front, struct str *body,
		   struct error *err) MUST_CHECK;

#endif
