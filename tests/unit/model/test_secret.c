/* SPDX-License-Identifier: MIT */
/* Keys and tokens in texts.  They are put together here, so that no scanner
 * takes this file for one that has any. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"
#include "core/model/secret.h"

#define RANDOM36 "k3Jd82hsLq" "01mZx7Pw4n" "Bv6CyTe9Rf" "GaUoIi"

#define HEX32 "9f3c17ab" "52de04b8" "6a71f0c3" "8e25d49b"

static bool first(const char *text, struct secret *out)
{
	struct secret_scan scan = { .rest = str_of(text) };

	return secret_next(&scan, out);
}

static void every_shape_is_known(void **state UNUSED)
{
	static const struct {
		const char *text, *what, *secret;
	} cases[] = {
		{ "id AKIA" "Q7WERTZ3UIOPX2MN.", "an AWS access key id",
		  "AKIA" "Q7WERTZ3UIOPX2MN" },
		{ "ASIA" "Q7WERTZ3UIOPX2MN", "an AWS access key id", NULL },
		{ "`ghp_" RANDOM36 "`", "a GitHub token", "ghp_" RANDOM36 },
		{ "github_pat_" RANDOM36 RANDOM36, "a GitHub token", NULL },
		{ "(glpat-" "k3Jd82hsLq01mZx7Pw4n)", "a GitLab token", NULL },
		{ "xoxb-" "2847593820-k3Jd82hsLq", "a Slack token", NULL },
		{ "sk_live_" "k3Jd82hsLq01mZx7", "a Stripe key", NULL },
		{ "AIza" "k3Jd82hsLq01mZx7Pw4nBv6CyTe9RfGaUoI",
		  "a Google API key", NULL },
		{ "sk-" "proj-" RANDOM36 "_-x9", "an OpenAI key", NULL },
		{ "sk-" "ant-" RANDOM36 "_-x9", "an Anthropic key", NULL },
		{ "sk-" RANDOM36, "an API key", NULL },
		{ "AccountName=a;AccountKey=" RANDOM36 RANDOM36 "k3Jd82hsLq+/kY=="
		  ";E=x", "an Azure storage key", NULL },
		{ "?sv=1&sig=" RANDOM36 "Zx7Pw4n%3D", "an Azure access signature",
		  "sig=" RANDOM36 "Zx7Pw4n%3D" },
		{ "npm_" RANDOM36, "an npm token", NULL },
		{ "eyJ" "hbGciOiJI.eyJ" "zdWIiOiIx.dozjgNryP4J3jVmN",
		  "a JSON web token", NULL },
		{ "-----BEGIN RSA " "PRIVATE KEY-----", "a private key", NULL },
		{ "hf_" "k3JdhsLqmZxPwnBvCyTeRfGaUoIiKdhsLq",
		  "a Hugging Face token", NULL },
		{ "SG." "k3Jd82hsLq01mZx7Pw4nBv.6CyTe9RfGaUoIik3Jd82hsLq"
		  "01mZx7Pw4nBv6Cy", "a SendGrid key", NULL },
		{ "dckr_" "pat_k3Jd82hsLq01mZx7Pw4nBv6CyTe", "a Docker token",
		  NULL },
		{ "dop_" "v1_" HEX32 HEX32, "a DigitalOcean token", NULL },
		{ "key-" HEX32, "a Mailgun key", NULL },
		{ "x " HEX32 "-" "5f1a90c7-0b7d36e2", "a Mailgun key",
		  HEX32 "-5f1a90c7-0b7d36e2" },
		{ "bot7203918465" ":AAk3Jd82hsLq01mZx7Pw4nBv6CyTe9RfGaU",
		  "a token of a Telegram bot",
		  "7203918465" ":AAk3Jd82hsLq01mZx7Pw4nBv6CyTe9RfGaU" },
		{ "https://discord.com/api/" "webhooks/720391846512345678/"
		  RANDOM36 RANDOM36, "a Discord webhook", NULL },
		{ "AGE-SECRET-" "KEY-1QZ3RUPX2MN7WETY8FGHJKLVBQZ3RUPX2MN7WETY8F"
		  "GHJKLVBQZ3RUP7WQ3", "an age key", NULL },
		{ "curl -H 'Authorization: Bearer " "k3Jd82hsLq01mZx7Pw4n' x",
		  "a token of a header", "k3Jd82hsLq01mZx7Pw4n" },
		{ "authorization: basic " "YW5uOnM3eDlLcTIhQnY=",
		  "a token of a header", NULL },
		{ "curl -u ann:" "s7x9Kq2 https://a.example",
		  "a password on a command line", "s7x9" "Kq2" },
		{ "$ curl --user 'ann:" "horse battery' x",
		  "a password on a command line", "horse battery" },
		{ "`mysqldump -u ann -p" "s7x9Kq2 db`",
		  "a password on a command line", "s7x9" "Kq2" },
		{ "postgres://ann:s7x9" "Kq2@db.net/x",
		  "an address with a password", "s7x9" "Kq2" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct secret found;

		if (!first(cases[i].text, &found))
			fail_msg("'%s' has none", cases[i].text);
		assert_string_equal(found.what, cases[i].what);
		if (cases[i].secret)
			assert_true(str_is(found.text, cases[i].secret));
	}
}

static void what_only_looks_typed_is_none(void **state UNUSED)
{
	static const char *const texts[] = {
		"curl -u user:pass https://a.example",
		"curl -u admin:admin x", "curl -u $USER:$PASS x",
		"curl -u <user>:<password> x", "curl -u user x",
		"docker run -u 1000:1000 x", "curl -u 1000:100100 x",
		"mysql -u root -p", "mysql -uroot -proot db",
		"mysql -u root -ppassword", "mysql -P3306 -h db",
		"docker run --name mysql -p3306:3306 mysql:8",
		"docker run mysql -p 127.0.0.1:3306", "mysql -p${PW12345}",
		"mkdir -path1234", "Authorization: Bearer <token>",
		"Authorization: Bearer $TOKEN",
		"Authorization: Bearer your-access-token-here",
		"the bearer k3Jd82hsLq01mZx7Pw4n of this",
		"Authorization: Bearer token", "hf_hub_download", "SG.1",
		"12:AA:34", "f47ac10b-58cc-4372-a567-0e02b2c3d479",
		"arn:aws:sns:eu-west-1:123456789012:AAtopic",
		"basic authorization is described elsewhere12",
	};

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct secret found;

		if (first(texts[i], &found))
			fail_msg("'%s' has %s", texts[i], found.what);
	}
}

static void what_is_assigned_to_a_secret_name_is_one(void **state UNUSED)
{
	static const char *const texts[] = {
		"aws_secret_access_key = k3Jd82hsLq/01mZx7Pw4nBv6CyTe9RfGaUoIi",
		"export API_KEY=\"9fj3kd82ksl1\"",
		"password='Tr0ub4dor&3'",
		"{ \"client_secret\": \"9fj3kd82ksl1\" }",
		"https://a.example/x?token=9fj3kd82ksl1&b=2",
	};

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct secret found;

		assert_true(first(texts[i], &found));
		assert_string_equal(found.what,
				    "what looks like a password or key");
	}
}

static void examples_and_prose_are_none(void **state UNUSED)
{
	static const char *const texts[] = {
		"AKIAIOSFODNN7EXAMPLE",
		"aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
		"token=your-token-1",
		"ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
		"password: see chapter 12 of the book",
		"const token = jwt.sign(payload1, key)",
		"password=process.env.DB_PASSWORD1",
		"password = bcrypt.hashSync(password1, 10)",
		"token=$TOKEN12345",
		"The token: it has 3 parts",
		"postgres://postgres:postgres@localhost/db",
		"postgres://user:password@localhost/db",
		"http://localhost:8080/@me",
		"AKIA is how the ids of keys begin",
		"XAKIAQ7WERTZ3UIOPX2MN",
		"ask-k3Jd82hsLq01mZx7Pw4nBv6CyTe9RfGaUoIi",
		"sk-learn-is-how-many-call-the-library-in-their-notes",
		"sig=short",
		"-----BEGIN CERTIFICATE-----",
		"eyJ alone",
		"",
		"=",
		":",
	};

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct secret found;

		assert_false(first(texts[i], &found));
	}
}

static void a_random_token_may_have_a_word_in_it(void **state UNUSED)
{
	static const char *const texts[] = {
		"ghp_" "k3Jd82yourLq01mZx7Pw4nBv6CyTe9RfGaUoIi",
		"ghp_" "k3Jd82hsFaKeLq1mZx7Pw4nBv6CyTe9RfGaUoIi",
		"npm_" "k3Jd82hsLq01mTODO7Pw4nBv6CyTe9RfGaUo",
		"AKIA" "Q7YOURZ3UIOPX2MN",
		"ghp_" "k3Jd82hxxxxq01mZx7Pw4nBv6CyTe9RfGaUoIi",
		"ghp_" "k3Jd82insert01mZx7Pw4nBv6CyTe9RfGaUoIi",
		"api_key = \"9fj3kd8todo2ksl1\"",
		"token=k3Jd82hsLqexampleq01mZx7Pw4n",
		"password='Tr0ub4dor&3fake'",
	};

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct secret found;

		assert_true(first(texts[i], &found));
	}
}

static void what_is_made_of_example_words_is_an_example(void **state UNUSED)
{
	static const char *const texts[] = {
		"api_key=your-api-key-here-123",
		"token = your_secret_token_12",
		"AKIA" "EXAMPLE1234567AB",
		"ghp_" "yourGitHubTokenHere1234567890abcdefghij",
		"ghp_" "1234567890abcdefghijklmnopqrstuvwxyz",
		"api_key=xxxxxxxx-xxxx-1xxx",
		"password=changeme123",
		"secret_key: 'replace-this-with-your-key-1'",
		"token: \"fake-token-2\"",
	};

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct secret found;

		assert_false(first(texts[i], &found));
	}
}

static void a_key_of_several_lines_is_masked_whole(void **state UNUSED)
{
	static const char *const key = "-----BEGIN " "PRIVATE KEY-----\r\n"
		"MIIEvQIBADANBgkq\r\nhkiG9w0BAQEFAASC\n"
		"-----END " "PRIVATE KEY-----\nbehind";
	AUTO(strbuf) out = STRBUF_INIT;

	secret_add_text(&out, str_of(key));
	assert_string_equal(out.buf, "----...-----\r\n...\r\n...\n"
			    "-----END PRIVATE KEY-----\nbehind");
	strbuf_reset(&out);
	secret_add_line(&out, STR("MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEA"
				  "AoIBAQC7VJTUt9Us8cKj ends"));
	assert_string_equal(out.buf, "MIIE... ends");
}

static void a_mark_on_the_line_allows_it(void **state UNUSED)
{
	struct secret found;

	assert_false(first("npm_" RANDOM36 " " SECRET_ALLOWED, &found));
	assert_true(first(SECRET_ALLOWED "\nnpm_" RANDOM36, &found));
	assert_int_equal(found.line, 2);
}

/* An editor wraps lines, and Markdown has code stand alone. */
static void a_value_may_stand_below_its_name(void **state UNUSED)
{
	static const char key[] = "wJk3rXUtnFQ9I/" "K7MDZNGb4PxRfiCYv1";
	static const char *const texts[] = {
		"aws_secret_access_key =\n  %s\n", "SECRET_KEY=\r\n%s\r\n",
		"- api_key:\n  - `%s`\n", "api_token: \\\n\"%s\"\n",
		"`secret_access_key`:\n\n```\n%s\n```\n", "> token:\n> %s\n",
		"**access_key:**\n%s;\n",
	};
	static const char *const others[] = {
		"The token:\n%s is the id of a build\n", "A list:\n%s\n",
		"token\n%s\n", "token:\nname\n%s\n",
		"password:\nlowercase-words-only\n",
		"secret =\nconfig.token2.value\n",
		"token =\ngenerate_token2(12)\n",
		"token:\n%s <!-- allow-secret -->\n",
	};
	struct secret s;

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		AUTO(strbuf) text = STRBUF_INIT;

		strbuf_addslice(&text, str_upto(str_of(texts[i]),
			str_find_str(str_of(texts[i]), STR("%s"))));
		strbuf_addstr(&text, key);
		strbuf_addstr(&text, strstr(texts[i], "%s") + 2);
		if (!first(text.buf, &s))
			fail_msg("not found: %s", text.buf);
		assert_true(str_is(s.text, key));
		assert_true(s.line > 1);
	}
	for (size_t i = 0; i < ARRAY_SIZE(others); i++) {
		struct str rest = str_of(others[i]);
		size_t at = str_find_str(rest, STR("%s"));
		AUTO(strbuf) text = STRBUF_INIT;

		strbuf_addslice(&text, str_upto(rest, at));
		if (at < rest.len)
			strbuf_addstr(&text, key);
		strbuf_addslice(&text, str_from(rest, at + 2));
		if (first(text.buf, &s))
			fail_msg("found: %s", text.buf);
	}
}

static void what_stands_below_its_name_is_masked(void **state UNUSED)
{
	AUTO(strbuf) out = STRBUF_INIT;

	secret_add_text(&out, STR("api_key =\n  k3Jd82hsLq" "01mZx7Pw4n\nend\n"));
	assert_string_equal(out.buf, "api_key =\n  k3Jd...\nend\n");
}

static void each_is_found_with_its_line(void **state UNUSED)
{
	struct secret_scan scan = {
		.rest = STR("one\r\nnpm_" RANDOM36 " ghp_" RANDOM36
			    "\r\n\nnpm_" RANDOM36),
	};
	struct secret found;

	assert_true(secret_next(&scan, &found));
	assert_int_equal(found.line, 2);
	assert_true(secret_next(&scan, &found));
	assert_string_equal(found.what, "a GitHub token");
	assert_int_equal(found.line, 2);
	assert_true(secret_next(&scan, &found));
	assert_int_equal(found.line, 4);
	assert_false(secret_next(&scan, &found));
}

static void no_more_than_four_characters_are_shown(void **state UNUSED)
{
	AUTO(strbuf) out = STRBUF_INIT;

	secret_add_masked(&out, STR("npm_" RANDOM36));
	assert_string_equal(out.buf, "npm_..., 40 characters");
	strbuf_reset(&out);
	secret_add_line(&out, STR("a npm_" RANDOM36 " b npm_" RANDOM36));
	assert_string_equal(out.buf, "a npm_... b npm_...");
	strbuf_reset(&out);
	secret_add_line(&out, STR("nothing"));
	assert_string_equal(out.buf, "nothing");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_shape_is_known),
		cmocka_unit_test(what_only_looks_typed_is_none),
		cmocka_unit_test(what_is_assigned_to_a_secret_name_is_one),
		cmocka_unit_test(examples_and_prose_are_none),
		cmocka_unit_test(a_random_token_may_have_a_word_in_it),
		cmocka_unit_test(what_is_made_of_example_words_is_an_example),
		cmocka_unit_test(a_key_of_several_lines_is_masked_whole),
		cmocka_unit_test(a_mark_on_the_line_allows_it),
		cmocka_unit_test(a_value_may_stand_below_its_name),
		cmocka_unit_test(what_stands_below_its_name_is_masked),
		cmocka_unit_test(each_is_found_with_its_line),
		cmocka_unit_test(no_more_than_four_characters_are_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
