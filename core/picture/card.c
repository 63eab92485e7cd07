/* SPDX-License-Identifier: MIT */
/* Loads the module that paints, and passes cards on to it. */
#include "core/picture/card.h"

#include "core/base/module.h"
#include "core/picture/module.h"

int picture_card(struct strbuf *out, const struct card *card,
		 struct error *err)
{
	const struct picture_module *module;
	const void *table;

	if (module_load(&table, PICTURE_MODULE_FILE, PICTURE_MODULE_SYMBOL,
			PICTURE_MODULE_ABI, err))
		return -1;
	module = table;
	return module->card(out, card, err);
}
