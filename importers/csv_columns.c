/* SPDX-License-Identifier: MIT */
/* What the columns of a table are, by their names. */
#include "importers/csv.h"

#include <string.h>

#include "core/base/strbuf.h"
#include "core/model/section_labels.h"
#include "core/text/unicode.h"

/*
 * Names of columns, folded, each in the languages that logs are written in;
 * the labels of sections are names as well.
 */
static const struct {
	int role;
	const char *names;	/* "|" stands between them */
} role_names[] = {
	{ ROLE_DATE, "date|dates|when|timestamp|created|created at|"
		     "creation date|log date|study date|start date|"
		     "date time|datetime|datum|tag und datum|startdatum|"
		     "fecha|data|data e hora|дата|日付|日期|날짜|ημερομηνια|"
		     "dato|datum|তারিখ|fecha y hora" },
	{ ROLE_DAY, "day|day no|day number|day #|#|no|nr|number|tag|tag nr|"
		    "dia|jour|giorno|dag|dzien|dan|день|天|第几天|日目|일차|"
		    "ημερα|দিন" },
	{ ROLE_ROUND, "round|runde|ronda|rodada|tour|ronde|runda|раунд|轮" },
	{ ROLE_TITLE, "title|subject|headline|topic|titel|titulo|titre|"
		      "titolo|tytul|тема|标题|タイトル|제목|thema|tema|sujet" },
	{ ROLE_TEXT, "text|notes|note|body|entry|content|description|what|"
		     "summary|comment|comments|details|log|notizen|notiz|"
		     "eintrag|inhalt|beschreibung|notas|nota|contenido|texto|"
		     "descripcion|contenu|texte|contenuto|testo|notatki|"
		     "заметки|текст|内容|笔记|メモ|노트|내용" },
	{ ROLE_MINUTES, "minutes|minute|min|mins|minuten|minutos|minuti|"
			"minuty|минуты|分|分钟|분|λεπτα" },
	{ ROLE_HOURS, "hours|hour|hrs|h|stunden|horas|heures|ore|uren|"
		      "godziny|часы|小时|時間|시간|ωρεσ" },
	{ ROLE_DURATION, "duration|time spent|study time|dauer|lernzeit|"
			 "duracion|duracao|duree|durata|duur|czas trwania" },
	{ ROLE_TIME, "time|zeit|tiempo|tempo|temps|tijd|czas|время|时间" },
	{ ROLE_TAGS, "tags|tag list|labels|keywords|category|categories|"
		     "stichworte|schlagworte|etiquetas|etiquettes|etichette|"
		     "tagi|теги|标签|タグ|태그" },
};

/* Names of columns in which no studying is told, but money. */
static const char money[] =
	"amount|balance|debit|credit|iban|currency|betrag|saldo|importe|"
	"montant|solde|importo|kwota|bedrag";

static bool is_among(struct str names, struct str name)
{
	struct str one;

	while ((one = str_next_field(&names, '|')).s)
		if (str_eq(one, name))
			return true;
	return false;
}

/* As the tables have it: folded, without apostrophes and a colon behind. */
static void add_name(struct strbuf *out, struct str name)
{
	AUTO(strbuf) folded = STRBUF_INIT;

	unicode_add_folded(&folded, str_trim(str_upto(name, 200)));
	for (size_t i = 0; i < folded.len; i++) {
		char c = folded.buf[i];

		if (c != '\'' && c != '*')
			strbuf_addch(out, c == '_' ? ' ' : c);
	}
	while (out->len && strchr(": ", out->buf[out->len - 1]))
		strbuf_truncate(out, out->len - 1);
}

static int role_of(struct str name)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	enum section section;

	add_name(&folded, name);
	for (size_t i = 0; i < ARRAY_SIZE(role_names); i++)
		if (is_among(str_of(role_names[i].names),
			     strbuf_slice(&folded)))
			return role_names[i].role;
	if (folded.len &&
	    section_words_find(strbuf_slice(&folded), &section))
		return ROLE_SECTION + (int)section;
	return ROLE_NONE;
}

bool columns_count_money(const struct columns *c)
{
	for (size_t i = 0; i < c->count; i++) {
		AUTO(strbuf) folded = STRBUF_INIT;

		add_name(&folded, c->at[i].name);
		if (is_among(str_of(money), strbuf_slice(&folded)))
			return true;
	}
	return false;
}

int columns_find(const struct columns *c, int role)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->at[i].role == role)
			return (int)i;
	return -1;
}

/* The first column of a name has its role; sections and text may have more. */
static int role_for(const struct columns *c, int role)
{
	bool many = role >= ROLE_SECTION || role == ROLE_TEXT;

	return many || columns_find(c, role) < 0 ? role : ROLE_NONE;
}

void columns_guess(struct columns *c, const struct csv_record *first)
{
	c->count = c->known = 0;
	for (size_t i = 0; i < first->count; i++) {
		int role = role_for(c, role_of(first->fields[i]));

		c->at[c->count++] = (struct column){
			role, str_trim(first->fields[i])
		};
		c->known += role != ROLE_NONE;
	}
	c->header = c->known > 0;
}

void columns_find_date(struct columns *c, const struct csv_record *record,
		       struct dating *d)
{
	int day = columns_find(c, ROLE_DAY);
	int found = -1, others = 0;

	if (columns_find(c, ROLE_DATE) >= 0)
		return;
	if (day >= 0 && (size_t)day < record->count &&
	    dating_reads(d, record->fields[day], NULL)) {
		c->at[day].role = ROLE_DATE;
		return;
	}
	for (size_t i = 0; i < c->count && i < record->count; i++) {
		bool more;

		if (c->at[i].role != ROLE_NONE ||
		    !dating_reads(d, record->fields[i], &more) || more)
			continue;
		others++;
		found = (int)i;
	}
	if (others == 1)
		c->at[found].role = ROLE_DATE;
}

/* --- --map --------------------------------------------------------------- */

static const struct {
	const char *name;
	int role;
} map_names[] = {
	{ "date", ROLE_DATE },
	{ "day", ROLE_DAY },
	{ "round", ROLE_ROUND },
	{ "title", ROLE_TITLE },
	{ "text", ROLE_TEXT },
	{ "minutes", ROLE_MINUTES },
	{ "hours", ROLE_HOURS },
	{ "time", ROLE_DURATION },
	{ "tags", ROLE_TAGS },
	{ "progress", ROLE_SECTION + SECTION_PROGRESS },
	{ "learned", ROLE_SECTION + SECTION_LEARNED },
	{ "thoughts", ROLE_SECTION + SECTION_THOUGHTS },
	{ "links", ROLE_SECTION + SECTION_LINKS },
	{ "link", ROLE_SECTION + SECTION_LINKS },
	{ "questions", ROLE_SECTION + SECTION_QUESTIONS },
};

static int map_role(struct str name, int *role, struct error *err)
{
	for (size_t i = 0; i < ARRAY_SIZE(map_names); i++)
		if (str_eq_nocase(name, str_of(map_names[i].name))) {
			*role = map_names[i].role;
			return 0;
		}
	return error_set(err, ERROR_USAGE,
			 "--map knows no '%.*s'; it knows date, day, round, "
			 "title, text, minutes, hours, time, tags, progress, "
			 "learned, thoughts, links and questions",
			 (int)str_upto(name, 60).len, name.s);
}

static void add_names(struct strbuf *out, const struct columns *c)
{
	for (size_t i = 0; i < c->count && i < 20; i++)
		strbuf_addf(out, "%s'%.*s'", i ? ", " : "",
			    (int)str_upto(c->at[i].name, 40).len,
			    c->at[i].name.s);
}

static int map_column(const struct columns *c, struct str name, size_t *at,
		      struct error *err)
{
	AUTO(strbuf) wanted = STRBUF_INIT;
	AUTO(strbuf) names = STRBUF_INIT;
	unsigned number;

	add_name(&wanted, name);
	for (size_t i = 0; i < c->count; i++) {
		AUTO(strbuf) folded = STRBUF_INIT;

		add_name(&folded, c->at[i].name);
		*at = i;
		if (folded.len && !strcmp(folded.buf, wanted.buf))
			return 0;
	}
	if (!str_to_uint(name, (unsigned)c->count, &number) && number) {
		*at = number - 1;
		return 0;
	}
	add_names(&names, c);
	return error_set(err, ERROR_USAGE, "there is no column '%.*s' for "
			 "--map; there is %s", (int)str_upto(name, 60).len,
			 name.s, names.buf);
}

static int map_pair(struct columns *c, struct str pair, struct error *err)
{
	size_t equals = str_find(pair, '='), at = 0;
	int role, before;

	if (equals == pair.len)
		return error_set(err, ERROR_USAGE, "--map is a list such as "
				 "'date=When,text=What', not '%.*s'",
				 (int)str_upto(pair, 60).len, pair.s);
	if (map_role(str_trim(str_upto(pair, equals)), &role, err) ||
	    map_column(c, str_trim(str_from(pair, equals + 1)), &at, err))
		return -1;
	before = columns_find(c, role);
	if (before >= 0 && role < ROLE_SECTION && role != ROLE_TEXT)
		c->at[before].role = ROLE_NONE;
	c->at[at].role = role;
	c->known++;
	return 0;
}

/* A name that is used here is one: the first record has the names then. */
static bool names_columns(struct str map)
{
	struct str pair;

	while ((pair = str_next_field(&map, ',')).s) {
		struct str name = str_trim(
			str_from(pair, str_find(pair, '=') + 1));
		unsigned number;

		if (str_to_uint(name, CSV_FIELDS_MAX, &number))
			return true;
	}
	return false;
}

int columns_map(struct columns *c, const char *map, struct error *err)
{
	struct str rest = str_of(map), pair;

	c->header |= names_columns(rest);
	while ((pair = str_next_field(&rest, ',')).s)
		if (map_pair(c, pair, err))
			return -1;
	return 0;
}
