/* EntentePrintKindRow: a kind of summary in the list of the print window: what it looks like, its
 * name, how long it is and what is in it. Private to the print window. Main thread. */
#pragma once

#include "entente-print-choice.h"
#include "entente-printout.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_PRINT_KIND_ROW (entente_print_kind_row_get_type ())
G_DECLARE_FINAL_TYPE (EntentePrintKindRow,
                      entente_print_kind_row,
                      ENTENTE,
                      PRINT_KIND_ROW,
                      GtkListBoxRow)

/* Kinds of summary come first, then the poster. */
#define ENTENTE_N_PRINT_KINDS (ENTENTE_N_SUMMARY_KINDS + 1)

/* @kind is an EntenteSummaryKind; ENTENTE_N_SUMMARY_KINDS is the poster. */
GtkWidget *entente_print_kind_row_new (guint kind);
/* Makes @choice one of this kind; and does it have this kind? */
void entente_print_kind_row_choose (EntentePrintKindRow *row, EntentePrintChoice *choice);
gboolean entente_print_kind_row_is_kind (EntentePrintKindRow *row,
                                         const EntentePrintChoice *choice);
gboolean entente_print_kind_row_has_printout (EntentePrintKindRow *row);
/* The sheets of this kind, for picture and count; NULL while there are none. */
void entente_print_kind_row_set_printout (EntentePrintKindRow *row, EntentePrintout *printout);
/* When another row of @kinds is chosen: Tab stops at that one only, and goes on from there, since
 * it would choose the others on its way. Arrows choose. */
void entente_print_kind_row_keep_one_stop (GtkListBox *kinds);

G_END_DECLS
