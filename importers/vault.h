/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_VAULT_H
#define IMPORTERS_VAULT_H

#include "importers/dating.h"
#include "importers/importer.h"

/*
 * What Obsidian was told of a vault, in the folder .obsidian: which folders
 * have the daily notes and the templates, and how a daily note is called.
 */
struct vault_settings {
	struct str root;	/* beneath what was named, with a '/', or "";
				   .s NULL: it is no vault of Obsidian */
	const char *daily;	/* folder, without root; or NULL */
	const char *templates;
	const char *template;	/* of the daily note, without ".md" */
	bool day_first, month_first;	/* in its name */
};

/* Everything in `mem`; settings that are damaged are as good as none. */
void vault_settings_read(struct vault_settings *out,
			 const struct foreign_file *files, size_t count,
			 struct arena *mem);

/* Is it beneath the folder of the daily notes, or of the templates? */
bool vault_settings_daily(const struct vault_settings *s, const char *path);
bool vault_settings_template(const struct vault_settings *s, const char *path);

/*
 * The days that notes are called for otherwise than in ISO order ("04.07.2022",
 * "July 4th, 2022"), settled together: 04-07 is by the others of the folder.
 */
struct vault_names {
	struct dating dating;
};

void vault_names_init(struct vault_names *n);
void vault_names_release(struct vault_names *n);

/* A number for what the path says; -1: no day. */
int vault_names_add(struct vault_names *n, const char *path);
void vault_names_settle(struct vault_names *n, const struct vault_settings *s,
			const struct import_options *options);
int vault_names_day(struct vault_names *n, int number);	/* or DAY_NONE */

#endif
