/* SPDX-License-Identifier: MIT */
/* Which elements and attributes an include may have. */
#include "core/text/include_tags.h"

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

static const char *const address_attributes[] = { "href", "src", "cite", NULL };

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

static int check_address(struct include_tag *tag, struct str name,
			 struct str value, struct error *err)
{
	struct str url = str_trim(value);
	bool foreign = html_link_scheme(url).s || str_starts(url, "//");

	if (!html_link_is_safe(value) || has_reference_in_front(value))
		return error_set(err, ERROR_INPUT, "'%.*s' is no address that "
				 "can be linked to",
				 value.len > 60 ? 60 : (int)value.len, value.s);
	tag->is_foreign = tag->is_foreign || foreign;
	if (foreign && str_is(name, "src"))
		return error_set(err, ERROR_INPUT, "an image cannot be loaded "
				 "from elsewhere: " BY_POLICY);
	return 0;
}

int include_check_attribute(struct include_tag *tag, struct str name,
			    struct str value, struct error *err)
{
	int shown = name.len > 40 ? 40 : (int)name.len;

	if (str_starts_nocase(name, "on") || str_eq_nocase(name, STR("style")) ||
	    str_eq_nocase(name, STR("http-equiv")) ||
	    str_eq_nocase(name, STR("srcset")))
		return error_set(err, ERROR_INPUT, "there can be no '%.*s': "
				 BY_POLICY, shown, name.s);
	if (str_eq_nocase(name, STR("charset")))
		return error_set(err, ERROR_INPUT,
				 "the page says 'charset' already");
	if (str_eq_nocase(name, STR("rel")))
		tag->rel = value;
	if (include_is_address(name))
		return check_address(tag, name, value, err);
	return 0;
}

int include_check_tag(const struct include_tag *tag, struct error *err)
{
	struct str rest = tag->rel, word;

	if (!str_eq_nocase(tag->name, STR("link")) || !tag->is_foreign)
		return 0;
	while ((word = str_next_field(&rest, ' ')).s)
		if (is_one_of(word, loading_rels))
			return error_set(err, ERROR_INPUT, "a '%.*s' cannot be "
					 "loaded from elsewhere: " BY_POLICY,
					 (int)word.len, word.s);
	return 0;
}
