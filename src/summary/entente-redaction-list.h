/* EntenteRedactionList: what leaves with a summary and what is left out, for a person to read
 * before it leaves.
 *
 * Private events stay out or go along; actors with a pseudonym go by it or by their names. Titles,
 * summaries and quotes are as somebody wrote them, so they are searched for the names of actors
 * that go by a pseudonym. A name is found as a whole word, or as the beginning of one (“Reyes” in
 * “Reyes’s”), in upper or lower case, with or without diacritics; of a person each part of the name
 * counts. Nicknames and misspellings that are no alias are not found. Pure but for the callback;
 * any thread, one at a time; immutable once its texts were searched, and reference counted.
 */
#pragma once

#include "entente-document.h"
#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_REDACTION_LEFT_OUT, /* a private event that stays out */
  ENTENTE_REDACTION_PRIVATE, /* a private event that leaves */
  ENTENTE_REDACTION_RENAMED, /* an actor that goes by its pseudonym */
  ENTENTE_REDACTION_NAMED, /* an actor that has a pseudonym and goes by its name */
  ENTENTE_REDACTION_STANDS, /* words that carry the name of an actor that goes by its pseudonym */
  ENTENTE_N_REDACTIONS
} EntenteRedactionType;

typedef struct {
  EntenteRedactionType type;
  char *what; /* title of the event, name of the actor, or the name found */
  char *words; /* the pseudonym; or where the name stands: "Note 4: … said Reyes on …"; or NULL */
} EntenteRedaction;

typedef struct {
  gboolean leave_out_private;
  gboolean pseudonyms;
  /* Titles of @n events, NULL where one has none; an array of n strings, all of them the caller's.
   * NULL on error. */
  char **(*read_titles) (gpointer data, const EntenteId *events, guint n, GError **error);
  gpointer data;
} EntenteRedactionOptions;

typedef struct _EntenteRedactionList EntenteRedactionList;

/* @rows: events that pass the filter. NULL with an error when titles cannot be read. */
EntenteRedactionList *entente_redaction_list_new (const EntenteRedactionOptions *options,
                                                  const EntenteChronicle *chronicle,
                                                  const EntenteBitset *rows,
                                                  GError **error);
EntenteRedactionList *entente_redaction_list_ref (EntenteRedactionList *list);
void entente_redaction_list_unref (EntenteRedactionList *list);

/* Searches all that a document says, or one text that stands at @place ("Title", translated). */
void entente_redaction_list_search_document (EntenteRedactionList *list,
                                             const EntenteDocument *document,
                                             GCancellable *cancellable);
void entente_redaction_list_search_text (EntenteRedactionList *list,
                                         const char *place,
                                         const char *text);

/* How many there are of a type, and each, from 0. */
guint entente_redaction_list_count (const EntenteRedactionList *list, EntenteRedactionType type);
const EntenteRedaction *entente_redaction_list_get (const EntenteRedactionList *list,
                                                    EntenteRedactionType type,
                                                    guint i);
/* How many of a type there are, as a sentence without its point: "2 private events are left out".
 * Free. */
char *entente_redaction_list_describe (const EntenteRedactionList *list, EntenteRedactionType type);
/* An item on one line: "Rosa Reyes: Speaker A". Free. */
char *entente_redaction_format (const EntenteRedaction *redaction);
/* "15 of 18 events leave": of how many in the study. Free. */
char *entente_redaction_list_describe_events (const EntenteRedactionList *list);
/* Is there anything that a person did not ask for: words that carry a real name? */
gboolean entente_redaction_list_warns (const EntenteRedactionList *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteRedactionList, entente_redaction_list_unref)

G_END_DECLS
