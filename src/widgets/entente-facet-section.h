/* EntenteFacetSection: one criterion of the filter that folds: title, summary ("all but
 * statements"), and its values with counts below, as a list of checks or, for kinds of move, as a
 * grid of glyphs. Main thread. */
#pragma once

#include "entente-facet-list.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_FACET_SECTION (entente_facet_section_get_type ())
G_DECLARE_FINAL_TYPE (EntenteFacetSection, entente_facet_section, ENTENTE, FACET_SECTION, GtkBox)

GtkWidget *entente_facet_section_new (const char *title, EntenteFacet facet);
/* Of one of the user's own fields. */
GtkWidget *entente_facet_section_new_for_field (const char *title, EntenteId field);
/* A section with other content, e.g. entries; @summary is set by
 * entente_facet_section_set_summary(). */
GtkWidget *entente_facet_section_new_for_child (const char *title, GtkWidget *child);
/* NULL: empty. Of sections with a facet. Those without any value hide. */
void entente_facet_section_set_session (EntenteFacetSection *section, EntenteSession *session);
void entente_facet_section_set_summary (EntenteFacetSection *section, const char *summary);
void entente_facet_section_set_expanded (EntenteFacetSection *section, gboolean expanded);

G_END_DECLS
