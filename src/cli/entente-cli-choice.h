/* What a summary is asked for: a template of the study, and what options say besides; and what a
 * person is told before it leaves. */
#pragma once

#include "entente-cli.h"
#include "entente-print-choice.h"

G_BEGIN_DECLS

/* The template of --template, upon which options are laid. Without @study (NULL) the template is
 * left for later, and options alone are looked at. Usage error when they make no sense, NOT_FOUND
 * when there is no such template. */
gboolean entente_cli_get_choice (EntenteCli *cli,
                                 EntenteStudy *study,
                                 EntentePrintChoice *choice,
                                 EntentePageStyle *style,
                                 GError **error);
/* Says what leaves that perhaps should not: private events, and real names in titles and quotes;
 * everything that is left out and replaced with --list-redactions. @document: NULL for a poster. */
gboolean entente_cli_tell_redactions (EntenteCli *cli,
                                      EntenteStudy *study,
                                      const EntenteBitset *rows,
                                      const EntentePrintChoice *choice,
                                      const EntenteDocument *document,
                                      GError **error);

G_END_DECLS
