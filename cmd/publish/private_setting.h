/* SPDX-License-Identifier: MIT */
#ifndef CMD_PUBLISH_PRIVATE_SETTING_H
#define CMD_PUBLISH_PRIVATE_SETTING_H

#include "cmd/command.h"

/*
 * Which sections stay private, where the journal does not say: asked on a
 * terminal, and the answer is kept in the settings.  Anywhere else the default
 * holds, and that is said.
 */
int publish_settle_private(struct journal *j, bool may_ask, struct error *err)
	MUST_CHECK;

#endif
