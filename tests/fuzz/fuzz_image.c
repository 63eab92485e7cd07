/* SPDX-License-Identifier: MIT */
/* Any bytes as an image: its header, and its copy without notes. */
#include <stdint.h>
#include <stdlib.h>

#include "core/base/image_metadata.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = { (const char *)data, size };
	AUTO(strbuf) plain = STRBUF_INIT;
	struct image_header before, after;

	if (!image_header_read(&before, bytes))
		return 0;
	if (before.width < 1 || before.height < 1)
		abort();
	if (!image_add_plain(&plain, bytes, before.type))
		return 0;
	/* It is still the image it was. */
	if (plain.len > size + 64 ||
	    !image_header_read(&after, strbuf_slice(&plain)) ||
	    after.type != before.type)
		abort();
	return 0;
}
