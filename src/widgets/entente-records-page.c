/* The selection keeps to a record, not to a place: when rows come and go around it, it moves with
 * them. Main thread.
 */
#include "config.h"

#include "entente-label.h"
#include "entente-records-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define INDENT_PX 20

struct _EntenteRecordsPage {
  GtkWidget parent_instance;

  EntenteRecords records;
  EntenteRecordList *list;
  GtkSingleSelection *selection;
  EntenteId chosen; /* or none */
  GHashTable *known; /* EntenteId that were listed before; NULL at first */
  gboolean is_listing; /* rows are being spliced */
  GtkWidget *stack; /* the list, or what to do */
  GtkWidget *view, *scroller;
  AdwStatusPage *empty;
};

G_DEFINE_FINAL_TYPE (EntenteRecordsPage, entente_records_page, GTK_TYPE_WIDGET)

enum { CHOSEN_CHANGED, ACTIVATE, UPDATED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- rows ---- */

static GtkWidget *
create_label (const char *class)
{
  GtkWidget *label = entente_label_new_line (NULL, class);

  if (class != NULL)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *count = create_label ("caption");

  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), create_label (NULL));
  gtk_box_append (GTK_BOX (texts), create_label ("caption"));
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), count);
  gtk_list_item_set_child (item, row);
}

/* What the screen reader says after the name. */
static char *
describe (EntenteRecordItem *record)
{
  const char *count = entente_record_item_get_count (record);
  /* TRANSLATORS: for the screen reader: number of moves of a record, "3 of 12" */
  g_autofree char *moves = *count ? g_strdup_printf (_ ("%s moves"), count) : g_strdup ("");
  g_autofree char *level =
    entente_record_item_get_depth (record) > 0
      /* TRANSLATORS: for the screen reader: how deep a record stands under others, 2 and more */
      ? g_strdup_printf (_ ("level %u"), entente_record_item_get_depth (record) + 1)
      : g_strdup ("");

  return g_strjoin (", ", entente_record_item_get_detail (record), moves, level, NULL);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *texts = gtk_widget_get_first_child (row);
  EntenteRecordItem *record = gtk_list_item_get_item (item);
  const char *detail = entente_record_item_get_detail (record);
  g_autofree char *description = describe (record);

  gtk_widget_set_margin_start (texts, (int) entente_record_item_get_depth (record) * INDENT_PX);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (texts)),
                      entente_record_item_get_name (record));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (texts)), detail);
  gtk_widget_set_visible (gtk_widget_get_last_child (texts), *detail != '\0');
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)),
                      entente_record_item_get_count (record));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  entente_record_item_get_name (record),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description,
                                  -1);
}

/* ---- what is empty ---- */

static const struct {
  const char *title, *description;
} words[ENTENTE_N_RECORDS] = {
  [ENTENTE_RECORDS_TRACKS] = { N_ ("No Tracks Yet"),
                               N_ (
                                 "A track is a channel of talks: official, a back channel, "
                                 "shuttle. Ctrl+N makes one; moves are put on it in their form.") },
  [ENTENTE_RECORDS_ROUNDS] = { N_ ("No Rounds Yet"),
                               N_ ("A round is a meeting of which moves are part. Ctrl+N makes "
                                   "one, of the moves that are selected if there are any.") },
  [ENTENTE_RECORDS_PLACES] = { N_ ("No Places Yet"),
                               N_ ("Where moves were made. A place may lie in another one.") },
  [ENTENTE_RECORDS_ISSUES] = { N_ ("No Issues Yet"),
                               N_ ("What the talks are about. An issue may be part of another one, "
                                   "which then counts its moves too.") },
  [ENTENTE_RECORDS_ERAS] = { N_ ("No Eras Yet"),
                             N_ ("A named stretch of time behind the lanes, once or each year.") },
};

static void
show_state (EntenteRecordsPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;
  gboolean found_none = !any && entente_record_list_get_n_all (self->list) > 0;

  gtk_stack_set_visible_child (GTK_STACK (self->stack),
                               any ? self->scroller : GTK_WIDGET (self->empty));
  adw_status_page_set_title (self->empty,
                             found_none ? _ ("Nothing Found") : _ (words[self->records].title));
  adw_status_page_set_description (self->empty,
                                   found_none ? NULL : _ (words[self->records].description));
}

/* ---- callbacks ---- */

static void
note_chosen (EntenteRecordsPage *self)
{
  EntenteRecordItem *item = entente_records_page_get_chosen (self);

  self->chosen = item != NULL ? entente_record_item_get_id (item) : ENTENTE_ID_NONE;
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

static void
selected_cb (EntenteRecordsPage *self)
{
  if (!self->is_listing)
    note_chosen (self);
}

static EntenteId
get_id (EntenteRecordsPage *self, guint at)
{
  g_autoptr (EntenteRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), at);

  return entente_record_item_get_id (item);
}

/* What was just made is what a person goes on with. */
static void
choose_fresh (EntenteRecordsPage *self)
{
  g_autoptr (GHashTable) known = self->known;
  guint n_fresh = 0;
  EntenteId fresh = ENTENTE_ID_NONE;

  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++) {
    EntenteId id = get_id (self, i);

    if (known != NULL && !g_hash_table_contains (known, &id)) {
      n_fresh++;
      fresh = id;
    }
    g_hash_table_add (self->known, g_memdup2 (&id, sizeof id));
  }
  if (n_fresh == 1)
    self->chosen = fresh;
}

static void
updated_cb (EntenteRecordsPage *self)
{
  guint at;

  if (entente_record_list_is_searched (self->list))
    g_clear_pointer (&self->known, g_hash_table_unref);
  else
    choose_fresh (self);
  at = self->chosen != ENTENTE_ID_NONE ? entente_record_list_find (self->list, self->chosen)
                                       : G_MAXUINT;
  if (at != G_MAXUINT)
    gtk_single_selection_set_selected (self->selection, at);
  self->is_listing = FALSE;
  note_chosen (self);
  show_state (self);
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
activate_cb (EntenteRecordsPage *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* ---- GObject ---- */

static void
entente_records_page_dispose (GObject *object)
{
  EntenteRecordsPage *self = ENTENTE_RECORDS_PAGE (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_pointer (&self->known, g_hash_table_unref);

  G_OBJECT_CLASS (entente_records_page_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name,
                       ENTENTE_TYPE_RECORDS_PAGE,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       0);
}

static void
entente_records_page_class_init (EntenteRecordsPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_records_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);

  signals[CHOSEN_CHANGED] = add_signal ("chosen-changed");
  signals[ACTIVATE] = add_signal ("activate");
  signals[UPDATED] = add_signal ("updated");
}

static void
entente_records_page_init (EntenteRecordsPage *self)
{
  self->stack = gtk_stack_new ();
  self->view = gtk_list_view_new (NULL, NULL);
  self->scroller = gtk_scrolled_window_new ();
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  gtk_widget_add_css_class (self->view, "history");
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "compact");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_stack_add_child (GTK_STACK (self->stack), self->scroller);
  gtk_stack_add_child (GTK_STACK (self->stack), GTK_WIDGET (self->empty));
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
}

static void
list_changing_cb (EntenteRecordsPage *self)
{
  self->is_listing = TRUE;
}

static void
set_up_list (EntenteRecordsPage *self)
{
  static const char *const names[ENTENTE_N_RECORDS] = {
    N_ ("Tracks"), N_ ("Rounds"), N_ ("Places"), N_ ("Issues"), N_ ("Eras"),
  };
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  /* Before the selection hears of it: what it then selects is not what a person chose. */
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (list_changing_cb), self);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->list, "updated", G_CALLBACK (updated_cb), self);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (names[self->records]),
                                  -1);
}

GtkWidget *
entente_records_page_new (EntenteSession *session, EntenteRecords records)
{
  EntenteRecordsPage *self = g_object_new (ENTENTE_TYPE_RECORDS_PAGE, NULL);

  self->records = records;
  self->list = entente_record_list_new (session, records);
  set_up_list (self);
  updated_cb (self);
  return GTK_WIDGET (self);
}

/* ---- public functions ---- */

EntenteRecords
entente_records_page_get_records (EntenteRecordsPage *self)
{
  return self->records;
}

EntenteRecordList *
entente_records_page_get_list (EntenteRecordsPage *self)
{
  return self->list;
}

EntenteRecordItem *
entente_records_page_get_chosen (EntenteRecordsPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

void
entente_records_page_set_search (EntenteRecordsPage *self, const char *search)
{
  guint at;

  entente_record_list_set_search (self->list, search);
  at = entente_record_list_find_match (self->list);
  if (at != G_MAXUINT)
    gtk_single_selection_set_selected (self->selection, at);
}

char *
entente_records_page_format_count (EntenteRecordsPage *self)
{
  return g_strdup_printf (_ ("%u of %u"),
                          g_list_model_get_n_items (G_LIST_MODEL (self->list)),
                          entente_record_list_get_n_all (self->list));
}

gboolean
entente_records_page_has_keyboard (EntenteRecordsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == self->view || gtk_widget_is_ancestor (focus, self->view));
}

void
entente_records_page_focus (EntenteRecordsPage *self)
{
  gtk_widget_grab_focus (self->view);
}
