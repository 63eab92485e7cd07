/* SPDX-License-Identifier: MIT */
/* What the sections of a daily entry are called, in every language we met. */
#include "core/model/section_labels.h"

#include <string.h>

#include "core/base/attributes.h"

static const struct {
	const char *name, *title;
} sections[] = {
	[SECTION_NONE] = { "", "" },
	[SECTION_PROGRESS] = { "progress", "Today's Progress" },
	[SECTION_LEARNED] = { "learned", "What I learned" },
	[SECTION_THOUGHTS] = { "thoughts", "Thoughts" },
	[SECTION_LINKS] = { "links", "Link to work" },
	[SECTION_QUESTIONS] = { "questions", "Questions" },
};

const char *section_name(enum section s)
{
	return (size_t)s < ARRAY_SIZE(sections) ? sections[s].name : "";
}

const char *section_title(enum section s)
{
	return (size_t)s < ARRAY_SIZE(sections) ? sections[s].title : "";
}

bool section_by_name(struct str name, enum section *out)
{
	for (size_t i = 1; i < ARRAY_SIZE(sections); i++) {
		if (!str_eq_nocase(name, str_of(sections[i].name)))
			continue;
		*out = (enum section)i;
		return true;
	}
	return false;
}

/*
 * Lower case, without accents and apostrophes, in composed form: a test checks
 * that each is what folding makes of it.
 */
static const struct section_words labels[] = {
	/* English, with the slips that people really make */
	{ "todays progress", SECTION_PROGRESS },
	{ "today progress", SECTION_PROGRESS },
	{ "todays progres", SECTION_PROGRESS },
	{ "todays progess", SECTION_PROGRESS },
	{ "progress", SECTION_PROGRESS },
	{ "my progress", SECTION_PROGRESS },
	{ "progress today", SECTION_PROGRESS },
	{ "todays work", SECTION_PROGRESS },
	{ "todays task", SECTION_PROGRESS },
	{ "todays tasks", SECTION_PROGRESS },
	{ "todays focus", SECTION_PROGRESS },
	{ "todays project", SECTION_PROGRESS },
	{ "todays project(s)", SECTION_PROGRESS },
	{ "todays projects", SECTION_PROGRESS },
	{ "working on", SECTION_PROGRESS },
	{ "worked on", SECTION_PROGRESS },
	{ "what i worked on", SECTION_PROGRESS },
	{ "what i did", SECTION_PROGRESS },
	{ "what i did today", SECTION_PROGRESS },
	{ "done", SECTION_PROGRESS },
	{ "done today", SECTION_PROGRESS },
	{ "details", SECTION_PROGRESS },
	{ "things i did", SECTION_PROGRESS },
	{ "things i did today", SECTION_PROGRESS },
	{ "things i accomplished", SECTION_PROGRESS },
	{ "things i accomplished today", SECTION_PROGRESS },
	{ "accomplished today", SECTION_PROGRESS },
	{ "accomplishments", SECTION_PROGRESS },
	{ "what i accomplished", SECTION_PROGRESS },
	{ "what i built", SECTION_PROGRESS },
	{ "what i completed", SECTION_PROGRESS },
	{ "what was done", SECTION_PROGRESS },
	{ "tasks completed", SECTION_PROGRESS },
	{ "completed tasks", SECTION_PROGRESS },
	{ "completed work", SECTION_PROGRESS },
	{ "work completed", SECTION_PROGRESS },
	{ "work done", SECTION_PROGRESS },
	{ "what i learned", SECTION_LEARNED },
	{ "what i learned today", SECTION_LEARNED },
	{ "what i learnt", SECTION_LEARNED },
	{ "what i learnt today", SECTION_LEARNED },
	{ "what ive learned", SECTION_LEARNED },
	{ "what ive learnt", SECTION_LEARNED },
	{ "what did i learn", SECTION_LEARNED },
	{ "what did i learn?", SECTION_LEARNED },
	{ "what did i learn today", SECTION_LEARNED },
	{ "what did i learn today?", SECTION_LEARNED },
	{ "things i learned", SECTION_LEARNED },
	{ "things learned", SECTION_LEARNED },
	{ "today i learned", SECTION_LEARNED },
	{ "til", SECTION_LEARNED },
	{ "learned", SECTION_LEARNED },
	{ "learned today", SECTION_LEARNED },
	{ "learnt", SECTION_LEARNED },
	{ "learning", SECTION_LEARNED },
	{ "learnings", SECTION_LEARNED },
	{ "notes/learnings", SECTION_LEARNED },
	{ "what i understood", SECTION_LEARNED },
	{ "key learning", SECTION_LEARNED },
	{ "main takeaways", SECTION_LEARNED },
	{ "lessons learned", SECTION_LEARNED },
	{ "key learnings", SECTION_LEARNED },
	{ "key takeaways", SECTION_LEARNED },
	{ "takeaways", SECTION_LEARNED },
	{ "thoughts", SECTION_THOUGHTS },
	{ "thought", SECTION_THOUGHTS },
	{ "thougts", SECTION_THOUGHTS },
	{ "toughts", SECTION_THOUGHTS },
	{ "thoughs", SECTION_THOUGHTS },
	{ "thoghts", SECTION_THOUGHTS },
	{ "throughts", SECTION_THOUGHTS },
	{ "my thoughts", SECTION_THOUGHTS },
	{ "todays thoughts", SECTION_THOUGHTS },
	{ "final thoughts", SECTION_THOUGHTS },
	{ "feelings", SECTION_THOUGHTS },
	{ "feeling", SECTION_THOUGHTS },
	{ "reflection", SECTION_THOUGHTS },
	{ "reflections", SECTION_THOUGHTS },
	{ "link to work", SECTION_LINKS },
	{ "link(s) to work", SECTION_LINKS },
	{ "links to work", SECTION_LINKS },
	{ "link(s) to my work", SECTION_LINKS },
	{ "link to my work", SECTION_LINKS },
	{ "links to my work", SECTION_LINKS },
	{ "link to the work", SECTION_LINKS },
	{ "link to todays work", SECTION_LINKS },
	{ "link to code", SECTION_LINKS },
	{ "link to project", SECTION_LINKS },
	{ "link to repo", SECTION_LINKS },
	{ "link to blog", SECTION_LINKS },
	{ "link to reference", SECTION_LINKS },
	{ "link to references", SECTION_LINKS },
	{ "links to references", SECTION_LINKS },
	{ "link to the learning material", SECTION_LINKS },
	{ "link to learning material", SECTION_LINKS },
	{ "links to learning material", SECTION_LINKS },
	{ "notebook link", SECTION_LINKS },
	{ "links", SECTION_LINKS },
	{ "link", SECTION_LINKS },
	{ "link(s)", SECTION_LINKS },
	{ "artifacts", SECTION_LINKS },
	{ "resources", SECTION_LINKS },
	{ "question", SECTION_QUESTIONS },
	{ "questions", SECTION_QUESTIONS },
	{ "open question", SECTION_QUESTIONS },
	{ "open questions", SECTION_QUESTIONS },
	{ "my questions", SECTION_QUESTIONS },
	{ "question(s)", SECTION_QUESTIONS },
	{ "still unclear", SECTION_QUESTIONS },
	/* Bengali */
	{ "আজকের অগ্রগতি", SECTION_PROGRESS },
	{ "ভাবনা", SECTION_THOUGHTS },
	{ "কাজের সংযুক্তি", SECTION_LINKS },
	{ "কাজের সংযুক্তিসমূহ", SECTION_LINKS },
	{ "প্রশ্ন", SECTION_QUESTIONS },
	/* Catalan */
	{ "progres davui", SECTION_PROGRESS },
	{ "reflexions", SECTION_THOUGHTS },
	{ "que he apres", SECTION_LEARNED },
	{ "enllac a la feina", SECTION_LINKS },
	{ "enllacos a la feina", SECTION_LINKS },
	/* Chinese */
	{ "今天的进展", SECTION_PROGRESS },
	{ "今日进展", SECTION_PROGRESS },
	{ "今日進展", SECTION_PROGRESS },
	{ "今日完成", SECTION_PROGRESS },
	{ "学到的", SECTION_LEARNED },
	{ "收获", SECTION_LEARNED },
	{ "今日收获", SECTION_LEARNED },
	{ "思考", SECTION_THOUGHTS },
	{ "感想", SECTION_THOUGHTS },
	{ "工作成果链接", SECTION_LINKS },
	{ "链接", SECTION_LINKS },
	{ "问题", SECTION_QUESTIONS },
	{ "疑惑", SECTION_QUESTIONS },
	/* German */
	{ "heutiger fortschritt", SECTION_PROGRESS },
	{ "fortschritt", SECTION_PROGRESS },
	{ "fortschritt & ergebnisse", SECTION_PROGRESS },
	{ "was ich gemacht habe", SECTION_PROGRESS },
	{ "was ich heute gemacht habe", SECTION_PROGRESS },
	{ "heute gemacht", SECTION_PROGRESS },
	{ "erledigt", SECTION_PROGRESS },
	{ "gelernt", SECTION_LEARNED },
	{ "was ich heute gelernt habe", SECTION_LEARNED },
	{ "heute gelernt", SECTION_LEARNED },
	{ "wichtige erkenntnis", SECTION_LEARNED },
	{ "wichtige erkenntnisse", SECTION_LEARNED },
	{ "erkenntnisse", SECTION_LEARNED },
	{ "was ich gelernt habe", SECTION_LEARNED },
	{ "gedanken", SECTION_THOUGHTS },
	{ "link zur arbeit", SECTION_LINKS },
	{ "link(s) zur arbeit", SECTION_LINKS },
	{ "links zur arbeit", SECTION_LINKS },
	{ "fragen", SECTION_QUESTIONS },
	{ "offene fragen", SECTION_QUESTIONS },
	/* Greek */
	{ "ημερησια προοδοσ", SECTION_PROGRESS },
	{ "σκεψεισ", SECTION_THOUGHTS },
	{ "συνδεσμοσ/οι προσ το project", SECTION_LINKS },
	{ "συνδεσμοσ προσ το project", SECTION_LINKS },
	{ "συνδεσμοι προσ το project", SECTION_LINKS },
	/* Spanish */
	{ "progreso de hoy", SECTION_PROGRESS },
	{ "progreso", SECTION_PROGRESS },
	{ "progresos", SECTION_PROGRESS },
	{ "proyectos de hoy", SECTION_PROGRESS },
	{ "lo que hice", SECTION_PROGRESS },
	{ "lo que hice hoy", SECTION_PROGRESS },
	{ "que hice hoy", SECTION_PROGRESS },
	{ "aprendido", SECTION_LEARNED },
	{ "lo aprendido", SECTION_LEARNED },
	{ "lo que aprendi", SECTION_LEARNED },
	{ "que aprendi", SECTION_LEARNED },
	{ "aprendizajes", SECTION_LEARNED },
	{ "reflexiones", SECTION_THOUGHTS },
	{ "pensamientos", SECTION_THOUGHTS },
	{ "enlace a mi trabajo", SECTION_LINKS },
	{ "enlace(s) a mi trabajo", SECTION_LINKS },
	{ "enlaces a mi trabajo", SECTION_LINKS },
	{ "enlaces", SECTION_LINKS },
	{ "preguntas", SECTION_QUESTIONS },
	/* French */
	{ "progres", SECTION_PROGRESS },
	{ "progres du jour", SECTION_PROGRESS },
	{ "ce que jai fait", SECTION_PROGRESS },
	{ "ce que jai appris", SECTION_LEARNED },
	{ "appris", SECTION_LEARNED },
	{ "pensees", SECTION_THOUGHTS },
	{ "lien vers les travaux", SECTION_LINKS },
	{ "liens vers les travaux", SECTION_LINKS },
	{ "lien vers le travail", SECTION_LINKS },
	{ "liens", SECTION_LINKS },
	/* Italian */
	{ "progressi di oggi", SECTION_PROGRESS },
	{ "cosa ho imparato", SECTION_LEARNED },
	{ "appunti", SECTION_THOUGHTS },
	{ "pensieri", SECTION_THOUGHTS },
	{ "link al lavoro", SECTION_LINKS },
	{ "domande", SECTION_QUESTIONS },
	/* Japanese */
	{ "今日の進捗", SECTION_PROGRESS },
	{ "進捗", SECTION_PROGRESS },
	{ "やったこと", SECTION_PROGRESS },
	{ "完了したこと", SECTION_PROGRESS },
	{ "学び", SECTION_LEARNED },
	{ "学んだこと", SECTION_LEARNED },
	{ "学習ポイント", SECTION_LEARNED },
	{ "思ったこと", SECTION_THOUGHTS },
	{ "所感", SECTION_THOUGHTS },
	{ "リンク", SECTION_LINKS },
	{ "質問", SECTION_QUESTIONS },
	{ "疑問", SECTION_QUESTIONS },
	/* Korean */
	{ "오늘 진행한 내용", SECTION_PROGRESS },
	{ "배운 점", SECTION_LEARNED },
	{ "느낀 점", SECTION_THOUGHTS },
	{ "작업 내용 링크", SECTION_LINKS },
	{ "질문", SECTION_QUESTIONS },
	/* Dutch */
	{ "voortgang van vandaag", SECTION_PROGRESS },
	{ "wat ik heb geleerd", SECTION_LEARNED },
	{ "gedachten", SECTION_THOUGHTS },
	{ "link naar mijn werk", SECTION_LINKS },
	{ "links naar mijn werk", SECTION_LINKS },
	{ "vragen", SECTION_QUESTIONS },
	/* Norwegian */
	{ "dagens fremgang", SECTION_PROGRESS },
	{ "tanker", SECTION_THOUGHTS },
	{ "link til hva jeg har gjort", SECTION_LINKS },
	{ "link(er) til hva jeg har gjort", SECTION_LINKS },
	{ "linker til hva jeg har gjort", SECTION_LINKS },
	/* Polish */
	{ "dzisiejszy progres", SECTION_PROGRESS },
	{ "dzisiejszy postep", SECTION_PROGRESS },
	{ "przemyslenia", SECTION_THOUGHTS },
	{ "linki", SECTION_LINKS },
	{ "pytania", SECTION_QUESTIONS },
	/* Portuguese */
	{ "progresso do dia", SECTION_PROGRESS },
	{ "progresso de hoje", SECTION_PROGRESS },
	{ "progresso", SECTION_PROGRESS },
	{ "aprendizados", SECTION_THOUGHTS },
	{ "o que fiz", SECTION_PROGRESS },
	{ "o que fiz hoje", SECTION_PROGRESS },
	{ "o que eu fiz", SECTION_PROGRESS },
	{ "o que aprendi", SECTION_LEARNED },
	{ "o que eu aprendi", SECTION_LEARNED },
	{ "o que aprendi hoje", SECTION_LEARNED },
	{ "consideracoes", SECTION_THOUGHTS },
	{ "pensamentos", SECTION_THOUGHTS },
	{ "link do trabalho", SECTION_LINKS },
	{ "link(s) do(s) trabalho(s)", SECTION_LINKS },
	{ "links do trabalho", SECTION_LINKS },
	{ "links dos trabalhos", SECTION_LINKS },
	{ "perguntas", SECTION_QUESTIONS },
	/* Serbian */
	{ "danasnji napredak", SECTION_PROGRESS },
	{ "misli", SECTION_THOUGHTS },
	{ "link do rada", SECTION_LINKS },
	{ "linkovi do rada", SECTION_LINKS },
	/* Turkish */
	{ "yapılan", SECTION_PROGRESS },
	{ "yapılanlar", SECTION_PROGRESS },
	{ "ogrenilenler", SECTION_LEARNED },
	{ "ogrendiklerim", SECTION_LEARNED },
	{ "neler ogrendim", SECTION_LEARNED },
	/* Ukrainian, Russian */
	{ "сьогоднішніи прогрес", SECTION_PROGRESS },
	{ "думки", SECTION_THOUGHTS },
	{ "посилання", SECTION_LINKS },
	{ "питання", SECTION_QUESTIONS },
	{ "прогресс", SECTION_PROGRESS },
	{ "что сделано", SECTION_PROGRESS },
	{ "что я узнал", SECTION_LEARNED },
	{ "что узнал", SECTION_LEARNED },
	{ "мысли", SECTION_THOUGHTS },
	{ "ссылки", SECTION_LINKS },
	{ "вопросы", SECTION_QUESTIONS },
};

const struct section_words *section_words(size_t *count)
{
	*count = ARRAY_SIZE(labels);
	return labels;
}

/* Nearly all labels are told apart by their first two bytes; none is shorter. */
static bool may_be(const struct section_words *l, struct str folded)
{
	return l->words[0] == folded.s[0] &&
	       (folded.len < 2 || l->words[1] == folded.s[1]);
}

bool section_words_find(struct str folded, enum section *out)
{
	for (size_t i = 0; i < ARRAY_SIZE(labels); i++) {
		if (!may_be(&labels[i], folded) ||
		    !str_is(folded, labels[i].words))
			continue;
		*out = labels[i].section;
		return true;
	}
	return false;
}

bool section_words_link(struct str folded)
{
	static const char *const fronts[] = { "link to ", "links to ",
					      "link(s) to " };

	for (size_t i = 0; i < ARRAY_SIZE(fronts); i++)
		if (str_starts(folded, fronts[i]))
			return true;
	return false;
}

bool section_words_aside(struct str folded)
{
	static const char *const asides[] = {
		"time", "time spent", "total time", "hours", "hours spent",
		"duration", "minutes", "code", "source code", "screenshot",
		"screenshots", "next", "next step", "next steps", "up next",
		"tomorrow", "tomorrows plan", "tomorrows goal",
		"tomorrows goals", "plan for tomorrow", "plans for tomorrow",
		"goals for tomorrow", "goal for tomorrow", "goal", "goals",
		"todays goal", "todays goals", "challenges", "blockers",
		"resources used", "reference", "references", "tools",
		"tools used", "technologies", "technologies used",
		"tech stack", "stack", "topic", "topics", "topics covered",
		"tags", "github", "repo", "repository", "tweet", "commit",
		"commits", "course", "book", "video", "videos", "exercise",
		"exercises", "reading", "tutorial", "tutorials", "project",
		"projects", "date", "status", "todo", "to do", "to-do",
		"demo", "live demo", "output", "result", "results",
		"solution", "solutions", "language", "languages", "streak",
		"tempo", "tiempo", "zeit", "temps", "stunden", "horas",
		"proximos passos", "proximos pasos", "nachste schritte",
		"prochaines etapes", "morgen", "manana", "amanha", "demain",
		"ziele", "objetivos", "objectifs", "metas", "desafios",
		"retos", "herausforderungen", "recursos", "ressourcen",
		"ressources", "время", "цели", "планы", "明日の予定",
		"学習時間", "明天计划", "学习时间", "내일 할 일", "공부 시간",
	};

	for (size_t i = 0; i < ARRAY_SIZE(asides); i++)
		if (asides[i][0] == folded.s[0] && str_is(folded, asides[i]))
			return true;
	return false;
}

bool section_words_begin(struct str folded, bool *whole)
{
	bool begins = !folded.len;

	*whole = false;
	for (size_t i = 0; folded.len && i < ARRAY_SIZE(labels); i++) {
		if (!may_be(&labels[i], folded) ||
		    strncmp(labels[i].words, folded.s, folded.len))
			continue;
		begins = true;
		*whole |= !labels[i].words[folded.len];
	}
	return begins;
}
