/* EntenteListForm: a window for records of which a study has few, each with a name. A list chooses
 * among those that there are, and first a new one; below it stand the name and what else the
 * records have. Each of saving and deleting is one step. Main thread.
 *
 * It is of the study as it was when the window came up. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What differs by kind of record. Words are translated by whoever fills them in; @fields is the
 * caller's and goes with the window. */
typedef struct {
  EntenteEntity entity; /* has a field "name" */
  const char *title; /* of the window */
  const char *list; /* what is chosen: "Era" */
  const char *fresh; /* first in the list: "New era" */
  const char *delete_label; /* with a mnemonic */
  const char *deleted; /* said once it is */
  guint (*get_n) (const EntenteChronicle *chronicle);
  gconstpointer (*get) (const EntenteChronicle *chronicle, guint i);
  /* Adds rows below that of the name. */
  void (*add_rows) (gpointer fields, GtkWidget *grid);
  /* Shows a record, which has no id when it is a new one; the name is shown already. */
  void (*show) (gpointer fields, gconstpointer record, const EntenteChronicle *chronicle);
  /* Gives a copy of it what was filled in but the name. */
  void (*fill) (gpointer fields, gpointer record);
  /* What is wrong with such a copy, as a sentence; NULL: nothing. */
  const char *(*get_error) (gpointer fields,
                            gconstpointer record,
                            const EntenteChronicle *chronicle);
} EntenteListFormType;

/* Shows the record @id, or a new one where there is no such. @type and @fields are taken
 * (g_free). */
void entente_list_form_present (GtkWidget *parent,
                                EntenteSession *session,
                                EntenteListFormType *type,
                                EntenteId id,
                                gpointer fields);

G_END_DECLS
