/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_CATALOGUE_H
#define CORE_MODEL_TOPIC_CATALOGUE_H

#include <stdint.h>
#include <string.h>

#include "core/base/alloc.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"
#include "core/base/strset.h"
#include "core/model/topic.h"
#include "core/model/topic_trie.h"

/* What the parts of the recogniser share; everybody else reads topic.h. */

/* The longest key; what is longer is cut off there. */
#define TOPIC_KEY_MAX 63

/* When an alias counts; the letters are those of the catalogue's files. */
enum topic_flag {
	TOPIC_CAPS = 1,	     /* U: written in capitals */
	TOPIC_CAPITAL = 2,   /* C: begins with a capital */
	TOPIC_AMBIGUOUS = 4, /* A: needs a cue on its line */
	TOPIC_VENDOR = 8,    /* V: needs the vendor's name before it */
	TOPIC_SMALL = 16,    /* written in lower case; of a maker: and speaks
				only for what stands right behind it */
	TOPIC_PART = 32,     /* P: a part of the topic, which it names only
				where its line has no other of the group */
};

/* What a string in the trie stands for. */
enum alias_kind {
	ALIAS_TOPIC,		/* `of` is an index of entries */
	ALIAS_CUE,		/* of cue_seen */
	ALIAS_MAKER,		/* of groups */
};

/* Numbers of cue words: so many from a place in the catalogue's on. */
struct cue_list {
	uint32_t first, count;
	struct topic_word_set words;	/* that they may begin with */
};

/* What a topic is found by.  Others mostly differ in the sum as well. */
struct topic_key {
	const char *text;	/* squeezed */
	uint64_t sum;		/* of that */
};

struct topic_entry {
	struct topic topic;	/* first: a topic is its entry */
	uint32_t group;
	bool hidden;
	bool up_known;
	const struct cue_list *cues, *unless;
	struct topic_entry *into;	/* merged with that, or NULL */
	struct topic_entry *up;		/* its parent or NULL, if known */
	struct topic_key id_key, name_key;
};

/* Which side of a name a word speaks for it from. */
enum neighbour {
	NEIGHBOUR_BEFORE = 1,
	NEIGHBOUR_AFTER = 2,
	NEIGHBOUR_LEARN = 4,	/* before, of a name in lower case as well */
	NEIGHBOUR_KIND = 8,	/* after, as what the thing is said to be */
	NEIGHBOUR_NOTE = 16,	/* right after, where a note begins */
};

struct topic_group {
	const char *name;
	struct strset neighbours;	/* folded words; a set of the above */
	struct str makers;		/* comma-separated */
};

/* Back quotes side by side on a line. */
struct tick_run {
	const char *at;
	size_t len;
	size_t next;		/* index of one as long, or 0 */
};

/* What is thought of a name, in the order of how sure we are. */
enum verdict {
	VERDICT_NO,
	VERDICT_LISTED,		/* if it is listed beside one of its group */
	VERDICT_MAYBE,		/* if what stands beside it is one */
	VERDICT_COMPANY,	/* if its line names another of its group */
	VERDICT_YES,
	VERDICT_SURE,		/* a cue of its own speaks for it */
	VERDICT_MADE,		/* its maker's name stands right before it */
};

/* A place on the line at hand that may be a mention. */
struct candidate {
	const char *start, *end;
	uint32_t head;		/* index of the first alias of that name */
	uint32_t alias;		/* and of the one that is meant */
	uint16_t makers;	/* groups whose maker stands right before it: a
				   bit for each, which some may share */
	uint16_t places;	/* and those whose maker stands behind it, as
				   the place where it is */
	uint8_t verdict;	/* enum verdict */
	bool maker_capital : 1;	/* of the makers: so they are written */
	bool plural : 1;	/* its last s is not the name's */
	bool covered : 1;	/* by a longer name that is certain */
};

/* What an alias needs to count, apart from how it does. */
static inline uint8_t alias_needs(const struct topic_alias *a)
{
	return a->flags & (uint8_t)~TOPIC_PART;
}

static inline bool candidate_is_made_by(const struct candidate *f,
					uint32_t group)
{
	return f->makers >> group % 16 & 1;
}

static inline bool candidate_is_in_place_of(const struct candidate *f,
					    uint32_t group)
{
	return f->places >> group % 16 & 1;
}

/* A name that stands there, whatever it means. */
struct hit {
	const char *start, *end;
	uint32_t alias;		/* index */
	bool plural;		/* an s after the end belongs to it */
};

/* So many words may be looked at in one go. */
#define TOPIC_WORDS_AT_ONCE 32

/* A word, or so much of one, where the bits say that a name may begin. */
struct first_word {
	uint64_t word;		/* folded, or a symbol */
	const char *at;
};

/* So many places are kept; on a longer line, cues are looked for at once. */
#define TOPIC_PLACES_MAX 1024

/* Where a cue stands on its line, of several times the first and the last. */
struct cue_heard {
	struct str first, last;
};

/* What stands between blanks, brackets and the like. */
struct topic_token {
	struct str text;
	bool path, slug, option;
	bool shared;		/* the name in it has no blanks or the like */
};

struct topic_catalogue {
	struct arena mem;
	struct topic_entry **entries;
	size_t count, cap;
	struct topic_group *groups;
	size_t ngroups, groups_cap;
	const uint32_t *cues;		/* what the lists of cues are made of */
	size_t ncues;			/* how many different ones */

	/*
	 * What is built in is constant, its keys are in `fixed_keys`; with a
	 * journal's own names behind it, it is a copy.
	 */
	const struct topic_alias *aliases;
	size_t naliases, nfixed;
	const char *fixed_keys;
	struct topic_alias *own;	/* that copy, or NULL */
	size_t own_cap;
	struct strbuf own_keys;

	/*
	 * The names that are built in, and a journal's own if there are any.
	 * Cues are many more than names: where one may begin is kept, and
	 * looked at if a name asks for it.
	 */
	struct topic_trie tries[2];
	size_t ntries;
	struct topic_trie cue_trie;
	struct topic_filter filter;	/* of all of them */
	struct arena own_trie;
	bool built;
	bool hears_all;		/* all cues, whether they are asked for or not:
				   what is found is the same, only slower */

	/* Of the line being scanned; kept for the next one. */
	struct hit *hits;
	size_t nhits, hits_cap;
	struct candidate *found;
	size_t nfound, found_cap;
	struct first_word words[TOPIC_WORDS_AT_ONCE];
	struct first_word places[TOPIC_PLACES_MAX];	/* where a cue may */
	size_t nplaces;
	struct str line;
	uint64_t crowded;	/* the last line that had too many of them */
	uint64_t line_serial;
	uint64_t *cue_seen;	/* by cue: the last line that had it */
	struct cue_heard *cue_heard;	/* and where */
	uint64_t *maker_seen;	/* by group, likewise */
	uint64_t any_cue, any_maker;
	bool parts_silent; /* parts of topics speak for no other name */
	uint16_t company; /* groups that are named for certain: a bit for
			     each, which some may share */
	struct topic_word_set heard;	/* if any_cue is its serial: the words
					   that its cues begin with */
	struct str *maker;	/* by group: where it was last named */
	struct str small_maker;	/* of any group: the last in lower case */
	uint32_t small_maker_of;	/* of groups */
	struct topic_token token;	/* the last looked at */
	struct tick_run *runs;	/* if runs_line is its serial */
	size_t nruns, runs_cap, run;
	uint64_t runs_line;
};

/* Does the line name a group for certain? */
static inline bool topic_in_company(const struct topic_catalogue *c,
				    uint32_t group)
{
	return c->company >> group % 16 & 1;
}

/*
 * The squeezed form of `text` in `key` (TOPIC_KEY_MAX + 1 bytes): folded, and
 * without a single blank, '-' or '_' between two word bytes or '&'.  `breaks`
 * (may be NULL): where it may be taken apart, as its capitals and blanks say.
 */
size_t topic_squeeze(struct str text, char *key, uint64_t *breaks);

static inline bool topic_alnum(char c)
{
	return ((unsigned)c | 32) - 'a' < 26 || (unsigned)c - '0' < 10;
}

/* Bytes of words: ASCII letters and digits, and all that is not ASCII. */
static inline bool topic_word_byte(char c)
{
	return topic_alnum(c) || (c & 0x80);
}

/* What may stand beside a blank within a name: "Weights & Biases". */
static inline bool topic_joins(char c)
{
	return topic_word_byte(c) || c == '&';
}

static inline const char *catalogue_key(const struct topic_catalogue *c,
					size_t alias)
{
	return (alias < c->nfixed ? c->fixed_keys : c->own_keys.buf) +
	       c->aliases[alias].key;
}

/*
 * Has a name one meaning, however it is written?  It counts without a cue, and
 * is only asked about those that may tell it not to.  `first`: of its aliases.
 */
static inline bool topic_is_plain(const struct topic_alias *first)
{
	return !alias_needs(first) && !first->next;
}

/* Building: topic_parse.c fills a catalogue with these. */
uint32_t catalogue_group(struct topic_catalogue *c, struct str name);
struct topic_entry *catalogue_entry(struct topic_catalogue *c, struct str id,
				    struct str name, struct str parent,
				    uint32_t group);
void catalogue_rename(struct topic_catalogue *c, struct topic_entry *e,
		      struct str name);
void catalogue_alias(struct topic_catalogue *c, enum alias_kind kind,
		     uint32_t of, struct str text, uint8_t flags);
/* All files one after the other, of which a catalogue can have one text. */
void catalogue_parse(struct topic_catalogue *c, struct str text);
/* What its text is: in `text`, of TOPIC_KEY_MAX + 1 bytes. */
struct topic_key topic_key_of(struct str name, char *text);

static inline bool topic_key_is(const struct topic_key *a,
				const struct topic_key *b)
{
	return a->sum == b->sum && !strcmp(a->text, b->text);
}

struct topic_entry *catalogue_by_id(const struct topic_catalogue *c,
				    const char *id);

/* Make the tries those of all names that there are. */
void catalogue_build(struct topic_catalogue *c);

/* The topic that stands for this one; NULL: it is hidden. */
const struct topic *catalogue_shown(const struct topic_entry *e);

/*
 * Add the words that those cues begin with that may decide about a candidate.
 * `there`: the words of the line that some cue may begin with.
 */
void topic_asks_cues(const struct topic_catalogue *c,
		     const struct topic_word_set *there,
		     struct topic_word_set *out);

/* Has the line one of these cues? */
bool topic_heard(const struct topic_catalogue *c, const struct cue_list *cues);

/* Has it one that is no part of the name? */
bool topic_heard_beside(const struct topic_catalogue *c,
			const struct cue_list *cues,
			const struct candidate *f);

/* Is the name part of one of them, as of "Great Gatsby"?  With a capital it is
 * where that begins with one: "in Spring" is not "in spring".  Nor is it where a
 * sentence goes on in lower case: "learn React first" is not "react first". */
bool topic_heard_around(const struct topic_catalogue *c,
			const struct cue_list *cues, struct str line,
			const struct candidate *f);

/* Is there one that the name is no part of? */
bool topic_heard_apart(const struct topic_catalogue *c,
		       const struct cue_list *cues, const struct candidate *f);

/* Does one speak against the name, that does not only have it in lower case
 * where its line has it in capitals? */
bool topic_heard_against(const struct topic_catalogue *c,
			 const struct cue_list *cues,
			 const struct candidate *f);

/* Does one of them stand in the name's sentence? */
bool topic_heard_near(const struct topic_catalogue *c,
		      const struct cue_list *cues, struct str line,
		      const struct candidate *f);

/* The same of what speaks against it, which the name itself with its capital
 * does not. */
bool topic_denied_near(const struct topic_catalogue *c,
		       const struct cue_list *cues, struct str line,
		       const struct candidate *f);

/* What the line says of a candidate; of the topics that share the name, the one
 * that most speaks for, and as long as c->company is that of the line, rather
 * one of that. */
void topic_judge(struct topic_catalogue *c, struct str line,
		 struct candidate *f);

/* Drop the candidates that are no mentions; sort the others by place. */
void topic_decide(struct topic_catalogue *c, struct str line);

/*
 * Is the name at `start`..`end` part of a path, a domain, an option?  `seen` is
 * the last token of this line that was looked at.
 */
bool topic_is_coded(struct topic_token *seen, struct str line,
		    const char *start, const char *end);

/* Does the name fill the code span, but for the brackets of a call? */
bool topic_fills_span(const struct candidate *f, struct str inside);

/* Most names have blanks or a comma beside them. */
static inline bool topic_in_code(struct topic_token *seen, struct str line,
				 const char *start, const char *end)
{
	const char *last = line.s + line.len;

	if ((start == line.s || start[-1] == ' ') &&
	    (end == last || *end == ' ' || *end == ','))
		return false;
	return topic_is_coded(seen, line, start, end);
}

#endif
