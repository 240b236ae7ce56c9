/* The pane mirrors the list of the session: its selection is that of the list, both ways. */

#include "config.h"

#include "entente-plain-words.h"
#include "entente-suggestion-pane.h"
#include "entente-suggestion-row.h"
#include "entente-wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

#define PATIENCE_MS 500
#define KEYS_SPACING_PX 2

struct _EntenteSuggestionPane {
  AdwBin parent_instance;

  EntenteSession *session;
  EntenteSuggestionList *list; /* of the session */
  GtkSingleSelection *selection;
  GtkLabel *title, *explanation;
  GtkStack *stack;
  GtkListView *view;
  GtkWidget *scroller, *keys, *as_new, *spinner;
  AdwStatusPage *empty;
  guint wait; /* source that shows the spinner, or 0 */
  guint look; /* source that brings the selected row into view, or 0 */
};

G_DEFINE_FINAL_TYPE (EntenteSuggestionPane, entente_suggestion_pane, ADW_TYPE_BIN)

enum { PROP_0, PROP_SESSION, PROP_SHOWS_REJECTED, N_PROPS };
static GParamSpec *props[N_PROPS];

/* ---- rows ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, entente_suggestion_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, EntenteSuggestionPane *self)
{
  entente_suggestion_row_set (ENTENTE_SUGGESTION_ROW (gtk_list_item_get_child (item)),
                              self->list,
                              gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  entente_suggestion_row_set (ENTENTE_SUGGESTION_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

/* ---- what is shown ---- */

static void
show_texts (EntenteSuggestionPane *self, gboolean rejected, guint n)
{
  g_autofree char *title =
    g_strdup_printf (rejected ? ngettext ("%u Rejected", "%u Rejected", n)
                              : ngettext ("%u Suggestion", "%u Suggestions", n),
                     n);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->explanation,
                      rejected ? _ ("They are not proposed again. Accept one to have it back "
                                    "among the suggestions.")
                               : _ ("Found by the word list and the names of actors. Nothing "
                                    "counts until you accept it."));
}

static void
show_nothing (EntenteSuggestionPane *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->empty, title);
  entente_plain_words_describe (self->empty, description);
}

/* Why there is no row. */
static void
explain_nothing (EntenteSuggestionPane *self, gboolean rejected)
{
  if (self->list == NULL || !entente_suggestion_list_has_article (self->list))
    show_nothing (self, _ ("No Article"), _ ("Open an article to see what it tells."));
  else if (rejected)
    show_nothing (self, _ ("Nothing Rejected"), NULL);
  else if (entente_suggestion_list_is_reading (self->list))
    show_nothing (self, _ ("Reading…"), NULL);
  else if (entente_suggestion_list_get_error (self->list) != NULL)
    show_nothing (self, _ ("Not Read"), entente_suggestion_list_get_error (self->list)->message);
  else
    show_nothing (self,
                  _ ("No Suggestions"),
                  _ ("Every move that was found in this article is entered or rejected. Select "
                     "words and press E for another."));
}

static void
enable_actions (EntenteSuggestionPane *self)
{
  static const char *const of_one[] = { "suggestion.accept",
                                        "suggestion.reject",
                                        "suggestion.edit" };
  static const char *const of_open[] = { "suggestion.accept-kind",
                                         "suggestion.reject-kind",
                                         "suggestion.accept-all",
                                         "suggestion.reject-all" };
  gboolean can_edit = self->session != NULL &&
                      !entente_study_is_read_only (entente_session_get_study (self->session));
  EntenteSuggestionItem *item =
    self->list != NULL ? entente_suggestion_list_get_selected (self->list) : NULL;
  gboolean some = self->list != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;

  for (guint i = 0; i < G_N_ELEMENTS (of_one); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_one[i], can_edit && item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "suggestion.accept-new",
                                 can_edit && item != NULL &&
                                   !entente_suggestion_item_is_rejected (item));
  gtk_widget_set_visible (self->as_new,
                          item != NULL && !entente_suggestion_item_is_rejected (item) &&
                            entente_suggestion_item_get_same (item) != ENTENTE_ID_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (of_open); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                   of_open[i],
                                   can_edit && some &&
                                     !entente_suggestion_list_get_shows_rejected (self->list) &&
                                     (g_str_has_suffix (of_open[i], "-all") || item != NULL));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "suggestion.next", some);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "suggestion.previous", some);
}

static void
changed_cb (EntenteSuggestionPane *self)
{
  guint n = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;

  gboolean rejected = self->list != NULL && entente_suggestion_list_get_shows_rejected (self->list);

  show_texts (self, rejected, n);
  explain_nothing (self, rejected);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
  enable_actions (self);
}

/* ---- reading ---- */

static gboolean
show_spinner_cb (gpointer data)
{
  EntenteSuggestionPane *self = data;

  self->wait = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  return G_SOURCE_REMOVE;
}

/* What is read in a moment flickers nowhere. */
static void
reading_cb (EntenteSuggestionPane *self)
{
  gboolean is_reading = self->list != NULL && entente_suggestion_list_is_reading (self->list);

  explain_nothing (self,
                   self->list != NULL && entente_suggestion_list_get_shows_rejected (self->list));
  if (is_reading && self->wait == 0 && !gtk_widget_get_visible (self->spinner))
    self->wait = g_timeout_add (PATIENCE_MS, show_spinner_cb, self);
  if (is_reading)
    return;
  g_clear_handle_id (&self->wait, g_source_remove);
  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  gtk_widget_set_visible (self->spinner, FALSE);
}

/* ---- the selection, both ways ---- */

static gboolean
look_cb (gpointer data)
{
  EntenteSuggestionPane *self = data;
  guint position = gtk_single_selection_get_selected (self->selection);

  self->look = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  return G_SOURCE_REMOVE;
}

/* A list that has no height yet cannot scroll: after the first frame it can. */
static void
mapped_cb (EntenteSuggestionPane *self)
{
  if (self->look == 0)
    self->look = g_idle_add_full (G_PRIORITY_LOW, look_cb, self, NULL);
}

static void
list_selected_cb (EntenteSuggestionPane *self)
{
  EntenteSuggestionItem *item = entente_suggestion_list_get_selected (self->list);
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; item != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++) {
    g_autoptr (EntenteSuggestionItem) other = g_list_model_get_item (G_LIST_MODEL (self->list), i);

    if (other == item)
      position = i;
  }
  if (gtk_single_selection_get_selected (self->selection) != position)
    gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  enable_actions (self);
}

static void
row_selected_cb (EntenteSuggestionPane *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  if (self->list != NULL && item != NULL)
    entente_suggestion_list_select (self->list, item);
}

/* ---- actions ---- */

static EntenteSuggestionItem *
get_selected (EntenteSuggestionPane *self)
{
  return self->list != NULL ? entente_suggestion_list_get_selected (self->list) : NULL;
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteSuggestionPane *self = ENTENTE_SUGGESTION_PANE (widget);

  entente_suggestion_list_step (self->list, strstr (name, "next") != NULL ? 1 : -1, 0);
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteSuggestionPane *self = ENTENTE_SUGGESTION_PANE (widget);
  EntenteSuggestionItem *item = get_selected (self);

  if (item != NULL)
    entente_suggestion_list_accept (self->list, item);
}

static void
accept_new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteSuggestionPane *self = ENTENTE_SUGGESTION_PANE (widget);

  if (get_selected (self) != NULL)
    entente_suggestion_list_accept_new (self->list, get_selected (self));
}

static void
reject_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteSuggestionPane *self = ENTENTE_SUGGESTION_PANE (widget);

  if (get_selected (self) != NULL)
    entente_suggestion_list_reject (self->list, get_selected (self));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteSuggestionPane *self = ENTENTE_SUGGESTION_PANE (widget);

  if (get_selected (self) != NULL)
    entente_suggestion_list_edit (self->list, get_selected (self));
}

static void
decide_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteSuggestionPane *self = ENTENTE_SUGGESTION_PANE (widget);
  const EntenteKind *kind = g_str_has_suffix (name, "-kind") && get_selected (self) != NULL
                              ? entente_suggestion_item_get_kind (get_selected (self))
                              : NULL;

  if (strstr (name, "accept") != NULL)
    entente_suggestion_list_accept_all (self->list, kind);
  else
    entente_suggestion_list_reject_all (self->list, kind);
}

static void
activate_cb (GtkListView *view, guint position, EntenteSuggestionPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "suggestion.accept", NULL);
}

/* ---- session ---- */

static void
follow_list (EntenteSuggestionPane *self)
{
  const struct {
    const char *signal;
    void (*callback) (EntenteSuggestionPane *self);
  } signals[] = {
    { "changed", changed_cb },
    { "notify::selected", list_selected_cb },
    { "notify::is-reading", reading_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->list,
                             signals[i].signal,
                             G_CALLBACK (signals[i].callback),
                             self,
                             G_CONNECT_SWAPPED);
}

void
entente_suggestion_pane_set_session (EntenteSuggestionPane *self, EntenteSession *session)
{
  if (self->session == session)
    return;
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->session, session);
  g_clear_object (&self->list);
  if (session != NULL)
    self->list = g_object_ref (entente_session_get_suggestions (session));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  if (self->list != NULL)
    follow_list (self);
  changed_cb (self);
  reading_cb (self);
  /* A pane that is made when it is first seen finds one selected already. */
  if (self->list != NULL)
    list_selected_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWS_REJECTED]);
}

/* ---- GObject ---- */

static void
entente_suggestion_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntenteSuggestionPane *self = ENTENTE_SUGGESTION_PANE (object);

  if (id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else if (id == PROP_SHOWS_REJECTED)
    g_value_set_boolean (value,
                         self->list != NULL &&
                           entente_suggestion_list_get_shows_rejected (self->list));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
entente_suggestion_pane_set_property (GObject *object,
                                      guint id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  EntenteSuggestionPane *self = ENTENTE_SUGGESTION_PANE (object);

  if (id == PROP_SESSION)
    entente_suggestion_pane_set_session (self, g_value_get_object (value));
  else if (id == PROP_SHOWS_REJECTED && self->list != NULL) {
    entente_suggestion_list_set_shows_rejected (self->list, g_value_get_boolean (value));
    g_object_notify_by_pspec (object, pspec);
  }
}

static void
entente_suggestion_pane_dispose (GObject *object)
{
  EntenteSuggestionPane *self = ENTENTE_SUGGESTION_PANE (object);

  if (self->stack != NULL)
    entente_suggestion_pane_set_session (self, NULL);
  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (entente_suggestion_pane_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *class)
{
  static const struct {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "suggestion.next", step_action },
    { "suggestion.previous", step_action },
    { "suggestion.accept", accept_action },
    { "suggestion.accept-new", accept_new_action },
    { "suggestion.reject", reject_action },
    { "suggestion.edit", edit_action },
    { "suggestion.accept-kind", decide_all_action },
    { "suggestion.accept-all", decide_all_action },
    { "suggestion.reject-kind", decide_all_action },
    { "suggestion.reject-all", decide_all_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_property_action (class, "suggestion.show-rejected", "shows-rejected");
}

static void
entente_suggestion_pane_class_init (EntenteSuggestionPaneClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = entente_suggestion_pane_get_property;
  object_class->set_property = entente_suggestion_pane_set_property;
  object_class->dispose = entente_suggestion_pane_dispose;
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENTENTE_TYPE_SESSION, flags);
  props[PROP_SHOWS_REJECTED] = g_param_spec_boolean ("shows-rejected", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-suggestion-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteSuggestionPane, title);
  gtk_widget_class_bind_template_child (widget_class, EntenteSuggestionPane, explanation);
  gtk_widget_class_bind_template_child (widget_class, EntenteSuggestionPane, stack);
  gtk_widget_class_bind_template_child (widget_class, EntenteSuggestionPane, view);
  gtk_widget_class_bind_template_child (widget_class, EntenteSuggestionPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, EntenteSuggestionPane, empty);
  gtk_widget_class_bind_template_child (widget_class, EntenteSuggestionPane, keys);
  gtk_widget_class_bind_template_child (widget_class, EntenteSuggestionPane, as_new);
  gtk_widget_class_bind_template_child (widget_class, EntenteSuggestionPane, spinner);
  install_actions (widget_class);
}

static void
entente_suggestion_pane_init (EntenteSuggestionPane *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->keys, entente_wrap_layout_new (KEYS_SPACING_PX));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->view, "map", G_CALLBACK (mapped_cb), self);
  g_signal_connect_object (self->selection,
                           "notify::selected",
                           G_CALLBACK (row_selected_cb),
                           self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
}

GtkWidget *
entente_suggestion_pane_new (EntenteSession *session)
{
  return g_object_new (ENTENTE_TYPE_SUGGESTION_PANE, "session", session, NULL);
}
