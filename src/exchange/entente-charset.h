/* Character sets of text files: found by mark, by validity, else by uchardet's guess. The guess is
 * told to the user; nothing is read silently in a set that was only supposed. Safe in any thread.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  char *name; /* for g_convert and for people: "UTF-8", "WINDOWS-1254" */
  gsize mark_length; /* bytes of the byte order mark to pass over */
  gboolean guessed; /* no mark, and not valid UTF-8 */
} EntenteCharset;

/* The set of @bytes (a file, or its beginning: a character cut off at the end is no objection).
 * Text that is UTF-8 but for a few broken bytes stays UTF-8. */
EntenteCharset *entente_charset_find (const char *bytes, gsize length);
/* As somebody chose it: @name is believed. A mark of this set is passed over. */
EntenteCharset *entente_charset_new (const char *name, const char *bytes, gsize length);
void entente_charset_free (EntenteCharset *charset);
/* @bytes behind the mark as UTF-8, terminated; broken bytes become U+FFFD and are counted in
 * @n_broken. @new_length receives the length in bytes; NULs stay. NULL when the system does not
 * know the set. */
char *entente_charset_decode (const EntenteCharset *charset,
                              const char *bytes,
                              gsize length,
                              gsize *new_length,
                              guint *n_broken);
/* A stream that gives @stream as UTF-8 without mark. @stream is at its start. */
GInputStream *entente_charset_open (const EntenteCharset *charset,
                                    GInputStream *stream,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteCharset, entente_charset_free)

G_END_DECLS
