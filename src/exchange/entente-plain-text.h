/* Plain text from outside, made fit to be stored and shown: no NUL, no broken bytes, no heap of
 * combining marks. Letters in = letters out; each change is told in a notice. What is
 * only long (paragraphs, words) is told and left as it is: breaking it for display is the view's
 * task. Pure, safe in any thread. */
#pragma once

#include "entente-charset.h"

G_BEGIN_DECLS

/* Combining marks that one letter may bear. */
#define ENTENTE_MAX_MARKS 8
/* A paragraph longer than this (bytes) is broken softly by the view. */
#define ENTENTE_LONG_PARAGRAPH 4096
/* A word longer than this (code points) is told of. */
#define ENTENTE_LONG_WORD 1000

/* Text of @bytes as valid UTF-8 without NUL. @notices (of char *) receives whole sentences; @offset
 * the bytes of a mark at the start of the file that is no part of the text. INVALID when the set is
 * not known or the bytes are no text. */
char *entente_plain_text_read (const char *bytes,
                               gsize length,
                               const char *name,
                               gsize *new_length,
                               gsize *offset,
                               GPtrArray *notices,
                               GError **error);
/* The same in a set that is known (entente-charset.h), or that somebody chose. INVALID also when
 * this system does not know it. */
char *entente_plain_text_read_in (const EntenteCharset *charset,
                                  const char *bytes,
                                  gsize length,
                                  const char *name,
                                  gsize *new_length,
                                  GPtrArray *notices,
                                  GError **error);
/* As the first, without a word about lengths, for files out of which text is yet to be taken
 * (HTML). @declared: the set that the file itself names, or NULL. */
char *entente_plain_text_decode (const char *bytes,
                                 gsize length,
                                 const char *declared,
                                 const char *name,
                                 gsize *new_length,
                                 gsize *offset,
                                 GPtrArray *notices,
                                 GError **error);
/* Text that was taken out of a file (valid UTF-8), made fit as above. */
char *entente_plain_text_tidy (const char *text,
                               gsize length,
                               const char *name,
                               gsize *new_length,
                               GPtrArray *notices);

G_END_DECLS
