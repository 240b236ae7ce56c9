/* EntentePrintTemplates: the popover with the templates of a study: choose one, save what is chosen
 * now under a name, rename, overwrite, delete. Each change is a step of the study. Private to the
 * print window. Main thread. */
#pragma once

#include "entente-print-choice.h"
#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_PRINT_TEMPLATES (entente_print_templates_get_type ())
G_DECLARE_FINAL_TYPE (EntentePrintTemplates,
                      entente_print_templates,
                      ENTENTE,
                      PRINT_TEMPLATES,
                      GtkPopover)

/* Signal: "chosen" (pointer const EntentePrintChoice, valid during the signal): a person chose a
 * template, or what was printed last. */

/* Reads the templates of the study of @session, now and after each change. */
void entente_print_templates_set_session (EntentePrintTemplates *templates,
                                          EntenteSession *session);
/* What is chosen now: that is what is saved. */
void entente_print_templates_set_choice (EntentePrintTemplates *templates,
                                         const EntentePrintChoice *choice);

G_END_DECLS
