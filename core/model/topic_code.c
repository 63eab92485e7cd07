/* SPDX-License-Identifier: MIT */
/* Names that are parts of paths, domains, options and identifiers. */
#include "core/model/topic_catalogue.h"

#include <stdlib.h>
#include <string.h>

/* The longest suffix, with its NUL. */
#define CODE_WORD_MAX 8

/* How many names with a point before each may stand behind another. */
#define LABELS_MAX 6

/* In the order of their bytes, as domains are. */
static const char suffixes[][CODE_WORD_MAX] = {
	"c", "cc", "cfg", "conf", "cpp", "cs", "css", "csv", "git", "go",
	"gz", "h", "htm", "html", "ini", "ipynb", "jar", "java", "js", "json",
	"jsx", "lock", "log", "md", "mjs", "php", "pl", "png", "py", "rb",
	"rs", "scss", "sh", "sql", "svg", "tar", "tf", "toml", "ts", "tsx",
	"txt", "vue", "xml", "yaml", "yml", "zip",
};

static const char domains[][CODE_WORD_MAX] = {
	"ai", "amazon", "app", "au", "br", "ch", "cloud", "cn", "co", "com",
	"de", "dev", "edu", "es", "eu", "fr", "gov", "in", "info", "io", "it",
	"jp", "me", "net", "nl", "org", "ru", "sh", "tech", "uk", "us", "xyz",
};

static int word_compare(const void *a, const void *b)
{
	return memcmp(a, b, CODE_WORD_MAX);
}

static bool is_one_of(struct str word, const char (*words)[CODE_WORD_MAX],
		      size_t count)
{
	char folded[CODE_WORD_MAX] = "";

	if (word.len >= sizeof(folded))
		return false;
	for (size_t i = 0; i < word.len; i++)
		folded[i] = (char)(word.s[i] | 32);
	return bsearch(folded, words, count, sizeof(*words), word_compare);
}

static bool ends_token(char c)
{
	switch (c) {
	case ' ': case '\t': case '(': case ')': case '[': case ']':
	case '<': case '>': case '"': case '\'': case '`': case '|':
	case ',': case ';': case '*': case '\r':
		return true;
	default:
		return (c & 0x80) != 0;
	}
}

static struct str token_around(struct str line, const char *start,
			       const char *end)
{
	const char *first = line.s, *last = line.s + line.len;

	while (start > first && !ends_token(start[-1]))
		start--;
	while (end < last && !ends_token(*end))
		end++;
	return (struct str){ start, (size_t)(end - start) };
}

static struct str alnums_from(struct str s)
{
	size_t n = 0;

	while (n < s.len && topic_alnum(s.s[n]))
		n++;
	return str_upto(s, n);
}

/* The last ".xyz" of a token, without the point. */
static struct str suffix_of(struct str token)
{
	size_t n = token.len;

	while (n && !topic_alnum(token.s[n - 1]))
		n--;
	token = str_upto(token, n);
	while (n && topic_alnum(token.s[n - 1]))
		n--;
	if (!n || token.s[n - 1] != '.')
		return STR("");
	return str_from(token, n);
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool has_capital(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (is_capital(s.s[i]))
			return true;
	return false;
}

/* "/tmp/go", "~/.aws/config", "src/lambda/index.js", "aws.com/lambda",
 * "KUBECONFIG=/etc/k3s.yaml". */
static bool is_path(struct str token)
{
	struct str host = str_upto(token, str_find(token, '/'));

	if (host.len == token.len)
		return false;
	if (!host.len || str_is(host, "~") || str_is(host, ".") ||
	    str_is(host, "..") || str_ends(host, "="))
		return true;
	if (is_one_of(suffix_of(host), domains, ARRAY_SIZE(domains)))
		return true;
	return !has_capital(token) &&
	       is_one_of(suffix_of(token), suffixes, ARRAY_SIZE(suffixes));
}

/* "lambda.py", "lambda.example.org"; but "numpy.array", "done.Lambda". */
static bool is_file_or_host(struct str after)
{
	for (int n = 0; n < LABELS_MAX && after.len && *after.s == '.'; n++) {
		struct str word = alnums_from(str_from(after, 1));

		if (is_one_of(word, suffixes, ARRAY_SIZE(suffixes)) ||
		    is_one_of(word, domains, ARRAY_SIZE(domains)))
			return true;
		if (!word.len)
			return false;
		after = str_from(after, 1 + word.len);
	}
	return false;
}

/* "aws-elasticbeanstalk-ec2-role": the name of a thing, not of a service. */
static bool is_slug(struct str token)
{
	size_t dashes = 0;

	for (size_t i = 0; i < token.len; i++) {
		if (token.s[i] == '-' && i && topic_alnum(token.s[i - 1]))
			dashes++;
		else if (!topic_alnum(token.s[i]) || is_capital(token.s[i]))
			return false;
	}
	return dashes >= 3;
}

/* "C:\Users" */
static bool is_drive(struct str name, struct str after)
{
	return name.len == 1 && after.len > 1 && *after.s == ':' &&
	       (after.s[1] == '\\' || after.s[1] == '/');
}

/* "s3:GetObject", "lambda:*": an action of a policy. */
static bool is_action(struct str name, struct str after)
{
	return !has_capital(name) && after.len > 1 && *after.s == ':' &&
	       (topic_alnum(after.s[1]) || after.s[1] == '*');
}

static bool is_whole(const char *start, const char *end)
{
	while (start < end && !ends_token(*start))
		start++;
	return start == end;
}

/*
 * Names side by side in a long token share it.  A name of two words makes one
 * of its own, which nobody else has.
 */
static const struct topic_token *token_of(struct topic_token *seen,
					  struct str line, const char *start,
					  const char *end)
{
	struct str text = seen->text;

	if (seen->shared && start >= text.s && end <= text.s + text.len)
		return seen;
	text = token_around(line, start, end);
	*seen = (struct topic_token){
		.text = text,
		.path = is_path(text),
		.slug = is_slug(text),
		.option = str_starts(text, "--"),
		.shared = is_whole(start, end),
	};
	return seen;
}

bool topic_is_coded(struct topic_token *seen, struct str line,
		    const char *start, const char *end)
{
	struct str before = { line.s, (size_t)(start - line.s) };
	struct str after = { end, line.len - (size_t)(end - line.s) };
	struct str name = { start, (size_t)(end - start) };
	char left = before.len ? start[-1] : ' ';
	char right = after.len ? *end : ' ';

	if (left == '@' || right == '@' || left == '$' || left == '\\' ||
	    right == '\\' ||
	    (left == '-' && before.len > 1 && start[-2] == '-'))
		return true;
	if (left == '.' && before.len > 1 && topic_alnum(start[-2]) &&
	    !has_capital(str_upto(name, 1)))
		return true;
	if (is_file_or_host(after) || is_action(name, after) ||
	    is_drive(name, after))
		return true;
	if (left == '=' && token_of(seen, line, start, end)->option)
		return true;
	if (left == '/' || right == '/' || left == '.' || right == '.' ||
	    right == '=')
		return token_of(seen, line, start, end)->path;
	return (left == '-' || right == '-') &&
	       token_of(seen, line, start, end)->slug;
}

bool topic_fills_span(const struct candidate *f, struct str inside)
{
	struct str rest = { f->end, (size_t)(inside.s + inside.len - f->end) };

	return f->start == inside.s && (!rest.len || str_is(rest, "()"));
}
