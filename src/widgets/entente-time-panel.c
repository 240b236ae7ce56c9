/* Two entries that are read as dates; the query changes on Enter or when the
 * keyboard leaves, if what stands in both can be read.
 *
 * "Since" is the start of its value, "until" the end of its value, so that until 2018-10 takes in
 * all of October. A range that is marked on the axis can be taken over, and that of the filter be
 * marked there. Main thread.
 */
#include "config.h"

#include "entente-time-panel.h"
#include <glib/gi18n.h>

struct _EntenteTimePanel {
  GtkBox parent_instance;

  EntenteSession *session; /* or NULL */
  char *summary;
  gboolean updating;

  GtkEntry *since, *until;
  GtkLabel *problem;
  GtkCheckButton *possibly, *surely;
  GtkWidget *take, *mark;
};

G_DEFINE_FINAL_TYPE (EntenteTimePanel, entente_time_panel, GTK_TYPE_BOX)

enum { PROP_0, PROP_SUMMARY, N_PROPS };
static GParamSpec *props[N_PROPS];

/* ---- reading ---- */

/* Reads an entry; FALSE when it holds no date. @has is FALSE when it is empty. */
static gboolean
read_entry (GtkEntry *entry, gboolean *has, EntenteSpan *window, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autoptr (EntenteDate) date = NULL;

  *has = *text != '\0';
  if (!*has)
    return TRUE;
  date = entente_date_parse (text, error);
  if (!date)
    return FALSE;
  *window = entente_date_get_window (date);
  return TRUE;
}

static void
show_problem (EntenteTimePanel *self, GtkEntry *entry, const char *problem)
{
  gtk_label_set_text (self->problem, problem ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->since), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->until), "error");
  if (problem)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
}

/* Reads both into @query; shows what cannot be read. */
static gboolean
read_both (EntenteTimePanel *self, EntenteQuery *query)
{
  g_autoptr (GError) error = NULL;
  EntenteSpan since = { 0, 0 }, until = { 0, 0 };

  if (!read_entry (self->since, &query->has_since, &since, &error)) {
    show_problem (self, self->since, error->message);
    return FALSE;
  }
  if (!read_entry (self->until, &query->has_until, &until, &error)) {
    show_problem (self, self->until, error->message);
    return FALSE;
  }
  show_problem (self, NULL, NULL);
  query->since = query->has_since ? since.start : 0;
  query->until = query->has_until ? until.end : 0;
  query->surely = !gtk_check_button_get_active (self->possibly); /* which tells first */
  return TRUE;
}

static void
apply_cb (EntenteTimePanel *self)
{
  g_autoptr (EntenteQuery) query = NULL;

  if (self->updating || !self->session)
    return;
  query = entente_query_copy (entente_session_get_query (self->session));
  if (read_both (self, query))
    entente_session_set_query (self->session, query);
}

/* ---- showing ---- */

static char *
format_since (const EntenteQuery *query)
{
  return query->has_since ? entente_time_format_iso (query->since) : g_strdup ("");
}

/* The last day that is taken in. */
static char *
format_until (const EntenteQuery *query)
{
  gint64 last = query->until;

  if (!query->has_until)
    return g_strdup ("");
  if (last != ENTENTE_TIME_MAX && last % ENTENTE_SECONDS_PER_DAY == 0)
    last -= ENTENTE_SECONDS_PER_DAY;
  return entente_time_format_iso (last);
}

static char *
format_summary (const EntenteQuery *query)
{
  g_autofree char *since = format_since (query), *until = format_until (query);

  if (*since && *until)
    return g_strdup_printf (_ ("%s to %s"), since, until);
  if (*since)
    return g_strdup_printf (_ ("since %s"), since);
  if (*until)
    return g_strdup_printf (_ ("until %s"), until);
  return g_strdup (_ ("all"));
}

/* Leaves what the user typed as it is while it means what the query says. */
static void
show_query (EntenteTimePanel *self, const EntenteQuery *query)
{
  g_autoptr (EntenteQuery) typed = entente_query_copy (query);
  g_autofree char *since = format_since (query), *until = format_until (query);

  if (read_both (self, typed) && entente_query_equal (typed, query))
    return;
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->since), since);
  gtk_editable_set_text (GTK_EDITABLE (self->until), until);
  gtk_check_button_set_active (query->surely ? self->surely : self->possibly, TRUE);
  show_problem (self, NULL, NULL);
  self->updating = FALSE;
}

/* ---- counts and the marked range ---- */

static void
set_count (GtkCheckButton *check, const char *words, gboolean counted, guint n)
{
  g_autofree char *label =
    counted ? g_strdup_printf (ngettext ("%s: %'u event", "%s: %'u events", n), words, n)
            : g_strdup (words);

  gtk_check_button_set_label (check, label);
}

/* Both ways at once, so that one sees what the doubt is about. */
static void
update_counts (EntenteTimePanel *self)
{
  const EntenteFacets *facets = entente_session_get_facets (self->session);
  gboolean counted = facets && entente_query_has_time (entente_session_get_query (self->session));

  set_count (self->possibly,
             _ ("Possibly within"),
             counted,
             counted ? entente_facets_get_within (facets, FALSE) : 0);
  set_count (self->surely,
             _ ("Surely within"),
             counted,
             counted ? entente_facets_get_within (facets, TRUE) : 0);
}

static EntenteSpan
get_span (const EntenteQuery *query)
{
  return (EntenteSpan){ query->has_since ? query->since : ENTENTE_TIME_MIN,
                        query->has_until ? query->until : ENTENTE_TIME_MAX };
}

static gboolean
is_span (const EntenteSpan *a, const EntenteSpan *b)
{
  return a->start == b->start && a->end == b->end;
}

/* Each where it would do something. A time that is open at one end cannot be marked. */
static void
update_range (EntenteTimePanel *self)
{
  const EntenteQuery *query = entente_session_get_query (self->session);
  EntenteSpan range, span = get_span (query);
  gboolean marked = entente_session_get_marked_range (self->session, &range);
  gboolean same = marked && is_span (&range, &span);

  gtk_widget_set_visible (self->take, marked && !same);
  gtk_widget_set_visible (self->mark, query->has_since && query->has_until && !same);
}

static void
take_cb (EntenteTimePanel *self)
{
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (self->session));
  EntenteSpan range;

  if (!entente_session_get_marked_range (self->session, &range))
    return;
  query->has_since = query->has_until = TRUE;
  query->since = range.start;
  query->until = range.end;
  entente_session_set_query (self->session, query);
}

static void
mark_cb (EntenteTimePanel *self)
{
  EntenteSpan span = get_span (entente_session_get_query (self->session));

  entente_session_set_marked_range (self->session, &span);
}

static void
counts_cb (EntenteTimePanel *self)
{
  update_counts (self);
}

static void
range_cb (EntenteTimePanel *self)
{
  update_range (self);
}

static void
update (EntenteTimePanel *self)
{
  const EntenteQuery *query = entente_session_get_query (self->session);
  g_autofree char *summary = format_summary (query);

  show_query (self, query);
  update_counts (self);
  update_range (self);
  if (g_strcmp0 (summary, self->summary) == 0)
    return;
  g_free (self->summary);
  self->summary = g_steal_pointer (&summary);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
}

static void
query_cb (EntenteSession *session, GParamSpec *pspec, EntenteTimePanel *self)
{
  update (self);
}

static void
entente_time_panel_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  if (prop == PROP_SUMMARY)
    g_value_set_string (value, ENTENTE_TIME_PANEL (object)->summary);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_time_panel_dispose (GObject *object)
{
  entente_time_panel_set_session (ENTENTE_TIME_PANEL (object), NULL);

  G_OBJECT_CLASS (entente_time_panel_parent_class)->dispose (object);
}

static void
entente_time_panel_finalize (GObject *object)
{
  g_free (ENTENTE_TIME_PANEL (object)->summary);

  G_OBJECT_CLASS (entente_time_panel_parent_class)->finalize (object);
}

static void
entente_time_panel_class_init (EntenteTimePanelClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = entente_time_panel_dispose;
  object_class->finalize = entente_time_panel_finalize;
  object_class->get_property = entente_time_panel_get_property;
  props[PROP_SUMMARY] =
    g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-time-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteTimePanel, since);
  gtk_widget_class_bind_template_child (widget_class, EntenteTimePanel, until);
  gtk_widget_class_bind_template_child (widget_class, EntenteTimePanel, problem);
  gtk_widget_class_bind_template_child (widget_class, EntenteTimePanel, possibly);
  gtk_widget_class_bind_template_child (widget_class, EntenteTimePanel, surely);
  gtk_widget_class_bind_template_child (widget_class, EntenteTimePanel, take);
  gtk_widget_class_bind_template_child (widget_class, EntenteTimePanel, mark);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
entente_time_panel_init (EntenteTimePanel *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (widget);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (apply_cb), self);
  gtk_widget_add_controller (widget, focus);
}

GtkWidget *
entente_time_panel_new (void)
{
  return g_object_new (ENTENTE_TYPE_TIME_PANEL, NULL);
}

void
entente_time_panel_set_session (EntenteTimePanel *self, EntenteSession *session)
{
  static const char *const marks[] = { "notify::has-marked-range",
                                       "notify::marked-start",
                                       "notify::marked-end" };

  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (!session)
    return;
  g_signal_connect (session, "notify::query", G_CALLBACK (query_cb), self);
  g_signal_connect_swapped (session, "notify::facets", G_CALLBACK (counts_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_signal_connect_swapped (session, marks[i], G_CALLBACK (range_cb), self);
  update (self);
}
