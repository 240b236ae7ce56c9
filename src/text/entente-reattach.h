/* EntenteReattach: marks of a text found again in another one that was made from it: a corrected
 * text.
 *
 * A mark is its words, what stands before and behind them, and where they stood. It is looked for
 * in this order: the same words where the comparison of both texts (entente-text-align.h) leads to;
 * the same words elsewhere, told apart by what stands around them; nearly the same words there or
 * elsewhere. What is not like enough is not found: a mark is rather lost than put on other words.
 * Immutable once made; any thread.
 */
#pragma once

#include "entente-article.h"
#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_REATTACHED_SAME, /* the same words in their place */
  ENTENTE_REATTACHED_MOVED, /* the same words in another place */
  ENTENTE_REATTACHED_CHANGED, /* nearly the same words */
  ENTENTE_REATTACHED_LOST,
} EntenteReattachGrade;

typedef struct {
  EntenteReattachGrade grade;
  gint64 start, end; /* code points of the new text, [start, end); 0 when lost */
  guint likeness; /* percent of the words; 100 and CHANGED: only spaces or signs differ */
} EntenteReattachment;

typedef struct _EntenteReattach EntenteReattach;

/* Compares the texts, which are copied; valid UTF-8. NULL with an error only when cancelled. */
EntenteReattach *entente_reattach_new (const char *before,
                                       const char *after,
                                       GCancellable *cancellable,
                                       GError **error);
void entente_reattach_free (EntenteReattach *reattach);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteReattach, entente_reattach_free)

/* Where @passage, of the earlier text, is in the later one. */
EntenteReattachment entente_reattach_find (EntenteReattach *reattach,
                                           const EntentePassage *passage);
/* The mark in the later text: its words, and what stands around them. Not for LOST. Without ids. */
EntentePassage *entente_reattach_create_passage (EntenteReattach *reattach,
                                                 const EntenteReattachment *found);
/* Where the character at @position of the earlier text stands in the later one; -1 when it is gone.
 */
gint64 entente_reattach_map (EntenteReattach *reattach, gint64 position);

G_END_DECLS
