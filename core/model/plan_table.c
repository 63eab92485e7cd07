/* SPDX-License-Identifier: MIT */
/* Rows of tables as items of a plan. */
#include "core/model/plan_table.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/base/utf8.h"
#include "core/model/plan_lines.h"
#include "core/text/unicode.h"

#define STATUS_BYTES 48		/* of a cell that is nothing but a state */

struct state_word {
	const char *word;
	enum plan_status status;
};

/* Folded; a cell is one of them, or begins so and goes on behind a mark. */
static const struct state_word words[] = {
	{ "x", PLAN_STATUS_DONE },	   { "done", PLAN_STATUS_DONE },
	{ "complete", PLAN_STATUS_DONE },  { "completed", PLAN_STATUS_DONE },
	{ "finished", PLAN_STATUS_DONE },  { "yes", PLAN_STATUS_DONE },
	{ "y", PLAN_STATUS_DONE },	   { "ok", PLAN_STATUS_DONE },
	{ "passed", PLAN_STATUS_DONE },	   { "pass", PLAN_STATUS_DONE },
	{ "read", PLAN_STATUS_DONE },	   { "watched", PLAN_STATUS_DONE },
	{ "erledigt", PLAN_STATUS_DONE },  { "fertig", PLAN_STATUS_DONE },
	{ "abgeschlossen", PLAN_STATUS_DONE }, { "ja", PLAN_STATUS_DONE },
	{ "fait", PLAN_STATUS_DONE },	   { "termine", PLAN_STATUS_DONE },
	{ "oui", PLAN_STATUS_DONE },	   { "hecho", PLAN_STATUS_DONE },
	{ "completado", PLAN_STATUS_DONE }, { "si", PLAN_STATUS_DONE },
	{ "feito", PLAN_STATUS_DONE },	   { "concluido", PLAN_STATUS_DONE },
	{ "sim", PLAN_STATUS_DONE },	   { "fatto", PLAN_STATUS_DONE },
	{ "klaar", PLAN_STATUS_DONE },	   { "готово", PLAN_STATUS_DONE },
	{ "完了", PLAN_STATUS_DONE },	   { "完成", PLAN_STATUS_DONE },
	{ "완료", PLAN_STATUS_DONE },
	{ "completada", PLAN_STATUS_DONE }, { "terminado", PLAN_STATUS_DONE },
	{ "terminada", PLAN_STATUS_DONE }, { "concluida", PLAN_STATUS_DONE },
	{ "hecha", PLAN_STATUS_DONE },	   { "completato", PLAN_STATUS_DONE },

	{ "in progress", PLAN_STATUS_STARTED },
	{ "started", PLAN_STATUS_STARTED }, { "ongoing", PLAN_STATUS_STARTED },
	{ "wip", PLAN_STATUS_STARTED },	   { "doing", PLAN_STATUS_STARTED },
	{ "active", PLAN_STATUS_STARTED }, { "current", PLAN_STATUS_STARTED },
	{ "partial", PLAN_STATUS_STARTED }, { "partly", PLAN_STATUS_STARTED },
	{ "half", PLAN_STATUS_STARTED },
	{ "in arbeit", PLAN_STATUS_STARTED },
	{ "begonnen", PLAN_STATUS_STARTED },
	{ "en cours", PLAN_STATUS_STARTED },
	{ "en curso", PLAN_STATUS_STARTED },
	{ "en progreso", PLAN_STATUS_STARTED },
	{ "em andamento", PLAN_STATUS_STARTED },
	{ "in corso", PLAN_STATUS_STARTED },
	{ "в процессе", PLAN_STATUS_STARTED },
	{ "進行中", PLAN_STATUS_STARTED },  { "进行中", PLAN_STATUS_STARTED },
	{ "진행 중", PLAN_STATUS_STARTED },

	{ "no", PLAN_STATUS_OPEN },	   { "n", PLAN_STATUS_OPEN },
	{ "incomplete", PLAN_STATUS_OPEN }, { "unfinished", PLAN_STATUS_OPEN },
	{ "to review", PLAN_STATUS_OPEN }, { "on hold", PLAN_STATUS_OPEN },
	{ "not started", PLAN_STATUS_OPEN }, { "not done", PLAN_STATUS_OPEN },
	{ "not yet", PLAN_STATUS_OPEN },   { "open", PLAN_STATUS_OPEN },
	{ "todo", PLAN_STATUS_OPEN },	   { "to do", PLAN_STATUS_OPEN },
	{ "pending", PLAN_STATUS_OPEN },   { "planned", PLAN_STATUS_OPEN },
	{ "upcoming", PLAN_STATUS_OPEN },  { "later", PLAN_STATUS_OPEN },
	{ "scheduled", PLAN_STATUS_OPEN }, { "backlog", PLAN_STATUS_OPEN },
	{ "next", PLAN_STATUS_OPEN },	   { "failed", PLAN_STATUS_OPEN },
	{ "tbd", PLAN_STATUS_OPEN },	   { "offen", PLAN_STATUS_OPEN },
	{ "geplant", PLAN_STATUS_OPEN },   { "nein", PLAN_STATUS_OPEN },
	{ "nicht begonnen", PLAN_STATUS_OPEN },
	{ "a faire", PLAN_STATUS_OPEN },   { "non", PLAN_STATUS_OPEN },
	{ "prevu", PLAN_STATUS_OPEN },	   { "pendiente", PLAN_STATUS_OPEN },
	{ "por hacer", PLAN_STATUS_OPEN }, { "pendente", PLAN_STATUS_OPEN },
	{ "a fazer", PLAN_STATUS_OPEN },   { "da fare", PLAN_STATUS_OPEN },
	{ "не начато", PLAN_STATUS_OPEN }, { "未着手", PLAN_STATUS_OPEN },
	{ "未开始", PLAN_STATUS_OPEN },	   { "미시작", PLAN_STATUS_OPEN },
};

static const struct {
	uint32_t mark;
	enum plan_status status;
} marks[] = {
	{ 0x2705, PLAN_STATUS_DONE },	/* white heavy check mark */
	{ 0x2714, PLAN_STATUS_DONE },	/* heavy check mark */
	{ 0x2713, PLAN_STATUS_DONE },	/* check mark */
	{ 0x2611, PLAN_STATUS_DONE },	/* ballot box with check */
	{ 0x1f7e2, PLAN_STATUS_DONE },	/* green circle */
	{ 0x1f7e9, PLAN_STATUS_DONE },	/* green square */
	{ 0x1f4af, PLAN_STATUS_DONE },	/* hundred points */
	{ 0x1f504, PLAN_STATUS_STARTED },	/* arrows in a circle */
	{ 0x1f6a7, PLAN_STATUS_STARTED },	/* construction sign */
	{ 0x1f7e1, PLAN_STATUS_STARTED },	/* yellow circle */
	{ 0x1f7e8, PLAN_STATUS_STARTED },	/* yellow square */
	{ 0x23f3, PLAN_STATUS_STARTED },	/* hourglass that runs */
	{ 0x231b, PLAN_STATUS_STARTED },	/* hourglass */
	{ 0x2b1c, PLAN_STATUS_OPEN },	/* white large square */
	{ 0x2b1b, PLAN_STATUS_OPEN },	/* black large square */
	{ 0x2610, PLAN_STATUS_OPEN },	/* ballot box */
	{ 0x25a1, PLAN_STATUS_OPEN },	/* white square */
	{ 0x25fb, PLAN_STATUS_OPEN },	/* white medium square */
	{ 0x1f532, PLAN_STATUS_OPEN },	/* black square button */
	{ 0x1f533, PLAN_STATUS_OPEN },	/* white square button */
	{ 0x274c, PLAN_STATUS_OPEN },	/* cross mark */
	{ 0x2717, PLAN_STATUS_OPEN },	/* ballot x */
	{ 0x2718, PLAN_STATUS_OPEN },	/* heavy ballot x */
	{ 0x1f534, PLAN_STATUS_OPEN },	/* red circle */
	{ 0x1f7e5, PLAN_STATUS_OPEN },	/* red square */
	{ 0x26aa, PLAN_STATUS_OPEN },	/* white circle */
	{ 0x2b55, PLAN_STATUS_OPEN },	/* heavy circle */
	{ 0x25cb, PLAN_STATUS_OPEN },	/* white circle, as a character */
	{ 0x1f4c5, PLAN_STATUS_OPEN },	/* calendar */
	{ 0x1f51c, PLAN_STATUS_OPEN },	/* soon */
	{ 0x23f8, PLAN_STATUS_OPEN },	/* double bar: put off */
};

/* What heads a column of states, and what a table that measures. */
static const char *const status_heads[] = {
	"status", "state", "done", "completed", "complete", "finished",
	"progress", "passed", "pass", "x", "stand", "zustand", "fortschritt",
	"erledigt", "fertig", "statut", "etat", "fait", "avancement",
	"estado", "hecho", "progreso", "feito", "progresso", "stato", "fatto",
	"статус", "готово", "状態", "状态", "진행", "상태", "진행 여부",
	"완료", "완료 여부", "checked", "tick", "check",
};
static const char *const figure_heads[] = {
	"metric", "metrics", "kpi", "statistic", "statistics", "measure",
	"kennzahl", "metrik", "metrique", "metrica",
};
/* What heads the days or weeks of a schedule. */
static const char *const when_heads[] = {
	"day", "days", "week", "weeks", "date", "dates", "month", "months",
	"phase", "phases", "sprint", "when", "week no", "week number", "wk",
	"tag", "tage", "woche", "wochen", "datum", "monat", "jour", "jours",
	"semaine", "semaines", "mois", "dia", "dias", "semana", "semanas",
	"fecha", "mes", "data", "giorno", "settimana", "dag", "неделя",
	"день", "дата", "日", "週", "周", "第几周", "日付", "日期", "주차",
	"주", "일차", "날짜",
};
static const char *const weight_heads[] = {
	"weight", "weights", "weighting", "weightage", "exam weight",
	"% of exam", "percent of exam", "percentage of exam", "exam %",
	"% of the exam", "gewicht", "gewichtung", "poids", "peso",
};

/* What heads the time that something took or takes who learns it; a duration
 * may be one of the matter, where no days are. */
static const char *const spent_heads[] = {
	"time", "times", "time spent", "time studied", "study time", "hours",
	"hours spent", "hours studied", "hrs", "minutes", "mins", "estimate",
	"estimated time", "est time", "est", "zeit", "stunden", "temps",
	"heures", "tiempo", "horas", "tempo", "ore",
};
static const char *const duration_heads[] = {
	"duration", "dauer", "duree", "duracion", "duracao", "durata",
};

/* Of these, what no day is. */
static const char *const week_heads[] = {
	"week", "weeks", "month", "months", "phase", "phases", "sprint",
	"week no", "week number", "wk", "woche", "wochen", "monat", "semaine",
	"semaines", "mois", "semana", "semanas", "mes", "settimana", "неделя",
	"週", "周", "주차",
};

/* What heads the meanings of what the first column names. */
static const char *const meaning_heads[] = {
	"description", "definition", "meaning", "purpose", "what it is",
	"what it does", "what is it", "explanation", "stands for",
	"full form", "full name", "beschreibung", "bedeutung", "definicion",
	"descripcion", "significado", "descricao", "definicao", "descrizione",
};

/* And what a diary of days that were, which is no schedule. */
static const char *const diary_heads[] = {
	"score", "scores", "result", "results", "accuracy", "correct",
	"covered", "topics covered", "what i did", "what i learned",
	"learned", "learnings", "reflection", "reflections", "time spent",
	"hours spent", "hours studied", "mood", "attempt", "date started",
	"punktzahl", "ergebnis", "gelernt", "puntaje", "resultado",
	"aprendido", "appris",
};

/* A symbol that is no letter of any script. */
static bool is_mark(uint32_t c)
{
	return c >= 0x2000 && !unicode_is_word(c);
}

/* The words of a cell, folded, without marks; the last mark that says a state
 * is in `by_mark`. */
static void split(struct strbuf *out, struct str cell,
		  enum plan_status *by_mark)
{
	AUTO(strbuf) plain = STRBUF_INIT;

	*by_mark = PLAN_STATUS_NONE;
	while (cell.len) {
		uint32_t c = utf8_next(&cell);

		if (!is_mark(c) && c < 0x110000) {
			if (!strchr("*`_~", (int)c) || c >= 0x80)
				utf8_add(&plain, c);
			continue;
		}
		for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
			if (marks[i].mark == c)
				*by_mark = marks[i].status;
	}
	unicode_add_folded(out, str_trim(strbuf_slice(&plain)));
}

/* Nothing behind the word, or a remark: "done (May 3)", "done, mostly". */
static bool is_remark(struct str rest)
{
	return !rest.len || strchr(",;:.!?", *rest.s) ||
	       (*rest.s == ' ' && rest.len > 1 && strchr("([-:", rest.s[1]));
}

static enum plan_status by_word(struct str s)
{
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (str_starts(s, words[i].word) &&
		    is_remark(str_from(s, strlen(words[i].word))))
			return words[i].status;
	return PLAN_STATUS_NONE;
}

static enum plan_status of_parts(unsigned part, unsigned whole)
{
	if (!part)
		return PLAN_STATUS_OPEN;
	return part < whole ? PLAN_STATUS_STARTED : PLAN_STATUS_DONE;
}

/* "40%", "3/10" and nothing else. */
static bool read_parts(struct str s, unsigned *part, unsigned *whole)
{
	struct str rest = s, first = str_next_field(&rest, '/');

	if (str_ends(s, "%")) {
		*whole = 100;
		return !str_to_uint(str_trim(str_upto(s, s.len - 1)), 100,
				    part);
	}
	return first.len < s.len && !str_to_uint(str_trim(first), 9999, part) &&
	       !str_to_uint(str_trim(rest), 9999, whole) && *whole &&
	       *part <= *whole;
}

static bool read_box(struct str s, enum plan_status *status)
{
	if (s.len != 3 || s.s[0] != '[' || s.s[2] != ']' ||
	    !strchr(" x", s.s[1]))
		return str_is(s, "[]") ? *status = PLAN_STATUS_OPEN, true :
					 false;
	*status = s.s[1] == 'x' ? PLAN_STATUS_DONE : PLAN_STATUS_OPEN;
	return true;
}

enum plan_status plan_status_read(struct str cell)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	enum plan_status status;
	unsigned part, whole;
	struct str s;

	if (!cell.len || cell.len > STATUS_BYTES)
		return PLAN_STATUS_NONE;
	split(&folded, cell, &status);
	s = strbuf_slice(&folded);
	if (!s.len || read_box(s, &status))
		return status;
	if (read_parts(s, &part, &whole))
		return of_parts(part, whole);
	return by_word(s);
}

/* A heading of a column as words: "Done?", "**Status**". */
static bool heads(struct str cell, const char *const *list, size_t count)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	enum plan_status unused;
	struct str s;

	split(&folded, cell, &unused);
	s = strbuf_slice(&folded);
	while (s.len && strchr("?:. ", s.s[s.len - 1]))
		s.len--;
	return str_is_among(s, list, count);
}

/* "Status" and the like, or a mark or a box as the heading of a column. */
static bool heads_states(struct str cell)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	enum plan_status status;

	if (heads(cell, status_heads, ARRAY_SIZE(status_heads)))
		return true;
	split(&folded, cell, &status);
	return (!folded.len && status != PLAN_STATUS_NONE) ||
	       read_box(strbuf_slice(&folded), &status);
}

/* The cells of a line, without the bar before the first. */
static struct str cells_of(struct str text)
{
	struct str s = plan_skip(text, " \t>");

	return str_starts(s, "|") ? str_from(s, 1) : s;
}

struct str plan_table_cell(struct str text, int column)
{
	struct str rest = cells_of(str_trim_right(text));

	for (int i = 0; rest.len; i++) {
		size_t end = plan_cell_end(rest);

		if (i == column)
			return str_upto(rest, end);
		rest = str_from(rest, end < rest.len ? end + 1 : end);
	}
	return STR_NONE;
}

struct plan_table plan_table_read(struct str header)
{
	struct plan_table t = { .status = -1, .when = -1, .spent = -1 };
	struct str cell;
	bool exact = false;
	int duration = -1;

	for (int i = 0; (cell = plan_table_cell(header, i)).s; i++) {
		bool status = heads(cell, status_heads, 2);

		if (!i && heads(cell, when_heads, ARRAY_SIZE(when_heads)))
			t.when = i;
		t.weeks |= !i && heads(cell, week_heads,
				       ARRAY_SIZE(week_heads));
		if (heads(cell, diary_heads, ARRAY_SIZE(diary_heads)))
			t.when = -1, t.weeks = false;
		t.meanings |= i == 1 && heads(cell, meaning_heads,
					      ARRAY_SIZE(meaning_heads));
		t.weights |= heads_states(cell) ||
			     heads(cell, weight_heads,
				   ARRAY_SIZE(weight_heads));

		t.figures |= heads(cell, figure_heads,
				   ARRAY_SIZE(figure_heads));
		if (heads(cell, spent_heads, ARRAY_SIZE(spent_heads)))
			t.spent = i;
		if (heads(cell, duration_heads, ARRAY_SIZE(duration_heads)))
			duration = i;
		/* "Status" before "Progress"; where they are alike, the last. */
		if (!heads_states(cell) || (exact && !status))
			continue;
		t.status = i;
		exact = status;
	}
	if (t.spent < 0 && t.when >= 0)
		t.spent = duration;
	return t;
}

enum plan_status plan_row_status(const struct plan_table *t, struct str line)
{
	AUTO(strbuf) words_of_it = STRBUF_INIT;
	enum plan_status status;
	struct str cell;

	if (t->status < 0)
		return PLAN_STATUS_NONE;
	cell = str_trim(plan_table_cell(line, t->status));
	status = plan_status_read(cell);
	if (status != PLAN_STATUS_NONE || cell.len > STATUS_BYTES)
		return status;
	/* "✅ in March": where a state is due, the mark says it. */
	split(&words_of_it, cell, &status);
	return status;
}

double plan_row_share(struct str row)
{
	double share = 0;
	struct str cell;

	while ((cell = plan_cell_next(&row)).s) {
		AUTO(strbuf) folded = STRBUF_INIT;
		enum plan_status status = plan_status_read(cell), unused;
		unsigned part, whole;

		if (status != PLAN_STATUS_STARTED)
			continue;
		split(&folded, cell, &unused);
		if (read_parts(strbuf_slice(&folded), &part, &whole))
			share = (double)part / whole;
		else
			share = 0.5;
	}
	return share;
}
