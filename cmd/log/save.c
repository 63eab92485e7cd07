/* SPDX-License-Identifier: MIT */
/* Putting a day's text into its entry, new or not, as one commit. */
#include "cmd/log/log.h"

#include "cmd/report.h"
#include "core/base/alloc.h"
#include "core/base/limits.h"
#include "core/model/date_words.h"
#include "core/model/study_time.h"
#include "core/text/frontmatter.h"

struct saver {
	struct journal *journal;
	const struct log_request *request;
	struct arena *mem;
	struct log_saved *out;
	struct index_entry *entries;	/* all of the journal */
	size_t nentries;
};

/* May what was asked for go into this entry? */
static bool is_ours(const struct entry *e, const struct log_request *r)
{
	if (e->ndays != 1 || e->days[0] != r->day)
		return false;
	if (r->round && e->round && e->round != r->round)
		return false;
	return r->number == NUMBER_NONE || !e->nnumbers ||
	       (e->nnumbers == 1 && e->numbers[0] == r->number);
}

static const struct index_entry *existing(const struct saver *s)
{
	for (size_t i = s->nentries; i-- > 0;)
		if (is_ours(&s->entries[i].entry, s->request))
			return &s->entries[i];
	return NULL;
}

static int too_much_time(int minutes, struct error *err)
{
	return error_set(err, ERROR_USAGE,
			 "that would make %d minutes on one day, and a day has "
			 "%d",
			 minutes, LIMIT_MINUTES);
}

/* Change one key of a file's front matter in place. */
static int edit_key(struct strbuf *file, const char *key,
		    const struct str *values, size_t count, bool list,
		    struct error *err)
{
	AUTO(strbuf) edited = STRBUF_INIT;

	if (frontmatter_edit(&edited, strbuf_slice(file), key, values, count,
			     list, err))
		return error_context(err, "cannot set '%s'", key);
	strbuf_reset(file);
	strbuf_addslice(file, strbuf_slice(&edited));
	return 0;
}

static int edit_number(struct strbuf *file, const char *key, int number,
		       struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct str value;

	strbuf_addf(&text, "%d", number);
	value = strbuf_slice(&text);
	return edit_key(file, key, &value, 1, false, err);
}

static bool has_tag(const struct str *tags, size_t count, struct str tag)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(tags[i], tag))
			return true;
	return false;
}

static int add_tags(struct strbuf *file, const struct entry *e,
		    const struct log_request *r, struct arena *mem,
		    struct error *err)
{
	struct str *tags = arena_alloc(mem, (e->ntags + r->ntags + 1) *
						    sizeof(*tags));
	size_t count = 0;

	for (size_t i = 0; i < e->ntags; i++)
		tags[count++] = str_of(e->tags[i]);
	for (size_t i = 0; i < r->ntags; i++)
		if (!has_tag(tags, count, str_of(r->tags[i])))
			tags[count++] = str_of(r->tags[i]);
	if (count == e->ntags)
		return 0;
	return edit_key(file, "tags", tags, count, true, err);
}

/* Where nobody said how long it took, what the text tells of it. */
static int minutes_of(const struct saver *s, struct str text)
{
	if (s->request->minutes)
		return s->request->minutes;
	s->out->inferred = study_time_said(text);
	return s->out->inferred;
}

/* The same for what is added to an entry, unless that has it already. */
static int minutes_added(const struct saver *s, bool longer)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (!longer)
		return s->request->minutes;
	log_add_body(&text, s->request->body, &s->request->pieces);
	return minutes_of(s, strbuf_slice(&text));
}

/* What was said of the day beside its text. */
static int edit_facts(struct strbuf *file, const struct entry *e,
		      const struct saver *s, int added, struct error *err)
{
	const struct log_request *r = s->request;
	int minutes = e->minutes + added;

	if (minutes > LIMIT_MINUTES)
		return too_much_time(minutes, err);
	if (added && edit_number(file, "minutes", minutes, err))
		return -1;
	if (r->number != NUMBER_NONE && !e->nnumbers &&
	    edit_number(file, "day", r->number, err))
		return -1;
	if (r->round && !e->round && edit_number(file, "round", r->round, err))
		return -1;
	return add_tags(file, e, r, s->mem, err);
}

/* A larger one would be saved, and never be read again. */
static int check_size(const struct strbuf *file, struct error *err)
{
	if (file->len <= LIMIT_ENTRY)
		return 0;
	return error_set(err, ERROR_INPUT,
			 "the entry would be larger than the limit of %zu "
			 "bytes; keep so long a text among the notes",
			 LIMIT_ENTRY);
}

/* The entry's text with ours in it; everything else byte for byte. */
static void add_longer_file(struct strbuf *out, struct str file,
			    const struct log_request *r, struct arena *mem)
{
	AUTO(log_pieces) pieces = LOG_PIECES_INIT;
	struct error damaged = ERROR_INIT;
	struct frontmatter fm;

	/* Damaged front matter is the user's; what we add goes behind it. */
	if (frontmatter_parse(&fm, file, mem, &damaged))
		damaged.kind = ERROR_NONE;
	log_pieces_split(&pieces, r->body);
	for (size_t i = 0; i < r->pieces.count; i++)
		log_pieces_add(&pieces, r->pieces.items[i].section,
			       r->pieces.items[i].text,
			       r->pieces.items[i].item);
	strbuf_addslice(out, fm.raw);
	log_add_body(out, fm.body, &pieces);
}

/* What this log says, as far as topics may be named in it. */
static const char *given_text(const struct saver *s)
{
	AUTO(strbuf) text = STRBUF_INIT;

	log_add_body(&text, s->request->body, &s->request->pieces);
	for (size_t i = 0; i < s->request->ntags; i++)
		strbuf_addf(&text, "\n%s\n", s->request->tags[i]);
	return arena_strdup(s->mem, text.buf);
}

static int add_to(const struct saver *s, const struct index_entry *to,
		  struct error *err)
{
	AUTO(strbuf) file = STRBUF_INIT;
	AUTO(strbuf) longer = STRBUF_INIT;
	int minutes;

	s->out->id = to->entry.id;
	s->out->path = to->path;
	s->out->added = true;
	s->out->text = given_text(s);
	if (journal_read(s->journal, to->path, &file, err))
		return -1;
	add_longer_file(&longer, strbuf_slice(&file), s->request, s->mem);
	minutes = minutes_added(s, longer.len > file.len);
	if (edit_facts(&longer, &to->entry, s, minutes, err) ||
	    check_size(&longer, err))
		return error_context(err, "'%s'", to->path);
	return journal_put(s->journal, to->path, strbuf_slice(&longer), err);
}

/* The round that was begun and has no entry yet, for what is logged behind all
 * others; or 0. */
static int round_begun(const struct saver *s)
{
	int round = journal_settings(s->journal)->round;

	for (size_t i = 0; i < s->nentries; i++) {
		const struct entry *e = &s->entries[i].entry;

		if (e->round >= round ||
		    (e->ndays && e->days[e->ndays - 1] >= s->request->day))
			return 0;
	}
	return round;
}

static int put_new(const struct saver *s, struct error *err)
{
	const struct log_request *r = s->request;
	AUTO(strbuf) body = STRBUF_INIT;
	AUTO(strbuf) file = STRBUF_INIT;
	int day = r->day, round = r->round, number = r->number;
	struct entry e = {
		.days = &day,
		.ndays = 1,
		.numbers = &number,
		.tags = r->tags,
		.ntags = r->ntags,
		.written = journal_now(s->journal),
	};

	if (!round)
		round = round_begun(s);
	log_number(s->entries, s->nentries, day, &round, &number);
	e.round = round;
	e.nnumbers = number != NUMBER_NONE;
	log_add_body(&body, r->body, &r->pieces);
	if (!str_trim(strbuf_slice(&body)).len)
		return error_set(err, ERROR_USAGE,
				 "there is no entry for %s yet, so say what you "
				 "did as well",
				 date_words_long(day).s);
	e.body = strbuf_slice(&body);
	e.minutes = minutes_of(s, e.body);
	if (journal_place_entry(s->journal, &e, s->mem, &s->out->path, err))
		return -1;
	s->out->id = e.id;
	entry_write(&file, &e);
	if (check_size(&file, err))
		return -1;
	return journal_put(s->journal, s->out->path, strbuf_slice(&file), err);
}

static int put(struct saver *s, struct error *err)
{
	const struct index_filter all = { .since = DAY_NONE,
					  .until = DAY_NONE };
	const struct index_entry *there;
	struct index *ix;

	if (journal_index(s->journal, &ix, err) ||
	    index_entries(ix, &all, s->mem, &s->entries, &s->nentries, err))
		return -1;
	there = existing(s);
	return there ? add_to(s, there, err) : put_new(s, err);
}

static int commit(struct saver *s, struct error *err)
{
	struct store_report report = { .changed = false };
	AUTO(strbuf) message = STRBUF_INIT;

	strbuf_addf(&message, "%s %s\n", s->out->added ? "Add to" : "Log",
		    s->out->id);
	if (journal_commit(s->journal, message.buf, &report, err))
		return -1;
	s->out->changed = report.changed;
	report_store(&report);
	return 0;
}

int log_save(struct journal *j, const struct log_request *r,
	     struct arena *mem, struct log_saved *out, struct error *err)
{
	struct saver s = { j, r, mem, out, NULL, 0 };

	*out = (struct log_saved){ .id = NULL };
	if (journal_begin(j, err))
		return -1;
	if (put(&s, err)) {
		journal_abandon(j);
		return -1;
	}
	return commit(&s, err);
}
