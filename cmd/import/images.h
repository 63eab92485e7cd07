/* SPDX-License-Identifier: MIT */
#ifndef CMD_IMPORT_IMAGES_H
#define CMD_IMPORT_IMAGES_H

#include "cmd/import/file.h"
#include "cmd/import/source.h"

/*
 * Add to the source of a file on the disk the images that its entries show and
 * that lie in its folder, or beneath: what is not there, is a link, or is no
 * image by its bytes is none.
 */
int import_read_images(struct import_source *s, const struct import_file *f,
		       struct error *err) MUST_CHECK;

/* Of the files of a folder that were left out, keep the images that entries of
 * the others show. */
void import_keep_images(struct import_file *files, size_t count);

#endif
