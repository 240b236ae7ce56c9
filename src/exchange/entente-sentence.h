/* Whole sentences with named gaps, for errors and notices: "“{file}”, line {line}: …". Named, so
 * that a translation may order them freely; private to exchange. */
#pragma once

#include "entente-error.h"

G_BEGIN_DECLS

/* @sentence with each {name} filled: pairs of name and value (const char *), ended by NULL. */
char *entente_sentence (const char *sentence, ...) G_GNUC_NULL_TERMINATED;
/* Sets @error to such a sentence; always FALSE. */
gboolean entente_sentence_fail (GError **error, EntenteError code, const char *sentence, ...)
  G_GNUC_NULL_TERMINATED;

G_END_DECLS
