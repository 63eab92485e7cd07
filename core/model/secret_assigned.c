/* SPDX-License-Identifier: MIT */
/* Secrets told by the name that they are assigned to: "password = …". */
#include "core/model/secret_shapes.h"

#include <string.h>

#include "core/base/attributes.h"

#define VALUE_LEAST 8
#define VALUE_MOST 200
#define SAID_LEAST 12		/* behind a colon, which prose has as well */
#define VALUE_ENTROPY 2.7

/* How the name of a variable ends that holds one; in lower case. */
static const char *const names[] = {
	"password", "passwd", "passphrase", "secret", "token", "api_key",
	"apikey", "api-key", "access_key", "accesskey", "secret_key",
	"secretkey", "auth_key", "private_key",
};

static bool is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/* The name before the sign, with or without quotes around it. */
static struct str name_before(struct str line, size_t sign)
{
	struct str s = str_trim_right(str_upto(line, sign));
	size_t begin;

	if (s.len && strchr("\"'`", s.s[s.len - 1]))
		s.len--;
	begin = s.len;
	while (begin && is_name_byte(s.s[begin - 1]))
		begin--;
	return str_from(s, begin);
}

static bool is_secret_name(struct str name)
{
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		size_t len = strlen(names[i]);

		if (name.len >= len && str_eq_nocase(str_from(name,
							      name.len - len),
						     str_of(names[i])))
			return true;
	}
	return false;
}

/* A value in quotes, or what stands there up to the next blank. */
static struct str value_at(struct str s, bool *quoted)
{
	size_t n = 0;
	char quote = s.len && strchr("\"'`", s.s[0]) ? s.s[0] : 0;

	*quoted = quote;
	if (quote)
		s = str_from(s, 1);
	while (n < s.len && n <= VALUE_MOST &&
	       (quote ? s.s[n] != quote : !strchr(" \t\r,;&)>|", s.s[n])))
		n++;
	return str_upto(s, n);
}

/* A password has letters and digits; code has brackets, dots and blanks. */
static bool looks_secret(struct str v)
{
	bool letter = false, digit = false;

	for (size_t i = 0; i < v.len; i++) {
		unsigned char c = (unsigned char)v.s[i];

		if (c <= ' ' || c >= 0x7f || strchr("(){}[]<>`\"'\\", c))
			return false;
		letter |= (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
		digit |= c >= '0' && c <= '9';
	}
	return letter && digit && !str_starts(v, "$") &&
	       !str_starts(v, "http") && !str_starts(v, "/") &&
	       !str_starts(v, "=");
}

static bool is_identifier(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.s[i] == '-' || !is_name_byte(s.s[i]))
			return false;
	return s.len && !(s.s[0] >= '0' && s.s[0] <= '9');
}

/* "process.env.DB_PASSWORD1", "config.token2": where the value comes from. */
static bool is_member(struct str v)
{
	size_t dot = str_find(v, '.');
	struct str part;

	for (size_t i = 0; i < dot; i++)
		if (v.s[i] < 'a' || v.s[i] > 'z')
			return false;
	if (dot == v.len)
		return false;
	while ((part = str_next_field(&v, '.')).s)
		if (!is_identifier(part))
			return false;
	return true;
}

static bool take_value(struct str value, bool quoted, size_t least,
		       struct secret *out)
{
	if (value.len < least || value.len > VALUE_MOST ||
	    !looks_secret(value) || secret_is_example(value) ||
	    (!quoted && is_member(value)) ||
	    secret_entropy(value) < VALUE_ENTROPY)
		return false;
	out->what = "what looks like a password or key";
	out->text = value;
	return true;
}

bool secret_assigned_at(struct str line, size_t at, struct secret *out)
{
	bool quoted;
	struct str value;

	if (!is_secret_name(name_before(line, at)))
		return false;
	value = value_at(str_trim_left(str_from(line, at + 1)), &quoted);
	return take_value(value, quoted, line.s[at] == ':' && !quoted ?
						 SAID_LEAST : VALUE_LEAST, out);
}

/* What an editor or Markdown puts before and behind a line. */
static struct str bare(struct str s)
{
	s = str_trim(s);
	while (s.len > 1 && strchr("->*+", s.s[0]) && strchr(" \t", s.s[1]))
		s = str_trim_left(str_from(s, 1));
	while (s.len && strchr("\\*_;,", s.s[s.len - 1]))
		s = str_trim_right(str_upto(s, s.len - 1));
	return s;
}

bool secret_assigned_above(struct str before, struct str line,
			   struct secret *out)
{
	bool quoted;
	struct str value;

	before = bare(before);
	if (!before.len || !strchr("=:", before.s[before.len - 1]) ||
	    !is_secret_name(name_before(before, before.len - 1)))
		return false;
	line = bare(line);
	value = value_at(line, &quoted);
	/* Whatever follows makes a sentence or another name of it. */
	return value.len + 2 * quoted == line.len &&
	       take_value(value, quoted, SAID_LEAST, out);
}
