/* SPDX-License-Identifier: MIT */
/* What stands before the colon of a passage, and what it says of the rest. */
#include "core/model/passage_label.h"

#include "core/base/ascii.h"
#include "core/base/attributes.h"
#include "core/model/passage_traits.h"
#include "core/model/wording.h"
#include "core/text/unicode.h"

#define LABEL_BYTES 40

/* Words before a colon that say what follows, as unicode_add_folded() leaves
 * them: lower case, without accents. */
static const struct {
	const char *label;
	unsigned trait;
} labels[] = {
	{ "q", TRAIT_QUESTION },	{ "question", TRAIT_QUESTION },
	{ "open question", TRAIT_QUESTION },
	{ "todo", TRAIT_TODO },		{ "to do", TRAIT_TODO },
	{ "hole", TRAIT_HOLE },		{ "gap", TRAIT_HOLE },
	{ "to study", TRAIT_HOLE },	{ "to review", TRAIT_HOLE },
	{ "to check out", TRAIT_HOLE },	{ "to learn", TRAIT_HOLE },
	{ "lab", TRAIT_LAB },		{ "hands on", TRAIT_LAB },
	{ "hands-on", TRAIT_LAB },	{ "exercise", TRAIT_LAB },
	{ "weak", TRAIT_HOLE },		{ "weak area", TRAIT_HOLE },
	{ "weak areas", TRAIT_HOLE },	{ "weak spot", TRAIT_HOLE },
	{ "weak spots", TRAIT_HOLE },	{ "weak point", TRAIT_HOLE },
	{ "weak points", TRAIT_HOLE },	{ "review again", TRAIT_HOLE },
	{ "to revise", TRAIT_HOLE },	{ "to revisit", TRAIT_HOLE },
	{ "revisit", TRAIT_HOLE },	{ "need to review", TRAIT_HOLE },
	{ "needs review", TRAIT_HOLE },	{ "still unclear", TRAIT_HOLE },
	{ "study again", TRAIT_HOLE },
	{ "weakness", TRAIT_HOLE },	{ "weaknesses", TRAIT_HOLE },
	{ "struggled with", TRAIT_HOLE }, { "struggling with", TRAIT_HOLE },
	{ "what i struggled with", TRAIT_HOLE },
	{ "what confused me", TRAIT_HOLE }, { "confused by", TRAIT_HOLE },
	{ "confused about", TRAIT_HOLE }, { "confused", TRAIT_HOLE },
	{ "still confused", TRAIT_HOLE }, { "confusing", TRAIT_HOLE },
	{ "confusing topic", TRAIT_HOLE }, { "still confusing", TRAIT_HOLE },
	{ "unclear", TRAIT_HOLE },	{ "not clear", TRAIT_HOLE },
	{ "not clear to me", TRAIT_HOLE }, { "not sure about", TRAIT_HOLE },
	{ "don't understand", TRAIT_HOLE }, { "didn't understand", TRAIT_HOLE },
	{ "got wrong", TRAIT_HOLE },	{ "got this wrong", TRAIT_HOLE },
	{ "got it wrong", TRAIT_HOLE },	{ "wrong answer", TRAIT_HOLE },
	{ "wrong answers", TRAIT_HOLE }, { "missed", TRAIT_HOLE },
	{ "missed question", TRAIT_HOLE }, { "missed questions", TRAIT_HOLE },
	{ "look up", TRAIT_HOLE },	{ "to look up", TRAIT_HOLE },
	{ "read up on", TRAIT_HOLE },	{ "go over again", TRAIT_HOLE },
	{ "practice more", TRAIT_HOLE }, { "practise more", TRAIT_HOLE },
	{ "keep forgetting", TRAIT_HOLE }, { "forgot", TRAIT_HOLE },
	{ "mixed up", TRAIT_HOLE },
	{ "hands-on lab", TRAIT_LAB },	{ "hands on lab", TRAIT_LAB },
	{ "practical", TRAIT_LAB },
	{ "to read", TRAIT_READING },
	/* What defines nothing. */
	{ "note", 0 },	 { "notes", 0 },   { "nb", 0 },	     { "tip", 0 },
	{ "warning", 0 }, { "example", 0 }, { "examples", 0 }, { "e.g.", 0 },
	{ "ex", 0 },	 { "answer", 0 },  { "a", 0 },	     { "update", 0 },
	{ "edit", 0 },	 { "source", 0 },  { "link", 0 },    { "links", 0 },
	{ "time", 0 },	 { "date", 0 },	   { "ps", 0 },	     { "goal", 0 },
	{ "today", 0 },	 { "tomorrow", 0 }, { "remember", 0 }, { "see", 0 },
	{ "important", 0 }, { "project", 0 }, { "conclusion", 0 },
	{ "feelings", 0 }, { "feeling", 0 }, { "thoughts", 0 },
	{ "thought", 0 }, { "progress", 0 }, { "up next", 0 }, { "next", 0 },
	{ "challenge", 0 }, { "commitment", 0 }, { "status", 0 },
	{ "link(s) to work", 0 }, { "link to work", 0 }, { "other", 0 },
	{ "others", 0 }, { "actions", 0 }, { "practice", 0 }, { "steps", 0 },
	{ "am", 0 }, { "pm", 0 }, { "solution", 0 }, { "event", 0 },
	{ "checklist", 0 }, { "theme", 0 }, { "the end", 0 },
	{ "prerequisite", 0 }, { "prerequisites", 0 }, { "other notes", 0 },
	{ "improvement", 0 }, { "improvements", 0 }, { "remaining", 0 },
	{ "target", 0 }, { "targets", 0 }, { "total", 0 }, { "exam", 0 },
	{ "review", 0 }, { "pricing", 0 }, { "price", 0 }, { "duration", 0 },
	{ "deadline", 0 }, { "idea", 0 }, { "ideas", 0 },
	{ "tutorial", 0 }, { "tutorials", 0 }, { "link to github", 0 },
	{ "error", 0 }, { "errors", 0 },
	{ "start date", 0 }, { "end date", 0 },
	{ "last updated", 0 }, { "current progress", 0 }, { "focus", 0 },
	{ "resources", 0 }, { "resource", 0 }, { "sources", 0 }, { "rest", 0 },
	{ "weekend", 0 }, { "author", 0 }, { "instructor", 0 },
	{ "review & retrospective", 0 }, { "retrospective", 0 },
	{ "watch out", 0 }, { "caution", 0 }, { "careful", 0 },
	{ "beware", 0 }, { "caveat", 0 }, { "caveats", 0 }, { "gotcha", 0 },
	{ "pitfall", 0 }, { "downside", 0 }, { "upside", 0 },
	{ "ans", 0 }, { "correct answer", 0 }, { "correct answers", 0 },
	{ "explanation", 0 },
	{ "goals", 0 }, { "key outcome", 0 }, { "key outcomes", 0 },
	{ "outcome", 0 }, { "outcomes", 0 }, { "time commitment", 0 },
	{ "estimated time", 0 }, { "objective", 0 }, { "objectives", 0 },
	{ "milestone", 0 }, { "deliverable", 0 }, { "deliverables", 0 },
	{ "objetivo", 0 }, { "objetivos", 0 }, { "enfoque", 0 },
	{ "nivel", 0 }, { "recursos", 0 }, { "recursos clave", 0 },
	{ "ziel", 0 }, { "ziele", 0 }, { "fokus", 0 }, { "ressourcen", 0 },
	{ "objectif", 0 }, { "objectifs", 0 }, { "ressources", 0 },
	{ "obiettivo", 0 }, { "obiettivi", 0 }, { "foco", 0 },
	{ "tiempo", 0 }, { "tempo", 0 }, { "duree", 0 }, { "dauer", 0 },
	{ "duracion", 0 }, { "duracao", 0 }, { "durata", 0 }, { "zeit", 0 },
	{ "duur", 0 }, { "doel", 0 }, { "muc tieu", 0 }, { "thoi gian", 0 },
	{ "tujuan", 0 }, { "waktu", 0 }, { "durasi", 0 }, { "hedef", 0 },
	{ "sure", 0 }, { "cel", 0 }, { "czas", 0 },
	{ "цель", 0 }, { "цели", 0 }, { "время", 0 }, { "срок", 0 },
	{ "мета", 0 }, { "час", 0 },
};

struct str passage_label_take(struct str text, struct str *rest)
{
	size_t colon = str_find(str_upto(text, LABEL_BYTES), ':');

	if (colon >= text.len || colon >= LABEL_BYTES)
		return STR("");
	*rest = str_trim(str_from(text, colon + 1));
	return str_trim(str_upto(text, colon));
}

/* "Lab 4": its number is left out. */
static struct str without_number(struct str label)
{
	struct str s = label;

	while (s.len && ascii_is_digit(s.s[s.len - 1]))
		s.len--;
	return s.len && s.len < label.len && s.s[s.len - 1] == ' ' &&
			       str_starts_nocase(s, "lab ")
		       ? str_trim_right(s)
		       : label;
}

/* Most words differ from a label in the first letter already. */
static bool find_label(struct str label, unsigned *trait)
{
	char c = label.len ? *label.s : '\0';
	char first = c & 0x80 ? c : (char)(c | 0x20);

	if (first == 'l')
		label = without_number(label);
	for (size_t i = 0; label.len && i < ARRAY_SIZE(labels); i++)
		if (*labels[i].label == first &&
		    str_eq_nocase(label, str_of(labels[i].label))) {
			*trait = labels[i].trait;
			return true;
		}
	return false;
}

/* What another language's label is without its accents: "süre". */
static bool is_english(struct str word)
{
	return str_eq_nocase(word, STR("sure"));
}

/* Which letter another one is in lower case is not in ASCII: it has to be
 * folded. */
bool passage_label_trait(struct str label, unsigned *trait)
{
	AUTO(strbuf) folded = STRBUF_INIT;

	if (label.len > LABEL_BYTES)
		return false;
	if (str_is_ascii(label))
		return !is_english(label) && find_label(label, trait);
	unicode_add_folded(&folded, label);
	return find_label(strbuf_slice(&folded), trait);
}

bool passage_label_advises(struct str label, struct str rest)
{
	return str_starts_nocase(label, "weak") &&
	       wording_is(wording_next(&rest), WORDING_ORDER);
}

bool passage_is_aim(struct str text)
{
	static const char *const aims[] = {
		"target", "targets", "goal", "goals", "pace", "budget",
		"time commitment", "estimated time", "duration", "total",
		"focus period", "study period", "time frame", "timeframe",
		"timeline", "study time", "total study time",
		"passing score", "pass mark", "ziel", "meta", "objetivo",
		"objectif", "deliverable", "deliverables", "milestone",
	};
	struct str rest, label = passage_label_take(text, &rest);
	size_t at = label.len;

	/* "Accuracy target" is one as well. */
	while (at && label.s[at - 1] != ' ')
		at--;
	return wording_is_among(label, aims, ARRAY_SIZE(aims)) ||
	       wording_is_among(str_from(label, at), aims, 4);
}

bool passage_is_label(struct str text)
{
	unsigned trait;

	return passage_label_trait(text, &trait);
}

enum plan_section passage_label_section(struct str text)
{
	text = str_trim(text);
	if (!str_ends(text, ":") || text.len > LABEL_BYTES)
		return PLAN_NONE;
	return plan_section_of(str_upto(text, text.len - 1));
}
