/* SPDX-License-Identifier: MIT */
/* What holds for every page of a site: it is well-formed, nothing on it is
 * active, and its links lead somewhere. */
#ifndef TESTS_UNIT_EXPORTERS_SITE_CHECK_H
#define TESTS_UNIT_EXPORTERS_SITE_CHECK_H

#include "tests/unit/exporters/site_fixture.h"

#include "core/base/path.h"
#include "core/base/strset.h"

static inline bool is_void(struct str tag)
{
	static const char *const tags[] = { "meta", "link", "br", "hr", "img",
					    "input" };

	for (size_t i = 0; i < ARRAY_SIZE(tags); i++)
		if (str_is(tag, tags[i]))
			return true;
	return false;
}

struct tag {
	struct str name;
	struct str attributes;
	bool is_end;
};

/* The next tag; every '<' must begin one, quoted values hide '>'. */
static inline bool next_tag(struct str *rest, struct tag *out)
{
	size_t i = str_find(*rest, '<');
	bool quoted = false;
	struct str all;

	if (i == rest->len)
		return false;
	*rest = str_from(*rest, i + 1);
	for (i = 0; i < rest->len && (quoted || rest->s[i] != '>'); i++)
		quoted ^= rest->s[i] == '"';
	assert_true(i < rest->len);
	all = str_upto(*rest, i);
	*rest = str_from(*rest, i + 1);
	out->is_end = str_starts(all, "/");
	if (out->is_end)
		all = str_from(all, 1);
	for (i = 0; i < all.len && all.s[i] != ' '; i++)
		;
	out->name = str_upto(all, i);
	out->attributes = str_from(all, i);
	return true;
}

/* Take ` name="value"` off the front. */
static inline bool next_attribute(struct str *rest, struct str *name,
				  struct str *value)
{
	*rest = str_trim_left(*rest);
	if (!rest->len)
		return false;
	*name = str_upto(*rest, str_find(*rest, '='));
	*rest = str_from(*rest, name->len);
	assert_true(str_starts(*rest, "=\""));
	*rest = str_from(*rest, 2);
	*value = str_upto(*rest, str_find(*rest, '"'));
	*rest = str_from(*rest, value->len + 1);
	return true;
}

static inline void check_attribute(struct str tag, struct str name,
				   struct str value)
{
	assert_false(str_starts(name, "on"));
	assert_false(str_is(name, "style"));
	assert_false(str_starts_nocase(value, "javascript:"));
	if (str_is(name, "src"))
		assert_true(str_find_str(value, STR("//")) == value.len);
	if (str_is(name, "href") && str_is(tag, "link"))
		assert_true(str_find_str(value, STR("//")) == value.len);
}

/* The one script and the one form are those of search. */
static inline bool is_of_search(const struct tag *t)
{
	struct str a = t->attributes;

	return t->is_end || str_find_str(a, STR("search.js\" defer")) < a.len ||
	       str_find_str(a, STR("class=\"search\"")) < a.len;
}

static inline void check_tag(const struct tag *t)
{
	static const char *const banned[] = { "style", "iframe", "object",
					      "base" };
	struct str rest = t->attributes, name, value;

	for (size_t i = 0; i < ARRAY_SIZE(banned); i++)
		assert_false(str_is(t->name, banned[i]));
	if (str_is(t->name, "script") || str_is(t->name, "form"))
		assert_true(is_of_search(t));
	while (next_attribute(&rest, &name, &value))
		check_attribute(t->name, name, value);
}

/* Balanced, one <h1>, nothing active. */
static inline void check_page(const char *path, const char *page)
{
	struct str rest = str_of(page), open[64];
	size_t depth = 0, titles = 0;
	struct tag t;

	if (str_starts(rest, "<!DOCTYPE html>\n"))
		rest = str_from(rest, 16);
	while (next_tag(&rest, &t)) {
		check_tag(&t);
		titles += !t.is_end && str_is(t.name, "h1");
		if (t.is_end) {
			assert_true(depth > 0);
			if (!str_eq(open[--depth], t.name))
				fail_msg("'%s' closes %.*s within %.*s", path,
					 (int)t.name.len, t.name.s,
					 (int)open[depth].len, open[depth].s);
		} else if (!is_void(t.name)) {
			assert_true(depth < ARRAY_SIZE(open));
			open[depth++] = t.name;
		}
	}
	assert_int_equal(depth, 0);
	assert_int_equal(titles, 1);
}

static inline bool is_page(const struct page *p)
{
	return str_ends(str_of(p->path), ".html");
}

static inline void check_pages(const struct fixture *f)
{
	for (size_t i = 0; i < f->site.count; i++)
		if (is_page(&f->site.pages[i]))
			check_page(f->site.pages[i].path,
				   f->site.pages[i].bytes.buf);
}

/* Of an attribute of a page, whose number is given. */
typedef void attribute_fn(void *arg, const struct page *p, size_t number,
			  struct str name, struct str value);

static inline void each_attribute(const struct fixture *f, attribute_fn *visit,
				  void *arg)
{
	for (size_t i = 0; i < f->site.count; i++) {
		const struct page *p = &f->site.pages[i];
		struct str rest = strbuf_slice(&p->bytes), at, name, value;
		struct tag t;

		if (!is_page(p))
			continue;
		rest = str_from(rest, 16);
		while (next_tag(&rest, &t))
			for (at = t.attributes;
			     next_attribute(&at, &name, &value);)
				visit(arg, p, i, name, value);
	}
}

static inline void add_place(void *arg, const struct page *p, size_t number,
			     struct str name, struct str value)
{
	AUTO(strbuf) place = STRBUF_INIT;

	if (!str_is(name, "id"))
		return;
	strbuf_addstr(&place, p->path);
	strbuf_addch(&place, '#');
	strbuf_addslice(&place, value);
	/* An id stands once on a page. */
	assert_true(strset_put(arg, strbuf_slice(&place), number));
}

/* Every place that can be linked to: "days/x.html" and
 * "days/x.html#learned". */
static inline void collect_places(const struct fixture *f,
				  struct strset *places)
{
	for (size_t i = 0; i < f->site.count; i++)
		strset_put(places, str_of(f->site.pages[i].path), i);
	each_attribute(f, add_place, places);
}

static inline void add_target(struct strbuf *out, const char *from,
			      struct str href)
{
	strbuf_addslice(out, path_dirname(str_of(from)));
	while (str_starts(href, "../")) {
		assert_true(out->len > 0);
		strbuf_truncate(out, path_dirname(strbuf_slice(out)).len);
		href = str_from(href, 3);
	}
	if (str_starts(href, "#")) {
		strbuf_reset(out);
		strbuf_addstr(out, from);
		strbuf_addslice(out, href);
	} else {
		path_join_slice(out, href);
	}
}

static inline void check_link(void *arg, const struct page *p,
			      size_t number UNUSED, struct str name,
			      struct str value)
{
	const struct strset *places = arg;
	AUTO(strbuf) target = STRBUF_INIT;

	if (!str_is(name, "href") || str_find(value, ':') < value.len)
		return;
	add_target(&target, p->path, value);
	if (!strset_has(places, strbuf_slice(&target)))
		fail_msg("'%s' links to '%s'", p->path, target.buf);
}

static inline void check_links(const struct fixture *f)
{
	AUTO(strset) places = STRSET_INIT;

	collect_places(f, &places);
	each_attribute(f, check_link, &places);
}

#endif
