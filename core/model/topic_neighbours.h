/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_NEIGHBOURS_H
#define CORE_MODEL_TOPIC_NEIGHBOURS_H

#include "core/model/topic_catalogue.h"

/*
 * What stands beside a name and speaks for it, because of the group that its
 * topic is of: the words of %before, %after, %learn, %kind and %note in its
 * file, and, where its things are learnt, how learners note them.
 */

/* Shorter words in lower case are too often others. */
#define TOPIC_WORD_MIN 4

/* The sides from which a group lets a word speak: of enum neighbour. */
size_t neighbour_sides(const struct topic_group *g, struct str word);

/* Are the things of its group learnt, as languages are, and services not? */
bool topic_is_learnt(const struct topic_catalogue *c,
		     const struct topic_entry *e);

/* "written in Go", "a Go program", "learning go": from one of these sides. */
bool neighbours_speak(const struct topic_catalogue *c,
		      const struct topic_entry *e, struct str line,
		      const struct candidate *f, size_t sides);

/* "Go is a nice language" */
bool neighbours_describe(const struct topic_catalogue *c,
			 const struct topic_entry *e, struct str line,
			 const struct candidate *f);

/* "Language: Go" */
bool neighbours_label(const struct topic_catalogue *c,
		      const struct topic_entry *e, struct str line,
		      const struct candidate *f);

/* "- rust", "worked on rust today": in lower case, where there is nothing else
 * that it could belong to. */
bool neighbours_study(const struct topic_catalogue *c,
		      const struct topic_alias *a, struct str line,
		      const struct candidate *f);

/* "sentinel connectors", "slots, rails routes" */
bool neighbours_note(const struct topic_catalogue *c,
		     const struct topic_entry *e, struct str line,
		     const struct candidate *f);

#endif
