/* SPDX-License-Identifier: MIT */
/* A page is safe and soon ready, whatever a text says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/utf8.h"
#include "core/text/markdown.h"

/* Attacks of every kind that Markdown gives room for. */
static const char *const attacks[] = {
	"<script>alert(1)</script>",
	"<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
	"<img src=x onerror=alert(1)>",
	"text <img/src=`x`onerror=alert(1)> text",
	"<svg onload=alert(1)>",
	"<svg><script>alert(1)</script></svg>",
	"<iframe src=\"javascript:alert(1)\"></iframe>",
	"<object data=javascript:alert(1)>",
	"<embed src=javascript:alert(1)>",
	"<a href=javascript:alert(1)>x</a>",
	"<a\nhref=javascript:alert(1)>x</a>",
	"<body onload=alert(1)>",
	"<style>@import 'http://evil.example'</style>",
	"<link rel=stylesheet href=//evil.example>",
	"<base href=//evil.example>",
	"<meta http-equiv=refresh content=0;url=//evil.example>",
	"<form action=javascript:alert(1)><input type=submit>",
	"<math><mi xlink:href=javascript:alert(1)>",
	"<details open ontoggle=alert(1)>",
	"<marquee onstart=alert(1)>",
	"<textarea autofocus onfocus=alert(1)>",
	"<title><img onerror=alert(1)></title>",
	"<xmp><script>alert(1)</script></xmp>",
	"<noscript><p title=\"</noscript><script>alert(1)</script>\">",
	"<!-- --!><script>alert(1)</script> -->",
	"<![CDATA[<script>alert(1)</script>]]>",
	"<?php <script>alert(1)</script> ?>",
	"<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>",
	"[x](javascript:alert(1))",
	"[x](JaVaScRiPt:alert(1))",
	"[x]( javascript:alert(1))",
	"[x](<javascript:alert(1)>)",
	"[x](java&#10;script:alert(1))",
	"[x](java&#x09;script:alert(1))",
	"[x](&#106;avascript:alert(1))",
	"[x](&#x6A&#x61vascript:alert(1))",
	"[x](javascript&colon;alert(1))",
	"[x](java\\script:alert(1))",
	"[x](\\javascript:alert(1))",
	"[x](&#1;javascript:alert(1))",
	"[x](&#0;javascript:alert(1))",
	"[x](\xc2\xa0javascript:alert(1))",
	"[x](vbscript:msgbox(1))",
	"[x](data:text/html,<script>alert(1)</script>)",
	"[x](data:text/html;base64,PHNjcmlwdD4=)",
	"[x](file:///etc/passwd)",
	"[x](view-source:javascript:alert(1))",
	"[x](feed:javascript:alert(1))",
	"[x](blob:https://a.example/1)",
	"[x](x:javascript:alert(1))",
	"[x][y]\n\n[y]: javascript:alert(1)",
	"[x][y]\n\n[y]: <javascript:alert(1)> 'title'",
	"<javascript:alert(1)>",
	"<data:text/html,x>",
	"![x](javascript:alert(1))",
	"![x](data:image/svg+xml,<svg/onload=alert(1)>)",
	"![\"onerror=alert(1)](x)",
	"![x](x\"onerror=\"alert(1))",
	"![x](<x onerror=alert(1)>)",
	"![x](x 'a\"onerror=\"alert(1)')",
	"[x](http://a.example 'a\"onclick=\"alert(1)')",
	"[x](http://a.example/\"onclick=\"alert(1))",
	"[x](http://a.example/'onclick='alert(1))",
	"[x](http://a.example/`onclick=`alert(1))",
	"[<script>alert(1)</script>](http://a.example)",
	"![<script>alert(1)</script>](a.png)",
	"`<script>alert(1)</script>`",
	"```\n</code></pre><script>alert(1)</script>\n```",
	"```\"onload=\"alert(1)\nx\n```",
	"~~~ \"><script>alert(1)</script>\nx\n~~~",
	"    </pre><script>alert(1)</script>",
	"# <script>alert(1)</script>",
	"# \"onclick=\"alert(1)",
	"| <script>alert(1)</script> |\n|---|\n| <img onerror=x> |",
	"|a\"onclick=\"x|\n|:-\"onclick|\n|x|",
	"- [x] <input onfocus=alert(1) autofocus>",
	"[^1]\n\n[^1]: <script>alert(1)</script>",
	"[^\"onclick=\"x]\n\n[^\"onclick=\"x]: y",
	"http://a.example/<script>alert(1)</script>",
	"http://a.example/\"onclick=\"alert(1)",
	"www.a.example/'onclick='alert(1)",
	"a\"onclick=\"x@b.example",
	"&lt;script&gt;alert(1)&lt;/script&gt;",
	"\\<script>alert(1)\\</script>",
	"<scr<script>ipt>alert(1)</scr</script>ipt>",
	"\x3c\x00script>alert(1)",
	"\xff\xfe<script>alert(1)",
	"<script\x0c>alert(1)</script>",
	"+ADw-script+AD4-alert(1)",
	"<sc\nript>alert(1)</sc\nript>",
	"{{constructor.constructor('alert(1)')()}}",
};

/* All that may ever stand between < and >. */
static const char *const elements[] = {
	"p", "em", "strong", "a", "span", "h1", "h2", "h3", "h4", "h5", "h6",
	"ul", "ol", "li", "blockquote", "pre", "code", "hr", "br", "img",
	"input", "div", "table", "thead", "tbody", "tr", "th", "td", "del",
	"sup",
};
static const char *const attributes[] = {
	"href", "src", "title", "alt", "rel", "id", "class", "start", "role",
	"tabindex", "aria-label", "scope", "type", "disabled", "checked",
	"loading",
};

static bool is_listed(struct str name, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_is(name, list[i]))
			return true;
	return false;
}

static struct str take_name(struct str *s)
{
	size_t n = 0;

	while (n < s->len && ((s->s[n] >= 'a' && s->s[n] <= 'z') ||
			      (s->s[n] >= '0' && s->s[n] <= '9') ||
			      s->s[n] == '-'))
		n++;
	*s = str_from(*s, n + (n > s->len));
	return (struct str){ s->s - n, n };
}

static bool is_web_address(struct str url)
{
	size_t colon = str_find(url, ':');

	return colon == url.len || str_starts_nocase(url, "http:") ||
	       str_starts_nocase(url, "https:") ||
	       str_starts_nocase(url, "mailto:") ||
	       str_find(url, '/') < colon || str_find(url, '#') < colon ||
	       str_find(url, '?') < colon;
}

static bool attribute_is_fine(struct str *s)
{
	struct str name, value;

	*s = str_from(*s, 1);
	name = take_name(s);
	if (!is_listed(name, attributes, ARRAY_SIZE(attributes)) ||
	    !str_starts(*s, "=\""))
		return false;
	*s = str_from(*s, 2);
	value = str_upto(*s, str_find(*s, '"'));
	*s = str_from(*s, value.len + 1);
	if (str_find(value, '<') < value.len || str_find(value, '>') < value.len)
		return false;
	return !(str_is(name, "href") || str_is(name, "src")) ||
	       is_web_address(value);
}

/* From behind "<" to behind ">". */
static bool tag_is_fine(struct str *s)
{
	bool closing = str_starts(*s, "/");

	if (closing)
		*s = str_from(*s, 1);
	if (!is_listed(take_name(s), elements, ARRAY_SIZE(elements)))
		return false;
	while (!closing && str_starts(*s, " "))
		if (!attribute_is_fine(s))
			return false;
	if (!str_starts(*s, ">"))
		return false;
	*s = str_from(*s, 1);
	return true;
}

static bool page_is_fine(struct str page)
{
	while (page.len) {
		size_t at = str_find(page, '<');

		if (str_find(str_upto(page, at), '>') < at)
			return false;
		page = str_from(page, at + 1);
		if (at < page.len + at + 1 && page.s && page.len &&
		    !tag_is_fine(&page))
			return false;
	}
	return true;
}

static void check_page(struct str source)
{
	static const struct markdown_options options = { .id_prefix = "x-" };
	AUTO(strbuf) page = STRBUF_INIT;

	markdown_render(source, &options, &page);
	if (!page_is_fine(strbuf_slice(&page)) ||
	    !utf8_is_valid(strbuf_slice(&page)))
		fail_msg("'%.*s' renders as:\n%.2000s",
			 source.len < 200 ? (int)source.len : 200, source.s,
			 page.buf);
}

static void a_page_is_safe_whatever_the_entry_says(void **state UNUSED)
{
	static const char *const frames[] = { "%s", "> - %s\n", "x *%s* y",
					      "a\n\n%s\n\nb", "**Thoughts**: %s",
					      "[%s](a)", "| %s |\n|---|\n" };

	for (size_t i = 0; i < ARRAY_SIZE(attacks); i++)
		for (size_t k = 0; k < ARRAY_SIZE(frames); k++) {
			AUTO(strbuf) text = STRBUF_INIT;
			struct str frame = str_of(frames[k]);
			size_t at = str_find(frame, '%');

			strbuf_addslice(&text, str_upto(frame, at));
			strbuf_addstr(&text, attacks[i]);
			strbuf_addslice(&text, str_from(frame, at + 2));
			check_page(strbuf_slice(&text));
		}
}

static void the_check_itself_finds_what_is_not_fine(void **state UNUSED)
{
	static const char *const bad[] = {
		"<script>", "<p onclick=\"x\">", "a > b", "<p", "<a href=x>",
		"<a href=\"javascript:x\">", "<p title=\"<\">", "<P>", "<p/>",
		"<a href=\" javascript:x\">",
	};

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		assert_false(page_is_fine(str_of(bad[i])));
	assert_true(page_is_fine(STR("<p title=\"x\">a &gt; b</p>")));
}

/* head, then body n times, then tail n times. */
struct shape {
	const char *head, *body, *middle, *tail;
};

static void add_times(struct strbuf *out, const char *s, size_t bytes)
{
	size_t len = strlen(s);

	for (size_t used = 0; len && used + len <= bytes; used += len)
		strbuf_add(out, s, len);
}

static void no_shape_takes_long(void **state UNUSED)
{
	static const struct shape shapes[] = {
		{ "", "|x", "\n", "|-" },
		{ "|a|b|\n|-|-|\n", "|x\n", "", "" },
		{ "", "|a", "|\n", "|-|\n|x|\n" },
		{ "", "[", "", "](" },
		{ "", "![[]()", "", "" },
		{ "", "[a](", "", "" },
		{ "[a]: /u", "u", "\n\n", "[a]" },
		{ "", "- ", "x\n", "x\n" },
		{ "", "> ", "x\n", "x\n" },
		{ "", "> - ", "x\n", "y\n" },
		{ "a ", "<?", "", "" },
		{ "a ", "<![CDATA[", "", "" },
		{ "a ", "<!X", "", "" },
		{ "a ", "<!--", "", "-->" },
		{ "http://a.example/", ")", "", "" },
		{ "http://a.example/", "(", "", ")" },
		{ "", "a@b.c ", "", "" },
		{ "", "http://a.bc ", "", "" },
		{ "", "www.a.b ", "", "" },
		{ "", "*a_ ", "", "" },
		{ "", "**x ", "", "x** " },
		{ "", "_a*", "", "" },
		{ "", "~~a ", "", "" },
		{ "", "`", "x", "`" },
		{ "", "`a``b", "", "" },
		{ "", "&amp", "", ";" },
		{ "", "&#x10ffff;", "", "" },
		{ "", "\\", "", "" },
		{ "", "# a\n", "", "" },
		{ "", "a\n=\n", "", "" },
		{ "", "[^1]", "\n\n[^1]: ", "[^1]" },
		{ "", "[^a]: x\n\n", "", "[^a]" },
		{ "", "1. ", "", "" },
		{ "", "\t", "x", "" },
		{ "", "\n  - x\n", "", "" },
		{ "", "- [ ] ", "", "" },
		{ "", "```\n", "", "" },
		{ "", "<a ", "", ">" },
		{ "", "<div>\n", "", "" },
		{ "", "x\r", "", "" },
		{ "", "\xff", "", "" },
		{ "", "\xf0\x9f\x98", "", "" },
		{ "", "a", "", "" },
		{ "", "&", "", "" },
		{ "", ":", "", "" },
		{ "", "<", "", "" },
		{ "", "\"", "", "" },
		{ "|a|\n|-|\n", "\\|", "", "" },
	};
	const bool slow = getenv("HECTO_SLOW") != NULL;
	const size_t sizes[] = { 4 << 10, slow ? 500 << 10 : 100 << 10 };

	for (size_t i = 0; i < ARRAY_SIZE(shapes); i++)
		for (size_t k = 0; k < ARRAY_SIZE(sizes); k++) {
			AUTO(strbuf) text = STRBUF_INIT;
			AUTO(arena) mem = ARENA_INIT;
			clock_t start = clock(), used;

			strbuf_addstr(&text, shapes[i].head);
			add_times(&text, shapes[i].body, sizes[k]);
			strbuf_addstr(&text, shapes[i].middle);
			add_times(&text, shapes[i].tail, sizes[k]);
			check_page(strbuf_slice(&text));
			markdown_blocks(strbuf_slice(&text), &mem);
			used = (clock() - start) * 1000 / CLOCKS_PER_SEC;
			if (getenv("HECTO_VERBOSE"))
				print_message("%zu %zuK: %ld ms\n", i,
					      sizes[k] >> 10, (long)used);
			if (used > 5000)
				fail_msg("shape %zu at %zu: %ld ms", i,
					 sizes[k], (long)used);
		}
}

static void nul_and_broken_text_are_text(void **state UNUSED)
{
	AUTO(strbuf) page = STRBUF_INIT;

	markdown_render(STR("a\0b \xff\xc3 c\r\nd\re"), NULL, &page);
	assert_non_null(strstr(page.buf, "a\xef\xbf\xbd" "b"));
	check_page(STR("a\0b \xff\xc3 <c>\r\nd\re"));
	check_page(STR_NONE);
	check_page(STR("\xef\xbb\xbf# x"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_check_itself_finds_what_is_not_fine),
		cmocka_unit_test(a_page_is_safe_whatever_the_entry_says),
		cmocka_unit_test(nul_and_broken_text_are_text),
		cmocka_unit_test(no_shape_takes_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
