/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_INCLUDE_TAGS_H
#define CORE_TEXT_INCLUDE_TAGS_H

#include "core/text/include.h"

/* A tag of an include while it is read: between include.c and _tags.c. */
struct include_tag {
	struct str name;
	bool is_end, is_closed;		/* </x>, <x/> */
	struct str rel;			/* of a link */
	bool is_foreign;		/* an address of it is not of the site */
};

/* May it stand in such a place?  Errors are without the line. */
int include_check_element(const struct include_tag *tag,
			  enum include_place place, struct error *err)
	MUST_CHECK;

/* May it have the attribute?  Notes in *tag what include_check_tag needs. */
int include_check_attribute(struct include_tag *tag, struct str name,
			    struct str value, struct error *err) MUST_CHECK;

/* Once all attributes are known: does it load something from elsewhere? */
int include_check_tag(const struct include_tag *tag, struct error *err)
	MUST_CHECK;

bool include_is_void(struct str name);		/* <br> */
bool include_is_address(struct str attribute);	/* href, src … */

#endif
