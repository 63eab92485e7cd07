/* SPDX-License-Identifier: MIT */
/* What people call the thoughts of a day, in more ways than a list could have. */
#include "core/model/section_labels.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"

/* All words as section_words has them; a test sees to that. */
static const char *const musings[] = {
	"feeling", "feelings", "musing", "musings", "reflection",
	"reflections", "thought", "thoughts", "afterthought", "afterthoughts",
	"mood", "emotion", "emotions", "rant", "rants", "rambling",
	"ramblings", "venting", "opinion", "opinions", "impression",
	"impressions", "retrospective", "feels", "dusuncesi", "reflexio", "pensament",
	"pensaments", "sentiments", "gedanke", "gedanken", "gefuhl",
	"gefuhle", "reflexion", "reflexionen", "stimmung", "eindruck",
	"eindrucke", "befinden", "sentimiento", "sentimientos", "pensamiento",
	"pensamientos", "reflexiones", "emocion", "emociones", "opiniones",
	"impresion", "impresiones", "sensacion", "sensaciones", "pensee",
	"pensees", "ressenti", "ressentis", "reflexions", "humeur",
	"pensiero", "pensieri", "riflessione", "riflessioni", "sensazione",
	"sensazioni", "emozione", "emozioni", "impressioni", "considerazioni",
	"gedachte", "gedachten", "gevoel", "gevoelens", "reflectie",
	"reflecties", "overpeinzingen", "tanke", "tanker", "tankar",
	"følelser", "kanslor", "refleksjon", "refleksjoner", "refleksion",
	"refleksioner", "reflektion", "reflektioner", "humør",
	"ajatus", "ajatukset", "ajatuksia", "tunnelma", "tunnelmat",
	"tunnelmia", "fiilis", "fiilikset", "mietteita", "przemyslenie",
	"przemyslenia", "refleksja", "refleksje", "odczucia", "uczucia",
	"mysli", "wrazenia", "nastroj", "myslenky", "pocit", "pocity",
	"dojmy", "nalada", "uvahy", "myslienky", "gondolat", "gondolatok",
	"gondolataim", "erzes", "erzesek", "erzeseim", "ganduri",
	"sentimente", "reflectii", "impresii", "pensamento", "pensamentos",
	"sentimento", "sentimentos", "reflexao", "reflexoes", "consideracoes",
	"sensacoes", "emocao", "emocoes", "impressoes", "opiniao", "misli",
	"osecanja", "osecaji", "utisci", "razmisljanja", "dojmovi",
	"osjecaji", "мысль", "мысли", "чувства", "чувство", "ощущение",
	"ощущения", "впечатление", "впечатления", "размышление",
	"размышления", "рефлексия", "эмоция", "эмоции", "настроение",
	"самочувствие", "думка", "думки", "почуття", "відчуття", "враження",
	"роздуми", "рефлексія", "емоціі", "настріи", "мисли", "усещания",
	"размисли", "осећања", "σκεψη", "σκεψεισ", "συναισθηματα",
	"συναισθημα", "εντυπωσεισ", "dusunce", "dusunceler", "dusuncelerim",
	"duygu", "duygular", "duygularım", "hisler", "hislerim", "pemikiran",
	"perasaan", "refleksi", "pikiran", "kesan", "renungan", "विचार",
	"भावना", "भावनाएँ", "أفكار", "مشاعر", "خواطر", "تأملات", "מחשבות",
	"רגשות", "הרהורים", "ভাবনা", "চিন্তা", "অনুভূতি", "생각", "느낌", "소감",
	"회고", "감상", "느낀점", "느낀", "기분", "ความคิด", "ความรู้สึก", "思考", "感想",
	"感受", "心得", "反思", "心情", "感觉", "感覺", "想法", "心得体会", "心得體會", "体会", "随想",
	"感悟", "总结与反思", "所感", "雑感", "気持ち", "感じたこと", "思ったこと", "考えたこと", "振り返り",
	"ふりかえり", "反省", "反省点", "ひとこと", "一言",
};

/* What stands beside them: "my thoughts of the day", "thoughts and ideas". */
static const char *const beside[] = {
	"additional", "and", "braindump", "brain", "dump", "closing",
	"comment", "comments", "daily", "day", "end", "far", "for", "general",
	"idea", "ideas", "inner", "initial", "last", "extra", "further",
	"quick", "note", "notes", "of", "on", "other", "overall", "my",
	"mine", "our", "personal", "private", "optional", "random", "self",
	"so", "some", "the", "this", "today", "todays", "week", "weekly",
	"few", "a", "s", "am", "is", "are", "was", "were", "after", "before",
	"during", "while", "about", "from", "to", "at", "in", "coding",
	"learning", "studying", "study", "session", "lesson", "class", "bed",
	"work", "process", "progress", "journey", "challenge", "challenges",
	"struggle", "struggles", "question", "questions", "plan", "plans",
	"goal", "goals", "concern", "concerns", "insight", "insights",
	"observation", "observations", "remark", "remarks", "next", "step",
	"steps", "learnings", "takeaway", "takeaways", "final", "first",
	"honest", "deep", "late", "night", "morning", "evening", "mixed",
	"with", "it", "all", "days", "tomorrow", "re", "check", "energy",
	"felt", "feel", "how", "what", "メモ", "meu", "meus", "minha", "minhas", "do",
	"da", "de", "dos", "das", "dia", "hoje", "sobre", "o", "os", "as",
	"e", "mi", "mis", "del", "la", "el", "los", "las", "y", "hoy", "mon",
	"ma", "mes", "du", "jour", "le", "les", "et", "sur", "aujourdhui",
	"mein", "meine", "meiner", "des", "der", "tages", "tag", "zum",
	"heute", "uber", "heutige", "und", "i", "miei", "mio", "mia", "mie",
	"di", "oggi", "giorno", "sul", "mijn", "van", "vandaag", "dag",
	"over", "en", "mina", "min", "dagens", "fra", "om", "og", "och",
	"omat", "paivan", "moje", "moj", "dnia", "dzisiejsze", "z", "me",
	"dne", "dnesni", "мои", "моі", "мое", "дня", "за", "сегодня",
	"сьогодні", "день", "о", "об", "про", "и", "і", "та", "mou", "μου",
	"τησ", "ημερασ", "και", "για", "gunun", "bugunun", "ve", "hari",
	"ini", "saya", "tentang", "dan", "hom", "nay", "cua", "toi", "오늘의",
	"오늘", "나의", "내", "점", "것", "今日の", "今日", "今天的", "今天", "本日の", "本日",
	"我的", "私の", "每日", "和", "与", "與", "と", "の", "的", "及", "気づき", "总结",
	"自己", "scattered", "stray", "loose", "parting", "brief", "short",
	"early",
};

/* Whole labels. */
static const char *const phrases[] = {
	"private", "private note", "private notes", "personal note",
	"personal notes", "dear diary", "brain dump", "braindump",
	"state of mind", "emotional state", "mental state", "on my mind",
	"whats on my mind", "my 2 cents", "my two cents", "toughs", "reflect", "reflecting",
	"suy nghi", "suy nghi cua toi", "cam nghi", "cam xuc", "cam nhan",
	"como me senti", "como me senti hoy", "como me senti hoje",
	"como me siento", "como me siento hoy", "como me sinto",
	"como me sinto hoje", "como estou me sentindo",
	"como estoy", "comment je me sens",
	"comment je me suis senti", "wie ich mich fuhle",
	"wie ich mich heute fuhle", "wie ich mich gefuhlt habe",
	"wie es mir ging", "wie es mir geht", "come mi sento",
	"come mi sono sentito", "hoe ik me voel", "hoe ik me voelde",
	"как я себя чувствую", "как я себя чувствовал", "як я почуваюся",
	"kendimi nasıl hissettim", "jak sie czuje", "jak sie czułem",
	"jak sie czułam", "hur jag kanner mig", "hvordan jeg har det", "মত",
};

static bool is_among(struct str word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (words[i][0] == word.s[0] && str_is(word, words[i]))
			return true;
	return false;
}

/* --- slips ---------------------------------------------------------------- */

/* Are they but for one letter that is missing, too much, another one, or two
 * that changed their places? */
static bool is_one_slip_apart(struct str a, struct str b)
{
	size_t front = 0, back = 0;

	while (front < a.len && front < b.len && a.s[front] == b.s[front])
		front++;
	while (back < a.len - front && back < b.len - front &&
	       a.s[a.len - 1 - back] == b.s[b.len - 1 - back])
		back++;
	a = str_upto(str_from(a, front), a.len - front - back);
	b = str_upto(str_from(b, front), b.len - front - back);
	if (a.len <= 1 && b.len <= 1)
		return true;
	return a.len == 2 && b.len == 2 && a.s[0] == b.s[1] &&
	       a.s[1] == b.s[0];
}

/* "Thougths", "thouhgts"; shorter words have too many neighbours. */
static bool is_slip(struct str word)
{
	return word.len >= 7 && word.s[0] == 't' &&
	       is_one_slip_apart(word, STR("thoughts"));
}

/* --- words ---------------------------------------------------------------- */

enum meaning { OTHER, BESIDE, MUSING };

/* Scripts in which words stand side by side without a blank: 今日の感想. */
static bool is_unparted(struct str word)
{
	return word.len > 2 && (unsigned char)word.s[0] >= 0xe3;
}

/* The longest of the words at the front, or an empty one. */
static struct str front_of(struct str s, const char *const *words,
			   size_t count)
{
	size_t longest = 0;

	for (size_t i = 0; i < count; i++) {
		struct str word = str_of(words[i]);

		if (word.len > longest && str_starts(s, words[i]))
			longest = word.len;
	}
	return str_upto(s, longest);
}

static enum meaning meaning_of_unparted(struct str s)
{
	enum meaning meaning = BESIDE;

	while (s.len) {
		struct str musing = front_of(s, musings, ARRAY_SIZE(musings));
		struct str other = front_of(s, beside, ARRAY_SIZE(beside));

		if (!musing.len && !other.len)
			return OTHER;
		if (musing.len >= other.len)
			meaning = MUSING;
		s = str_from(s, musing.len >= other.len ? musing.len
							: other.len);
	}
	return meaning;
}

static enum meaning meaning_of(struct str word)
{
	if (is_unparted(word))
		return meaning_of_unparted(word);
	if (isdigit((unsigned char)word.s[0]))
		return BESIDE;
	if (is_among(word, musings, ARRAY_SIZE(musings)) || is_slip(word))
		return MUSING;
	return is_among(word, beside, ARRAY_SIZE(beside)) ? BESIDE : OTHER;
}

/* "thoughts/ideas (private)", "感想・気づき" */
static size_t separator_length(struct str s)
{
	static const char *const wide[] = { "・", "、", "／", "（", "）",
					    "？", "！", "＆", "·" };

	if (s.s[0] && strchr(" /&+,;()?!.-~", s.s[0]))
		return 1;
	for (size_t i = 0; i < ARRAY_SIZE(wide); i++)
		if (str_starts(s, wide[i]))
			return strlen(wide[i]);
	return 0;
}

static struct str word_take(struct str *s)
{
	struct str word;
	size_t n = 0, gap;

	while (s->len && (gap = separator_length(*s)))
		*s = str_from(*s, gap);
	while (n < s->len && !separator_length(str_from(*s, n)))
		n++;
	word = str_upto(*s, n);
	*s = str_from(*s, n);
	return word;
}

/* "how I felt today", "what do I think of it": the verbs of a first person. */
static bool says_what_i_feel(struct str folded)
{
	static const char *const verbs[] = {
		"feel", "felt", "feeling", "think", "thought", "thinking",
	};
	static const char *const others[] = {
		"how",	"what", "am",  "was",  "do",	"did",	 "i",
		"im",	"is",	"it",  "this", "today", "about", "the",
		"day",	"of",	"now", "right", "after", "currently",
	};
	bool asks = false, self = false, verb = false;
	struct str word;

	while ((word = word_take(&folded)).len) {
		asks |= str_is(word, "how") || str_is(word, "what") ||
			str_is(word, "today");
		self |= str_is(word, "i") || str_is(word, "im") ||
			str_is(word, "it");
		if (is_among(word, verbs, ARRAY_SIZE(verbs)))
			verb = true;
		else if (!is_among(word, others, ARRAY_SIZE(others)))
			return false;
	}
	return asks && self && verb;
}

/* "Tagesgedanken", "一日の感想": a word that ends with one for thoughts. */
static bool ends_with_musing(struct str word)
{
	static const char *const ends[] = {
		"gedanken", "感想", "想法", "感受", "心得", "気持ち", "心情", "所感", "雑感",
		"振り返り", "反省", "反思", "생각", "느낌", "소감", "느낀점",
	};

	for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
		if (str_ends(word, ends[i]))
			return true;
	return false;
}

/* What such labels end with whatever stands in front: "parting thoughts". */
static bool is_head_behind(struct str word)
{
	static const char *const heads[] = {
		"thoughts", "feelings", "musings", "reflections", "ramblings",
		"gedanken", "gefuhle", "reflexionen", "pensamientos",
		"sentimientos", "reflexiones", "pensees", "reflexions",
		"ressentis", "pensieri", "riflessioni", "pensamentos",
		"sentimentos", "reflexoes", "gedachten", "gevoelens",
		"tankar", "tanker", "følelser", "kanslor", "przemyslenia",
		"odczucia", "mysli", "myslenky", "pocity", "мысли",
		"впечатления", "ощущения", "чувства", "размышления", "думки",
		"враження", "dusunceler", "dusuncelerim", "dusuncesi",
		"duygular", "생각", "느낌", "소감", "느낀점",
	};

	return is_among(word, heads, ARRAY_SIZE(heads)) ||
	       ends_with_musing(word);
}

/* What they begin with where it stands in front: "pensamientos finales". */
static bool is_head_in_front(struct str word)
{
	static const char *const heads[] = {
		"pensamiento", "pensamientos", "sentimiento", "sentimientos",
		"reflexion", "reflexiones", "impresiones", "pensee",
		"pensees", "ressenti", "ressentis", "reflexions",
		"pensiero", "pensieri", "riflessione",
		"riflessioni", "pensamento", "pensamentos", "sentimento",
		"sentimentos", "reflexao", "reflexoes", "impressoes", "мысли",
		"впечатления", "ощущения", "чувства", "думки", "враження",
		"perasaan", "pikiran", "refleksi",
	};

	return is_among(word, heads, ARRAY_SIZE(heads));
}

/* "I have thoughts" is a sentence, and "pensées sur Kafka" about Kafka. */
static bool leads_elsewhere(struct str word)
{
	static const char *const words[] = {
		"i", "we", "have", "has", "had", "their", "his", "her", "if",
		"but", "on", "about", "over", "of", "in", "for", "with", "to",
		"and", "sur", "sobre", "su", "sul", "en", "con", "com",
		"avec", "dans", "de", "del", "di", "da", "do", "des", "du",
		"uber", "zu", "zum", "mit", "im", "о", "об", "про", "в", "на",
		"з", "tentang", "dengan",
	};

	return is_among(word, words, ARRAY_SIZE(words));
}

/* "Built it. Thoughts" has a sentence before its label, "| SQS | thoughts" a
 * cell. */
static bool has_parts(struct str folded)
{
	return str_find(folded, '|') < folded.len ||
	       str_find_str(folded, STR(" - ")) < folded.len ||
	       str_find_str(folded, STR(". ")) < folded.len ||
	       str_find_str(folded, STR("; ")) < folded.len;
}

bool section_words_are_headed(struct str folded)
{
	struct str rest = folded, word, before = STR(""), first = STR("");
	size_t words = 0;
	bool elsewhere = false;

	if (has_parts(folded))
		return false;
	for (; (word = word_take(&rest)).len; words++) {
		if (words == 4)
			return false;
		if (!words)
			first = word;
		elsewhere |= leads_elsewhere(word) &&
			     !str_is(word, "of") && !str_is(word, "and");
		before = word;
	}
	if (!words)
		return false;
	return (is_head_behind(before) && !elsewhere) ||
	       (words <= 3 && is_head_in_front(first) && !elsewhere);
}

/* What leads from thoughts to what they are about. */
static bool leads_to_matter(struct str word)
{
	static const char *const words[] = {
		"on", "about", "over", "of", "for", "from", "after",
		"regarding", "concerning", "uber", "zu", "zum", "zur", "sur",
		"sobre", "acerca", "su", "sul", "sulla", "sui", "om", "о",
		"об", "про", "tentang",
	};

	return is_among(word, words, ARRAY_SIZE(words));
}

/* A word of other lists may as well be about matter: "reflection in Java". */
static bool is_one_thought(struct str word)
{
	return str_is(word, "thought") || str_is(word, "impression") ||
	       str_is(word, "impressions") || str_is(word, "opinion") ||
	       str_is(word, "opinions");
}

bool section_words_are_about(struct str folded)
{
	struct str word;
	bool headed = false;

	while ((word = word_take(&folded)).len) {
		if (headed && leads_to_matter(word))
			return true;
		headed = is_head_behind(word) || is_head_in_front(word) ||
			 is_one_thought(word);
		if (!headed && meaning_of(word) == OTHER)
			return false;
	}
	return false;
}

bool section_words_may_be_prose(struct str folded)
{
	static const char *const verbs[] = { "thought", "feeling", "reflect" };
	struct str first = word_take(&folded);
	size_t words = 1;

	while (word_take(&folded).len)
		words++;
	return words > 3 || (words > 1 && is_among(first, verbs,
						   ARRAY_SIZE(verbs)));
}

bool section_words_muse(struct str folded)
{
	struct str rest = folded, word;
	bool muses = false;

	/* "thoughts (not for all)" */
	if (str_ends(folded, ")"))
		folded = rest = str_upto(folded,
					 str_find_str(folded, STR(" (")));
	/* "Thoughts - so far" has more than its label. */
	if (str_find_str(folded, STR(" - ")) < folded.len)
		return false;
	if (is_among(folded, phrases, ARRAY_SIZE(phrases)) ||
	    says_what_i_feel(folded))
		return true;
	while ((word = word_take(&rest)).len) {
		enum meaning meaning = meaning_of(word);

		if (meaning == OTHER)
			return false;
		muses |= meaning == MUSING;
	}
	return muses;
}

size_t section_musings(const char *const **words, int list)
{
	static const struct {
		const char *const *words;
		size_t count;
	} lists[] = {
		{ musings, ARRAY_SIZE(musings) },
		{ beside, ARRAY_SIZE(beside) },
		{ phrases, ARRAY_SIZE(phrases) },
	};

	if (list < 0 || (size_t)list >= ARRAY_SIZE(lists))
		return 0;
	*words = lists[list].words;
	return lists[list].count;
}
