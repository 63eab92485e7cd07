/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_H
#define CORE_MODEL_TOPIC_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/error.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"

/*
 * Topics: services and subjects that a text names.  The catalogue is compiled
 * in, as tables made of core/model/topics/; a journal adds its own.
 * Recognition: a trie of case-folded, squeezed names is walked from where words
 * begin, with flags and cues for ambiguous names (design: topics).
 */
struct topic {
	const char *id;		/* "dynamodb", as botocore names services */
	const char *name;	/* "Amazon DynamoDB" */
	const char *parent;	/* id of the family, or NULL */
	const char *group;	/* "aws", "azure", "language", "user" … */
};

struct topic_catalogue;		/* opaque: topics, aliases, trie */

/* What is built in, which costs little: its trie is there already. */
struct topic_catalogue *topic_catalogue_new(void);
void topic_catalogue_free(struct topic_catalogue *c);

/*
 * A topic of the user's.  `name` NULL: the id with its dashes as blanks;
 * aliases are added to those that a topic of this id has.
 */
void topic_catalogue_add(struct topic_catalogue *c, const char *id,
			 const char *name, const char *parent,
			 const char *const *aliases, size_t naliases);

/*
 * A topic that a text gave a name to, such as a heading among a plan's
 * services or a tag: of the group "journal".  False: the catalogue knows the
 * name, or it can be none.
 */
bool topic_catalogue_derive(struct topic_catalogue *c, struct str name);

/* Could this be the name of a topic: a few words, and no "Notes" or "Week 2"? */
bool topic_name_fits(struct str name);

/* It is neither recognised nor found any more.  False: there is no such id. */
bool topic_catalogue_hide(struct topic_catalogue *c, const char *id);

/* Whatever names `from` now names `into`.  False: one of them is not there, or
 * it would be merged with itself. */
bool topic_catalogue_merge(struct topic_catalogue *c, const char *from,
			   const char *into);

/* Does a topic belong to the family of another, over however many steps, or is
 * it that?  Both by their ids. */
bool topic_is_within(const struct topic_catalogue *c, const char *id,
		     const char *family);

/* Let a topic that belongs to its own family belong to none.  The id of what it
 * belonged to; NULL: it does not. */
const char *topic_catalogue_cut_cycle(struct topic_catalogue *c,
				      const char *id);

/* A topic that was merged with another, or else hidden, as a user types it. */
const struct topic *topic_find_changed(const struct topic_catalogue *c,
				       struct str typed, bool hidden);

size_t topic_catalogue_count(const struct topic_catalogue *c);
const struct topic *topic_at(const struct topic_catalogue *c, size_t i);

/* The groups that there are, in order; NULL past the end. */
const char *topic_group_at(const struct topic_catalogue *c, size_t i);

/* By id, name or alias as a user types it ("Dynamo DB", "ddb"); or NULL. */
const struct topic *topic_find(const struct topic_catalogue *c,
			       struct str typed);

/* Is what topic_find finds by this no name of it, but what a slip makes of one:
 * "lamda"? */
bool topic_is_misspelt(const struct topic_catalogue *c, struct str typed);

/* Its name without its maker's: "Kinesis". */
struct str topic_short_name(const struct topic_catalogue *c,
			    const struct topic *t);

/*
 * Append what readers look for it by: its initials if that is one of its names
 * ("EC2", "IAM"), else its name without its maker's where that alone still means
 * this topic, else its name.
 */
void topic_add_label(struct strbuf *out, const struct topic_catalogue *c,
		     const struct topic *t);

/*
 * Tell the names that are built in of topics that are shown, but for those that
 * only mean one beside a cue, each as a key: folded to lower case, and without
 * what may part its words.  The second appends the key of what somebody typed,
 * or nothing where it can be none.
 */
void topic_tell_keys(const struct topic_catalogue *c,
		     void (*tell)(void *arg, const struct topic *t,
				  const char *key), void *arg);
void topic_add_key(struct strbuf *out, struct str typed);

/* Up to `max` topics whose ids or names are spelt nearly so; how many. */
size_t topic_nearest(const struct topic_catalogue *c, struct str typed,
		     const struct topic **out, size_t max);

/* A topic named in a text. */
struct mention {
	const struct topic *topic;
	unsigned line;		/* of the text scanned, from 1 */
	struct str text;	/* the words found, a slice of the text */
};

struct mentions {
	struct mention *items;
	size_t count, cap;	/* owned; mentions_release */
};
#define MENTIONS_INIT { NULL, 0, 0 }
void mentions_release(struct mentions *m);

/*
 * Append what `text` names, in order.  Fenced code and URLs are skipped; a
 * `code span` counts only if it is the name itself.  The text may have many
 * lines; what helps to decide an ambiguous word is on its own line.
 */
void topic_scan(struct topic_catalogue *c, struct str text,
		struct mentions *out);

#endif
