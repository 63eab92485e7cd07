/* SPDX-License-Identifier: MIT */
/* Secrets told by what stands before them: a header, a command, a number. */
#include "core/model/secret_shapes.h"

#include <string.h>

#include "core/base/attributes.h"

#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define DIGITS "0123456789"
#define ALNUM UPPER LOWER DIGITS
#define HEX DIGITS "abcdef"

#define TYPED_LEAST 5		/* of a password on a command line */
#define TYPED_MOST 200
#define TYPED_ENTROPY 2.0	/* less is "root" */
#define TOKEN_LEAST 16
#define TOKEN_ENTROPY 3.0

static size_t span(struct str s, const char *set)
{
	size_t n = 0;

	while (n < s.len && n <= TYPED_MOST && s.s[n] && strchr(set, s.s[n]))
		n++;
	return n;
}

static size_t span_before(struct str s, const char *set)
{
	size_t n = 0;

	while (n < s.len && s.s[s.len - n - 1] &&
	       strchr(set, s.s[s.len - n - 1]))
		n++;
	return n;
}

static bool has_one_of(struct str s, const char *set)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.s[i] && strchr(set, s.s[i]))
			return true;
	return false;
}

/* RFC 6750, 2.1, and RFC 7617: "Authorization: Bearer TOKEN". */
static bool is_bearer(struct str line, size_t at, struct secret *out)
{
	struct str here = str_from(line, at), token;

	if (!str_starts_nocase(here, "basic ") &&
	    !str_starts_nocase(here, "bearer "))
		return false;
	token = str_trim_left(str_from(here, str_find(here, ' ')));
	if (!str_has_nocase(str_upto(line, at), "authorization"))
		return false;
	token = str_upto(token, span(token, ALNUM "-._~+/="));
	/* That has a shape of its own. */
	if (str_starts(token, "eyJ") || token.len > TYPED_MOST ||
	    token.len < TOKEN_LEAST || !has_one_of(token, DIGITS) ||
	    secret_is_example(token) || secret_entropy(token) < TOKEN_ENTROPY)
		return false;
	out->what = "a token of a header";
	out->text = token;
	return true;
}

/* What is typed there, up to a blank or the quote that it began with. */
static struct str argument(struct str s)
{
	char quote = s.len && strchr("\"'", s.s[0]) ? s.s[0] : 0;
	size_t n = 0;

	if (quote)
		s = str_from(s, 1);
	while (n < s.len && n <= TYPED_MOST &&
	       (quote ? s.s[n] != quote : !strchr(" \t\r`\"'|;)", s.s[n])))
		n++;
	return str_upto(s, n);
}

/* A place to fill in has brackets, and a variable a dollar. */
static bool is_typed_password(struct str s)
{
	return s.len >= TYPED_LEAST && s.len <= TYPED_MOST &&
	       !has_one_of(s, "<>{}[]$*\\") && has_one_of(s, UPPER LOWER) &&
	       !secret_is_example(s) && secret_entropy(s) >= TYPED_ENTROPY;
}

/* "curl -u name:password" */
static bool is_user(struct str line, size_t at, struct secret *out)
{
	struct str here = str_from(line, at), user, password;
	size_t n = str_starts(here, "-u") ? 2 :
		   str_starts(here, "--user") ? strlen("--user") : 0, colon;

	if (!n || str_find_str(str_upto(line, at), STR("curl")) >= at)
		return false;
	here = str_from(here, n);
	if (str_starts(here, "="))
		here = str_from(here, 1);
	user = argument(str_trim_left(here));
	colon = str_find(user, ':');
	password = str_from(user, colon + 1);
	user = str_upto(user, colon);
	if (!is_typed_password(password) || str_eq_nocase(user, password))
		return false;
	out->what = "a password on a command line";
	out->text = password;
	return true;
}

/* "mysql -pPASSWORD", without a blank; "-P" is its port. */
static bool is_mysql(struct str line, size_t at, struct secret *out)
{
	static const char *const clients[] = { "mysql", "mariadb" };
	struct str before = str_upto(line, at), password;
	bool is_client = false;

	if (!str_starts(str_from(line, at), "-p"))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(clients); i++)
		is_client |= str_find_str(before, str_of(clients[i])) < at;
	password = argument(str_from(line, at + 2));
	/* "docker run mysql -p3306:3306", "-path" */
	if (!is_client || str_starts(password, "ort") ||
	    str_starts(password, "ath") || str_starts(password, "assword") ||
	    str_starts(password, "rotocol") || !is_typed_password(password))
		return false;
	out->what = "a password on a command line";
	out->text = password;
	return true;
}

/* "123456789:AA…": the number of a bot of Telegram, and its key. */
static bool is_telegram(struct str line, size_t at, struct secret *out)
{
	struct str key = str_from(line, at + 1);
	size_t digits = span_before(str_upto(line, at), DIGITS);

	if (!str_starts(key, "AA") || digits < 8 || digits > 10 ||
	    span(key, ALNUM "_-") != 35 ||
	    secret_is_example(str_upto(key, 35)))
		return false;
	out->what = "a token of a Telegram bot";
	out->text = str_upto(str_from(line, at - digits), digits + 36);
	return true;
}

/* Thirty-two hexadecimal digits, and twice eight. */
static bool is_mailgun(struct str line, size_t at, struct secret *out)
{
	struct str behind = str_from(line, at + 1);
	size_t before;

	if (behind.len < 17 || behind.s[8] != '-')
		return false;
	before = span_before(str_upto(line, at), HEX);
	if (before != 32 || span(behind, HEX) != 8 ||
	    span(str_from(behind, 9), HEX) != 8 ||
	    secret_entropy(str_upto(str_from(line, at - before), 32)) <
		    TOKEN_ENTROPY - 0.5)
		return false;
	out->what = "a Mailgun key";
	out->text = str_upto(str_from(line, at - before), before + 18);
	return true;
}

bool secret_typed_at(struct str line, size_t at, struct secret *out)
{
	bool begins = !at || strchr(" \t`'\"(:", line.s[at - 1]);

	switch (line.s[at]) {
	case 'B':
	case 'b':
		return begins && is_bearer(line, at, out);
	case ':':
		return is_telegram(line, at, out);
	case '-':
		return (begins && (is_user(line, at, out) ||
				   is_mysql(line, at, out))) ||
		       is_mailgun(line, at, out);
	default:
		return false;
	}
}
