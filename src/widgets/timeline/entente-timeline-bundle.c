/* What a bundle is made of: how many of how many moves, and which groups of kinds, in a picture and
 * in words. Main thread. */
#include "config.h"

#include "entente-glyph-icon.h"
#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

#define BAR_PX 120

typedef struct {
  guint counts[ENTENTE_N_GROUPS];
  guint order[ENTENTE_N_GROUPS]; /* groups that have any, most first */
  guint n;
  EntenteSpan span;
  guint total; /* of its lane in that span, whether they pass the filter or not */
} Content;

static EntenteKindGroup
get_group (EntenteTimeline *self, guint32 row)
{
  return entente_chronicle_get_kind (self->chronicle, row)->group;
}

/* Raised marks stand out of it, and are not counted in it. */
static void
leave_out_raised (EntenteTimeline *self, const EntenteSceneBundle *bundle, Content *content)
{
  const EntenteLane *lane = entente_lanes_get (self->lanes, bundle->lane);
  guint32 first = lane->filtered[bundle->first], last = lane->filtered[bundle->last];

  for (guint i = 0; i < self->scene->n_marks; i++) {
    const EntenteSceneMark *mark = &self->scene->marks[i];

    if (mark->lane == bundle->lane && (mark->flags & ENTENTE_MARK_RAISED) && mark->row >= first &&
        mark->row <= last && !(mark->flags & ENTENTE_MARK_GHOST))
      content->counts[get_group (self, mark->row)]--;
  }
}

static void
sort_groups (Content *content)
{
  for (guint group = 0; group < ENTENTE_N_GROUPS; group++) {
    guint at = content->n;

    if (content->counts[group] == 0)
      continue;
    for (; at > 0 && content->counts[content->order[at - 1]] < content->counts[group]; at--)
      content->order[at] = content->order[at - 1];
    content->order[at] = group;
    content->n++;
  }
}

static void
read_content (EntenteTimeline *self, const EntenteSceneBundle *bundle, Content *content)
{
  const EntenteLane *lane = entente_lanes_get (self->lanes, bundle->lane);
  guint32 first = lane->filtered[bundle->first], last = lane->filtered[bundle->last];

  *content = (Content){ .span = { entente_chronicle_get_place (self->chronicle, first),
                                  entente_chronicle_get_place (self->chronicle, last) + 1 } };
  content->total = entente_lanes_rank (lane->rows, lane->n_rows, last + 1) -
                   entente_lanes_rank (lane->rows, lane->n_rows, first);
  for (guint i = bundle->first; i <= bundle->last; i++)
    content->counts[get_group (self, lane->filtered[i])]++;
  leave_out_raised (self, bundle, content);
  sort_groups (content);
}

static const char *
get_label (const Content *content, guint i)
{
  return entente_enum_label (ENTENTE_ENUM_KIND_GROUP, (int) content->order[i]);
}

/* ---- in words ---- */

char *
entente_timeline_bundle_describe (EntenteTimeline *self, const EntenteSceneBundle *bundle)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Content content;

  read_content (self, bundle, &content);
  /* TRANSLATORS: for a screen reader: of a bundle on the timeline, its moves that pass the filter,
   * and all that lie there */
  g_string_append_printf (text,
                          _ ("in a bundle of %'u of %'u moves"),
                          bundle->count,
                          content.total);
  for (guint i = 0; i < content.n; i++)
    g_string_append_printf (text,
                            "%s%s %'u",
                            i == 0 ? ": " : _ (", "),
                            get_label (&content, i),
                            content.counts[content.order[i]]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- in a picture ---- */

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_bar (guint count, guint most)
{
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, most);

  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), count);
  gtk_widget_set_size_request (bar, BAR_PX, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  return bar;
}

static void
attach_group (GtkGrid *grid, const Content *content, guint i)
{
  EntenteGlyph glyph = { (EntenteKindGroup) content->order[i],
                         ENTENTE_FILL_FULL,
                         ENTENTE_OUTLINE_UNBROKEN,
                         FALSE };
  guint count = content->counts[content->order[i]];
  g_autofree char *number = g_strdup_printf ("%'u", count);
  GtkWidget *icon = entente_glyph_icon_new (), *label = gtk_label_new (get_label (content, i));
  GtkWidget *figure = gtk_label_new (number);

  entente_glyph_icon_set_glyph (ENTENTE_GLYPH_ICON (icon), glyph);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (figure), 1);
  gtk_grid_attach (grid, icon, 0, (int) i, 1, 1);
  gtk_grid_attach (grid, label, 1, (int) i, 1, 1);
  gtk_grid_attach (grid, make_bar (count, content->counts[content->order[0]]), 2, (int) i, 1, 1);
  gtk_grid_attach (grid, figure, 3, (int) i, 1, 1);
}

GtkWidget *
entente_timeline_bundle_make_tip (EntenteTimeline *self, const EntenteSceneBundle *bundle)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *grid = gtk_grid_new ();
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "%'u move in the lane of %s",
                                                         "%'u moves in the lane of %s",
                                                         bundle->count),
                                            bundle->count,
                                            entente_lanes_get_name (self->lanes, bundle->lane));
  g_autofree char *reach = NULL, *line = NULL;
  Content content;

  read_content (self, bundle, &content);
  reach = entente_span_format (entente_timeline_date_widen (self, content.span));
  /* TRANSLATORS: of a bundle: from when to when, its moves that pass the filter, and all that lie
   * there */
  line = g_strdup_printf (_ ("%s · %'u of %'u"), reach, bundle->count, content.total);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  for (guint i = 0; i < content.n; i++)
    attach_group (GTK_GRID (grid), &content, i);
  add_label (box, title, "heading");
  add_label (box, line, "dim-label");
  gtk_box_append (GTK_BOX (box), grid);
  add_label (box, _ ("Enter zooms in, L lists them, Escape closes"), "dim-label");
  return box;
}
