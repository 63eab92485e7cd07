/* SPDX-License-Identifier: MIT */
/* Drawing the site into a folder of this machine. */
#include "cmd/publish/site.h"

#include <sys/stat.h>

#include "cmd/plan/plan.h"
#include "cmd/publish/left_out.h"
#include "cmd/publish/recollection.h"
#include "cmd/report.h"
#include "core/base/path.h"
#include "core/base/workers.h"

static int check_folder(const struct site *s, const struct site_rules *rules,
			struct error *err)
{
	if (s->manifest.known || rules->force || rules->ours ||
	    s->out.out.is_new)
		return 0;
	return error_set(err, ERROR_CONFLICT, "'%s' has files that no "
			 "publishing put there; name another folder with -o, "
			 "or write into it with --force", rules->folder);
}

static int write_site(struct site *out, struct recollection *known,
		      struct left_out *left_out, const struct context *ctx,
		      struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	const struct exporter *site = known->exporter;
	const struct export_options options = {
		.host = &out->host.host,
		.left_out = left_out,
		.memory = &known->memory,
		.workers = workers_worth(),
	};
	AUTO(snapshot) s = SNAPSHOT_INIT;

	if (journal_snapshot(ctx->journal, &mem, !site->streams, &s, err))
		return -1;
	if (site->needs_study &&
	    journal_snapshot_study(ctx->journal, &mem, &s, err))
		return -1;
	publish_look_end(&out->look);
	file_marks_index(&out->manifest.marks);
	recollection_end(known);
	return site->run(&s, &options, &out->out.out, err);
}

/* A site is there to be read by others, a web server for one. */
static int open_readable(struct folder_out *out, const char *folder,
			 struct error *err)
{
	mode_t own = umask(022);
	int rc = folder_out_open(out, folder, err);

	umask(own);
	return rc;
}

/* A dry run leaves no memory behind. */
static int write_readable(struct site *s, struct str source,
			  const struct exporter *site,
			  const struct context *ctx, struct error *err)
{
	AUTO(recollection) known;
	struct left_out left_out = publish_begin_left_out();
	mode_t own = umask(022);
	int rc;

	recollection_begin(&known, &s->manifest, site);
	rc = write_site(s, &known, &left_out, ctx, err);
	umask(own);
	publish_tell_left_out(&left_out, source, ctx->journal, s->complaints);
	left_out_release(&left_out);
	if (!rc && !s->out.dry)
		rc = manifest_write_memory(&s->manifest, &known.memory, err);
	return rc;
}

/* What was there the last time and is not any more. */
static void find_removed(struct outcome *o, const struct site *s)
{
	const struct file_marks *before = &s->manifest.marks;

	for (size_t i = 0; i < before->count; i++) {
		struct str path = str_of(before->items[i].path);

		if (!file_marks_find(&s->out.marks, path))
			strset_put(&o->removed, path, 0);
	}
}

static int write_manifest(struct site *s, struct str source, bool interrupted,
			  const struct strset *removed, struct error *err)
{
	if (manifest_remove(removed, &s->out.folder, err))
		return -1;
	if (interrupted)
		folder_out_tidy(&s->out);
	if (publish_inputs_write(&s->host, &s->manifest, err) ||
	    manifest_write(&s->manifest, source, &s->out.marks, err))
		return -1;
	manifest_end_writing(&s->manifest);
	return 0;
}

/* About what is held for a file of the site. */
#define HELD_FOR_FILE 1800

/* Where all is made much is held, and what is large goes back as soon as it was
 * used; a small change takes less time if it is kept. */
static void expect_memory(const struct site *s)
{
	if (s->out.out.is_new || manifest_is_large(&s->manifest))
		memory_return_large();
	else if (s->manifest.same_program)
		memory_expect_much(manifest_expected(&s->manifest) *
				   HELD_FOR_FILE);
}

static int draw(struct site *s, struct str source, bool names,
		const struct context *ctx, struct outcome *o,
		struct error *err)
{
	const struct exporter *site = exporter_by_name("site");
	bool interrupted = false;

	expect_memory(s);
	if (!site)
		return error_set(err, ERROR_USAGE, "this hecto was built "
				 "without the site");
	if (!s->out.dry &&
	    manifest_begin_writing(&s->manifest, &interrupted, err))
		return -1;
	s->out.before = &s->manifest.marks;
	s->out.holds = s->look.holds;
	if (write_readable(s, source, site, ctx, err))
		return -1;
	folder_out_settle(&s->out);
	find_removed(o, s);
	o->unchanged = s->out.unchanged;
	if (names)
		folder_out_add_changed(&s->out, &o->sent);
	else
		o->unnamed = s->out.written;
	return s->out.dry ? 0 : write_manifest(s, source, interrupted,
					       &o->removed, err);
}

/* A plan that is published says how many days there are to go today.  That it
 * cannot is no reason not to publish.  Others may write while it is sent. */
static void update_plan(struct journal *j)
{
	AUTO(strbuf) diff = STRBUF_INIT;
	struct error failure = ERROR_INIT;

	if (plan_update_countdown(j, NULL, false, &diff, &failure))
		report_warning("the countdown of the plan stays as it is: %s",
			       failure.text);
	else if (diff.len)
		report_note("brought the countdown of the plan up to date");
	journal_acknowledge(j);
}

/*
 * The folder is known as ours before the first file is written, so that a run
 * that was interrupted can be repeated.
 */
static int take_folder(struct site *s, const struct site_rules *rules,
		       struct journal *j, struct error *err)
{
	if (open_readable(&s->out, rules->folder, err) ||
	    manifest_open(&s->manifest, j, rules->folder, err) ||
	    check_folder(s, rules, err) ||
	    manifest_begin(&s->manifest, err))
		return -1;
	return rules->ours ? 0 : publish_exclude(&s->manifest, j, err);
}

static int look_at_folder(struct site *s, const struct site_rules *rules,
			  struct journal *j, struct error *err)
{
	if (folder_out_open_dry(&s->out, rules->folder, err))
		return -1;
	if (s->out.folder.fd < 0)
		return 0;
	if (manifest_open(&s->manifest, j, rules->folder, err))
		return -1;
	return check_folder(s, rules, err);
}

int site_draw(struct site *s, const struct site_rules *rules,
	      const struct context *ctx, struct outcome *o, struct error *err)
{
	AUTO(strbuf) source = STRBUF_INIT;
	const char *const *complaints;

	s->complaints = journal_warnings(ctx->journal, &complaints);
	if (publish_host_open(&s->host, ctx->journal, err))
		return -1;
	s->host.allow_private = rules->allow_private;
	s->host.only_kept = rules->preview;
	if (rules->dry_run ? look_at_folder(s, rules, ctx->journal, err) :
			     take_folder(s, rules, ctx->journal, err))
		return -1;
	publish_look_begin(&s->look, &s->manifest, &s->out.folder);
	if (!rules->preview && !rules->dry_run)
		update_plan(ctx->journal);
	if (!rules->dry_run && publish_source(&source, ctx->journal, err))
		return -1;
	/* Pages that were left out would be taken away from who has them. */
	if ((!rules->preview || rules->dry_run) &&
	    journal_must_be_whole(ctx->journal, err))
		return -1;
	s->current = !rules->dry_run &&
		     publish_is_current(&s->look, strbuf_slice(&source)) &&
		     publish_inputs_are_same(&s->host, &s->manifest) &&
		     publish_repeat_left_out(strbuf_slice(&source),
					     ctx->journal);
	if (!s->current)
		return draw(s, strbuf_slice(&source), rules->names, ctx, o,
			    err);
	o->unchanged = s->manifest.marks.count;
	/* Who sends them asks for them one by one. */
	if (rules->ours)
		file_marks_index(&s->manifest.marks);
	return 0;
}

const struct file_marks *site_marks(const struct site *s)
{
	return s->current ? &s->manifest.marks : &s->out.marks;
}

void site_release(struct site *s)
{
	publish_look_release(&s->look);
	manifest_release(&s->manifest);
	folder_out_release(&s->out);
	publish_host_release(&s->host);
}
