/* SPDX-License-Identifier: MIT */
/* Where the program begins. */
#include "cmd/command.h"

int main(void)
{
	return 0;
}
