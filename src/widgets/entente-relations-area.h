/* EntenteRelationsArea: a picture of relations on the screen, with pointer and keyboard: a click or
 * Enter chooses the pair at a place, with Shift in both directions; once more gives back the filter
 * before. Main thread. */
#pragma once

#include "entente-relations-picture.h"
#include "entente-relations-source.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_RELATIONS_AREA (entente_relations_area_get_type ())
G_DECLARE_FINAL_TYPE (EntenteRelationsArea,
                      entente_relations_area,
                      ENTENTE,
                      RELATIONS_AREA,
                      GtkWidget)

/* Signal: "changed" (): another picture is shown. */
GtkWidget *entente_relations_area_new (void);
/* References @source. */
void entente_relations_area_set_source (EntenteRelationsArea *area, EntenteRelationsSource *source);
void entente_relations_area_set_form (EntenteRelationsArea *area, EntenteRelationsForm form);
void entente_relations_area_set_order (EntenteRelationsArea *area, EntentePartyOrder order);
/* What it shows in words; NULL while nothing is counted. Free. */
char *entente_relations_area_describe (EntenteRelationsArea *area);

G_END_DECLS
