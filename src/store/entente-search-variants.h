/* Other spellings of a word that mean the same to who searches, but not to the index: Turkish i
 * with and without its dot, Arabic and Persian letters that are written one for the other. Pure;
 * any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @word as it is first, without lengthening and vowel signs, then its variants: at most
 * ENTENTE_SEARCH_MAX_VARIANTS. Array of char * that frees its elements. */
GPtrArray *entente_search_variants (const char *word, gsize length);

#define ENTENTE_SEARCH_MAX_VARIANTS 32

G_END_DECLS
