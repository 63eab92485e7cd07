/* SPDX-License-Identifier: MIT */
/* The words of headers in every language we read: a language is a row. */
#include "importers/100days.h"

#include <string.h>

#include "core/text/unicode.h"

/*
 * Blanks separate months, weekdays and numbers; a bar separates spellings of
 * the same.  Written as people write them: both sides are folded before they
 * are compared, so neither case nor accents matter.
 */
struct daylog_language {
	const char *code;
	const char *day, *day_after, *round;
	const char *letters;		/* of "R1D1": round, then day */
	const char *months;		/* twelve */
	const char *weekdays;		/* seven, from Monday */
	const char *ordinals;
	const char *and, *to, *of;
	const char *numbers;		/* zero, one, two … */
};

static const struct daylog_language languages[] = {
	{
		.code = "en",
		.day = "day|days",
		.round = "round|rap|lap",
		.letters = "r d",
		.months = "january|jan february|feb march|mar april|apr may "
			  "june|jun july|jul august|aug september|sep|sept "
			  "october|oct november|nov december|dec",
		.weekdays = "monday|mon tuesday|tue|tues wednesday|wed|weds "
			    "thursday|thu|thur|thurs friday|fri saturday|sat "
			    "sunday|sun",
		.ordinals = "st|nd|rd|th",
		.and = "and|n", .to = "to|until|through|till|thru",
		.of = "of|out",
		.numbers = "zero one two three four five six seven eight nine "
			   "ten eleven twelve thirteen fourteen fifteen "
			   "sixteen seventeen eighteen nineteen twenty",
	}, {
		.code = "bn",
		.day = "দিন", .round = "রাউন্ড",
		.months = "জানুয়ারি|জানুয়ারী ফেব্রুয়ারি|ফেব্রুয়ারী মার্চ "
			  "এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর "
			  "নভেম্বর ডিসেম্বর",
		.weekdays = "সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার "
			    "শনিবার রবিবার",
	}, {
		.code = "ca",
		.day = "dia", .round = "ronda",
		.months = "gener|gen febrer|febr març abril|abr maig juny "
			  "juliol|jul agost|ag setembre|set octubre|oct "
			  "novembre|nov desembre|des",
		.weekdays = "dilluns dimarts dimecres dijous divendres "
			    "dissabte diumenge",
		.ordinals = "r|n|t|è", .and = "i", .to = "fins", .of = "de|d",
	}, {
		.code = "cs",
		.day = "den", .round = "kolo",
		.months = "leden|ledna únor|února březen|března duben|dubna "
			  "květen|května červen|června červenec|července "
			  "srpen|srpna září říjen|října listopad|listopadu "
			  "prosinec|prosince",
		.weekdays = "pondělí|po úterý|út středa|st čtvrtek|čt pátek|pá "
			    "sobota|so neděle|ne",
		.and = "a", .to = "až",
	}, {
		.code = "da",
		.day = "dag", .round = "runde",
		.months = "januar|jan februar|feb marts|mar april|apr maj juni "
			  "juli august|aug september|sep oktober|okt "
			  "november|nov december|dec",
		.weekdays = "mandag|man tirsdag|tir onsdag|ons torsdag|tor "
			    "fredag|fre lørdag|lør søndag|søn",
		.and = "og", .to = "til", .of = "af",
	}, {
		.code = "de",
		.day = "tag|tage", .round = "runde",
		.letters = "r t",
		.months = "januar|jan|jänner februar|feb märz|mär|maerz "
			  "april|apr mai juni|jun juli|jul august|aug "
			  "september|sep|sept oktober|okt november|nov "
			  "dezember|dez",
		.weekdays = "montag|mo dienstag|di mittwoch|mi donnerstag|do "
			    "freitag|fr samstag|sa|sonnabend sonntag|so",
		.and = "und|u", .to = "bis", .of = "von",
		.numbers = "null eins zwei drei vier fünf sechs sieben acht "
			   "neun zehn",
	}, {
		.code = "el",
		.day = "ημέρα|μέρα|ημέρες", .round = "γύρος",
		.months = "ιανουάριος|ιανουαρίου|ιαν "
			  "φεβρουάριος|φεβρουαρίου|φεβ μάρτιος|μαρτίου|μαρ "
			  "απρίλιος|απριλίου|απρ μάιος|μαΐου|μαϊ "
			  "ιούνιος|ιουνίου|ιουν ιούλιος|ιουλίου|ιουλ "
			  "αύγουστος|αυγούστου|αυγ "
			  "σεπτέμβριος|σεπτεμβρίου|σεπ "
			  "οκτώβριος|οκτωβρίου|οκτ νοέμβριος|νοεμβρίου|νοε "
			  "δεκέμβριος|δεκεμβρίου|δεκ",
		.weekdays = "δευτέρα|δευ τρίτη|τρι τετάρτη|τετ πέμπτη|πεμ "
			    "παρασκευή|παρ σάββατο|σαβ κυριακή|κυρ",
		.ordinals = "η|ος", .and = "και", .to = "έως|μέχρι",
	}, {
		.code = "es",
		.day = "día|días", .round = "ronda|vuelta",
		.months = "enero|ene febrero|feb marzo|mar abril|abr mayo|may "
			  "junio|jun julio|jul agosto|ago "
			  "septiembre|setiembre|sep|sept octubre|oct "
			  "noviembre|nov diciembre|dic",
		.weekdays = "lunes|lun martes|mar miércoles|mié|mier jueves|jue "
			    "viernes|vie sábado|sáb domingo|dom",
		.ordinals = "ro|er|do|to|mo|vo|no|o|a", .and = "y|e",
		.to = "a|al|hasta", .of = "de|del",
		.numbers = "cero uno dos tres cuatro cinco seis siete ocho "
			   "nueve diez",
	}, {
		.code = "fr",
		.day = "jour|jours|journée", .round = "tour|ronde",
		.letters = "r j",
		.months = "janvier|janv février|févr|fév mars avril|avr mai "
			  "juin juillet|juil août septembre|sept octobre|oct "
			  "novembre|nov décembre|déc",
		.weekdays = "lundi|lun mardi|mar mercredi|mer jeudi|jeu "
			    "vendredi|ven samedi|sam dimanche|dim",
		.ordinals = "er|e|ère|ème|eme|re", .and = "et", .to = "au|à|jusqu",
		.of = "de|du|sur",
		.numbers = "zéro un deux trois quatre cinq six sept huit neuf "
			   "dix",
	}, {
		.code = "hu",
		.day = "nap",
		.months = "január|jan február|febr március|márc április|ápr "
			  "május|máj június|jún július|júl "
			  "augusztus|aug szeptember|szept október|okt "
			  "november|nov december|dec",
		.weekdays = "hétfő kedd szerda csütörtök péntek szombat "
			    "vasárnap",
		.and = "és",
	}, {
		.code = "id",
		.day = "hari", .round = "ronde",
		.months = "januari|jan februari|feb maret|mar april|apr mei "
			  "juni|jun juli|jul agustus|agu|agt september|sep "
			  "oktober|okt november|nov desember|des",
		.weekdays = "senin selasa rabu kamis jumat sabtu minggu|ahad",
		.and = "dan", .to = "sampai", .of = "dari",
	}, {
		.code = "it",
		.day = "giorno|giorni", .round = "giro",
		.letters = "r g",
		.months = "gennaio|gen febbraio|feb marzo|mar aprile|apr "
			  "maggio|mag giugno|giu luglio|lug agosto|ago "
			  "settembre|set|sett ottobre|ott novembre|nov "
			  "dicembre|dic",
		.weekdays = "lunedì|lun martedì|mar mercoledì|mer giovedì|gio "
			    "venerdì|ven sabato|sab domenica|dom",
		.ordinals = "o|a", .and = "e|ed", .to = "al|fino",
		.of = "di|del|su",
	}, {
		.code = "ja",
		.day_after = "日目",
		.weekdays = "月曜日|月曜|月 火曜日|火曜|火 水曜日|水曜|水 "
			    "木曜日|木曜|木 金曜日|金曜|金 土曜日|土曜|土 "
			    "日曜日|日曜|日",
		.to = "から",
	}, {
		.code = "ko",
		.day_after = "일차|일째",
		.weekdays = "월요일|월 화요일|화 수요일|수 목요일|목 금요일|금 "
			    "토요일|토 일요일|일",
		.to = "부터",
	}, {
		.code = "nl",
		.day = "dag|dagen", .round = "ronde",
		.months = "januari|jan februari|feb maart|mrt april|apr mei "
			  "juni|jun juli|jul augustus|aug september|sep|sept "
			  "oktober|okt november|nov december|dec",
		.weekdays = "maandag|ma dinsdag|di woensdag|wo donderdag|do "
			    "vrijdag|vr zaterdag|za zondag|zo",
		.ordinals = "e|ste|de", .and = "en", .to = "tot", .of = "van",
	}, {
		.code = "no",
		.day = "dag|dager", .round = "runde",
		.months = "januar|jan februar|feb mars april|apr mai juni|jun "
			  "juli|jul august|aug september|sep|sept "
			  "oktober|okt november|nov desember|des",
		.weekdays = "mandag|man tirsdag|tirs onsdag|ons torsdag|tors "
			    "fredag|fre lørdag|lør søndag|søn",
		.and = "og", .to = "til", .of = "av",
	}, {
		.code = "pl",
		.day = "dzień|dni", .round = "runda",
		.months = "styczeń|stycznia|sty luty|lutego|lut "
			  "marzec|marca|mar kwiecień|kwietnia|kwi maj|maja "
			  "czerwiec|czerwca|cze lipiec|lipca|lip "
			  "sierpień|sierpnia|sie wrzesień|września|wrz "
			  "październik|października|paź "
			  "listopad|listopada|lis grudzień|grudnia|gru",
		.weekdays = "poniedziałek|pon wtorek|wt środa|śr czwartek|czw "
			    "piątek|pt sobota|sob niedziela|niedz",
		.and = "i", .to = "do", .of = "z",
	}, {
		.code = "pt",
		.day = "dia|dias", .round = "rodada|ronda",
		.months = "janeiro|jan fevereiro|fev março|mar abril|abr "
			  "maio|mai junho|jun julho|jul agosto|ago "
			  "setembro|set outubro|out novembro|nov dezembro|dez",
		.weekdays = "segunda|seg terça|ter quarta|qua quinta|qui "
			    "sexta|sex sábado|sab domingo|dom",
		.ordinals = "o|a", .and = "e", .to = "a|até", .of = "de|do",
		.numbers = "zero um dois três quatro cinco seis sete oito "
			   "nove dez",
	}, {
		.code = "ro",
		.day = "ziua|zi", .round = "runda",
		.months = "ianuarie|ian februarie|feb martie|mar aprilie|apr "
			  "mai iunie|iun iulie|iul august|aug "
			  "septembrie|sep|sept octombrie|oct noiembrie|nov "
			  "decembrie|dec",
		.weekdays = "luni marți miercuri joi vineri sâmbătă duminică",
		.and = "și", .to = "până",
	}, {
		.code = "ru",
		.day = "день|дни", .round = "раунд",
		.letters = "р д",
		.months = "январь|января|янв февраль|февраля|фев "
			  "март|марта|мар апрель|апреля|апр май|мая "
			  "июнь|июня|июн июль|июля|июл август|августа|авг "
			  "сентябрь|сентября|сен|сент октябрь|октября|окт "
			  "ноябрь|ноября|ноя декабрь|декабря|дек",
		.weekdays = "понедельник|пн вторник|вт среда|ср четверг|чт "
			    "пятница|пт суббота|сб воскресенье|вс",
		.ordinals = "е|го|й", .and = "и", .to = "по|до", .of = "из",
	}, {
		.code = "sr",
		.day = "dan|дан", .round = "runda|рунда",
		.months = "januar|jan|јануар februar|feb|фебруар "
			  "mart|mar|март april|apr|април maj|мај jun|juni|јун "
			  "jul|juli|јул avgust|avg|август "
			  "septembar|sep|септембар oktobar|okt|октобар "
			  "novembar|nov|новембар decembar|dec|децембар",
		.weekdays = "ponedeljak|понедељак utorak|уторак sreda|среда "
			    "četvrtak|четвртак petak|петак subota|субота "
			    "nedelja|недеља",
		.and = "i|и", .of = "od|од",
	}, {
		.code = "sv",
		.day = "dag|dagar", .round = "runda|omgång",
		.months = "januari|jan februari|feb mars|mar april|apr maj "
			  "juni|jun juli|jul augusti|aug september|sep|sept "
			  "oktober|okt november|nov december|dec",
		.weekdays = "måndag|mån tisdag|tis onsdag|ons torsdag|tors "
			    "fredag|fre lördag|lör söndag|sön",
		.and = "och", .to = "till", .of = "av",
	}, {
		.code = "tr",
		.day = "gün", .round = "tur",
		.months = "ocak şubat mart nisan mayıs haziran temmuz ağustos "
			  "eylül ekim kasım aralık",
		.weekdays = "pazartesi salı çarşamba perşembe cuma cumartesi "
			    "pazar",
		.and = "ve",
	}, {
		.code = "uk",
		.day = "день|дні", .round = "раунд",
		.letters = "р д",
		.months = "січень|січня лютий|лютого березень|березня "
			  "квітень|квітня травень|травня червень|червня "
			  "липень|липня серпень|серпня вересень|вересня "
			  "жовтень|жовтня листопад|листопада "
			  "грудень|грудня",
		.weekdays = "понеділок|пн вівторок|вт середа|ср четвер|чт "
			    "п'ятниця|пт субота|сб неділя|нд",
		.and = "і|та", .to = "до", .of = "з",
	}, {
		.code = "vi",
		.day = "ngày", .round = "vòng",
		.and = "và", .to = "đến",
	}, {
		.code = "zh",
		.weekdays = "星期一|周一|週一|礼拜一 星期二|周二|週二|礼拜二 "
			    "星期三|周三|週三|礼拜三 星期四|周四|週四|礼拜四 "
			    "星期五|周五|週五|礼拜五 星期六|周六|週六|礼拜六 "
			    "星期日|星期天|周日|週日|周天|礼拜天",
		.and = "和|与", .to = "到|至",
	},
};

/* Words that are no language's own. */
static const struct {
	const char *words;
	unsigned meaning;
} others[] = {
	{ "年|년", WORD_YEAR_UNIT },
	{ "月|월", WORD_MONTH_UNIT },
	{ "日|号|號|일", WORD_DAY_UNIT },
	{ "第|제", WORD_NTH },
	{ "日目|日|天|回", WORD_DAY_AFTER },
	{ "template|plantilla|modelo|vorlage|modèle|modello|sjabloon|szablon|"
	  "шаблон|テンプレート|模板|템플릿|placeholder",
	  WORD_TEMPLATE },
	{ "date|dated|fecha|data|datum|dato|дата|日付|日期|날짜|ημερομηνία|"
	  "on|no|nr|number|num",
	  WORD_FILLER },
	{ "pause|paused|hiatus|break|vacation|holiday|pausa|pausado|urlaub|"
	  "vacaciones|vacances|férias|перерва|пауза|отпуск|休み|休息",
	  WORD_PAUSE },
	{ "x|xx|xxx|n|nn|nnn|xy|_|__|___", WORD_UNKNOWN },
};

/* A word has one month, one weekday and one number: the first language's. */
static unsigned meanings_join(unsigned old, unsigned more)
{
	if (old & WORD_MONTH)
		more &= ~(unsigned)WORD_MONTH;
	if (old & WORD_WEEKDAY)
		more &= ~(unsigned)WORD_WEEKDAY;
	if (old >> WORD_NUMBER_SHIFT)
		more &= (1u << WORD_NUMBER_SHIFT) - 1;
	return old | more;
}

/* Add every spelling in `words`, which bars separate. */
static void words_put(struct daylog_words *w, struct str words,
		      unsigned meaning)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	struct str word;

	while ((word = str_next_field(&words, '|')).s) {
		struct str key;
		size_t old = 0;

		strbuf_reset(&folded);
		unicode_add_folded(&folded, word);
		key = strbuf_slice(&folded);
		strset_get(&w->set, key, &old);
		strset_put(&w->set, key, meanings_join((unsigned)old, meaning));
		if (key.len > w->longest)
			w->longest = key.len;
	}
}

static void words_put_all(struct daylog_words *w, const char *words,
			  unsigned meaning)
{
	words_put(w, str_of(words), meaning);
}

/* The n-th of the groups means `first` + n * `step`. */
static void words_put_groups(struct daylog_words *w, const char *groups,
			     unsigned first, unsigned step)
{
	struct str rest = str_of(groups), group;

	for (; (group = str_next_field(&rest, ' ')).s; first += step)
		words_put(w, group, first);
}

static void language_put(struct daylog_words *w,
			 const struct daylog_language *l)
{
	words_put_all(w, l->day, WORD_DAY);
	words_put_all(w, l->day_after, WORD_DAY_AFTER);
	words_put_all(w, l->round, WORD_ROUND);
	words_put_groups(w, l->letters, WORD_ROUND_LETTER,
			 WORD_DAY_LETTER - WORD_ROUND_LETTER);
	words_put_groups(w, l->months, 1, 1);
	words_put_groups(w, l->weekdays, 1 << WORD_WEEKDAY_SHIFT,
			 1 << WORD_WEEKDAY_SHIFT);
	words_put_all(w, l->ordinals, WORD_ORDINAL);
	words_put_all(w, l->and, WORD_AND);
	words_put_all(w, l->to, WORD_TO);
	words_put_all(w, l->of, WORD_OF);
	words_put_groups(w, l->numbers, 1u << WORD_NUMBER_SHIFT,
			 1u << WORD_NUMBER_SHIFT);
}

void daylog_words_fill(struct daylog_words *w)
{
	for (size_t i = 0; i < ARRAY_SIZE(languages); i++)
		language_put(w, &languages[i]);
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		words_put_all(w, others[i].words, others[i].meaning);
}

void daylog_words_release(struct daylog_words *w)
{
	strset_release(&w->set);
}

unsigned daylog_word(const struct daylog_words *w, struct str folded)
{
	size_t value = 0;

	if (folded.len > w->longest)
		return 0;
	strset_get(&w->set, folded, &value);
	return (unsigned)value;
}

/* --- misspelt words ------------------------------------------------------ */

#define NEAR_MAX 16	/* letters of the longest word worth comparing */

static int least(int a, int b, int c)
{
	int ab = a < b ? a : b;

	return ab < c ? ab : c;
}

/*
 * How many letters to change, drop, add or swap with their neighbour until one
 * word is the other (optimal string alignment).
 */
static int letters_apart(struct str a, struct str b)
{
	int d[NEAR_MAX + 1][NEAR_MAX + 1];

	for (size_t i = 0; i <= a.len; i++)
		d[i][0] = (int)i;
	for (size_t j = 0; j <= b.len; j++)
		d[0][j] = (int)j;
	for (size_t i = 1; i <= a.len; i++)
		for (size_t j = 1; j <= b.len; j++) {
			bool same = a.s[i - 1] == b.s[j - 1];

			d[i][j] = least(d[i - 1][j] + 1, d[i][j - 1] + 1,
					d[i - 1][j - 1] + !same);
			if (i > 1 && j > 1 && a.s[i - 1] == b.s[j - 2] &&
			    a.s[i - 2] == b.s[j - 1])
				d[i][j] = least(d[i][j], d[i][j],
						d[i - 2][j - 2] + 1);
		}
	return d[a.len][b.len];
}

/* The group of `groups` that `word` is at most `apart` letters from, or 0. */
static unsigned group_near(const char *groups, struct str word)
{
	struct str rest = str_of(groups), group;
	int allowed = word.len >= 7 ? 2 : 1;

	for (unsigned n = 1; (group = str_next_field(&rest, ' ')).s; n++) {
		struct str name = str_upto(group, str_find(group, '|'));

		if (name.len < 4 || name.len > NEAR_MAX ||
		    name.s[0] != word.s[0])
			continue;
		if ((word.len >= 4 && word.len < name.len &&
		     !memcmp(word.s, name.s, word.len)) ||
		    letters_apart(word, name) <= allowed)
			return n;
	}
	return 0;
}

/* Only languages of ASCII letters: others are misspelt too seldom. */
unsigned daylog_word_near(struct str folded)
{
	if (folded.len < 4 || folded.len > NEAR_MAX)
		return 0;
	for (size_t i = 0; i < ARRAY_SIZE(languages); i++) {
		const struct daylog_language *l = &languages[i];
		unsigned month = group_near(l->months, folded);
		unsigned weekday = group_near(l->weekdays, folded);

		if (month)
			return WORD_TYPO | month;
		if (weekday)
			return WORD_TYPO | weekday << WORD_WEEKDAY_SHIFT;
	}
	return 0;
}
