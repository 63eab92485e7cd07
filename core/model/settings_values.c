/* SPDX-License-Identifier: MIT */
/* The values that settings take. */
#include "core/model/settings_reader.h"

#include <ctype.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/model/target.h"

static int read_text(struct reader *r, const char **into, struct str value)
{
	*into = arena_strndup(r->mem, value.s, value.len);
	return 0;
}

static int read_title(struct reader *r, struct str value, struct error *err)
{
	if (!value.len)
		return setting_refuse(value, "a title", err);
	return read_text(r, &r->out->title, value);
}

/* git parts names from addresses by these, and drops a name of marks alone. */
static bool is_signable(struct str value)
{
	bool has_more = false;

	for (size_t i = 0; i < value.len; i++) {
		unsigned char c = (unsigned char)value.s[i];

		if (c < ' ' || c == 0x7f || c == '<' || c == '>')
			return false;
		has_more |= !strchr(" .,:;\"'\\", c);
	}
	return has_more;
}

static int read_author(struct reader *r, struct str value,
		       struct error *err)
{
	if (!value.len || !is_signable(value))
		return setting_refuse(value, "a name without an address, "
				      "'<' and '>'", err);
	return read_text(r, &r->out->author, value);
}

static int read_email(struct reader *r, struct str value, struct error *err)
{
	if (str_find(value, '@') == value.len || !is_signable(value))
		return setting_refuse(value, "an address with an '@' in it", err);
	return read_text(r, &r->out->email, value);
}

/* "4:00", "04:30", "4" */
static int read_rollover(struct reader *r, struct str value,
			 struct error *err)
{
	static const char wanted[] = "a time from 00:00 to 06:00";
	struct str rest = value;
	struct str hour = str_next_field(&rest, ':');
	unsigned hours, minutes = 0;

	if (hour.len > 2 || str_to_uint(hour, 6, &hours) ||
	    (hour.len < value.len &&
	     (rest.len != 2 || str_to_uint(rest, 59, &minutes))) ||
	    hours * 60 + minutes > 360)
		return setting_refuse(value, wanted, err);
	r->out->rollover = (int)(hours * 60 + minutes);
	return 0;
}

static int read_int(int *into, struct str value, unsigned least, unsigned most,
		    const char *wanted, struct error *err)
{
	unsigned number;

	if (str_to_uint(value, most, &number) || number < least)
		return setting_refuse(value, wanted, err);
	*into = (int)number;
	return 0;
}

static int read_round(struct reader *r, struct str value, struct error *err)
{
	return read_int(&r->out->round, value, 1, LIMIT_ROUND,
			"the number of a round", err);
}

static int read_goal(struct reader *r, struct str value, struct error *err)
{
	return read_int(&r->out->goal, value, 1, LIMIT_DAY_NUMBER,
			"a number of days from 1 to 99999", err);
}

static int read_minutes(struct reader *r, struct str value,
			struct error *err)
{
	return read_int(&r->out->min_minutes, value, 0, LIMIT_MINUTES,
			"a number of minutes from 0 to 1440", err);
}

/* "mon", "monday" */
static bool weekday_of(struct str word, enum weekday *out)
{
	for (enum weekday w = MONDAY; w <= SUNDAY; w++) {
		if (str_eq_nocase(word, str_of(weekday_name(w))) ||
		    str_eq_nocase(word, str_of(weekday_short(w)))) {
			*out = w;
			return true;
		}
	}
	return false;
}

static int read_week_start(struct reader *r, struct str value,
			   struct error *err)
{
	enum weekday w;

	if (!weekday_of(value, &w) || (w != MONDAY && w != SUNDAY))
		return setting_refuse(value, "'monday' or 'sunday'", err);
	r->out->week_start = w == MONDAY ? WEEK_FROM_MONDAY : WEEK_FROM_SUNDAY;
	return 0;
}

/* The next of the words that stand between commas and blanks. */
static struct str next_word(struct str *rest)
{
	size_t end = 0;
	struct str word;

	while (rest->len && (rest->s[0] == ',' || rest->s[0] == ' ' ||
			     rest->s[0] == '\t'))
		*rest = str_from(*rest, 1);
	while (end < rest->len && rest->s[end] != ',' && rest->s[end] != ' ' &&
	       rest->s[end] != '\t')
		end++;
	word = end ? str_upto(*rest, end) : STR_NONE;
	*rest = str_from(*rest, end);
	return word;
}

/* "sat,sun", "none" */
static int read_rest(struct reader *r, struct str value, struct error *err)
{
	struct str rest = value, word;
	unsigned weekdays = 0;
	enum weekday w;

	while (!str_is(value, "none") && (word = next_word(&rest)).s) {
		if (!weekday_of(word, &w))
			return setting_refuse(value, "a list of weekdays such as "
				      "'sat,sun', or 'none'", err);
		weekdays |= 1u << w;
	}
	r->out->streak.rest_weekdays = weekdays;
	return 0;
}

static int read_grace(struct reader *r, struct str value, struct error *err)
{
	return read_int(&r->out->streak.grace, value, 0, 6,
			"a number of days from 0 to 6", err);
}

static int read_pause_max(struct reader *r, struct str value,
			  struct error *err)
{
	return read_int(&r->out->streak.pause_max, value, 0, 366,
			"a number of days from 0 to 366", err);
}

/* "2023-10-10", or "10-10" behind a first day: of its year, or the next. */
static int last_of_range(struct str s, int first)
{
	unsigned month, day;
	struct civil c = day_to_civil(first);

	if (s.len != 5)
		return day_parse_iso(s);
	if (s.s[2] != '-' || str_to_uint(str_upto(s, 2), 12, &month) ||
	    str_to_uint(str_from(s, 3), 31, &day))
		return DAY_NONE;
	c.year += (int)month < c.month;
	c.month = (int)month;
	c.day = (int)day;
	return day_from_civil(c);
}

/* "2023-10-07..2023-10-10 ill", "2023-10-07" */
static int read_pause(struct reader *r, struct str value, struct error *err)
{
	size_t end = str_find(value, ' ');
	struct str range = str_upto(value, end);
	struct str reason = str_trim(str_from(value, end));
	size_t dots = str_find_str(range, STR(".."));
	struct pause p = { 0, 0, NULL };

	p.first = day_parse_iso(str_upto(range, dots));
	p.last = p.first;
	if (p.first != DAY_NONE && dots < range.len)
		p.last = last_of_range(str_from(range, dots + 2), p.first);
	if (p.first == DAY_NONE || p.last == DAY_NONE || p.last < p.first)
		return setting_refuse(value, "a range of days such as "
			      "'2023-10-07..2023-10-10 ill'", err);
	if (reason.len)
		p.reason = arena_strndup(r->mem, reason.s, reason.len);
	r->pauses = setting_grow(r->mem, r->pauses, r->out->streak.npauses, sizeof(p));
	r->pauses[r->out->streak.npauses++] = p;
	return 0;
}

static int read_rest_day(struct reader *r, struct str value,
			 struct error *err)
{
	int day = day_parse_iso(value);

	if (day == DAY_NONE)
		return setting_refuse(value, "a date such as 2023-10-07", err);
	r->rest_days = setting_grow(r->mem, r->rest_days, r->out->streak.nrest_days,
			    sizeof(day));
	r->rest_days[r->out->streak.nrest_days++] = day;
	return 0;
}

static int read_dir(struct reader *r, struct str value, struct error *err)
{
	if (!value.len)
		return setting_refuse(value, "a folder", err);
	return read_text(r, &r->out->publish_dir, value);
}

/* It is on every page: what names its owner, or no address has, is refused. */
static bool is_public_address(struct str value)
{
	struct str rest = str_from(value, str_find_str(value, STR("://")) + 3);
	struct str host = str_upto(rest, str_find(rest, '/'));

	for (size_t i = 0; i < value.len; i++)
		if ((unsigned char)value.s[i] <= ' ' || value.s[i] == 0x7f ||
		    strchr("?#\"'<>\\^`{|}", value.s[i]))
			return false;
	return host.len && str_find(host, '@') == host.len &&
	       !str_starts(host, ":");
}

static int read_url(struct reader *r, struct str value, struct error *err)
{
	if (target_url_has_password(value))
		return setting_refuse_password(err);
	if (!str_starts(value, "https://") && !str_starts(value, "http://"))
		return setting_refuse(value, "an address that begins with 'https://'",
			      err);
	if (!is_public_address(value))
		return setting_refuse(value, "an address such as "
				      "'https://me.example.org/log/', without a "
				      "user, a '?' or a '#'", err);
	return read_text(r, &r->out->publish_url, value);
}

static int read_target(struct reader *r, struct str value, struct error *err)
{
	if (!target_name_is_good(value))
		return setting_refuse(value, "the name of a target", err);
	return read_text(r, &r->out->publish_target, value);
}

/* "thoughts, questions": sections that stay at home; "none" clears. */
static int read_private(struct reader *r, struct str value,
			struct error *err)
{
	bool sections[SECTION_COUNT] = { false };
	bool is_said = str_is(value, "none");
	struct str rest = value, word;
	enum section s;

	while (!str_is(value, "none") && (word = next_word(&rest)).s) {
		if (!section_by_name(word, &s) || s == SECTION_NONE)
			return setting_refuse(value, "a list of sections such as "
				      "'thoughts,links', or 'none'", err);
		sections[s] = is_said = true;
	}
	if (!is_said)
		return setting_refuse(value, "a list of sections such as "
				      "'thoughts,links', or 'none'", err);
	memcpy(r->out->private_sections, sections, sizeof(sections));
	r->out->private_is_set = true;
	return 0;
}

/* A tag URI (RFC 4151) or an address, without blanks and what HTML escapes. */
static int read_id(struct reader *r, struct str value, struct error *err)
{
	bool is_uri = str_starts(value, "tag:") ||
		      str_starts(value, "https://") ||
		      str_starts(value, "http://") ||
		      str_starts(value, "urn:");

	if (target_url_has_password(value))
		return setting_refuse_password(err);
	for (size_t i = 0; i < value.len; i++)
		if ((unsigned char)value.s[i] <= ' ' ||
		    (unsigned char)value.s[i] > '~' ||
		    strchr("<>\"#", value.s[i]))
			is_uri = false;
	if (!is_uri || value.len < 6)
		return setting_refuse(value, "an id such as "
				      "'tag:example.org,2026:log'", err);
	return read_text(r, &r->out->publish_id, value);
}

static int read_robots(struct reader *r, struct str value, struct error *err)
{
	if (!str_is(value, "index") && !str_is(value, "noindex"))
		return setting_refuse(value, "'index' or 'noindex'", err);
	r->out->publish_noindex = str_is(value, "noindex");
	return 0;
}

static int read_images(struct reader *r, struct str value, struct error *err)
{
	if (str_is(value, "link"))
		r->out->publish_images = IMAGES_LINK;
	else if (str_is(value, "copy"))
		r->out->publish_images = IMAGES_COPY;
	else if (str_is(value, "drop"))
		r->out->publish_images = IMAGES_DROP;
	else
		return setting_refuse(value, "'link', 'copy' or 'drop'", err);
	return 0;
}

static int read_style(struct reader *r, struct str value, struct error *err)
{
	if (!path_is_safe(value) || !str_ends(value, ".css"))
		return setting_refuse(value, "the path of a file of the journal "
				      "that ends in '.css'", err);
	return read_text(r, &r->out->publish_style, value);
}

static int read_questions(struct reader *r, struct str value,
			  struct error *err)
{
	bool yes = str_eq_nocase(value, STR("yes")) ||
		   str_eq_nocase(value, STR("true"));

	if (!yes && !str_eq_nocase(value, STR("no")) &&
	    !str_eq_nocase(value, STR("false")))
		return setting_refuse(value, "'yes' or 'no'", err);
	r->out->publish_questions = yes;
	return 0;
}

static int read_license(struct reader *r, struct str value, struct error *err)
{
	if (!value.len)
		return setting_refuse(value, "a licence such as 'CC BY 4.0'",
				      err);
	return read_text(r, &r->out->publish_license, value);
}

/* "en", "pt-BR": a tag of BCP 47 as far as its form goes; subtags have at most
 * eight letters and digits, and the first is a language of two or three. */
static int read_language(struct reader *r, struct str value,
			 struct error *err)
{
	struct str rest = value, subtag = str_next_field(&rest, '-');
	bool is_tag = (subtag.len == 2 || subtag.len == 3) &&
		      value.len <= 35 && !str_ends(value, "-");

	for (size_t i = 0; i < subtag.len; i++)
		is_tag &= isalpha((unsigned char)subtag.s[i]) != 0;
	while (is_tag && (subtag = str_next_field(&rest, '-')).s) {
		is_tag = subtag.len > 0 && subtag.len <= 8;
		for (size_t i = 0; i < subtag.len; i++)
			is_tag &= isalnum((unsigned char)subtag.s[i]) != 0;
	}
	if (!is_tag)
		return setting_refuse(value, "a language such as 'en' or "
				      "'pt-BR'", err);
	return read_text(r, &r->out->publish_language, value);
}

const struct setting settings_known[] = {
	{ "journal.title", read_title },
	{ "journal.author", read_author },
	{ "journal.email", read_email },
	{ "journal.rollover", read_rollover },
	{ "journal.goal", read_goal },
	{ "journal.minutes", read_minutes },
	{ "journal.round", read_round },
	{ "journal.week-start", read_week_start },
	{ "streak.rest", read_rest },
	{ "streak.rest-day", read_rest_day },
	{ "streak.grace", read_grace },
	{ "streak.pause", read_pause },
	{ "streak.pause-max", read_pause_max },
	{ "publish.dir", read_dir },
	{ "publish.url", read_url },
	{ "publish.private", read_private },
	{ "publish.id", read_id },
	{ "publish.robots", read_robots },
	{ "publish.images", read_images },
	{ "publish.style", read_style },
	{ "publish.questions", read_questions },
	{ "publish.language", read_language },
	{ "publish.license", read_license },
	{ "publish.target", read_target },
	{ NULL, NULL },
};
