/* SPDX-License-Identifier: MIT */
/* What Obsidian knows of a vault: its folders, and how daily notes are called. */
#include "importers/vault.h"

#include <ctype.h>
#include <string.h>

#include "core/base/path.h"
#include "core/text/json.h"

/* --- settings ------------------------------------------------------------ */

/* The setting as it was written, without '/' at its ends; or NULL. */
static const char *setting(const struct json *v, const char *key,
			   struct arena *mem)
{
	struct str s = str_trim(json_get_string(v, key));

	while (str_starts(s, "/"))
		s = str_from(s, 1);
	while (str_ends(s, "/"))
		s.len--;
	return s.len ? arena_str(mem, s).s : NULL;
}

/* "DD.MM.YYYY" has the day first, "MM-DD-YYYY" the month. */
static void read_format(struct vault_settings *out, struct str format)
{
	size_t day = str_find(format, 'D'), month = str_find(format, 'M');

	out->day_first = day < month && month < format.len;
	out->month_first = month < day && day < format.len;
}

static void read_daily(struct vault_settings *out, const struct json *v,
		       struct arena *mem)
{
	out->daily = setting(v, "folder", mem);
	out->template = setting(v, "template", mem);
	read_format(out, json_get_string(v, "format"));
}

static void read_templates(struct vault_settings *out, const struct json *v,
			   struct arena *mem)
{
	out->templates = setting(v, "folder", mem);
}

static void read_file(struct vault_settings *out,
		      const struct foreign_file *file, struct str name,
		      struct arena *mem)
{
	struct error damaged = ERROR_INIT;
	struct json *v;

	if (!str_is(name, "daily-notes.json") && !str_is(name, "templates.json"))
		return;
	if (json_parse(&v, file->bytes, &damaged))
		return;
	if (str_is(name, "daily-notes.json"))
		read_daily(out, v, mem);
	else
		read_templates(out, v, mem);
	json_free(v);
}

/* Of several vaults, one beneath the other, the first is asked. */
void vault_settings_read(struct vault_settings *out,
			 const struct foreign_file *files, size_t count,
			 struct arena *mem)
{
	*out = (struct vault_settings){ .root = STR_NONE };
	for (size_t i = 0; i < count; i++) {
		struct str path = str_of(files[i].path);
		size_t at = str_find_str(path, STR(".obsidian/"));

		if (at == path.len)
			continue;
		if (!out->root.s)
			out->root = str_upto(path, at);
		if (str_eq(out->root, str_upto(path, at)))
			read_file(out, &files[i], str_from(path, at + 10), mem);
	}
}

/* The path beneath `folder`, or STR_NONE. */
static struct str beneath(struct str path, struct str folder)
{
	if (!str_eq(str_upto(path, folder.len), folder) ||
	    path.len <= folder.len || path.s[folder.len] != '/')
		return STR_NONE;
	return str_from(path, folder.len + 1);
}

static bool is_within(const struct vault_settings *s, const char *path,
		      const char *folder)
{
	struct str whole = str_of(path);

	if (!folder || !s->root.s ||
	    !str_eq(str_upto(whole, s->root.len), s->root))
		return false;
	return beneath(str_from(whole, s->root.len), str_of(folder)).s;
}

bool vault_settings_daily(const struct vault_settings *s, const char *path)
{
	return is_within(s, path, s->daily);
}

bool vault_settings_template(const struct vault_settings *s, const char *path)
{
	struct str whole = str_of(path);

	if (is_within(s, path, s->templates))
		return true;
	if (!s->template || !str_eq(str_upto(whole, s->root.len), s->root))
		return false;
	whole = str_from(whole, s->root.len);
	return str_is(whole, s->template) ||
	       (str_ends(whole, ".md") &&
		str_is(str_upto(whole, whole.len - 3), s->template));
}

/* --- names --------------------------------------------------------------- */

void vault_names_init(struct vault_names *n)
{
	dating_init(&n->dating, STR(""));
}

void vault_names_release(struct vault_names *n)
{
	dating_release(&n->dating);
}

/* "2022/07/04.md" is named by its folders as well. */
static bool add_iso_path(struct strbuf *out, struct str path)
{
	struct str tail, stem = path_stem(path_basename(path));

	path = str_upto(path, path.len - path_suffix(path).len);
	tail = path.len >= 10 ? str_from(path, path.len - 10) : STR("");
	if (stem.len != 2 || tail.len != 10 || tail.s[4] != '/' ||
	    tail.s[7] != '/')
		return false;
	strbuf_addf(out, "%.4s-%.2s-%.2s", tail.s, tail.s + 5, tail.s + 8);
	return day_parse_iso(strbuf_slice(out)) != DAY_NONE;
}

int vault_names_add(struct vault_names *n, const char *path)
{
	AUTO(strbuf) name = STRBUF_INIT;
	struct error many = ERROR_INIT;
	bool more;

	if (!add_iso_path(&name, str_of(path))) {
		strbuf_reset(&name);
		strbuf_addslice(&name, path_stem(path_basename(str_of(path))));
		for (size_t i = 0; i < name.len; i++)
			if (name.buf[i] == '_')
				name.buf[i] = '-';
	}
	if (!dating_reads(&n->dating, strbuf_slice(&name), &more) || more ||
	    dating_add(&n->dating, strbuf_slice(&name), 1, &many))
		return -1;
	return (int)n->dating.log.count - 1;
}

void vault_names_settle(struct vault_names *n, const struct vault_settings *s,
			const struct import_options *options)
{
	struct import_options own = *options;

	if (own.date_order == DATE_ORDER_AUTO && s->day_first)
		own.date_order = DATE_ORDER_DMY;
	else if (own.date_order == DATE_ORDER_AUTO && s->month_first)
		own.date_order = DATE_ORDER_MDY;
	dating_settle(&n->dating, &own);
}

int vault_names_day(struct vault_names *n, int number)
{
	struct entry e;

	if (number < 0)
		return DAY_NONE;
	e = dating_entry(&n->dating, (size_t)number);
	return e.ndays == 1 ? e.days[0] : DAY_NONE;
}
