/* SPDX-License-Identifier: MIT */
/* The list of exporters, made from exporters.def. */
#include "exporters/exporter.h"

#include "core/base/str.h"

#define EXPORTER(name) extern const struct exporter exporter_##name;
#include "exporters/exporters.def"
#undef EXPORTER

#define EXPORTER(name) &exporter_##name,
const struct exporter *const exporters[] = {
#include "exporters/exporters.def"
	NULL
};
#undef EXPORTER

const struct exporter *exporter_by_name(const char *name)
{
	for (size_t i = 0; exporters[i]; i++)
		if (str_is(str_of(exporters[i]->name), name))
			return exporters[i];
	return NULL;
}
