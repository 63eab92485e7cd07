/* SPDX-License-Identifier: MIT */
/* Weekdays of plans, in several languages and cut short. */
#include "core/model/plan_schedule.h"

#include "core/base/strbuf.h"
#include "core/base/utf8.h"
#include "core/text/unicode.h"

#define WORD_LEAST 3	/* letters of a name that is cut short */

/* Beginnings of weekdays, folded, and what they are cut to below three. */
static const char *const weekdays[7] = {
	"monday montag lundi lunes lunedi segunda maandag mandag "
	"poniedzialek senin pazartesi понедельник понеділок",
	"tuesday dienstag mardi martes martedi terca dinsdag tirsdag wtorek "
	"selasa sali вторник вівторок",
	"wednesday mittwoch mercredi miercoles mercoledi quarta woensdag "
	"onsdag sroda rabu carsamba среда середа",
	"thursday donnerstag jeudi jueves giovedi quinta donderdag torsdag "
	"czwartek kamis persembe четверг четвер",
	"friday freitag vendredi viernes venerdi sexta vrijdag fredag piatek "
	"jumat cuma пятница п'ятниця",
	"saturday samstag sonnabend samedi sabado sabato zaterdag lordag "
	"sobota sabtu cumartesi суббота субота",
	"sunday sonntag dimanche domingo domenica zondag sondag niedziela "
	"minggu pazar воскресенье неділя",
};
static const char *const short_weekdays[7] = {
	"mo ma lu пн", "di tu вт", "mi we wo me ср", "do th je чт",
	"fr vr ve пт", "sa za сб", "so su zo вс нд",
};

/* 1 … 7, from Monday on; 0: it is none. */
static int weekday_named(struct str word)
{
	for (int d = 0; d < 7; d++) {
		struct str rest = str_of(weekdays[d]), name;

		while (utf8_count(word) >= WORD_LEAST &&
		       (name = str_next_field(&rest, ' ')).s)
			if (word.len <= name.len &&
			    str_eq(word, str_upto(name, word.len)))
				return d + 1;
		rest = str_of(short_weekdays[d]);
		while ((name = str_next_field(&rest, ' ')).s)
			if (str_eq(word, name))
				return d + 1;
	}
	return 0;
}

int plan_weekday_named(struct str word)
{
	AUTO(strbuf) folded = STRBUF_INIT;

	unicode_add_folded(&folded, word);
	return weekday_named(strbuf_slice(&folded));
}
