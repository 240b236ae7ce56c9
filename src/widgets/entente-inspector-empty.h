/* The inspector without an event: what can be done instead. Part of the inspector. Main thread. */
#pragma once

#include "entente-session.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Words @page by what there is in @session (may be NULL). Of @keys the first row is about marks,
 * the second about words of an article. */
void entente_inspector_empty_show (AdwStatusPage *page, GtkGrid *keys, EntenteSession *session);

G_END_DECLS
