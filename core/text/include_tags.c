/* SPDX-License-Identifier: MIT */
/* Which elements and attributes an include may have. */
#include "core/text/include_tags.h"

#include <string.h>

#define BY_POLICY "the policy of the pages forbids it"

static const char *const head_elements[] = { "link", "meta", NULL };

static const char *const body_elements[] = {
	"a", "abbr", "address", "article", "aside", "b", "bdi", "blockquote",
	"br", "circle", "cite", "code", "dd", "del", "desc", "details", "dfn",
	"div", "dl", "dt", "ellipse", "em", "figcaption", "figure", "g", "h2",
	"h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "line",
	"mark", "nav", "ol", "p", "path", "polygon", "polyline", "pre", "q",
	"rect", "s", "samp", "section", "small", "span", "strong", "sub",
	"summary", "sup", "svg", "table", "tbody", "td", "tfoot", "th", "thead",
	"time", "tr", "u", "ul", "var", "wbr", NULL
};

static const char *const void_elements[] = { "br", "hr", "img", "link", "meta",
					     "wbr", NULL };

/* With a reason of their own; every other name is just not for the place. */
static const char *const active_elements[] = {
	"script", "style", "iframe", "frame", "object", "embed", "applet",
	"base", "form", "video", "audio", NULL
};

/* What a link of these kinds leads to is loaded, or its host spoken to. */
static const char *const loading_rels[] = {
	"stylesheet", "icon", "apple-touch-icon", "mask-icon", "preload",
	"modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest",
	"prerender", NULL
};

static const char *const address_attributes[] = { "href", "src", "cite",
						  "xlink:href", NULL };

/* Beside "on…": they do, style or load something. */
static const char *const active_attributes[] = {
	"style", "http-equiv", "srcset", "imagesrcset", "background", "ping",
	NULL
};

static bool is_one_of(struct str name, const char *const *names)
{
	for (; *names; names++)
		if (str_eq_nocase(name, str_of(*names)))
			return true;
	return false;
}

bool include_is_void(struct str name)
{
	return is_one_of(name, void_elements);
}

bool include_is_address(struct str attribute)
{
	return is_one_of(attribute, address_attributes);
}

int include_check_element(const struct include_tag *tag,
			  enum include_place place, struct error *err)
{
	int shown = tag->name.len > 40 ? 40 : (int)tag->name.len;
	const char *end = tag->is_end ? "/" : "";

	if (is_one_of(tag->name, place == INCLUDE_HEAD ? head_elements :
							 body_elements))
		return 0;
	if (is_one_of(tag->name, active_elements))
		return error_set(err, ERROR_INPUT,
				 "there can be no <%s%.*s>: " BY_POLICY, end,
				 shown, tag->name.s);
	if (place == INCLUDE_HEAD)
		return error_set(err, ERROR_INPUT, "there can be no <%s%.*s> in "
				 "the head of a page, only <link> and <meta>",
				 end, shown, tag->name.s);
	return error_set(err, ERROR_INPUT, "there can be no <%s%.*s> here; "
			 "hecto-site(5) lists the elements", end, shown,
			 tag->name.s);
}

/* A character reference could spell a scheme or the start of a host; nobody
 * needs one there. */
static bool has_reference_in_front(struct str url)
{
	for (size_t i = 0; i < url.len && url.s[i] != '?' && url.s[i] != '#'; i++)
		if (url.s[i] == '&')
			return true;
	return false;
}

/* Browsers read a backslash as a slash. */
static bool begins_with_host(struct str url)
{
	return url.len > 1 && (url.s[0] == '/' || url.s[0] == '\\') &&
	       (url.s[1] == '/' || url.s[1] == '\\');
}

static int check_address(struct include_tag *tag, struct str name,
			 struct str value, struct error *err)
{
	struct str url = str_trim(value);
	bool foreign = html_link_scheme(url).s || begins_with_host(url);

	if (!html_link_is_safe(value) || has_reference_in_front(value))
		return error_set(err, ERROR_INPUT, "'%.*s' is no address that "
				 "can be linked to",
				 value.len > 60 ? 60 : (int)value.len, value.s);
	tag->is_foreign = tag->is_foreign || foreign;
	if (foreign && str_eq_nocase(name, STR("src")))
		return error_set(err, ERROR_INPUT, "an image cannot be loaded "
				 "from elsewhere: " BY_POLICY);
	return 0;
}

/* Browsers take the first of several. */
static int take_rel(struct include_tag *tag, struct str value,
		    struct error *err)
{
	if (str_find(value, '&') < value.len)
		return error_set(err, ERROR_INPUT, "'%.*s' is no 'rel'",
				 value.len > 60 ? 60 : (int)value.len, value.s);
	if (!tag->rel.s)
		tag->rel = value;
	return 0;
}

int include_check_attribute(struct include_tag *tag, struct str name,
			    struct str value, struct error *err)
{
	int shown = name.len > 40 ? 40 : (int)name.len;

	if (str_starts_nocase(name, "on") || is_one_of(name, active_attributes))
		return error_set(err, ERROR_INPUT, "there can be no '%.*s': "
				 BY_POLICY, shown, name.s);
	if (str_eq_nocase(name, STR("charset")))
		return error_set(err, ERROR_INPUT,
				 "the page says 'charset' already");
	if (str_eq_nocase(name, STR("rel")))
		return take_rel(tag, value, err);
	if (include_is_address(name))
		return check_address(tag, name, value, err);
	return 0;
}

/* Any blank of HTML parts two words; empty: there is none. */
static struct str next_word(struct str *rest)
{
	static const char blanks[] = " \t\n\r\f";
	struct str word;
	size_t n = 0;

	while (rest->len && strchr(blanks, rest->s[0]))
		*rest = str_from(*rest, 1);
	while (n < rest->len && !strchr(blanks, rest->s[n]))
		n++;
	word = str_upto(*rest, n);
	*rest = str_from(*rest, n);
	return word;
}

int include_check_tag(const struct include_tag *tag, struct error *err)
{
	struct str rest = tag->rel, word;

	if (!str_eq_nocase(tag->name, STR("link")) || !tag->is_foreign)
		return 0;
	while ((word = next_word(&rest)).len)
		if (is_one_of(word, loading_rels))
			return error_set(err, ERROR_INPUT, "a '%.*s' cannot be "
					 "loaded from elsewhere: " BY_POLICY,
					 (int)word.len, word.s);
	return 0;
}
