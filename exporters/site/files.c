/* SPDX-License-Identifier: MIT */
/* Copying what texts refer to into the site, by whitelist. */
#include "exporters/site/files.h"

#include <stdlib.h>

#include "core/base/image_metadata.h"
#include "core/base/path.h"
#include "core/base/sha256.h"
#include "core/model/link.h"
#include "core/text/markdown_html.h"

/* Others are not even opened. */
static const char *const suffixes[] = { ".png", ".jpg", ".jpeg", ".gif",
					".webp", ".avif", ".pdf" };

void site_files_release(struct site_files *f)
{
	strset_release(&f->known);
	strset_release(&f->written);
	strset_release(&f->told);
	free(f->list);
	free(f->missed);
}

static bool starts_with_suffix(struct str s)
{
	for (size_t i = 0; i < ARRAY_SIZE(suffixes); i++)
		if (str_starts_nocase(s, suffixes[i]))
			return true;
	return false;
}

/* HTML may embed what has no such suffix. */
static bool has_tags(struct str text)
{
	for (; (text = str_from(text, str_find(text, '<'))).len;
	     text = str_from(text, 1))
		if (html_is_tag(text, "img") || html_is_embedded(text))
			return true;
	return false;
}

bool site_has_files(struct str text)
{
	size_t at;

	if (str_find_str(text, STR("![")) < text.len || has_tags(text))
		return true;
	while ((at = str_find(text, '.')) < text.len) {
		text = str_from(text, at);
		if (starts_with_suffix(text))
			return true;
		text = str_from(text, 1);
	}
	return false;
}

/* Hidden files and folders are not for readers, .git and .hecto among them. */
static bool is_hidden(struct str path)
{
	struct str part;

	while ((part = str_next_field(&path, '/')).s)
		if (str_starts(part, "."))
			return true;
	return false;
}

static bool may_be_read(struct str path)
{
	return path_is_safe(path) && starts_with_suffix(path_suffix(path)) &&
	       !is_hidden(path);
}

static void warn(struct site_files *f, struct str name, const char *why)
{
	AUTO(strbuf) text = STRBUF_INIT;
	int shown = name.len > 200 ? 200 : (int)name.len;

	strbuf_addf(&text, "'%.*s' stays out of the site: %s", shown, name.s,
		    why);
	strset_put(&f->told, name, 0);
	if (f->host->warn)
		f->host->warn(f->host->arg, text.buf);
}

static const char *file_name(struct site_files *f, struct str name,
			     struct str bytes, const char *suffix)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct sha256 sum;

	sha256_init(&sum);
	sha256_add(&sum, bytes);
	strbuf_addstr(&path, "files/");
	path_add_slug(&path, path_stem(name));
	strbuf_addf(&path, "-%.8s%s", sha256_end(&sum).s, suffix);
	return arena_strndup(f->mem, path.buf, path.len);
}

static void write_file(struct site_files *f, struct site_file *out,
		       struct str name, struct str bytes, const char *suffix)
{
	out->path = file_name(f, name, bytes, suffix);
	if (f->has_failed || !strset_put(&f->written, str_of(out->path), 0))
		return;
	f->has_failed = f->out->file(f->out, out->path, bytes, &f->failure);
}

static void put_image(struct site_files *f, struct site_file *out,
		      struct str name, struct str bytes)
{
	AUTO(strbuf) plain = STRBUF_INIT;
	struct image_header image;

	if (!image_header_read(&image, bytes)) {
		warn(f, name, "it is no PNG, JPEG, GIF, WebP, AVIF or PDF");
	} else if (!image_add_plain(&plain, bytes, image.type)) {
		warn(f, name, "it is damaged");
	} else {
		out->width = image.width;
		out->height = image.height;
		write_file(f, out, name, strbuf_slice(&plain),
			   image_suffix(image.type));
	}
}

static void put(struct site_files *f, struct site_file *out, struct str name,
		struct str bytes)
{
	if (str_starts(bytes, "%PDF-"))
		write_file(f, out, name, bytes, ".pdf");
	else
		put_image(f, out, name, bytes);
}

static void get_local(struct site_files *f, struct site_file *out,
		      const char *path)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	struct error err = ERROR_INIT;

	if (!f->host->read || !may_be_read(str_of(path)))
		return;
	if (!f->host->read(f->host->arg, path, SITE_FILE_MAX, &bytes, &err))
		put(f, out, str_of(path), strbuf_slice(&bytes));
	else if (err.kind != ERROR_NOT_FOUND)
		warn(f, str_of(path), err.text);
}

/* "https://x.org/a/queue.png?w=3" -> "queue.png", for the name of the file. */
static struct str name_of(struct str url)
{
	url = str_upto(url, str_find(url, '#'));
	url = str_upto(url, str_find(url, '?'));
	return path_basename(url);
}

static void get_remote(struct site_files *f, struct site_file *out,
		       const char *url)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	struct error err = ERROR_INIT;

	if (!f->host->fetch)
		return;
	if (f->fetches >= SITE_FETCHES_MAX) {
		f->unfetched++;
		return;
	}
	f->fetches++;
	if (f->host->fetch(f->host->arg, url, SITE_FILE_MAX, &bytes, &err)) {
		if (err.kind != ERROR_NOTHING)
			warn(f, str_of(url), err.text);
		return;
	}
	/* A paper is no image; it stays where it is. */
	put_image(f, out, name_of(str_of(url)), strbuf_slice(&bytes));
}

static const struct site_file *find(struct site_files *f, struct str name,
				    void (*get)(struct site_files *f,
						struct site_file *out,
						const char *name))
{
	struct site_file file = { NULL, 0, 0 };
	size_t at;

	if (!f || !f->host)
		return NULL;
	if (!strset_get(&f->known, name, &at)) {
		get(f, &file, arena_str(f->mem, name).s);
		at = f->count;
		XGROW(f->list, f->count, f->cap);
		f->list[f->count++] = file;
		strset_put(&f->known, name, at);
	}
	return f->list[at].path ? &f->list[at] : NULL;
}

const struct site_file *site_file_local(struct site_files *f, struct str path)
{
	return find(f, path, get_local);
}

const struct site_file *site_file_remote(struct site_files *f, struct str url)
{
	return find(f, url, get_remote);
}

static const char *why_missed(struct str path)
{
	if (!path.len || !path_is_safe(path))
		return "it is not in the journal";
	if (is_hidden(path))
		return "what is hidden is not for readers";
	if (str_starts_nocase(path_suffix(path), ".svg"))
		return "an SVG may run scripts, so none is copied; "
		       "make a PNG of it";
	if (!starts_with_suffix(path_suffix(path)))
		return "it is of a kind that is not copied";
	return "there is no such file";
}

static void miss(struct site_files *f, struct str url, const char *why)
{
	XGROW(f->missed, f->nmissed, f->missed_cap);
	f->missed[f->nmissed++] = (struct site_missed){
		.url = arena_str(f->mem, url).s,
		.why = why,
	};
}

/* [[embeds]] of notes are asked for as well, and are no images. */
void site_files_miss(struct site_files *f, struct str path, struct str url)
{
	if (!f || !f->host || !f->host->read ||
	    link_kind_of_wiki(url, true) != LINK_IMAGE ||
	    !strset_put(&f->told, path.len ? path : url, 0))
		return;
	miss(f, url, why_missed(path));
}

void site_files_tell_unfetched(const struct site_files *f)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (!f->unfetched || !f->host->warn)
		return;
	strbuf_addf(&text, "%zu %s: a site has copies of at most %d",
		    f->unfetched,
		    f->unfetched == 1 ? "image of another site stays a link" :
					"images of other sites stay links",
		    SITE_FETCHES_MAX);
	f->host->warn(f->host->arg, text.buf);
}

void site_files_drop(struct site_files *f, struct str tag)
{
	if (strset_put(&f->told, tag, 0))
		miss(f, tag, NULL);
}
