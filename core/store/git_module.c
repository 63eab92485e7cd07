/* SPDX-License-Identifier: MIT */
/* What the store module offers to store.c. */
#include "core/store/store.h"
