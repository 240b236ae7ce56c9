/* EntentePrintOptions: the right side of the print window: what a summary shows, who is named, and
 * on which paper. Shows the rows that the chosen kind heeds. Private to the print window. Main
 * thread. */
#pragma once

#include "entente-print-choice.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_PRINT_OPTIONS (entente_print_options_get_type ())
G_DECLARE_FINAL_TYPE (EntentePrintOptions, entente_print_options, ENTENTE, PRINT_OPTIONS, AdwBin)

/* Signal: "changed": a person chose something else. */

/* Fills in everything but the kind. */
void entente_print_options_get (EntentePrintOptions *options, EntentePrintChoice *choice);
/* Shows @choice, and the rows of its kind; nothing is "changed". */
void entente_print_options_set (EntentePrintOptions *options, const EntentePrintChoice *choice);

/* What rows say below their names: how many events are private, how many actors have a pseudonym,
 * where the undated moves are. */
void entente_print_options_set_n_private (EntentePrintOptions *options, guint n);
void entente_print_options_set_n_pseudonyms (EntentePrintOptions *options, guint n);
void entente_print_options_set_undated (EntentePrintOptions *options, const char *words);

G_END_DECLS
