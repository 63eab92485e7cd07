/* SPDX-License-Identifier: MIT */
/* Rows of tables as items of a plan. */
#include "core/model/plan_table.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/base/utf8.h"
#include "core/model/plan_lines.h"
#include "core/text/unicode.h"

/* What heads a column of states, and what a table that measures. */
static const char *const status_heads[] = {
	"status", "state", "done", "completed", "complete", "finished",
	"progress", "passed", "pass", "x", "stand", "zustand", "fortschritt",
	"erledigt", "fertig", "statut", "etat", "fait", "avancement",
	"estado", "hecho", "progreso", "feito", "progresso", "stato", "fatto",
	"статус", "готово", "状態", "状态", "진행", "상태", "진행 여부",
	"완료", "완료 여부", "checked", "tick", "check",
	"studied", "reviewed", "mastered", "watched", "known", "understood",
};
static const char *const figure_heads[] = {
	"metric", "metrics", "kpi", "statistic", "statistics", "measure",
	"kennzahl", "metrik", "metrique", "metrica",
};
/* What heads the days or weeks of a schedule. */
static const char *const when_heads[] = {
	"day", "days", "week", "weeks", "date", "dates", "month", "months",
	"phase", "phases", "sprint", "when", "week no", "week number", "wk",
	"by date", "by when", "finish by", "complete by", "done by",
	"due date", "target date", "deadline",
	"tag", "tage", "woche", "wochen", "datum", "monat", "jour", "jours",
	"semaine", "semaines", "mois", "dia", "dias", "semana", "semanas",
	"fecha", "mes", "data", "giorno", "settimana", "dag", "неделя",
	"день", "дата", "日", "週", "周", "第几周", "日付", "日期", "周次",
	"周数", "星期", "天数", "第几天", "주차", "주", "일차", "날짜", "요일",
	"hafta", "gun", "tarih", "hari", "tanggal", "minggu", "tydzien",
	"dzien", "тиждень", "неделя №", "اليوم", "الأسبوع", "التاريخ",
};
/* And what heads them only beside other columns. */
static const char *const beside_heads[] = {
	"study days", "study day", "study week", "study weeks", "dates",
	"date range", "day", "days", "week", "weeks", "timeline", "timeframe",
	"time frame", "target date", "due", "due date", "deadline", "when",
	"planned", "planned for", "planned date", "study date", "schedule",
	"month", "target week", "fallig", "zeitraum", "periode", "plazo",
	"fechas", "echeance", "prazo", "scadenza", "by date", "by when",
	"finish by", "complete by", "done by", "日期范围", "对应天数",
	"期限", "기한",
};
/* What heads that which is to do. */
static const char *const task_heads[] = {
	"task", "tasks", "activity", "activities", "assignment", "to do",
	"todo", "what to do", "action", "actions", "aufgabe", "aufgaben",
	"tarea", "tareas", "actividad", "tarefa", "tarefas", "tache", "taches",
	"attivita", "atividade", "atividades", "actividades", "atelier",
	"taken", "zadanie", "zadania", "gorev", "gorevler", "tugas",
	"任务", "任务详情", "重点任务", "学习内容", "内容", "学習内容",
	"할 일", "학습 내용", "задача", "задачи", "завдання", "المهام",
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

/* What heads a limit, which a time may be. */
static const char *const limit_heads[] = {
	"limit", "limits", "quota", "quotas", "default", "defaults",
	"default value", "maximum", "max", "minimum", "min", "timeout",
	"retention", "ttl", "value", "values", "interval", "delay", "rto",
	"rpo", "grenzwert", "limite", "standard",
};

/* What heads the day on which something was done; empty, it is open. */
static const char *const done_day_heads[] = {
	"date completed", "completed on", "completion date", "date finished",
	"finished on", "finish date", "date done", "done on", "completed date",
	"finished date", "abgeschlossen am", "erledigt am",
};

/* Of these, what no day is. */
static const char *const week_heads[] = {
	"week", "weeks", "month", "months", "phase", "phases", "sprint",
	"week no", "week number", "wk", "woche", "wochen", "monat", "semaine",
	"semaines", "mois", "semana", "semanas", "mes", "settimana", "неделя",
	"週", "周", "周次", "周数", "第几周", "주차", "hafta", "minggu",
	"tydzien", "тиждень", "الأسبوع",
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

/* A heading of a column as words: "Done?", "**Status**". */
static bool heads(struct str cell, const char *const *list, size_t count)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	enum plan_status unused;
	struct str s;

	plan_status_split(&folded, cell, &unused);
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
	plan_status_split(&folded, cell, &status);
	return (!folded.len && status != PLAN_STATUS_NONE) ||
	       plan_box_read(strbuf_slice(&folded), &status);
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
	bool exact = false, diary = false;
	int duration = -1, done_day = -1;

	for (int i = 0; (cell = plan_table_cell(header, i)).s; i++) {
		bool status = heads(cell, status_heads, 2);

		if (i ? t.when < 0 && heads(cell, beside_heads,
					    ARRAY_SIZE(beside_heads))
		      : heads(cell, when_heads, ARRAY_SIZE(when_heads)))
			t.when = i;
		t.weeks |= !i && heads(cell, week_heads,
				       ARRAY_SIZE(week_heads));
		t.tasks |= heads(cell, task_heads, ARRAY_SIZE(task_heads));
		diary |= heads(cell, diary_heads, ARRAY_SIZE(diary_heads));
		t.meanings |= i == 1 && heads(cell, meaning_heads,
					      ARRAY_SIZE(meaning_heads));
		t.weighs |= heads(cell, weight_heads, ARRAY_SIZE(weight_heads));
		t.weights |= t.weighs || heads_states(cell);

		t.limits |= heads(cell, limit_heads, ARRAY_SIZE(limit_heads));
		if (done_day < 0 && heads(cell, done_day_heads,
					  ARRAY_SIZE(done_day_heads)))
			done_day = i;
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
	if (t.status < 0 && done_day >= 0) {
		t.status = done_day;
		t.status_is_day = true;
	}
	if (t.spent < 0 && t.when >= 0)
		t.spent = duration;
	if (diary)
		t.when = -1, t.weeks = false;
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
	if (t->status_is_day && str_has_digit(cell))
		return PLAN_STATUS_DONE;
	status = plan_status_read(cell);
	if (status != PLAN_STATUS_NONE || cell.len > PLAN_STATUS_BYTES)
		return status;
	/* "✅ in March": where a state is due, the mark says it. */
	plan_status_split(&words_of_it, cell, &status);
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
		plan_status_split(&folded, cell, &unused);
		if (plan_parts_read(strbuf_slice(&folded), &part, &whole))
			share = (double)part / whole;
		else
			share = 0.5;
	}
	return share;
}
