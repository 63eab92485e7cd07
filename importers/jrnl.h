/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_JRNL_H
#define IMPORTERS_JRNL_H

#include "importers/importer.h"

/* jrnl's own JSON, of `jrnl --format json`. */
int jrnl_json_score(struct str input);
int jrnl_json_run(struct str input, const struct import_options *options,
		  struct import_sink *sink, struct error *err) MUST_CHECK;

#endif
