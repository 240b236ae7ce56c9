/* Ticks of all marks of an article, in the colours of their events, on the height of the pane. A
 * click selects the nearest. The pointer's short cut: what it does, J and K do too. Main thread.
 */
#include "config.h"

#include "entente-article-overview.h"
#include "entente-ink.h"
#include <math.h>

#define WIDTH_PX 12
#define TICK_WIDTH_PX 7.0F
#define TICK_HEIGHT_PX 3.0F
#define END_PX 16.0
#define NEAR_PX 24.0
#define OUTSIDE_ALPHA 0.35

struct _EntenteArticleOverview {
  GtkWidget parent_instance;

  EntenteArticleMarks *marks;
  gint64 n_positions; /* of the text */
};

G_DEFINE_FINAL_TYPE (EntenteArticleOverview, entente_article_overview, GTK_TYPE_WIDGET)

static double
get_y (EntenteArticleOverview *self, const EntenteArticleMark *mark)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * END_PX;

  return END_PX + height * (double) mark->start / (double) MAX (self->n_positions, 1);
}

static void
marks_changed_cb (EntenteArticleOverview *self)
{
  EntenteArticleDetail *detail = entente_article_marks_get_detail (self->marks);

  self->n_positions = detail && detail->revision ? g_utf8_strlen (detail->revision->text, -1) : 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
entente_article_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntenteArticleOverview *self = ENTENTE_ARTICLE_OVERVIEW (widget);
  float x = ((float) gtk_widget_get_width (widget) - TICK_WIDTH_PX) / 2;

  for (guint i = 0; self->marks && i < entente_article_marks_get_n (self->marks); i++) {
    const EntenteArticleMark *mark = entente_article_marks_get (self->marks, i);
    GdkRGBA ink = entente_ink_with_alpha (mark->ink, mark->is_inside ? 1 : OUTSIDE_ALPHA);
    float extra = mark->is_selected ? 1 : 0;

    gtk_snapshot_append_color (snapshot,
                               &ink,
                               &GRAPHENE_RECT_INIT (x - extra,
                                                    (float) round (get_y (self, mark)) - extra,
                                                    TICK_WIDTH_PX + 2 * extra,
                                                    TICK_HEIGHT_PX + 2 * extra));
  }
}

static void
entente_article_overview_measure (GtkWidget *widget,
                                  GtkOrientation orientation,
                                  int for_size,
                                  int *minimum,
                                  int *natural,
                                  int *minimum_baseline,
                                  int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_PX : 0;
}

static void
released_cb (GtkGestureClick *gesture,
             int n_press,
             double x,
             double y,
             EntenteArticleOverview *self)
{
  const EntenteArticleMark *nearest = NULL;

  for (guint i = 0; self->marks && i < entente_article_marks_get_n (self->marks); i++) {
    const EntenteArticleMark *mark = entente_article_marks_get (self->marks, i);

    if (fabs (get_y (self, mark) - y) < NEAR_PX &&
        (!nearest || fabs (get_y (self, mark) - y) < fabs (get_y (self, nearest) - y)))
      nearest = mark;
  }
  if (nearest)
    entente_session_select_passage (entente_article_marks_get_session (self->marks),
                                    nearest->passage,
                                    nearest->event);
}

static void
entente_article_overview_dispose (GObject *object)
{
  g_clear_object (&ENTENTE_ARTICLE_OVERVIEW (object)->marks);

  G_OBJECT_CLASS (entente_article_overview_parent_class)->dispose (object);
}

static void
entente_article_overview_class_init (EntenteArticleOverviewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_article_overview_dispose;
  widget_class->snapshot = entente_article_overview_snapshot;
  widget_class->measure = entente_article_overview_measure;
  gtk_widget_class_set_css_name (widget_class, "articleoverview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
entente_article_overview_init (EntenteArticleOverview *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
entente_article_overview_new (void)
{
  return g_object_new (ENTENTE_TYPE_ARTICLE_OVERVIEW, NULL);
}

void
entente_article_overview_set_marks (EntenteArticleOverview *self, EntenteArticleMarks *marks)
{
  if (self->marks)
    g_signal_handlers_disconnect_by_data (self->marks, self);
  if (!g_set_object (&self->marks, marks))
    return;
  if (marks) {
    g_signal_connect_object (marks,
                             "changed",
                             G_CALLBACK (marks_changed_cb),
                             self,
                             G_CONNECT_SWAPPED);
    marks_changed_cb (self);
  }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
