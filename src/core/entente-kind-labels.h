/* Names and definitions of the kinds of move for people; private to core. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *id;
  const char *label; /* untranslated */
  const char *definition; /* untranslated */
} EntenteKindWords;

/* The words of the kind with @id, or NULL. */
const EntenteKindWords *entente_kind_find_words (const char *id);

G_END_DECLS
