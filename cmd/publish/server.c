/* SPDX-License-Identifier: MIT */
/* Sending a drawn site to a server. */
#include "cmd/publish/server.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/publish/first.h"
#include "cmd/publish/sent.h"
#include "cmd/report.h"
#include "cmd/terminal/interrupt.h"
#include "cmd/terminal/meter.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/net/transfer.h"

/* When a file goes out. */
enum stage {
	WHAT_PAGES_NEED,
	PAGES,
	WHAT_LISTS_PAGES,
	WHAT_IS_GONE,
	STAGE_COUNT,
};

/* What is to be done, in stages. */
struct plan {
	struct transfer_item *items[STAGE_COUNT];
	size_t counts[STAGE_COUNT], caps[STAGE_COUNT];
	size_t total;
};

static void plan_release(struct plan *p)
{
	for (size_t i = 0; i < STAGE_COUNT; i++)
		free(p->items[i]);
}

/* While it is under way. */
struct sending {
	const struct publish_job *job;
	struct outcome *outcome;
	struct sent sent;
	struct strset digests;	/* of files on their way; value: index */
	struct sha256_hex *known;
	size_t nknown, known_cap;
	struct meter meter;
	bool stopped;
};

static void sending_release(struct sending *s)
{
	sent_release(&s->sent);
	strset_release(&s->digests);
	free(s->known);
}

/* --- what there is to do ------------------------------------------------- */

static enum stage stage_of(struct str path)
{
	static const char *const listing[] = { ".xml", ".json", ".txt", ".ics",
					       ".atom" };

	if (str_is(path, "index.html") || str_starts(path, "search/"))
		return WHAT_LISTS_PAGES;
	if (str_ends(path, ".html"))
		return PAGES;
	for (size_t i = 0; i < ARRAY_SIZE(listing); i++)
		if (str_ends(path, listing[i]))
			return WHAT_LISTS_PAGES;
	return WHAT_PAGES_NEED;
}

static void plan_add(struct plan *p, enum stage stage, const char *path)
{
	XGROW(p->items[stage], p->counts[stage], p->caps[stage]);
	p->items[stage][p->counts[stage]++] = (struct transfer_item){
		.path = path, .remove = stage == WHAT_IS_GONE,
	};
	p->total++;
}

static int by_path(const void *a, const void *b)
{
	const struct transfer_item *x = a, *y = b;

	return strcmp(x->path, y->path);
}

static void plan_sort(struct plan *p)
{
	for (size_t i = 0; i < STAGE_COUNT; i++)
		if (p->counts[i])
			qsort(p->items[i], p->counts[i],
			      sizeof(*p->items[i]), by_path);
}

static int read_file(const struct publish_job *job, const char *path,
		     struct strbuf *out, struct error *err)
{
	return beneath_read(&job->site->out.folder, path, LIMIT_FILE, out,
			    err);
}

static struct sha256_hex digest_of(struct str bytes)
{
	struct sha256 sum;

	sha256_init(&sum);
	sha256_add(&sum, bytes);
	return sha256_end(&sum);
}

static int plan_file(struct plan *p, struct sending *s, const char *path,
		     struct error *err)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	struct sha256_hex digest;

	if (read_file(s->job, path, &bytes, err))
		return -1;
	digest = digest_of(strbuf_slice(&bytes));
	if (!s->job->force && sent_has(&s->sent, str_of(path), &digest))
		s->outcome->unchanged++;
	else
		plan_add(p, stage_of(str_of(path)), path);
	return 0;
}

/* Paths are those of the site, and of what was sent. */
static int plan_all(struct plan *p, struct sending *s, struct error *err)
{
	const struct file_marks *now = site_marks(s->job->site);
	const struct strset *before = &s->sent.paths;

	for (size_t i = 0; i < now->count; i++)
		if (plan_file(p, s, now->items[i].path, err))
			return -1;
	for (size_t i = 0; i < before->size; i++) {
		const char *path = before->slots[i].key;

		if (path && before->slots[i].value != SENT_GONE &&
		    !file_marks_find(now, str_of(path)))
			plan_add(p, WHAT_IS_GONE, path);
	}
	plan_sort(p);
	return 0;
}

static void tell_plan(struct outcome *o, const struct plan *p)
{
	for (size_t i = 0; i < STAGE_COUNT; i++)
		for (size_t k = 0; k < p->counts[i]; k++)
			strset_put(i == WHAT_IS_GONE ? &o->removed : &o->sent,
				   str_of(p->items[i][k].path), 0);
}

/* --- sending ------------------------------------------------------------- */

/* The digest of what goes out now, not of what it may be when it is there. */
static int load(void *arg, const char *path, struct strbuf *out,
		struct error *err)
{
	struct sending *s = arg;

	if (read_file(s->job, path, out, err))
		return -1;
	strset_put(&s->digests, str_of(path), s->nknown);
	XGROW(s->known, s->nknown, s->known_cap);
	s->known[s->nknown++] = digest_of(strbuf_slice(out));
	return 0;
}

static int done(void *arg, const struct transfer_item *item, struct error *err)
{
	struct sending *s = arg;
	struct str path = str_of(item->path);
	size_t at = 0;

	meter_step(&s->meter, NULL);
	if (item->remove) {
		strset_put(&s->outcome->removed, path, 0);
		return sent_removed(&s->sent, item->path, err);
	}
	strset_put(&s->outcome->sent, path, 0);
	strset_get(&s->digests, path, &at);
	return sent_put(&s->sent, item->path, &s->known[at], err);
}

/* Whatever happens now, these are ours. */
static int announce(struct sending *s, const struct plan *p, enum stage stage,
		    struct error *err)
{
	const char **paths = xcalloc(p->counts[stage] + 1, sizeof(*paths));
	int rc;

	for (size_t i = 0; i < p->counts[stage]; i++)
		paths[i] = p->items[stage][i].path;
	rc = sent_begin(&s->sent, paths, p->counts[stage], err);
	free(paths);
	return rc;
}

static int send_stages(struct sending *s, struct transfer *t,
		       const struct plan *p, struct error *err)
{
	for (enum stage i = 0; i < STAGE_COUNT && !s->stopped; i++) {
		if (!p->counts[i])
			continue;
		if (announce(s, p, i, err) ||
		    transfer_run(t, p->items[i], p->counts[i], &s->stopped,
				 err))
			return -1;
	}
	return s->stopped ? 0 : sent_finish(&s->sent, err);
}

/*
 * Before the first time: is there a site already, of somebody else?  One that
 * begins as ours does is the one we sent before we forgot.
 */
static int check_place(struct sending *s, struct transfer *t,
		       struct error *err)
{
	AUTO(strbuf) theirs = STRBUF_INIT;
	AUTO(strbuf) ours = STRBUF_INIT;
	struct error why = ERROR_INIT;

	if (s->sent.known || s->job->force)
		return 0;
	if (transfer_get(t, "index.html", LIMIT_FILE, &theirs, &why)) {
		if (why.kind == ERROR_NOT_FOUND)
			return 0;
		*err = why;
		return why.kind != ERROR_AUTH ? -1 :
		       error_context(err, "cannot see whether somebody "
				     "else's site is there (--force does not "
				     "look)");
	}
	if (read_file(s->job, "index.html", &ours, err))
		return -1;
	if (str_eq(strbuf_slice(&ours), strbuf_slice(&theirs)))
		return 0;
	return error_set(err, ERROR_CONFLICT, "at the target '%s' there is an "
			 "index.html that no publishing from here put there; "
			 "set another address, or take the place over with "
			 "--force", s->job->target->name);
}

static const char *variable(const char *name)
{
	const char *value = getenv(name);

	return value && *value ? value : NULL;
}

static struct login_environment environment(void)
{
	return (struct login_environment){
		.home = variable("HOME"),
		.netrc = variable("NETRC"),
		.certificates = variable("SSL_CERT_FILE"),
		.ssh_agent = variable("SSH_AUTH_SOCK"),
		.aws_id = variable("AWS_ACCESS_KEY_ID"),
		.aws_secret = variable("AWS_SECRET_ACCESS_KEY"),
		.aws_token = variable("AWS_SESSION_TOKEN"),
		.aws_profile = variable("AWS_PROFILE"),
		.aws_file = variable("AWS_SHARED_CREDENTIALS_FILE"),
	};
}

static struct transfer_place place_of(const struct target *t)
{
	return (struct transfer_place){
		.kind = t->kind == TARGET_SFTP ? TRANSFER_SFTP :
			t->kind == TARGET_WEBDAV ? TRANSFER_WEBDAV :
						   TRANSFER_S3,
		.url = t->kind == TARGET_S3 ? t->endpoint : t->url,
		.bucket = t->bucket, .region = t->region, .path = t->path,
		.profile = t->profile, .environment = environment(),
	};
}

static int send_with(struct sending *s, const struct plan *p,
		     const struct interrupt *interrupt, struct error *err)
{
	const struct transfer_place place = place_of(s->job->target);
	struct transfer_rules rules = TRANSFER_RULES;
	struct transfer *t;
	int rc;

	rules.stop_fd = interrupt->fd;
	rules.load = load;
	rules.done = done;
	rules.arg = s;
	if (transfer_open(&t, &place, &rules, err))
		return -1;
	rc = check_place(s, t, err);
	if (!rc && !s->job->quiet)
		meter_begin(&s->meter, "files", p->total);
	if (!rc)
		rc = send_stages(s, t, p, err);
	meter_end(&s->meter);
	transfer_close(t);
	return rc;
}

/* How far it came is worth knowing, for it need not be done again. */
static int send_plan(struct sending *s, const struct plan *p,
		     struct error *err)
{
	struct interrupt interrupt;
	size_t came;
	int rc;

	interrupt_begin(&interrupt);
	rc = send_with(s, p, &interrupt, err);
	interrupt_end(&interrupt);
	came = s->outcome->sent.count + s->outcome->removed.count;
	if (!rc && s->stopped)
		return error_set(err, ERROR_NOTHING, "interrupted after %zu "
				 "of %zu files; publish again to go on from "
				 "there", came, p->total);
	if (rc && came)
		report_note("%zu of %zu files are there; publish again to go "
			    "on from there", came, p->total);
	return rc;
}

static int ask_first(const struct publish_job *job, struct error *err)
{
	AUTO(strbuf) where = STRBUF_INIT;

	strbuf_addch(&where, '\'');
	target_add_where(&where, job->target);
	strbuf_addch(&where, '\'');
	if (job->target->kind == TARGET_S3 && job->target->endpoint)
		strbuf_addf(&where, " at '%s'", job->target->endpoint);
	return publish_ask_first(job, where.buf, err);
}

int publish_to_server(const struct publish_job *job, struct outcome *o,
		      struct error *err)
{
	AUTO(sending) s = {
		.job = job, .outcome = o, .sent = SENT_INIT,
		.digests = STRSET_INIT,
	};
	AUTO(plan) p = { .total = 0 };
	AUTO(strbuf) place = STRBUF_INIT;

	strbuf_addf(&place, "%s ", target_kind_name(job->target->kind));
	if (job->target->kind == TARGET_S3 && job->target->endpoint)
		strbuf_addf(&place, "%s ", job->target->endpoint);
	target_add_where(&place, job->target);
	if (sent_open(&s.sent, job->ctx->journal, job->target->name,
		      place.buf, err) ||
	    plan_all(&p, &s, err))
		return -1;
	if (job->dry_run) {
		tell_plan(o, &p);
		return 0;
	}
	if (!p.total)
		return 0;
	if (!s.sent.known && ask_first(job, err))
		return -1;
	if (send_plan(&s, &p, err))
		return error_context(err, "cannot publish to '%s'",
				     job->target->name);
	return 0;
}
