/* The actions of the window, on whichever page is shown and what is selected there. Main thread.
 */
#include "config.h"

#include "entente-commands-context.h"
#include "entente-era-form.h"
#include "entente-record-form.h"
#include "entente-record-merge-form.h"
#include "entente-records-page.h"
#include "entente-records-window.h"
#include "entente-round-form.h"
#include "entente-toplevel.h"
#include <glib/gi18n.h>

struct _EntenteRecordsWindow {
  AdwWindow parent_instance;

  EntenteSession *session;
  GtkWidget *all[ENTENTE_N_RECORDS]; /* EntenteRecordsPage */

  GtkWidget *search;
  GtkLabel *count;
  GtkStack *pages;
};

G_DEFINE_FINAL_TYPE (EntenteRecordsWindow, entente_records_window, ADW_TYPE_WINDOW)

static EntenteStudy *
get_study (EntenteRecordsWindow *self)
{
  return entente_session_get_study (self->session);
}

/* NULL while the window is being made. */
static EntenteRecordsPage *
get_page (EntenteRecordsWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return page != NULL ? ENTENTE_RECORDS_PAGE (page) : NULL;
}

static EntenteId
get_chosen (EntenteRecordsWindow *self)
{
  EntenteRecordItem *item = entente_records_page_get_chosen (get_page (self));

  return item != NULL ? entente_record_item_get_id (item) : ENTENTE_ID_NONE;
}

/* ---- what may be done ---- */

static void
update_actions (EntenteRecordsWindow *self)
{
  EntenteRecordsPage *page = get_page (self);
  gboolean any = page != NULL && entente_records_page_get_chosen (page) != NULL;
  gboolean changes = self->session != NULL && !entente_study_is_read_only (get_study (self));
  g_autofree char *count = page != NULL ? entente_records_page_format_count (page) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "records.add", changes);
  gtk_widget_action_set_enabled (widget, "records.edit", changes && any);
  gtk_widget_action_set_enabled (
    widget,
    "records.merge",
    changes && any && entente_record_list_get_n_all (entente_records_page_get_list (page)) > 1);
  gtk_widget_action_set_enabled (widget, "records.delete", changes && any);
  gtk_widget_action_set_enabled (widget, "records.filter", any);
  gtk_label_set_text (self->count, count);
}

static void
page_cb (EntenteRecordsWindow *self)
{
  update_actions (self);
}

static void
search_cb (EntenteRecordsWindow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  for (guint i = 0; i < ENTENTE_N_RECORDS; i++)
    entente_records_page_set_search (ENTENTE_RECORDS_PAGE (self->all[i]), words);
}

/* In an entry a key writes or deletes a letter. */
static gboolean
is_typing (EntenteRecordsWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && GTK_IS_EDITABLE (focus) &&
         !entente_records_page_has_keyboard (get_page (self));
}

/* ---- actions ---- */

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntenteRecordsWindow *self = ENTENTE_RECORDS_WINDOW (widget);
  EntenteRecords records = entente_records_page_get_records (get_page (self));

  if (records == ENTENTE_RECORDS_ERAS)
    entente_era_form_present (widget, self->session, ENTENTE_ID_NONE);
  else if (records == ENTENTE_RECORDS_ROUNDS)
    entente_round_form_present_new (widget,
                                    self->session,
                                    entente_session_get_selection (self->session));
  else
    entente_record_form_present (widget,
                                 self->session,
                                 entente_records_get_entity (records),
                                 ENTENTE_ID_NONE,
                                 ENTENTE_ID_NONE);
}

static void
edit_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntenteRecordsWindow *self = ENTENTE_RECORDS_WINDOW (widget);
  EntenteRecords records = entente_records_page_get_records (get_page (self));
  EntenteId id = get_chosen (self);

  if (id == ENTENTE_ID_NONE || entente_study_is_read_only (get_study (self)))
    return;
  if (records == ENTENTE_RECORDS_ERAS)
    entente_era_form_present (widget, self->session, id);
  else if (records == ENTENTE_RECORDS_ROUNDS)
    entente_round_form_present (widget, self->session, id);
  else
    entente_record_form_present (widget,
                                 self->session,
                                 entente_records_get_entity (records),
                                 id,
                                 ENTENTE_ID_NONE);
}

static void
merge_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntenteRecordsWindow *self = ENTENTE_RECORDS_WINDOW (widget);
  EntenteRecordsPage *page = get_page (self);
  EntenteRecordItem *item = entente_records_page_get_chosen (page);

  if (item != NULL)
    entente_record_merge_form_present (
      widget,
      self->session,
      entente_records_get_entity (entente_records_page_get_records (page)),
      entente_records_page_get_list (page),
      item);
}

/* A round is an event; its moves stay. */
static EntenteStep *
make_delete (EntenteRecordsWindow *self, EntenteRecordItem *item, GError **error)
{
  EntenteEntity entity =
    entente_records_get_entity (entente_records_page_get_records (get_page (self)));
  EntenteId id = entente_record_item_get_id (item);

  if (entity == ENTENTE_ENTITY_EVENT)
    return entente_commands_delete_round (id,
                                          entente_record_item_get_name (item),
                                          entente_record_item_get_total (item));
  return entente_commands_delete_context (entente_study_get_chronicle (get_study (self)),
                                          entity,
                                          id,
                                          entente_record_item_get_total (item),
                                          error);
}

static void
delete_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntenteRecordsWindow *self = ENTENTE_RECORDS_WINDOW (widget);
  EntenteRecordItem *item = entente_records_page_get_chosen (get_page (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  EntenteStep *step;

  if (item == NULL)
    return;
  step = make_delete (self, item, &error);
  if (step == NULL) {
    entente_session_notify_user (self->session, error->message, 0);
    return;
  }
  done = g_strdup (step->label);
  entente_session_apply (self->session, step, done);
}

static void
set_listed (EntenteQuery *query, EntenteListed listed, EntenteId id)
{
  GArray **ids[] = {
    [ENTENTE_LISTED_TRACK] = &query->tracks,
    [ENTENTE_LISTED_PLACE] = &query->places,
    [ENTENTE_LISTED_ISSUE] = &query->issues,
  };

  g_clear_pointer (ids[listed], g_array_unref);
  entente_query_toggle_id (ids[listed], id, TRUE);
  query->listed[listed] = ENTENTE_MATCH_ANY;
  query->empty[listed] = FALSE;
}

static void
set_time (EntenteRecordsWindow *self, EntenteQuery *query, EntenteId id)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (get_study (self));

  for (guint i = 0; i < entente_chronicle_get_n_eras (chronicle); i++) {
    const EntenteEra *era = entente_chronicle_get_era (chronicle, i);
    EntenteSpan window;

    if (era->record.id != id || era->extent == NULL || era->recurring)
      continue;
    window = entente_date_get_window (era->extent);
    query->has_since = window.start != ENTENTE_TIME_MIN;
    query->has_until = window.end != ENTENTE_TIME_MAX;
    query->since = window.start;
    query->until = window.end;
    query->surely = FALSE;
  }
}

static void
filter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const EntenteListed listed[ENTENTE_N_RECORDS] = {
    [ENTENTE_RECORDS_TRACKS] = ENTENTE_LISTED_TRACK,
    [ENTENTE_RECORDS_PLACES] = ENTENTE_LISTED_PLACE,
    [ENTENTE_RECORDS_ISSUES] = ENTENTE_LISTED_ISSUE,
  };
  EntenteRecordsWindow *self = ENTENTE_RECORDS_WINDOW (widget);
  EntenteRecords records = entente_records_page_get_records (get_page (self));
  EntenteId id = get_chosen (self);
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (self->session));

  if (id == ENTENTE_ID_NONE)
    return;
  if (records == ENTENTE_RECORDS_ERAS)
    set_time (self, query, id);
  else if (records == ENTENTE_RECORDS_ROUNDS)
    entente_query_set_round (query, id);
  else
    set_listed (query, listed[records], id);
  entente_session_set_query (self->session, query);
}

static void
stepped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteSession) session = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes =
    entente_study_history_finish (ENTENTE_STUDY (source), result, &error);

  if (changes == NULL)
    entente_session_notify_user (session, error->message, 0);
}

static void
undo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntenteRecordsWindow *self = ENTENTE_RECORDS_WINDOW (widget);

  if (entente_study_can_undo (get_study (self)))
    entente_study_undo_async (get_study (self), stepped_cb, g_object_ref (self->session));
}

static void
redo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntenteRecordsWindow *self = ENTENTE_RECORDS_WINDOW (widget);

  if (entente_study_can_redo (get_study (self)))
    entente_study_redo_async (get_study (self), stepped_cb, g_object_ref (self->session));
}

static void
find_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (ENTENTE_RECORDS_WINDOW (widget)->search);
}

/* By its number. */
static void
page_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntenteRecordsWindow *self = ENTENTE_RECORDS_WINDOW (widget);

  gtk_stack_set_visible_child (self->pages, self->all[g_variant_get_int32 (parameter)]);
  entente_records_page_focus (get_page (self));
}

/* ---- keys ---- */

static gboolean
delete_key_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  if (is_typing (ENTENTE_RECORDS_WINDOW (widget)))
    return FALSE;
  gtk_widget_activate_action (widget, "records.delete", NULL);
  return TRUE;
}

static void
add_keys (GtkWidgetClass *class)
{
  static const struct {
    guint key;
    GdkModifierType state;
    const char *action;
  } keys[] = {
    { GDK_KEY_Escape, 0, "window.close" },
    { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
    { GDK_KEY_n, GDK_CONTROL_MASK, "records.add" },
    { GDK_KEY_Insert, 0, "records.add" },
    { GDK_KEY_F2, 0, "records.edit" },
    { GDK_KEY_m, GDK_CONTROL_MASK, "records.merge" },
    { GDK_KEY_Return, GDK_CONTROL_MASK, "records.filter" },
    { GDK_KEY_z, GDK_CONTROL_MASK, "records.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "records.redo" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "records.find" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (class, keys[i].key, keys[i].state, keys[i].action, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_Delete, 0, delete_key_cb, NULL);
  for (int i = 0; i < ENTENTE_N_RECORDS; i++)
    gtk_widget_class_add_binding_action (class,
                                         GDK_KEY_1 + (guint) i,
                                         GDK_CONTROL_MASK,
                                         "records.page",
                                         "i",
                                         i);
}

/* ---- GObject ---- */

static void
entente_records_window_dispose (GObject *object)
{
  EntenteRecordsWindow *self = ENTENTE_RECORDS_WINDOW (object);

  for (guint i = 0; i < ENTENTE_N_RECORDS; i++) {
    if (self->all[i] != NULL)
      g_signal_handlers_disconnect_by_data (self->all[i], self);
    self->all[i] = NULL;
  }
  g_clear_object (&self->session);

  G_OBJECT_CLASS (entente_records_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *class)
{
  static const struct {
    const char *name;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "records.add", add_action },       { "records.edit", edit_action },
    { "records.merge", merge_action },   { "records.delete", delete_action },
    { "records.filter", filter_action }, { "records.undo", undo_action },
    { "records.redo", redo_action },     { "records.find", find_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (class, actions[i].name, NULL, actions[i].func);
  gtk_widget_class_install_action (class, "records.page", "i", page_action);
}

static void
entente_records_window_class_init (EntenteRecordsWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_records_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-records-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteRecordsWindow, search);
  gtk_widget_class_bind_template_child (widget_class, EntenteRecordsWindow, count);
  gtk_widget_class_bind_template_child (widget_class, EntenteRecordsWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);
  install_actions (widget_class);
  add_keys (widget_class);
}

static void
entente_records_window_init (EntenteRecordsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_window_close), self);
}

static void
activate_cb (EntenteRecordsWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "records.edit", NULL);
}

static void
add_page (EntenteRecordsWindow *self, EntenteRecords records, const char *name, const char *title)
{
  GtkWidget *page = entente_records_page_new (self->session, records);

  self->all[records] = page;
  gtk_stack_add_titled (self->pages, page, name, title);
  g_signal_connect_swapped (page, "chosen-changed", G_CALLBACK (update_actions), self);
  g_signal_connect_swapped (page, "updated", G_CALLBACK (update_actions), self);
  g_signal_connect_swapped (page, "activate", G_CALLBACK (activate_cb), self);
}

static EntenteRecordsWindow *
create_window (GtkWindow *above, EntenteSession *session)
{
  EntenteRecordsWindow *self = g_object_new (ENTENTE_TYPE_RECORDS_WINDOW, NULL);

  self->session = g_object_ref (session);
  entente_toplevel_set_parent (GTK_WINDOW (self), above);
  add_page (self, ENTENTE_RECORDS_TRACKS, "tracks", _ ("Tracks"));
  add_page (self, ENTENTE_RECORDS_ROUNDS, "rounds", _ ("Rounds"));
  add_page (self, ENTENTE_RECORDS_PLACES, "places", _ ("Places"));
  add_page (self, ENTENTE_RECORDS_ISSUES, "issues", _ ("Issues"));
  add_page (self, ENTENTE_RECORDS_ERAS, "eras", _ ("Eras"));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
  return self;
}

void
entente_records_window_present (GtkWidget *parent, EntenteSession *session, EntenteRecords records)
{
  GtkWindow *above = GTK_WINDOW (gtk_widget_get_root (parent));
  GtkWindow *open = entente_toplevel_find_above (above, ENTENTE_TYPE_RECORDS_WINDOW);
  EntenteRecordsWindow *self =
    open != NULL ? ENTENTE_RECORDS_WINDOW (open) : create_window (above, session);

  gtk_stack_set_visible_child (self->pages, self->all[records]);
  update_actions (self);
  gtk_window_present (GTK_WINDOW (self));
  entente_records_page_focus (get_page (self));
}
