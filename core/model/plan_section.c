/* SPDX-License-Identifier: MIT */
/* Recognising the sections of a study plan. */
#include "core/model/plan_section.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/text/unicode.h"

#define HEADING_MAX 200		/* bytes that a heading is looked at */

static const char *const names[] = {
	[PLAN_NONE] = "",
	[PLAN_OVERVIEW] = "overview",
	[PLAN_TODO] = "todo",
	[PLAN_COURSES] = "courses",
	[PLAN_CONCEPTS] = "concepts",
	[PLAN_SERVICES] = "services",
	[PLAN_QUESTIONS] = "questions",
	[PLAN_HANDS_ON] = "hands-on",
	[PLAN_READING] = "reading",
	[PLAN_HOLES] = "holes",
	[PLAN_PRACTICE] = "practice",
};
_Static_assert(ARRAY_SIZE(names) == PLAN_SECTION_COUNT, "a name for each");

/*
 * Wordings, folded and with single blanks.  A heading is of the section when
 * it is the wording, or begins or ends with it as whole words; the earlier row
 * wins, so the longer ones stand first.
 */
static const struct {
	enum plan_section section;
	const char *wording;
} wordings[] = {
	/* Beginnings that would be taken for another section. */
	{ PLAN_HANDS_ON, "hands on" },
	{ PLAN_HANDS_ON, "handson" },
	{ PLAN_HANDS_ON, "hands on projects" },
	{ PLAN_HANDS_ON, "practical labs" },
	{ PLAN_HANDS_ON, "lab exercises" },
	{ PLAN_HOLES, "missed questions" },
	{ PLAN_HOLES, "questions gaps" },
	{ PLAN_HOLES, "questions and gaps" },
	{ PLAN_HOLES, "gaps and questions" },
	{ PLAN_HOLES, "questions missed" },
	{ PLAN_HOLES, "missed in practice exams" },
	{ PLAN_HOLES, "questions i got wrong" },
	{ PLAN_HOLES, "got wrong" },
	{ PLAN_HOLES, "my mistakes" },
	{ PLAN_QUESTIONS, "practice questions" },
	{ PLAN_READING, "study material" },
	{ PLAN_READING, "learning resources" },
	{ PLAN_CONCEPTS, "key concepts" },

	{ PLAN_OVERVIEW, "overview" },
	{ PLAN_OVERVIEW, "summary" },
	{ PLAN_OVERVIEW, "progress" },
	{ PLAN_OVERVIEW, "status" },
	{ PLAN_OVERVIEW, "where i am now" },
	{ PLAN_OVERVIEW, "exam details" },
	{ PLAN_OVERVIEW, "exam date" },
	{ PLAN_OVERVIEW, "goal" },
	{ PLAN_OVERVIEW, "goals" },
	{ PLAN_OVERVIEW, "objective" },
	{ PLAN_OVERVIEW, "objectives" },
	{ PLAN_OVERVIEW, "learning objectives" },
	{ PLAN_OVERVIEW, "learning goals" },
	{ PLAN_OVERVIEW, "success criteria" },
	{ PLAN_OVERVIEW, "ubersicht" },
	{ PLAN_OVERVIEW, "ziele" },
	{ PLAN_OVERVIEW, "objectif" },
	{ PLAN_OVERVIEW, "objectifs" },
	{ PLAN_OVERVIEW, "resumen" },
	{ PLAN_OVERVIEW, "objetivos" },
	{ PLAN_OVERVIEW, "visao geral" },

	{ PLAN_TODO, "todo" },
	{ PLAN_TODO, "todos" },
	{ PLAN_TODO, "to do" },
	{ PLAN_TODO, "to dos" },
	{ PLAN_TODO, "tasks" },
	{ PLAN_TODO, "daily tasks" },
	{ PLAN_TODO, "weekly tasks" },
	{ PLAN_TODO, "next steps" },
	{ PLAN_TODO, "practical steps" },
	{ PLAN_TODO, "practical steps to start" },
	{ PLAN_TODO, "action items" },
	{ PLAN_TODO, "action steps" },
	{ PLAN_TODO, "checklist" },
	{ PLAN_TODO, "check list" },
	{ PLAN_TODO, "study queue" },
	{ PLAN_TODO, "learning queue" },
	{ PLAN_TODO, "reading queue" },
	{ PLAN_TODO, "study backlog" },
	{ PLAN_TODO, "learning backlog" },
	{ PLAN_TODO, "aufgaben" },
	{ PLAN_TODO, "zu tun" },
	{ PLAN_TODO, "a faire" },
	{ PLAN_TODO, "taches" },
	{ PLAN_TODO, "noch zu tun" },
	{ PLAN_TODO, "nachste schritte" },
	{ PLAN_TODO, "prochaines etapes" },
	{ PLAN_TODO, "proximos pasos" },
	{ PLAN_TODO, "proximos passos" },
	{ PLAN_TODO, "da fare" },
	{ PLAN_TODO, "te doen" },
	{ PLAN_TODO, "задачи" },
	{ PLAN_TODO, "сделать" },
	{ PLAN_TODO, "por hacer" },
	{ PLAN_TODO, "tareas" },
	{ PLAN_TODO, "tarefas" },

	{ PLAN_HOLES, "practice exam holes" },
	{ PLAN_HOLES, "holes" },
	{ PLAN_HOLES, "gaps" },
	{ PLAN_HOLES, "knowledge gaps" },
	{ PLAN_HOLES, "weak spots" },
	{ PLAN_HOLES, "weak areas" },
	{ PLAN_HOLES, "weak points" },
	{ PLAN_HOLES, "to study" },
	{ PLAN_HOLES, "to learn" },
	{ PLAN_HOLES, "to check out" },
	{ PLAN_HOLES, "to review" },
	{ PLAN_HOLES, "wissenslucken" },
	{ PLAN_HOLES, "lucken" },
	{ PLAN_HOLES, "schwachstellen" },
	{ PLAN_HOLES, "zum wiederholen" },
	{ PLAN_HOLES, "zu wiederholen" },
	{ PLAN_HOLES, "a revoir" },
	{ PLAN_HOLES, "points faibles" },
	{ PLAN_HOLES, "puntos debiles" },
	{ PLAN_HOLES, "por repasar" },
	{ PLAN_HOLES, "pontos fracos" },
	{ PLAN_HOLES, "lacune" },
	{ PLAN_HOLES, "needs review" },
	{ PLAN_HOLES, "need to review" },
	{ PLAN_HOLES, "need review" },
	{ PLAN_HOLES, "things i don t know" },
	{ PLAN_HOLES, "don t know yet" },
	{ PLAN_HOLES, "struggling with" },
	{ PLAN_HOLES, "пробелы" },
	{ PLAN_HOLES, "lacunes" },
	{ PLAN_HOLES, "lagunas" },

	{ PLAN_PRACTICE, "practice exams" },
	{ PLAN_PRACTICE, "practice tests" },
	{ PLAN_PRACTICE, "mock exams" },
	{ PLAN_PRACTICE, "exam results" },
	{ PLAN_PRACTICE, "scores" },
	{ PLAN_PRACTICE, "ubungsprufungen" },
	{ PLAN_PRACTICE, "probeprufungen" },
	{ PLAN_PRACTICE, "examens blancs" },
	{ PLAN_PRACTICE, "simulacros" },
	{ PLAN_PRACTICE, "simulados" },

	{ PLAN_COURSES, "course" },
	{ PLAN_COURSES, "courses" },
	{ PLAN_COURSES, "online courses" },
	{ PLAN_COURSES, "training" },
	{ PLAN_COURSES, "trainings" },
	{ PLAN_COURSES, "kurse" },
	{ PLAN_COURSES, "cours" },
	{ PLAN_COURSES, "cursos" },
	{ PLAN_COURSES, "corsi" },
	{ PLAN_COURSES, "cursussen" },
	{ PLAN_COURSES, "курсы" },

	{ PLAN_CONCEPTS, "concept" },
	{ PLAN_CONCEPTS, "concepts" },
	{ PLAN_CONCEPTS, "fundamentals" },
	{ PLAN_CONCEPTS, "theory" },
	{ PLAN_CONCEPTS, "terminology" },
	{ PLAN_CONCEPTS, "glossary" },
	{ PLAN_CONCEPTS, "konzepte" },
	{ PLAN_CONCEPTS, "begriffe" },
	{ PLAN_CONCEPTS, "conceptos" },
	{ PLAN_CONCEPTS, "conceitos" },

	{ PLAN_SERVICES, "services" },
	{ PLAN_SERVICES, "services to review" },
	{ PLAN_SERVICES, "service to review" },
	{ PLAN_SERVICES, "dienste" },
	{ PLAN_SERVICES, "servicios" },
	{ PLAN_SERVICES, "servicos" },
	{ PLAN_SERVICES, "servizi" },
	{ PLAN_SERVICES, "сервисы" },

	{ PLAN_QUESTIONS, "question" },
	{ PLAN_QUESTIONS, "questions" },
	{ PLAN_QUESTIONS, "interview questions" },
	{ PLAN_QUESTIONS, "behavioral questions" },
	{ PLAN_QUESTIONS, "behavioural questions" },
	{ PLAN_QUESTIONS, "technical questions" },
	{ PLAN_QUESTIONS, "common questions" },
	{ PLAN_QUESTIONS, "faq" },
	{ PLAN_QUESTIONS, "fragen" },
	{ PLAN_QUESTIONS, "preguntas" },
	{ PLAN_QUESTIONS, "perguntas" },
	{ PLAN_QUESTIONS, "offene fragen" },
	{ PLAN_QUESTIONS, "domande" },
	{ PLAN_QUESTIONS, "vragen" },
	{ PLAN_QUESTIONS, "вопросы" },

	{ PLAN_HANDS_ON, "lab" },
	{ PLAN_HANDS_ON, "labs" },
	{ PLAN_HANDS_ON, "project" },
	{ PLAN_HANDS_ON, "projects" },
	{ PLAN_HANDS_ON, "exercises" },
	{ PLAN_HANDS_ON, "to try" },
	{ PLAN_HANDS_ON, "to try out" },
	{ PLAN_HANDS_ON, "try it out" },
	{ PLAN_HANDS_ON, "to build" },
	{ PLAN_HANDS_ON, "ubungen" },
	{ PLAN_HANDS_ON, "ubung" },
	{ PLAN_HANDS_ON, "zum ausprobieren" },
	{ PLAN_HANDS_ON, "ausprobieren" },
	{ PLAN_HANDS_ON, "praxis" },
	{ PLAN_HANDS_ON, "praktische ubungen" },
	{ PLAN_HANDS_ON, "projekte" },
	{ PLAN_HANDS_ON, "zum bauen" },
	{ PLAN_HANDS_ON, "exercices" },
	{ PLAN_HANDS_ON, "travaux pratiques" },
	{ PLAN_HANDS_ON, "a essayer" },
	{ PLAN_HANDS_ON, "projets" },
	{ PLAN_HANDS_ON, "ejercicios" },
	{ PLAN_HANDS_ON, "proyectos" },
	{ PLAN_HANDS_ON, "practicas" },
	{ PLAN_HANDS_ON, "laboratorios" },
	{ PLAN_HANDS_ON, "exercicios" },
	{ PLAN_HANDS_ON, "projetos" },
	{ PLAN_HANDS_ON, "pratica" },
	{ PLAN_HANDS_ON, "laboratori" },
	{ PLAN_HANDS_ON, "esercizi" },
	{ PLAN_HANDS_ON, "progetti" },
	{ PLAN_HANDS_ON, "oefeningen" },
	{ PLAN_HANDS_ON, "projecten" },
	{ PLAN_HANDS_ON, "лабораторные" },
	{ PLAN_HANDS_ON, "практика" },
	{ PLAN_HANDS_ON, "упражнения" },

	{ PLAN_READING, "reading" },
	{ PLAN_READING, "further reading" },
	{ PLAN_READING, "reading list" },
	{ PLAN_READING, "to read" },
	{ PLAN_READING, "resources" },
	{ PLAN_READING, "references" },
	{ PLAN_READING, "whitepapers" },
	{ PLAN_READING, "links" },
	{ PLAN_READING, "books" },
	{ PLAN_READING, "literatur" },
	{ PLAN_READING, "lecture" },
	{ PLAN_READING, "lecturas" },
	{ PLAN_READING, "recursos" },
	{ PLAN_READING, "ressources" },
	{ PLAN_READING, "zum lesen" },
	{ PLAN_READING, "lesen" },
	{ PLAN_READING, "lekture" },
	{ PLAN_READING, "weiterfuhrende links" },
	{ PLAN_READING, "a lire" },
	{ PLAN_READING, "para leer" },
	{ PLAN_READING, "para ler" },
	{ PLAN_READING, "leituras" },
	{ PLAN_READING, "letture" },
	{ PLAN_READING, "литература" },
};

/* Words that may stand around a wording and change nothing. */
static const char *const fillers[] = {
	"my", "the", "your", "overall", "current", "open", "recommended",
	"additional", "useful", "summary", "list", "aws", "azure", "gcp",
	"portfolio", "weak", "areas", "core", "main", "other", "study",
	"planned", "active", "key", "project", "for", "of", "labs", "exam",
	"practice", "items", "and", "to", "this", "week", "s", "again",
	"tools", "master", "know", "cover", "learn", "need", "you",
};

const char *plan_section_name(enum plan_section s)
{
	return names[s];
}

static bool is_word(unsigned char c)
{
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

/* Folded words with single blanks; numbers in front, marks and emoji gone. */
static void add_words(struct strbuf *out, struct str heading)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	bool blank = false, begun = false;

	unicode_add_folded(&folded, str_upto(heading, HEADING_MAX));
	for (size_t i = 0; i < folded.len; i++) {
		unsigned char c = (unsigned char)folded.buf[i];

		/* Emoji and the marks of general punctuation. */
		if (c >= 0xe2) {
			blank = true;
			while (i + 1 < folded.len &&
			       ((unsigned char)folded.buf[i + 1] & 0xc0) == 0x80)
				i++;
			continue;
		}
		if (!begun && c >= '0' && c <= '9')
			continue;
		if (c == '\'' || !is_word(c)) {
			blank = true;
			continue;
		}
		if (blank && begun)
			strbuf_addch(out, ' ');
		strbuf_addch(out, (char)c);
		begun = true;
		blank = false;
	}
}

static bool is_filler(struct str word)
{
	return str_is_among(word, fillers, ARRAY_SIZE(fillers));
}

static bool only_fillers(struct str words)
{
	struct str word;

	while ((word = str_next_field(&words, ' ')).s)
		if (word.len && !is_filler(word))
			return false;
	return true;
}

/* Where a wording may begin: at a word before which are nothing but fillers. */
struct begins {
	size_t at[HEADING_MAX / 2];
	size_t count;
};

static void find_begins(struct str words, struct begins *out)
{
	struct str rest = words, word;

	out->count = 0;
	do {
		out->at[out->count++] = words.len - rest.len;
		word = str_next_field(&rest, ' ');
	} while (rest.len && is_filler(word) &&
		 out->count < ARRAY_SIZE(out->at));
}

/* The wording, with nothing but fillers before and behind it. */
static bool has_wording(struct str words, const struct begins *begins,
			const char *wording)
{
	for (size_t i = 0; i < begins->count; i++) {
		struct str s = str_from(words, begins->at[i]);

		if (!s.len || *s.s != *wording || !str_starts(s, wording))
			continue;
		s = str_from(s, strlen(wording));
		if ((!s.len || *s.s == ' ') && only_fillers(s))
			return true;
	}
	return false;
}

enum plan_section plan_section_of(struct str heading)
{
	AUTO(strbuf) words = STRBUF_INIT;
	struct begins begins;

	add_words(&words, heading);
	find_begins(strbuf_slice(&words), &begins);
	for (size_t i = 0; i < ARRAY_SIZE(wordings); i++)
		if (has_wording(strbuf_slice(&words), &begins,
				wordings[i].wording))
			return wordings[i].section;
	return PLAN_NONE;
}
