/* SPDX-License-Identifier: MIT */
/* Asking whoever sits at the terminal. */
#include "cmd/terminal/ask.h"

#include <unistd.h>

#include "core/base/file.h"

bool ask_is_possible(void)
{
	return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

bool ask_yes(const char *question)
{
	char answer[16] = "";
	ssize_t n;

	if (file_write_fd(STDERR_FILENO, str_of(question)) ||
	    file_write_fd(STDERR_FILENO, STR(" [y/N] ")))
		return false;
	n = read(STDIN_FILENO, answer, sizeof(answer) - 1);
	return n > 0 && (answer[0] == 'y' || answer[0] == 'Y');
}
