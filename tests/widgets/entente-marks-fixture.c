/* Opens the study read-only where it was built. */
#include "config.h"

#include "entente-marks-fixture.h"

#include "entente-widget-probe.h"

#define WIDTH 1500
#define HEIGHT 900

static gint64
parse_day (const char *day)
{
  g_autoptr (EntenteDate) date = entente_date_parse (day, NULL);

  return entente_date_get_window (date).start;
}

EntenteMarks *
entente_marks_new (void)
{
  EntenteMarks *marks = g_new0 (EntenteMarks, 1);
  g_autofree char *path =
    g_test_build_filename (G_TEST_BUILT, "widgets", "every-mark.entente", NULL);
  g_autoptr (GError) error = NULL;

  marks->study = entente_study_open (path, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  marks->session = entente_session_new (marks->study);
  marks->window = gtk_window_new ();
  marks->timeline = ENTENTE_TIMELINE (g_object_ref_sink (entente_timeline_new (marks->session)));
  gtk_window_set_decorated (GTK_WINDOW (marks->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (marks->window), GTK_WIDGET (marks->timeline));
  gtk_window_set_default_size (GTK_WINDOW (marks->window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (marks->window));
  entente_marks_settle (marks);
  return marks;
}

void
entente_marks_free (EntenteMarks *marks)
{
  entente_marks_settle (marks); /* what is being read holds the timeline */
  gtk_window_destroy (GTK_WINDOW (marks->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (marks->timeline);
  g_assert_finalize_object (marks->session);
  entente_study_close (marks->study);
  g_assert_finalize_object (marks->study);
  g_free (marks);
}

/* Whatever changes makes the picture invalid at once. */
static gboolean
is_settled (EntenteTimeline *timeline)
{
  return timeline->scene_valid && timeline->image_node != NULL && timeline->pending == NULL &&
         timeline->animation_tick == 0 && timeline->more_tick == 0 &&
         g_hash_table_size (timeline->details) == g_hash_table_size (timeline->details_asked);
}

void
entente_marks_settle (EntenteMarks *marks)
{
  entente_probe_wait (is_settled (marks->timeline));
}

void
entente_marks_show (EntenteMarks *marks, const char *first, const char *last)
{
  EntenteSpan span = { parse_day (first), parse_day (last) };

  entente_timeline_set_visible_span (marks->timeline, span, FALSE);
  entente_marks_settle (marks);
  entente_timeline_ensure_scene (marks->timeline);
}

guint32
entente_marks_find_row (EntenteMarks *marks, const char *key)
{
  return entente_chronicle_find_row (marks->timeline->chronicle, entente_id_from_key (key));
}

const EntenteSceneMark *
entente_marks_find (EntenteMarks *marks, const char *key)
{
  const EntenteSceneMark *mark =
    entente_scene_find_mark (marks->timeline->scene, entente_marks_find_row (marks, key));

  g_test_message ("mark of %s", key);
  g_assert_nonnull (mark);
  return mark;
}

cairo_surface_t *
entente_marks_draw (EntenteMarks *marks)
{
  GtkWidget *widget = GTK_WIDGET (marks->timeline);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  cairo_t *cr = cairo_create (picture);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  return picture;
}

guint
entente_marks_get_pixel (cairo_surface_t *picture, double x, double y)
{
  const guint32 *pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (picture);

  return pixels[(int) y * (cairo_image_surface_get_stride (picture) / 4) + (int) x] & 0xffffff;
}
