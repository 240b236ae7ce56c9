/* EntenteRecordMergeForm: a window that asks which other record a track, round, place, issue or era
 * is the same as. Main thread. */
#pragma once

#include "entente-record-list.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @gone goes; what is chosen stays. @list: the records of which it is one. */
void entente_record_merge_form_present (GtkWidget *parent,
                                        EntenteSession *session,
                                        EntenteEntity entity,
                                        EntenteRecordList *list,
                                        EntenteRecordItem *gone);

G_END_DECLS
