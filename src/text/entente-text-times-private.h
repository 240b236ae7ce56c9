/* What the steps from text to times share; private to text. */
#pragma once

#include "entente-text-times.h"
#include "entente-time-context.h"

G_BEGIN_DECLS

/* Bytes that are cut into tokens at once, and between two looks at the cancellable. */
#define ENTENTE_TIMES_CHUNK 65536

typedef struct {
  EntenteTimeExpression expression;
  guint paragraph, section;
  gboolean is_heading;
  gboolean is_aside; /* a note, or beside the article: dates nothing */
} EntenteTimesFound;

/* Gives each of @found (EntenteTimesFound) its meaning and appends it to @times (EntenteTextTime).
 * FALSE when cancelled. */
gboolean entente_times_resolve (const char *text,
                                GArray *found,
                                const EntenteDate *published,
                                GArray *times,
                                GCancellable *cancellable,
                                GError **error);
/* The date of a note is a latest bound of what is told in the statement that bears its mark. */
void entente_times_bound_by_notes (const char *text,
                                   const EntenteStructure *structure,
                                   GArray *times);

G_END_DECLS
