/* EntenteSpanIndex: stretches of a text, found by what they overlap. A search costs what it finds
 * and a little more, however many stretches there are and however long one of them is. Plain value
 * of its owner; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EntenteSpanIndex EntenteSpanIndex;

EntenteSpanIndex *entente_span_index_new (void);
void entente_span_index_free (EntenteSpanIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteSpanIndex, entente_span_index_free)

/* [@start, @end); before the first search. */
void entente_span_index_add (EntenteSpanIndex *index, gint64 start, gint64 end, guint value);
/* Calls @func with the value of each stretch that overlaps [@start, @end), in the order of their
 * starts. */
void entente_span_index_foreach (EntenteSpanIndex *index,
                                 gint64 start,
                                 gint64 end,
                                 void (*func) (guint value, gpointer data),
                                 gpointer data);
/* How many stretches all searches looked at. */
guint64 entente_span_index_get_n_looked (const EntenteSpanIndex *index);

G_END_DECLS
