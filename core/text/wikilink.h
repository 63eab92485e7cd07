/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_WIKILINK_H
#define CORE_TEXT_WIKILINK_H

#include <stdbool.h>

#include "core/base/str.h"

/*
 * "[[Note]]", "[[folder/Note#Heading|shown]]", "![[image.png]]": a link of
 * Obsidian, of Zettelkasten programs and of wikis, from one note to another
 * by its name.
 */
struct wikilink {
	struct str whole;	/* with its brackets, and "!" */
	struct str name;	/* target and heading, as they stand */
	struct str target;	/* trimmed; empty: into the same note */
	struct str heading;	/* behind '#', or STR_NONE */
	struct str alias;	/* behind '|', or STR_NONE */
	bool embed;
	unsigned line;		/* from 1 */
};

/*
 * Could this be what somebody calls a note?  "a[[0]]" is an element of an array,
 * "[[ -f x ]]" and "[[ $x = y ]]" are tests of a shell, "[[shelf.png]]" is a picture.  `before`: the text in
 * front of the brackets.
 */
bool wikilink_is_name(struct str before, struct str name);

/* Walks through a text: set to { text } first. */
struct wikilink_walk {
	struct str rest;	/* behind the line in hand */
	struct str here;	/* of that line, what was not looked at yet */
	unsigned line;		/* its number */
	char fence;		/* 0, '`' or '~' */
	bool inside;		/* of a line */
};

/* The next link that is not in code; false: there is none. */
bool wikilink_next(struct wikilink_walk *walk, struct wikilink *out);

#endif
