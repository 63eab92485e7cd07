/* SPDX-License-Identifier: MIT */
/* Loads the store module and passes every call on to it. */
#include "core/store/store.h"
