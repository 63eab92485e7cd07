/* SPDX-License-Identifier: MIT */
/* Print "line, kind" for what each line of a file is as a note of its own. */
#include <stdio.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/model/document.h"

static void read_all(FILE *in, struct strbuf *out)
{
	char part[4096];
	size_t n;

	while ((n = fread(part, 1, sizeof(part), in)))
		strbuf_add(out, part, n);
}

/* A header of as many columns as the row has. */
static void add_header(struct strbuf *out, struct str row)
{
	size_t bars = 0;

	for (size_t i = 0; i < row.len; i++)
		bars += row.s[i] == '|' && (!i || row.s[i - 1] != '\\');
	strbuf_addstr(out, "| Name | What |");
	for (size_t i = 3; i < bars; i++)
		strbuf_addstr(out, " More |");
	strbuf_addstr(out, "\n|");
	for (size_t i = 1; i < bars; i++)
		strbuf_addstr(out, "---|");
	strbuf_addch(out, '\n');
}

/* A row is one only below the header of a table. */
static void make_note(struct strbuf *out, struct str line)
{
	if (str_starts(line, "|"))
		add_header(out, line);
	strbuf_add(out, line.s, line.len);
	strbuf_addch(out, '\n');
}

static void print_kinds(unsigned number, unsigned traits)
{
	static const enum passage_trait told[] = {
		TRAIT_DEFINITION, TRAIT_NUMBER, TRAIT_QUESTION, TRAIT_HOLE,
		TRAIT_LAB,
	};

	for (size_t i = 0; i < ARRAY_SIZE(told); i++)
		for (unsigned bit = 0; bit < TRAIT_COUNT; bit++)
			if (traits & told[i] & 1u << bit)
				printf("%u\t%s\n", number,
				       passage_trait_name(bit));
}

int main(int argc, char **argv)
{
	FILE *in = argc > 1 ? fopen(argv[1], "r") : stdin;
	AUTO(strbuf) text = STRBUF_INIT;
	struct str rest, line;
	unsigned number = 0;

	if (!in) {
		perror(argv[1]);
		return 1;
	}
	read_all(in, &text);
	rest = strbuf_slice(&text);
	while ((line = str_next_line(&rest)).s) {
		AUTO(arena) mem = ARENA_INIT;
		AUTO(strbuf) note = STRBUF_INIT;
		struct document doc;

		number++;
		make_note(&note, line);
		document_parse(&doc, "notes/a.md", strbuf_slice(&note), &mem);
		if (doc.npassages)
			print_kinds(number,
				    doc.passages[doc.npassages - 1].traits);
	}
	return fclose(in) != 0;
}
