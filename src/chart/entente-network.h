/* EntenteNetwork: where the parties of a picture of relations stand, and the arrows between them.
 *
 * Parties stand on an oval in two columns of even steps, so that names, which go outwards, never
 * meet; those with most between them face each other. Arrows bend inwards, those of the two
 * directions away from each other. A count stands on its arrow where it meets nothing, else it is
 * left out and said to be. The same input gives the same picture. Lengths in pixels. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENTENTE_NETWORK_NODE 9.0 /* radius of a party */
#define ENTENTE_NETWORK_LABEL_GAP 8.0
#define ENTENTE_NETWORK_PILL 22.0 /* height of a count */

typedef struct {
  double x, y, width, height;
} EntenteNetworkBox;

typedef struct {
  double x, y; /* middle */
  EntenteNetworkBox label;
} EntenteNetworkNode;

typedef struct {
  guint from, to; /* nodes */
  guint total; /* moves */
  double pill_width; /* of its count */
  /* What follows is laid out. */
  double x0, y0, xc, yc, x1, y1; /* from, control point, to */
  double width;
  gboolean has_pill;
  EntenteNetworkBox pill;
} EntenteNetworkArrow;

typedef struct {
  guint n_nodes;
  EntenteNetworkNode *nodes;
  guint n_arrows;
  EntenteNetworkArrow *arrows; /* most moves first */
  guint n_silent; /* arrows without their count */
  double width, height;
} EntenteNetwork;

typedef struct {
  guint n_nodes; /* most moves first */
  const double *label_widths;
  double label_height;
  guint n_arrows;
  const EntenteNetworkArrow *arrows; /* from, to (never the same), total and pill_width given */
  double width_px; /* room there is */
  double
    height_px; /* the same; 0: as much as is needed. More than that is used, less is not kept to */
} EntenteNetworkInput;

EntenteNetwork *entente_network_new (const EntenteNetworkInput *input);
void entente_network_free (EntenteNetwork *network);
/* The arrow whose count is at a place; or G_MAXUINT. */
guint entente_network_find_arrow (const EntenteNetwork *network, double x, double y);
/* A GCompareFunc of two EntenteNetworkArrow: most moves first, then by their ends. */
int entente_network_compare_arrows (gconstpointer a, gconstpointer b);
gboolean entente_network_boxes_meet (const EntenteNetworkBox *a, const EntenteNetworkBox *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteNetwork, entente_network_free)

G_END_DECLS
