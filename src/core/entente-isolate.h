/* Names in sentences: one that is written from right to left, or that holds marks which turn the
 * direction of a text, must not turn the words around it. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @name as it may stand within a sentence: as it is when all of it runs from left to right, else
 * between the marks of Unicode that isolate it (FSI ... PDI), with marks of direction of its own
 * shown as numbers, so that they turn nothing and are seen. Free. */
char *entente_isolate (const char *name);

G_END_DECLS
