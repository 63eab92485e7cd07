/* SPDX-License-Identifier: MIT */
/* Keeping a text whole, for every importer that does. */
#include "importers/importer.h"

#include "core/base/path.h"
#include "core/base/utf8.h"
#include "core/text/markdown_lines.h"
#include "core/text/mojibake.h"
#include "core/text/unicode.h"

#define LINES_TOLD 20	/* of mojibake, before they are only counted */
#define SHOWN 60	/* bytes of one */

/* What it was meant to be; by its number, where nothing is to be seen. */
static void add_meant(struct strbuf *out, struct str run)
{
	AUTO(strbuf) mended = STRBUF_INIT;
	struct str rest;

	mojibake_mend(&mended, run);
	rest = strbuf_slice(&mended);
	if (unicode_width(rest))
		strbuf_addf(out, "'%s'", mended.buf);
	else
		strbuf_addf(out, "U+%04X", (unsigned)utf8_next(&rest));
}

void import_doubt(struct import_sink *sink, unsigned line, struct str text,
		  const char *why)
{
	if (sink->doubtful)
		sink->doubtful(sink, line, text, why);
}

static void tell_line(struct import_sink *sink, unsigned line, struct str run)
{
	AUTO(strbuf) why = STRBUF_INIT;
	AUTO(strbuf) meant = STRBUF_INIT;
	struct str rest = str_upto(run, SHOWN);

	while (rest.len && !utf8_is_valid(rest))
		rest.len--;
	add_meant(&meant, rest);
	strbuf_addf(&why, "left as it is, though it is %s read as "
		    "Windows-1252; --fix-mojibake mends it", meant.buf);
	import_doubt(sink, line, rest, why.buf);
}

static void tell_mojibake(struct str text, struct import_sink *sink)
{
	AUTO(strbuf) more = STRBUF_INIT;
	struct str line, first = STR_NONE;
	unsigned number = 0, told = 0, untold = 0, where = 0;

	while ((line = markdown_next_line(&text)).s) {
		struct str run = mojibake_find(line);

		number++;
		if (!run.s)
			continue;
		if (told++ < LINES_TOLD) {
			tell_line(sink, number, run);
			continue;
		}
		if (!untold++) {
			where = number;
			first = str_upto(run, SHOWN);
		}
	}
	if (!untold)
		return;
	strbuf_addf(&more, "the same in %u more lines from here on", untold);
	import_doubt(sink, where, first, more.buf);
}

int import_keep(struct import_sink *sink, const char *folder, struct str text,
		const struct import_options *options, struct error *err)
{
	AUTO(strbuf) mended = STRBUF_INIT;

	if (options->fix_mojibake) {
		mojibake_mend(&mended, text);
		return sink->document(sink, folder, strbuf_slice(&mended), err);
	}
	tell_mojibake(text, sink);
	return sink->document(sink, folder, text, err);
}

/* Git's test for a binary: a NUL among the first bytes. */
bool import_is_binary(struct str bytes)
{
	struct str front = str_upto(bytes, 8000);

	return str_find(front, '\0') < front.len;
}

static bool has_suffix(const char *path, const char *const *suffixes,
		       size_t count)
{
	struct str suffix = path_suffix(str_of(path));

	for (size_t i = 0; i < count; i++)
		if (str_eq_nocase(suffix, str_of(suffixes[i])))
			return true;
	return false;
}

/* What has no suffix either, and is written for a program. */
static bool is_of_tools(const char *path)
{
	static const char *const names[] = { "makefile", "gemfile", "rakefile",
					     "dockerfile", "vagrantfile",
					     "jenkinsfile", "procfile",
					     "cname" };
	struct str base = path_basename(str_of(path));

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (str_eq_nocase(base, str_of(names[i])))
			return true;
	return false;
}

bool import_is_text(const struct foreign_file *file)
{
	static const char *const suffixes[] = { "", ".md", ".markdown",
						".mdown", ".txt", ".text",
						".org" };

	return has_suffix(file->path, suffixes, ARRAY_SIZE(suffixes)) &&
	       !is_of_tools(file->path) && !import_is_binary(file->bytes);
}

bool import_is_attachment(const struct foreign_file *file)
{
	static const char *const suffixes[] = {
		".png", ".jpg",	 ".jpeg", ".gif",    ".webp",  ".svg",
		".avif", ".bmp", ".pdf",  ".mp3",    ".m4a",   ".ogg",
		".wav",	 ".mp4", ".webm", ".canvas", ".excalidraw",
		".drawio", ".csv", ".json",
	};

	return has_suffix(file->path, suffixes, ARRAY_SIZE(suffixes));
}

bool import_is_hidden(const char *path)
{
	return *path == '.' ||
	       str_find_str(str_of(path), STR("/.")) < str_of(path).len;
}

bool import_owns_most(const struct foreign_file *files, size_t count,
		      bool (*is_own)(const struct foreign_file *file))
{
	size_t own = 0, others = 0;

	for (size_t i = 0; i < count; i++) {
		if (is_own(&files[i]))
			own++;
		else if (!import_is_hidden(files[i].path) &&
			 !import_is_attachment(&files[i]) &&
			 !import_is_binary(files[i].bytes))
			others++;
	}
	return own > others;
}

int import_refuse(struct import_sink *sink, const struct foreign_file *file,
		  const char *why, struct error *err)
{
	if (sink->file(sink, file, err))
		return -1;
	sink->skipped(sink, 0, str_of(file->path), why);
	return 0;
}

int import_each(const struct foreign_file *files, size_t count,
		import_reader *read, const struct import_options *options,
		struct import_sink *sink, struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		struct error failure = ERROR_INIT;
		const char *why = NULL;

		if (sink->file(sink, &files[i], err))
			return -1;
		if (read(&files[i], options, sink, &why, &failure)) {
			if (failure.kind != ERROR_INPUT) {
				*err = failure;
				return -1;
			}
			why = failure.text;
		}
		if (why)
			sink->skipped(sink, 0, str_of(files[i].path), why);
	}
	return 0;
}
