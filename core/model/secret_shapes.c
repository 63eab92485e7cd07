/* SPDX-License-Identifier: MIT */
/* The shapes of keys and tokens. */
#include "core/model/secret_shapes.h"

#include <math.h>
#include <string.h>

#include "core/base/ascii.h"
#include "core/base/attributes.h"

#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define DIGITS "0123456789"
#define ALNUM UPPER LOWER DIGITS
#define HEX DIGITS "abcdef"

#define ANY_LENGTH 255		/* of the part behind the prefix */
#define TOKEN_ENTROPY 2.5	/* less is "xxxxxxxx" */
#define LOOK_AHEAD 4096		/* bytes of a line that one match reads */

/* A fixed beginning, and so many characters of a set behind it. */
static const struct shape {
	const char *what, *prefix, *set;
	size_t least, most;
} shapes[] = {
	{ "an AWS access key id", "AKIA", UPPER DIGITS, 16, 16 },
	{ "an AWS access key id", "ASIA", UPPER DIGITS, 16, 16 },
	{ "a GitHub token", "ghp_", ALNUM, 36, ANY_LENGTH },
	{ "a GitHub token", "gho_", ALNUM, 36, ANY_LENGTH },
	{ "a GitHub token", "ghu_", ALNUM, 36, ANY_LENGTH },
	{ "a GitHub token", "ghs_", ALNUM, 36, ANY_LENGTH },
	{ "a GitHub token", "ghr_", ALNUM, 36, ANY_LENGTH },
	{ "a GitHub token", "github_pat_", ALNUM "_", 40, ANY_LENGTH },
	{ "a GitLab token", "glpat-", ALNUM "_-", 20, ANY_LENGTH },
	{ "a Slack token", "xoxa-", ALNUM "-", 10, ANY_LENGTH },
	{ "a Slack token", "xoxb-", ALNUM "-", 10, ANY_LENGTH },
	{ "a Slack token", "xoxp-", ALNUM "-", 10, ANY_LENGTH },
	{ "a Slack token", "xoxr-", ALNUM "-", 10, ANY_LENGTH },
	{ "a Slack token", "xoxs-", ALNUM "-", 10, ANY_LENGTH },
	{ "a Slack token", "xapp-", ALNUM "-", 20, ANY_LENGTH },
	{ "a Slack webhook", "hooks.slack.com/services/", ALNUM "/", 40,
	  ANY_LENGTH },
	{ "a Stripe key", "sk_live_", ALNUM, 16, ANY_LENGTH },
	{ "a Stripe key", "rk_live_", ALNUM, 16, ANY_LENGTH },
	{ "an OpenAI key", "sk-proj-", ALNUM "_-", 40, ANY_LENGTH },
	{ "an Anthropic key", "sk-ant-", ALNUM "_-", 40, ANY_LENGTH },
	{ "an API key", "sk-", ALNUM, 32, ANY_LENGTH },
	{ "an Azure storage key", "AccountKey=", ALNUM "+/=", 86, 88 },
	{ "an Azure access signature", "sig=", ALNUM "%+/=", 43, ANY_LENGTH },
	{ "a Google API key", "AIza", ALNUM "_-", 35, 35 },
	{ "an npm token", "npm_", ALNUM, 36, 36 },
	{ "a PyPI token", "pypi-AgE", ALNUM "_-", 50, ANY_LENGTH },
	{ "a Hugging Face token", "hf_", ALNUM, 34, 40 },
	{ "a SendGrid key", "SG.", ALNUM "._-", 60, 80 },
	{ "a Docker token", "dckr_pat_", ALNUM "_-", 24, 40 },
	{ "a DigitalOcean token", "dop_v1_", HEX, 64, 64 },
	{ "a DigitalOcean token", "doo_v1_", HEX, 64, 64 },
	{ "a DigitalOcean token", "dor_v1_", HEX, 64, 64 },
	{ "a Mailgun key", "key-", HEX, 32, 32 },
	{ "a Discord webhook", "discord.com/api/webhooks/", ALNUM "_-/", 60,
	  ANY_LENGTH },
	{ "a Discord webhook", "discordapp.com/api/webhooks/", ALNUM "_-/", 60,
	  ANY_LENGTH },
	{ "an age key", "AGE-SECRET-KEY-1", UPPER DIGITS, 58, 58 },
};

double secret_entropy(struct str text)
{
	unsigned counts[256] = { 0 };
	double bits = 0;

	for (size_t i = 0; i < text.len; i++)
		counts[(unsigned char)text.s[i]]++;
	for (size_t c = 0; c < ARRAY_SIZE(counts); c++) {
		double p = counts[c] / (double)text.len;

		if (counts[c])
			bits -= p * log2(p);
	}
	return bits;
}

static bool is_in(char c, const char *set)
{
	return c && strchr(set, c);
}

static size_t span(struct str s, const char *set)
{
	size_t n = 0;

	while (n < s.len && n < LOOK_AHEAD && is_in(s.s[n], set))
		n++;
	return n;
}

static bool is_shape(struct str at, const struct shape *shape,
		     struct secret *out)
{
	size_t prefix = strlen(shape->prefix), n;
	struct str behind = str_from(at, prefix);

	n = span(str_upto(behind, shape->most + 1), shape->set);
	if (n < shape->least || n > shape->most ||
	    secret_is_example(str_upto(behind, n)) ||
	    secret_entropy(str_upto(behind, n)) < TOKEN_ENTROPY)
		return false;
	out->what = shape->what;
	out->text = str_upto(at, prefix + n);
	return true;
}

/* Three parts in base64url with dots between; two are JSON (RFC 7519). */
static bool is_jwt(struct str at, struct secret *out)
{
	const char *set = ALNUM "_-";
	size_t n = span(at, set), parts = 0;

	for (struct str rest = at; parts < 3; parts++) {
		size_t len = span(rest, set);

		if (len < 10 || (parts < 2 && !str_starts(rest, "eyJ")))
			return false;
		n = (size_t)(rest.s - at.s) + len;
		rest = str_from(rest, len);
		if (parts < 2 && !str_starts(rest, "."))
			return false;
		rest = str_from(rest, 1);
	}
	out->what = "a JSON web token";
	out->text = str_upto(at, n);
	return true;
}

/* RFC 7468: "-----BEGIN RSA PRIVATE KEY-----" */
static bool is_private_key(struct str at, struct secret *out)
{
	struct str line = str_upto(at, 80);
	size_t end = str_find_str(line, STR("PRIVATE KEY"));

	if (end == line.len)
		return false;
	out->what = "a private key";
	out->text = str_upto(at, end + strlen("PRIVATE KEY"));
	return true;
}

/* What stands before "://" is not looked at: any scheme has this form. */
static bool is_address_with_password(struct str at, struct secret *out)
{
	const char *set = ALNUM "._~%!$&'*+,;=-";
	struct str user = str_from(at, 3), password;
	size_t n = span(user, set);

	if (!str_starts(str_from(user, n), ":"))
		return false;
	password = str_from(user, n + 1);
	n = span(password, set);
	if (n < 4 || !str_starts(str_from(password, n), "@"))
		return false;
	password = str_upto(password, n);
	if (secret_is_example(password) || secret_entropy(password) < 1.5 ||
	    str_starts(password, "$"))
		return false;
	/* "postgres:postgres@localhost" is what every tutorial has. */
	if (str_eq_nocase(password, str_upto(user, password.len)) &&
	    str_starts(str_from(user, password.len), ":"))
		return false;
	out->what = "an address with a password";
	out->text = password;
	return true;
}

static const struct {
	const char *prefix;
	bool (*is)(struct str at, struct secret *out);
} forms[] = {
	{ "eyJ", is_jwt },
	{ "-----BEGIN ", is_private_key },
	{ "://", is_address_with_password },
};

/* Asked of every word, for every shape: by the first byte first. */
static bool begins(struct str here, const char *prefix)
{
	return here.s[0] == prefix[0] && str_starts(here, prefix);
}

bool secret_shape_at(struct str line, size_t at, struct secret *out)
{
	struct str here = str_from(line, at);

	if (secret_typed_at(line, at, out))
		return true;
	/* An address begins behind its scheme, all else with a word. */
	if (line.s[at] != ':' && at && ascii_is_identifier(line.s[at - 1]))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(forms); i++)
		if (begins(here, forms[i].prefix) && forms[i].is(here, out))
			return true;
	for (size_t i = 0; i < ARRAY_SIZE(shapes); i++)
		if (begins(here, shapes[i].prefix) &&
		    is_shape(here, &shapes[i], out))
			return true;
	return false;
}
