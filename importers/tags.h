/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_TAGS_H
#define IMPORTERS_TAGS_H

#include "core/base/alloc.h"
#include "core/base/str.h"
#include "core/model/entry.h"

/* What an entry gets that its author marked with a star. */
#define TAG_STARRED "starred"

/*
 * Add a copy of a tag, without the sign in front of it, that the entry has not
 * yet: at most TAGS_MAX of them, and none with a control character.
 */
#define TAGS_MAX 64
void tags_add(struct entry *e, struct str tag, struct arena *mem);

/* The "@words" of a text. */
void tags_add_named(struct entry *e, struct str text, struct arena *mem);

#endif
