/* The article pane: header, find bar, text and strip of ticks around one article, which the session
 * names.
 *
 * Reads the article on the store's thread, shows it, and follows the selection. Drawing and
 * pointing are the text's (entente-article-text.c), actions are in entente-article-view-actions.c.
 * Main thread; owned by the window.
 */
#include "config.h"

#include "entente-article-choice.h"
#include "entente-article-edit.h"
#include "entente-article-positions.h"
#include "entente-article-selection.h"
#include "entente-article-suggestions.h"
#include "entente-article-view-private.h"

#define MIN_SCALE 80
#define MAX_SCALE 200
/* How far the text is scrolled when the header shrinks, and when it grows again. */
#define COMPACT_FROM_PX 56
#define LARGE_UP_TO_PX 4

G_DEFINE_FINAL_TYPE (EntenteArticleView, entente_article_view, ADW_TYPE_BIN)

enum { PROP_0, PROP_SESSION, PROP_TEXT_SCALE, PROP_TEXT_MEASURE, N_PROPS };
static GParamSpec *props[N_PROPS];

static EntenteStudy *
get_study (EntenteArticleView *self)
{
  return entente_session_get_study (self->session);
}

/* ---- header ---- */

static void
scrolled_cb (GtkAdjustment *adjustment, GParamSpec *pspec, EntenteArticleView *self)
{
  double value = gtk_adjustment_get_value (adjustment);
  gboolean is_compact = entente_article_header_get_compact (self->header);

  entente_article_header_set_compact (self->header,
                                      is_compact ? value > LARGE_UP_TO_PX
                                                 : value >= COMPACT_FROM_PX);
}

static gboolean
align_header (gpointer data)
{
  EntenteArticleView *self = data;

  self->align_source = 0;
  entente_article_header_align (self->header,
                                entente_article_text_get_is_mirrored (self->text),
                                entente_article_text_get_indent (self->text),
                                gtk_widget_get_width (GTK_WIDGET (self->overview)));
  return G_SOURCE_REMOVE;
}

/* Comes while sizes are being given out, when no margin may change. */
static void
column_cb (EntenteArticleView *self)
{
  if (self->align_source == 0)
    self->align_source = g_idle_add (align_header, self);
}

/* ---- reading ---- */

static void
reveal_selection (EntenteArticleView *self, gboolean always)
{
  const EntenteArticleMark *mark =
    self->marks ? entente_article_marks_get_selected (self->marks) : NULL;

  if (mark)
    entente_article_text_reveal_position (self->text, mark->start, always);
}

/* Words that have become a mark need no selection any more. */
static void
drop_selection (EntenteArticleView *self)
{
  const EntenteArticleMark *mark =
    self->marks ? entente_article_marks_get_selected (self->marks) : NULL;
  g_autoptr (EntentePassage) passage = entente_article_text_dup_selection (self->text, TRUE, NULL);

  if (mark && passage && mark->start == passage->start && mark->end == passage->end)
    gtk_widget_activate_action (GTK_WIDGET (self), "article.clear", NULL);
}

/* The screen reader hears of the mark that was come to, also when its article had to be read first.
 */
static void
describe_selection (EntenteArticleView *self)
{
  const EntenteArticleMark *mark =
    self->marks ? entente_article_marks_get_selected (self->marks) : NULL;
  g_autofree char *said = mark ? entente_article_marks_describe (self->marks, mark) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  said,
                                  -1);
}

static void
show_article (EntenteArticleView *self, EntenteArticleDetail *detail)
{
  gboolean is_new = detail && detail->article->record.id != self->shown;
  /* From the page without an article, the stack would give it to the first button of the head. */
  gboolean has_keyboard =
    self->shown == ENTENTE_ID_NONE && gtk_widget_get_focus_child (self->stack);

  self->shown = detail ? detail->article->record.id : ENTENTE_ID_NONE;
  entente_article_marks_set_detail (self->marks, detail);
  entente_article_text_load (self->text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), detail ? "article" : "empty");
  if (!detail)
    return;
  entente_article_header_show (self->header, detail->article);
  if (has_keyboard)
    entente_article_view_focus_text (self);
  if (is_new)
    entente_article_find_close (self->find);
  if (self->reveal)
    reveal_selection (self, self->go);
  if (self->reveal)
    entente_article_positions_reveal (self->text);
  self->reveal = self->go = FALSE;
  describe_selection (self);
  drop_selection (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteArticleView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleDetail) detail =
    entente_study_read_article_finish (ENTENTE_STUDY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->session ||
      get_study (self) != ENTENTE_STUDY (source))
    return;
  g_clear_object (&self->reading);
  if (!detail && !g_error_matches (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND))
    entente_session_notify_user (self->session, error->message, 0);
  show_article (self, detail);
}

static void
stop_reading (EntenteArticleView *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_article (EntenteArticleView *self)
{
  EntenteId article = entente_session_get_article (self->session);

  stop_reading (self);
  if (article == ENTENTE_ID_NONE) {
    show_article (self, NULL);
    return;
  }
  self->reading = g_cancellable_new ();
  entente_study_read_article_async (get_study (self),
                                    article,
                                    self->reading,
                                    read_cb,
                                    g_object_ref (self));
}

static void
study_changed_cb (EntenteStudy *study, EntenteChangeSet *changes, EntenteArticleView *self)
{
  EntenteId before = entente_session_get_article (self->session);

  entente_article_choice_ensure (self->session);
  if (entente_session_get_article (self->session) == before &&
      entente_article_choice_is_concerned (changes))
    read_article (self);
}

/* ---- selection ---- */

static void
selected_cb (EntenteArticleView *self)
{
  if (self->reading)
    self->reveal = TRUE;
  else
    reveal_selection (self, FALSE);
  describe_selection (self);
  drop_selection (self);
}

static void
reveal_words_cb (EntenteArticleView *self)
{
  if (self->reading)
    self->reveal = self->go = TRUE;
  else
    reveal_selection (self, TRUE);
  entente_article_view_focus_text (self);
}

static void
place_creator (EntenteArticleView *self)
{
  entente_article_selection_place_button (GTK_TEXT_VIEW (self->text), self->creator);
}

static void
has_selection_cb (EntenteArticleView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gboolean can_edit = self->session && !entente_study_is_read_only (get_study (self));
  gboolean has = gtk_text_buffer_get_has_selection (buffer) && can_edit;

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->creator), has);
  gtk_widget_set_can_target (self->creator, has);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.new-event", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.new-question", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.new-position", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "article.new-claim",
                                 can_edit && entente_session_get_selected_event (self->session) !=
                                               ENTENTE_ID_NONE);
}

/* ---- class ---- */

static void
entente_article_view_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  EntenteArticleView *self = ENTENTE_ARTICLE_VIEW (object);

  if (prop == PROP_SESSION)
    g_value_set_object (value, self->session);
  else if (prop == PROP_TEXT_SCALE)
    g_value_set_int (value, self->text_scale);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_article_view_set_property (GObject *object,
                                   guint prop,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  EntenteArticleView *self = ENTENTE_ARTICLE_VIEW (object);

  if (prop == PROP_SESSION)
    entente_article_view_set_session (self, g_value_get_object (value));
  else if (prop == PROP_TEXT_SCALE)
    entente_article_view_set_text_scale (self, g_value_get_int (value));
  else if (prop == PROP_TEXT_MEASURE)
    entente_article_text_set_measure (self->text, g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_article_view_dispose (GObject *object)
{
  EntenteArticleView *self = ENTENTE_ARTICLE_VIEW (object);

  if (self->text)
    entente_article_view_set_session (self, NULL);
  g_clear_handle_id (&self->align_source, g_source_remove);

  G_OBJECT_CLASS (entente_article_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, EntenteArticleView, stack);
  gtk_widget_class_bind_template_child (class, EntenteArticleView, header);
  gtk_widget_class_bind_template_child (class, EntenteArticleView, find);
  gtk_widget_class_bind_template_child (class, EntenteArticleView, scroller);
  gtk_widget_class_bind_template_child (class, EntenteArticleView, text);
  gtk_widget_class_bind_template_child (class, EntenteArticleView, overview);
  gtk_widget_class_bind_template_child (class, EntenteArticleView, creator);
}

static void
entente_article_view_class_init (EntenteArticleViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  g_type_ensure (ENTENTE_TYPE_ARTICLE_FIND);
  g_type_ensure (ENTENTE_TYPE_ARTICLE_HEADER);
  g_type_ensure (ENTENTE_TYPE_ARTICLE_OVERVIEW);
  g_type_ensure (ENTENTE_TYPE_ARTICLE_TEXT);
  object_class->get_property = entente_article_view_get_property;
  object_class->set_property = entente_article_view_set_property;
  object_class->dispose = entente_article_view_dispose;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENTENTE_TYPE_SESSION, flags);
  props[PROP_TEXT_SCALE] =
    g_param_spec_int ("text-scale", NULL, NULL, MIN_SCALE, MAX_SCALE, 100, flags);
  props[PROP_TEXT_MEASURE] = g_param_spec_int ("text-measure",
                                               NULL,
                                               NULL,
                                               45,
                                               120,
                                               78,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-article-view.ui");
  bind_children (widget_class);
  entente_article_view_install_actions (widget_class);
  entente_article_edit_install (widget_class);
}

static void
entente_article_view_init (EntenteArticleView *self)
{
  GtkAdjustment *adjustment;

  self->text_scale = 100;
  gtk_widget_init_template (GTK_WIDGET (self));
  entente_article_find_set_view (self->find, GTK_TEXT_VIEW (self->text));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (adjustment, "notify::value", G_CALLBACK (scrolled_cb), self, 0);
  g_signal_connect_object (self->text,
                           "notify::column-x",
                           G_CALLBACK (column_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text,
                           "notify::is-mirrored",
                           G_CALLBACK (column_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)),
                           "notify::has-selection",
                           G_CALLBACK (has_selection_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)),
                           "mark-set",
                           G_CALLBACK (place_creator),
                           self,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  has_selection_cb (self);
}

GtkWidget *
entente_article_view_new (EntenteSession *session)
{
  return g_object_new (ENTENTE_TYPE_ARTICLE_VIEW, "session", session, NULL);
}

static void
follow_session (EntenteArticleView *self)
{
  const struct {
    const char *signal;
    void (*callback) (EntenteArticleView *self);
  } signals[] = {
    { "notify::article", read_article },
    { "notify::selected-passage", selected_cb },
    { "notify::selected-event", has_selection_cb },
    { "reveal-words", reveal_words_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->session,
                             signals[i].signal,
                             G_CALLBACK (signals[i].callback),
                             self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (get_study (self), "changed", G_CALLBACK (study_changed_cb), self, 0);
}

static void
leave_session (EntenteArticleView *self)
{
  stop_reading (self);
  if (!self->session)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (get_study (self), self);
}

void
entente_article_view_set_session (EntenteArticleView *self, EntenteSession *session)
{
  if (self->session == session)
    return;
  leave_session (self);
  g_set_object (&self->session, session);
  g_clear_object (&self->marks);
  self->shown = ENTENTE_ID_NONE;
  self->marks = session ? entente_article_marks_new (session) : NULL;
  entente_article_text_set_marks (self->text, self->marks);
  entente_article_overview_set_marks (self->overview, self->marks);
  entente_article_header_set_session (self->header, session);
  entente_article_selection_offer (self->text, session);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
  if (session) {
    follow_session (self);
    entente_article_suggestions_follow (self->text, session);
    entente_article_positions_follow (self->text, session);
    entente_article_choice_ensure (self->session);
    if (!self->reading)
      read_article (self);
  }
  has_selection_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

int
entente_article_view_get_text_scale (EntenteArticleView *self)
{
  return self->text_scale;
}

void
entente_article_view_set_text_scale (EntenteArticleView *self, int percent)
{
  percent = CLAMP (percent, MIN_SCALE, MAX_SCALE);
  if (self->text_scale == percent)
    return;
  self->text_scale = percent;
  entente_article_text_set_scale (self->text, percent);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.larger-text", percent < MAX_SCALE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.smaller-text", percent > MIN_SCALE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT_SCALE]);
}

void
entente_article_view_find (EntenteArticleView *self)
{
  entente_article_find_open (self->find);
}

void
entente_article_view_focus_text (EntenteArticleView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

char *
entente_article_view_dup_places (EntenteArticleView *self)
{
  return entente_article_text_dup_places (self->text);
}

void
entente_article_view_set_places (EntenteArticleView *self, const char *places)
{
  entente_article_text_set_places (self->text, places);
  /* Where reading stopped goes before what was selected then. */
  self->reveal = FALSE;
}
