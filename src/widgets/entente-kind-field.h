/* EntenteKindField: the row in which the kind of a move is chosen: a few likely kinds with numbers,
 * and all others behind a button. Main thread.
 *
 * Signals: "changed" (); "accepted" (): Enter on the kind that is chosen already. */
#pragma once

#include "entente-facets.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_KIND_FIELD (entente_kind_field_get_type ())
G_DECLARE_FINAL_TYPE (EntenteKindField, entente_kind_field, ENTENTE, KIND_FIELD, GtkWidget)

GtkWidget *entente_kind_field_new (void);
/* Likely kinds, best first; followed by those that the study uses most, as @facets (NULL while they
 * are counted) has them.
 * @ids may be NULL. */
void entente_kind_field_set_likely (EntenteKindField *field,
                                    const EntenteFacets *facets,
                                    const char *const *ids);
/* NULL: none is chosen yet. */
const EntenteKind *entente_kind_field_get_kind (EntenteKindField *field);
void entente_kind_field_set_kind (EntenteKindField *field, const char *id);
/* The likely kind with this number, from 1; FALSE when there is none. */
gboolean entente_kind_field_choose_number (EntenteKindField *field, guint number);

G_END_DECLS
