/* What is said of an event: the tip under the pointer, and the sentence that a screen reader
 * speaks. Nothing waits for the file: what the record tells of the date joins once it is read. Main
 * thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

/* ---- sentences ---- */

static char *
format_place (EntenteTimeline *self, guint32 row)
{
  guint n = self->filtered != NULL ? entente_bitset_count (self->filtered)
                                   : entente_chronicle_get_n_rows (self->chronicle);
  guint at = self->filtered != NULL ? entente_bitset_rank (self->filtered, row) : row;

  if (self->filtered != NULL && !entente_bitset_contains (self->filtered, row))
    return g_strdup (_ ("outside the filter"));
  /* TRANSLATORS: place of an event among those that pass the filter: "3 of 15" */
  return g_strdup_printf (C_ ("event", "%'u of %'u"), at + 1, n);
}

/* "…, no answer recorded" after what else is said of it, for moves that wait for one. */
static char *
format_evidence (EntenteTimeline *self, guint32 row, const char *between)
{
  const char *evidence =
    entente_enum_label (ENTENTE_ENUM_EVIDENCE,
                        (int) entente_chronicle_get_evidence (self->chronicle, row));

  if (entente_chronicle_get_answered (self->chronicle, row) != ENTENTE_ANSWERED_NO)
    return g_strdup (evidence);
  return g_strconcat (evidence, between, _ ("no answer recorded"), NULL);
}

static char *
get_title (EntenteTimeline *self, guint32 row)
{
  const char *title = entente_timeline_feed_get_title (self, row);

  return title != NULL ? g_strdup (title) : entente_chronicle_describe (self->chronicle, row);
}

char *
entente_timeline_tip_describe (EntenteTimeline *self, guint32 row)
{
  g_autofree char *title = get_title (self, row), *date = entente_timeline_date_format (self, row);
  g_autofree char *place = format_place (self, row), *evidence = format_evidence (self, row, ", ");
  g_autofree char *more = entente_timeline_turns_describe (self, row);
  const char *kind = entente_kind_get_label (entente_chronicle_get_kind (self->chronicle, row));

  return g_strdup_printf ("%s, %s, %s, %s, %s%s", title, kind, date, evidence, place, more);
}

/* ---- the tip ---- */

static GtkWidget *
add_line (GtkWidget *box, const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_event_tip (EntenteTimeline *self, guint32 row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = get_title (self, row),
                  *date = entente_timeline_date_format_told (self, row);
  g_autofree char *place = format_place (self, row), *evidence = format_evidence (self, row, " · ");
  g_autofree char *last = NULL;
  const char *kind = entente_kind_get_label (entente_chronicle_get_kind (self->chronicle, row));

  last = g_strdup_printf ("%s · %s · %s", kind, evidence, place);
  add_line (box, title, "heading");
  add_line (box, date, NULL);
  add_line (box, last, "dim-label");
  return box;
}

static GtkWidget *
make_density_tip (EntenteTimeline *self, const EntenteHit *hit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const EntenteSceneBar *bar = &self->scene->bars[hit->index];
  EntenteSpan span = { entente_timescale_to_time (&self->scale, bar->x),
                       entente_timescale_to_time (&self->scale, bar->x + ENTENTE_SCENE_BAR) };
  g_autofree char *reach = entente_span_format (entente_timeline_date_widen (self, span));
  /* TRANSLATORS: filtered moves in a bar of density, of all */
  g_autofree char *counts = g_strdup_printf (_ ("%'u of %'u moves"), bar->filtered, bar->total);

  add_line (box, entente_lanes_get_name (self->lanes, hit->lane), "heading");
  add_line (box, counts, NULL);
  add_line (box, reach, "dim-label");
  if (bar->filtered > 0)
    add_line (box, _ ("Its menu lists them, L where the keyboard is"), "dim-label");
  return box;
}

/* A name may be cut. */
static GtkWidget *
make_lane_tip (EntenteTimeline *self, guint lane)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const EntenteLane *found = entente_lanes_get (self->lanes, lane);
  g_autofree char *counts = g_strdup_printf (_ ("%'u of %'u moves"), found->n_made, found->n_total);

  add_line (box, entente_lanes_get_name (self->lanes, lane), "heading");
  add_line (box, counts, NULL);
  return box;
}

static GtkWidget *
make_era_tip (const EntenteEra *era)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *extent = entente_date_format (era->extent);

  add_line (box, era->name, "heading");
  add_line (box, extent, NULL);
  if (era->recurring)
    add_line (box, _ ("Comes back each year"), "dim-label");
  return box;
}

GtkWidget *
entente_timeline_tip_make (EntenteTimeline *self, double x, double y)
{
  int era = entente_timeline_find_era (self, x, y);
  const GdkRectangle *shelf = &self->parts.shelf;
  EntenteHit hit = entente_timeline_hit (self, x, y);
  guint lane = entente_timeline_header_find_lane (self, x, y);
  int chip = y >= shelf->y && y < shelf->y + shelf->height
               ? entente_hit_find_chip (self->scene, x - shelf->x)
               : -1;
  GtkWidget *tip;

  if (era >= 0)
    return make_era_tip (entente_chronicle_get_era (self->chronicle, self->scene->eras[era].era));
  if (chip >= 0)
    return make_event_tip (self, self->scene->chips[chip].row);
  if (hit.row != ENTENTE_NO_INDEX)
    return make_event_tip (self, hit.row);
  if ((tip = entente_timeline_positions_make_tip (self, x, y)) != NULL)
    return tip;
  if (hit.kind == ENTENTE_HIT_BUNDLE)
    return entente_timeline_bundle_make_tip (self, &self->scene->bundles[hit.index]);
  if (hit.kind == ENTENTE_HIT_DENSITY)
    return make_density_tip (self, &hit);
  if (lane != ENTENTE_NO_INDEX)
    return make_lane_tip (self, lane);
  return entente_timeline_turns_make_tip (self, x, y);
}
