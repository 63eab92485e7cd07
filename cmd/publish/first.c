/* SPDX-License-Identifier: MIT */
/* Asking before something is sent somewhere for the first time. */
#include "cmd/publish/first.h"

#include "cmd/terminal/ask.h"

int publish_ask_first(const struct publish_job *job, const char *where,
		      struct error *err)
{
	AUTO(strbuf) question = STRBUF_INIT;

	if (job->yes)
		return 0;
	if (!ask_is_possible())
		return error_set(err, ERROR_CONFLICT, "nothing was published "
				 "from here to %s before; say that it is meant "
				 "with --yes", where);
	strbuf_addf(&question, "Publish to %s, for everybody who may read it?",
		    where);
	if (ask_yes(question.buf))
		return 0;
	return error_set(err, ERROR_NOTHING, "nothing was published");
}
