/* The inside of EntenteRelationsArea, for its part entente-relations-area-draw.c. */
#pragma once

#include "entente-relations-area.h"

G_BEGIN_DECLS

struct _EntenteRelationsArea {
  GtkWidget parent_instance;

  EntenteRelationsSource *source;
  EntenteRelationsForm form;
  EntentePartyOrder order;
  EntenteRelationsPicture *picture; /* or NULL */
  int picture_width, picture_height; /* that it was laid out for */
  double scale; /* it is drawn so much larger, as text is */
  int measured_width, measured_height; /* how high it must be at this width; 0: not known */
  GskRenderNode *node, *head,
    *side; /* the picture and its edges as they were drawn last, or NULL */
  GtkAdjustment *across, *down; /* where it is scrolled to; NULL when it is not */
  int least_width; /* of any picture of this form */
  guint row, column; /* with the keyboard */
  GtkWidget *cells[2];
  guint turn; /* the cell there now */
};

/* NULL while nothing is counted. */
EntenteRelationsFigures *entente_relations_area_get_figures (EntenteRelationsArea *area);
/* The picture for a width and a height (0: what it needs), if anything is counted; the one there
 * already where it fits. */
void entente_relations_area_ensure_picture (EntenteRelationsArea *area, int width, int height);
void entente_relations_area_drop_picture (EntenteRelationsArea *area);
/* Of the picture as it is drawn. */
EntenteNetworkBox entente_relations_area_get_box (EntenteRelationsArea *area,
                                                  guint row,
                                                  guint column);
double entente_relations_area_get_width (EntenteRelationsArea *area);
/* About whose middle it is mirrored where the language is read from right to left: the width, or
 * that of the area where it is more. */
double entente_relations_area_get_span (EntenteRelationsArea *area);
double entente_relations_area_get_height (EntenteRelationsArea *area);
double entente_relations_area_get_head (EntenteRelationsArea *area);
double entente_relations_area_get_side (EntenteRelationsArea *area);
/* Is the pair at a place of the picture the filter? */
gboolean entente_relations_area_is_chosen (EntenteRelationsArea *area, guint row, guint column);
/* As a GtkWidgetClass wants it. */
void entente_relations_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
