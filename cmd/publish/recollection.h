/* SPDX-License-Identifier: MIT */
#ifndef CMD_PUBLISH_RECOLLECTION_H
#define CMD_PUBLISH_RECOLLECTION_H

#include "cmd/publish/manifest.h"
#include "core/base/helper.h"

/*
 * What the exporter remembers of the last run, read and taken apart; where
 * there is a processor for it, while the snapshot is made.
 */
struct recollection {
	struct export_memory memory;	/* first; what was before is in: */
	struct manifest_maps maps;
	const struct manifest *manifest;
	const struct exporter *exporter;
	struct helper helper;
};

/* It stays where it is. */
void recollection_begin(struct recollection *r, const struct manifest *m,
			const struct exporter *exporter);
/* From now on the memory may be used. */
void recollection_end(struct recollection *r);
void recollection_release(struct recollection *r);

#endif
