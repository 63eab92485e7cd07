/* SPDX-License-Identifier: MIT */
/* hecto formats: what can be brought in and given away. */
#include "cmd/command.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "cmd/terminal/table.h"
#include "exporters/exporter.h"
#include "importers/importer.h"

struct formats_args {
	bool json;
};

static const struct option formats_options[] = {
	FLAG(0, "json", formats_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

static struct json *format_json(const char *name, const char *direction,
				const char *summary)
{
	struct json *v = json_new_object();

	json_set_string(v, "name", name);
	json_set_string(v, "direction", direction);
	json_set_string(v, "summary", summary);
	return v;
}

static struct json *importer_json(const struct importer *importer)
{
	struct json *v = format_json(importer->name, "import",
				     importer->summary);
	const char *takes[2];
	size_t count = 0;

	if (importer->score)
		takes[count++] = "file";
	if (importer->run_files)
		takes[count++] = "folder";
	present_json_strings(v, "takes", takes, count);
	return v;
}

/* Whose files belong together; any folder can be named, file by file. */
static const char *what_it_takes(const struct importer *importer)
{
	if (!importer->run_files)
		return "file";
	return importer->score ? "file, folder" : "folder";
}

static int print_json(struct error *err)
{
	struct json *list = json_new_array();
	int rc;

	for (size_t i = 0; importers[i]; i++)
		json_append(list, importer_json(importers[i]));
	for (size_t i = 0; exporters[i]; i++)
		json_append(list, format_json(exporters[i]->name, "export",
					      exporters[i]->summary));
	rc = report_json(list, err);
	json_free(list);
	return rc;
}

static void add_format(struct table *t, const char *direction,
		       const char *name, const char *takes,
		       const char *summary)
{
	table_cell(t, STYLE_DIM, str_of(direction));
	table_cell(t, STYLE_BOLD, str_of(name));
	table_cell(t, STYLE_DIM, str_of(takes));
	table_cell(t, STYLE_NONE, str_of(summary));
}

static int print_table(const struct context *ctx, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct table *t = table_new(4);

	for (size_t i = 0; importers[i]; i++)
		add_format(t, "import", importers[i]->name,
			   what_it_takes(importers[i]), importers[i]->summary);
	for (size_t i = 0; exporters[i]; i++)
		add_format(t, "export", exporters[i]->name, "",
			   exporters[i]->summary);
	table_write(&out, t, ctx);
	table_free(t);
	return report_output(&out, err);
}

static int formats_run(const struct context *ctx, int argc, char **argv,
		       struct error *err)
{
	struct formats_args args = { false };
	int count = options_parse(formats_options, &args, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 0, err))
		return -1;
	return args.json ? print_json(err) : print_table(ctx, err);
}

const struct command cmd_formats = {
	.name = "formats",
	.summary = "List the formats of import and export",
	.usage = "[--json]",
	.options = formats_options,
	.run = formats_run,
};
