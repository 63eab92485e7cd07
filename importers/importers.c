/* SPDX-License-Identifier: MIT */
/* The list of importers, made from importers.def. */
#include "importers/importer.h"

#define IMPORTER(name) extern const struct importer importer_##name;
#include "importers/importers.def"
#undef IMPORTER

#define IMPORTER(name) &importer_##name,
const struct importer *const importers[] = {
#include "importers/importers.def"
	NULL
};
#undef IMPORTER

const struct importer *importer_by_name(const char *name)
{
	for (size_t i = 0; importers[i]; i++)
		if (str_is(str_of(importers[i]->name), name))
			return importers[i];
	return NULL;
}

const struct importer *importer_for(struct str input, struct str name)
{
	const struct importer *best = NULL;
	int best_score = 0;

	for (size_t i = 0; importers[i]; i++) {
		int score = importers[i]->score
				    ? importers[i]->score(input, name)
				    : 0;

		if (score > best_score) {
			best = importers[i];
			best_score = score;
		}
	}
	return best;
}

const struct importer *importer_for_files(const struct foreign_file *files,
					  size_t count)
{
	const struct importer *best = NULL;
	int best_score = 0;

	for (size_t i = 0; importers[i]; i++) {
		int score = importers[i]->score_files
				    ? importers[i]->score_files(files, count)
				    : 0;

		if (score > best_score) {
			best = importers[i];
			best_score = score;
		}
	}
	return best;
}
