/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_MODULE_H
#define CORE_BASE_MODULE_H

#include "core/base/attributes.h"
#include "core/base/error.h"

/*
 * A part of hecto that brings a slow library along (libgit2, libcurl) is a
 * module, hecto-NAME.so beside the program or in its library folder, and is
 * loaded by the first call that needs it.  It exports one table; `abi`, an
 * unsigned, comes first in it for ever, so that a module of another version is
 * told apart before anything else in it is touched.
 *
 * It is looked for from where the running program is (/proc/self/exe), then
 * where libraries are looked for, never in the current folder.  A module stays
 * loaded until the program ends: what it brings along is not made to be
 * unloaded.
 */
int module_load(const void **table, const char *file, const char *symbol,
		unsigned abi, struct error *err) MUST_CHECK;

#endif
