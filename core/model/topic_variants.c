/* SPDX-License-Identifier: MIT */
/* Other ways in which the names of the catalogue are written. */
#include "core/model/topic_variants.h"

#include <string.h>

#include "core/base/ascii.h"

/* Words of names as they are noted in haste. */
static const struct brief {
	const char *whole, *brief;
} briefs[] = {
	{ "Account", "Acct" },
	{ "Algorithm", "Algo" },
	{ "Analyzer", "Analyser" },
	{ "Application", "App" },
	{ "Authentication", "Auth" },
	{ "Catalog", "Catalogue" },
	{ "Center", "Centre" },
	{ "BigQuery", "BQ" },
	{ "CloudFormation", "CFN" },
	{ "CloudWatch", "CW" },
	{ "Conditional", "Cond" },
	{ "Configuration", "Config" },
	{ "Control", "Ctrl" },
	{ "Controller", "Ctrl" },
	{ "Database", "DB" },
	{ "Directory", "Dir" },
	{ "DynamoDB", "DDB" },
	{ "Event", "Evt" },
	{ "Firewall", "FW" },
	{ "Function", "Fn" },
	{ "Function", "Func" },
	{ "Gateway", "GW" },
	{ "Group", "Grp" },
	{ "Ingress", "Ing" },
	{ "Instance", "Inst" },
	{ "Kubernetes", "K8s" },
	{ "Load Balancer", "LB" },
	{ "Machine Learning", "ML" },
	{ "Management", "Mgmt" },
	{ "Manager", "Mgr" },
	{ "Message", "Msg" },
	{ "Network", "Net" },
	{ "Optimization", "Optimisation" },
	{ "Optimizer", "Optimiser" },
	{ "Organization", "Org" },
	{ "Parameter", "Param" },
	{ "Performance", "Perf" },
	{ "Policy", "Pol" },
	{ "PostgreSQL", "Postgres" },
	{ "Private", "Priv" },
	{ "Programming", "Prog" },
	{ "Registry", "Reg" },
	{ "Repository", "Repo" },
	{ "Route 53", "R53" },
	{ "Scheduler", "Sched" },
	{ "Security", "Sec" },
	{ "Service", "Svc" },
	{ "Structure", "Struct" },
	{ "Virtual", "Virt" },
};

/* The alias with the key of `name`; the number of all: there is none. */
static size_t find_alias(const struct topic_aliases *of, struct str name)
{
	char key[TOPIC_KEY_MAX + 1];
	size_t i = of->first;

	topic_squeeze(name, key, NULL);
	while (i < of->c->naliases && strcmp(catalogue_key(of->c, i), key) != 0)
		i++;
	return i;
}

bool topic_has_alias(const struct topic_aliases *of, struct str name)
{
	return find_alias(of, name) < of->c->naliases;
}

static void add_new(const struct topic_aliases *of, struct str alias,
		    uint8_t when)
{
	if (!topic_has_alias(of, alias))
		catalogue_alias(of->c, ALIAS_TOPIC, of->of, alias, when);
}

/* "Identity & Access Management" where it has "and". */
static void add_with_sign(const struct topic_aliases *of, struct str alias,
			  uint8_t when)
{
	size_t at = str_find_str(alias, STR(" and "));
	AUTO(strbuf) with = STRBUF_INIT;

	if (at >= alias.len)
		return;
	strbuf_addslice(&with, str_upto(alias, at));
	strbuf_addstr(&with, " & ");
	strbuf_addslice(&with, str_from(alias, at + strlen(" and ")));
	add_new(of, strbuf_slice(&with), when);
}

/* The length of the word that stands at `at`, or 0: a plural at the end of the
 * name goes without saying. */
static size_t whole_at(const struct brief *b, struct str alias, size_t at)
{
	struct str rest = str_from(alias, at);
	size_t len = strlen(b->whole);

	if ((at && alias.s[at - 1] != ' ') ||
	    !str_starts_nocase(rest, b->whole))
		return 0;
	rest = str_from(rest, len);
	if (str_is(rest, "s"))
		return len + 1;
	return !rest.len || *rest.s == ' ' || str_starts(rest, "s ") ? len : 0;
}

/* Shorter ones are not what a whole name is called, even by its vendor. */
#define BRIEF_NAME_MIN 3

static bool may_shorten(const struct brief *b, struct str alias, size_t len,
			uint8_t when)
{
	if (len < alias.len)
		return len > 0;
	return when & TOPIC_VENDOR && strlen(b->brief) >= BRIEF_NAME_MIN;
}

/* "Secrets Mgr", "App Svc": each of its words, and several of them. */
static void add_in_short(const struct topic_aliases *of, struct str alias,
			 size_t from, uint8_t when)
{
	for (size_t at = from; at < alias.len; at++) {
		for (size_t i = 0; i < ARRAY_SIZE(briefs); i++) {
			size_t len = whole_at(&briefs[i], alias, at);
			AUTO(strbuf) with = STRBUF_INIT;

			if (!may_shorten(&briefs[i], alias, len, when))
				continue;
			strbuf_addslice(&with, str_upto(alias, at));
			strbuf_addstr(&with, briefs[i].brief);
			strbuf_addslice(&with, str_from(alias, at + len));
			add_new(of, strbuf_slice(&with),
				when & (uint8_t)~TOPIC_CAPITAL);
			add_in_short(of, strbuf_slice(&with),
				     at + strlen(briefs[i].brief), when);
		}
	}
}

/* "az sql": a name that has its vendor, with one in lower case instead. */
static void add_with_small_maker(const struct topic_aliases *of,
				 struct str alias)
{
	const struct topic_entry *e = of->c->entries[of->of];
	struct str makers = of->c->groups[e->group].makers;
	struct str first = str_trim(str_next_field(&makers, ',')), maker;

	if (!first.len || alias.len <= first.len || alias.s[first.len] != ' ' ||
	    !str_eq(str_upto(alias, first.len), first))
		return;
	while ((maker = str_trim(str_next_field(&makers, ','))).len) {
		AUTO(strbuf) with = STRBUF_INIT;

		if (!ascii_is_lower(*maker.s))
			continue;
		strbuf_addslice(&with, maker);
		strbuf_addslice(&with, str_from(alias, first.len));
		add_new(of, strbuf_slice(&with), TOPIC_SMALL);
	}
}

void topic_add_variants(const struct topic_aliases *of, struct str alias,
			uint8_t when)
{
	add_with_sign(of, alias, when);
	add_in_short(of, alias, 0, when);
	add_with_small_maker(of, alias);
}

/* With the byte at `at` left out, or swapped with the next one. */
static void add_slip(const struct topic_aliases *of, struct str alias,
		     uint8_t when, size_t at, bool swap)
{
	AUTO(strbuf) with = STRBUF_INIT;
	/* "Step Function" is no slip of "Step Functions". */
	bool singular = !swap && alias.s[at] == 's' &&
			(at + 1 == alias.len || alias.s[at + 1] == ' ');
	size_t i;

	strbuf_addslice(&with, str_upto(alias, at));
	if (swap) {
		strbuf_addch(&with, alias.s[at + 1]);
		strbuf_addch(&with, alias.s[at]);
	}
	strbuf_addslice(&with, str_from(alias, at + (swap ? 2 : 1)));
	i = find_alias(of, strbuf_slice(&with));
	add_new(of, strbuf_slice(&with), when);
	/* Some that are common are in the lists as well. */
	if (i < of->c->naliases && !singular)
		of->c->own[i].slip = true;
}

/* "kuberntes", "terrafrom": the first letter is hardly ever another one, and
 * without its last s a name would be many of something. */
void topic_add_slips(const struct topic_aliases *of, struct str alias,
		     uint8_t when)
{
	when &= TOPIC_AMBIGUOUS;
	for (size_t i = 1; i < alias.len; i++) {
		bool last = i + 1 == alias.len;
		char c = alias.s[i];

		if (!ascii_is_lower(c))
			continue;
		if (c != alias.s[i - 1] && !(last && c == 's'))
			add_slip(of, alias, when, i, false);
		if (!last && ascii_is_lower(alias.s[i + 1]) &&
		    alias.s[i + 1] != c)
			add_slip(of, alias, when, i, true);
	}
}

/* The first release is called by none, and few have had more. */
#define RELEASE_MIN 2
#define RELEASE_MAX 25

void topic_add_releases(const struct topic_aliases *of, struct str alias)
{
	AUTO(strbuf) with = STRBUF_INIT;

	for (int n = RELEASE_MIN; n <= RELEASE_MAX; n++) {
		strbuf_reset(&with);
		strbuf_addslice(&with, alias);
		strbuf_addint(&with, n);
		add_new(of, strbuf_slice(&with), 0);
	}
}
