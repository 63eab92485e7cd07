/* SPDX-License-Identifier: MIT */
/* The words of headers in every language we read: a language is a row. */
#include "importers/100days_languages.h"

#include "core/base/attributes.h"

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
		.and = "and|n", .to = "to|until|through|till|thru|into",
		.of = "of|out",
		.numbers = "zero one two three four five six seven eight nine "
			   "ten eleven twelve thirteen fourteen fifteen "
			   "sixteen seventeen eighteen nineteen",
		.tens = "twenty thirty forty fifty sixty seventy eighty ninety",
		.nth = "first second third fourth fifth sixth seventh eighth "
		       "ninth tenth",
	}, {
		.code = "ar",
		.day = "يوم|اليوم", .round = "جولة|الجولة",
		.months = "يناير|جانفي فبراير|فيفري مارس "
			  "أبريل|إبريل|أفريل مايو|ماي يونيو|يونيه|جوان "
			  "يوليو|يوليه|جويلية أغسطس|أوت سبتمبر أكتوبر "
			  "نوفمبر ديسمبر",
		.weekdays = "الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة "
			    "السبت الأحد",
		.to = "إلى|حتى", .of = "من",
	}, {
		.code = "bg",
		.day = "ден|дни", .round = "рунд",
		.months = "януари|ян февруари|фев март април|апр май юни юли "
			  "август|авг септември|септ октомври|окт "
			  "ноември|ноем декември|дек",
		.weekdays = "понеделник вторник сряда четвъртък петък събота "
			    "неделя",
		.ordinals = "ви|ри|ти|ми", .and = "и", .to = "до", .of = "от",
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
			   "neun zehn elf zwölf dreizehn vierzehn fünfzehn "
			   "sechzehn siebzehn achtzehn neunzehn",
		.tens = "zwanzig dreißig vierzig fünfzig sechzig siebzig "
			"achtzig neunzig",
		.nth = "erster|erste zweiter|zweite dritter|dritte "
		       "vierter|vierte fünfter|fünfte",
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
			   "nueve diez once doce trece catorce quince "
			   "dieciséis diecisiete dieciocho diecinueve",
		.tens = "veinte treinta cuarenta cincuenta sesenta setenta "
			"ochenta noventa",
		.nth = "primer|primero segundo tercer|tercero cuarto quinto",
	}, {
		.code = "fa",
		.day = "روز",
		.months = "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه|جولای "
			  "اوت|آگوست سپتامبر اکتبر نوامبر دسامبر",
		.weekdays = "دوشنبه سه‌شنبه چهارشنبه پنجشنبه|پنج‌شنبه جمعه "
			    "شنبه یکشنبه",
		.and = "و", .to = "تا", .of = "از",
	}, {
		.code = "fi",
		.day = "päivä|päivät", .round = "kierros",
		.months = "tammikuu|tammikuuta helmikuu|helmikuuta "
			  "maaliskuu|maaliskuuta huhtikuu|huhtikuuta "
			  "toukokuu|toukokuuta kesäkuu|kesäkuuta "
			  "heinäkuu|heinäkuuta elokuu|elokuuta "
			  "syyskuu|syyskuuta lokakuu|lokakuuta "
			  "marraskuu|marraskuuta joulukuu|joulukuuta",
		.weekdays = "maanantai tiistai keskiviikko torstai perjantai "
			    "lauantai sunnuntai",
		.and = "ja",
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
			   "dix onze douze treize quatorze quinze seize",
		.tens = "vingt trente quarante cinquante soixante",
		.nth = "premier|première deuxième|second troisième "
		       "quatrième cinquième",
	}, {
		.code = "he",
		.day = "יום", .round = "סבב",
		.months = "ינואר|בינואר פברואר|בפברואר מרץ|במרץ אפריל|באפריל "
			  "מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט "
			  "ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר "
			  "דצמבר|בדצמבר",
		.to = "עד",
	}, {
		.code = "hi",
		.day = "दिन|दिवस",
		.months = "जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई "
			  "अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर "
			  "नवंबर|नवम्बर दिसंबर|दिसम्बर",
		.weekdays = "सोमवार मंगलवार बुधवार गुरुवार|बृहस्पतिवार "
			    "शुक्रवार शनिवार रविवार",
		.and = "और", .to = "से", .of = "का",
	}, {
		.code = "hu",
		.day = "nap|napok",
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
		.weekdays = "senin|sen selasa|sel rabu|rab kamis|kam "
			    "jumat|jum'at|jum sabtu|sab minggu|ahad",
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
		.numbers = "zero uno due tre quattro cinque sei sette otto nove "
			   "dieci undici dodici",
		.nth = "primo secondo terzo quarto quinto",
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
		.numbers = "nul een twee drie vier vijf zes zeven acht negen "
			   "tien elf twaalf",
		.nth = "eerste tweede derde vierde vijfde",
	}, {
		.code = "no",
		.day = "dag|dager", .round = "runde",
		.months = "januar|jan februar|feb mars april|apr mai juni|jun "
			  "juli|jul august|aug september|sep|sept "
			  "oktober|okt november|nov desember|des",
		.weekdays = "mandag|man tirsdag|tirs|tir onsdag|ons "
			    "torsdag|tors|tor fredag|fre lørdag|lør "
			    "søndag|søn",
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
		.weekdays = "poniedziałek|pon|pn wtorek|wt środa|śr "
			    "czwartek|czw|cz piątek|pt sobota|sob|sb "
			    "niedziela|niedz|ndz|nd",
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
			   "nove dez onze doze treze catorze|quatorze quinze "
			   "dezesseis dezessete dezoito dezenove",
		.tens = "vinte trinta quarenta cinquenta sessenta setenta "
			"oitenta noventa",
		.nth = "primeiro segundo terceiro quarto quinto",
	}, {
		.code = "ro",
		.day = "ziua|zi", .round = "runda",
		.months = "ianuarie|ian februarie|feb martie|mar aprilie|apr "
			  "mai iunie|iun iulie|iul august|aug "
			  "septembrie|sep|sept octombrie|oct noiembrie|nov "
			  "decembrie|dec",
		.weekdays = "luni|lun marți miercuri|mie joi vineri|vin "
			    "sâmbătă|sâm duminică|dum",
		.and = "și", .to = "până",
	}, {
		.code = "ru",
		.day = "день|дни", .round = "раунд",
		.letters = "р д",
		.months = "январь|января|янв февраль|февраля|фев|февр "
			  "март|марта|мар апрель|апреля|апр май|мая "
			  "июнь|июня|июн июль|июля|июл август|августа|авг "
			  "сентябрь|сентября|сен|сент октябрь|октября|окт "
			  "ноябрь|ноября|ноя|нояб декабрь|декабря|дек",
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
		.weekdays = "ponedeljak|pon|понедељак utorak|uto|уторак "
			    "sreda|sre|среда četvrtak|čet|четвртак "
			    "petak|pet|петак subota|sub|субота "
			    "nedelja|ned|недеља",
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
		.code = "th",
		.day = "วันที่|วัน",
		.months = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน "
			  "กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
		.weekdays = "จันทร์ อังคาร พุธ พฤหัสบดี|พฤหัส ศุกร์ เสาร์ "
			    "อาทิตย์",
	}, {
		.code = "tr",
		.day = "gün|günü|günler", .round = "tur",
		.months = "ocak|oca şubat|şub mart|mar nisan|nis mayıs "
			  "haziran|haz temmuz|tem ağustos|ağu eylül|eyl "
			  "ekim|eki kasım|kas aralık|ara",
		.weekdays = "pazartesi|pzt salı|sal çarşamba|çar|çrş "
			    "perşembe|per|prş cuma|cum cumartesi|cmt "
			    "pazar|paz",
		.and = "ve",
	}, {
		.code = "uk",
		.day = "день|дні", .round = "раунд",
		.letters = "р д",
		.months = "січень|січня|січ лютий|лютого|лют "
			  "березень|березня|бер квітень|квітня|квіт "
			  "травень|травня|трав червень|червня|черв "
			  "липень|липня|лип серпень|серпня|серп "
			  "вересень|вересня|вер жовтень|жовтня|жовт "
			  "листопад|листопада|лист грудень|грудня|груд",
		.weekdays = "понеділок|пн вівторок|вт середа|ср четвер|чт "
			    "п'ятниця|пт субота|сб неділя|нд",
		.and = "і|та", .to = "до", .of = "з",
	}, {
		.code = "vi",
		.day = "ngày", .round = "vòng", .of = "năm",
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

const struct daylog_language *daylog_languages(size_t *count)
{
	*count = ARRAY_SIZE(languages);
	return languages;
}
