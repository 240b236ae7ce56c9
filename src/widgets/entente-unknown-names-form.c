/* A list box of names, read in a thread once the window is open. A row shows as long as nobody
 * bears its name, so that what was accepted goes and comes back with Undo. Main thread.
 */
#include "config.h"

#include "entente-actor-entry.h"
#include "entente-enum-choice.h"
#include "entente-label.h"
#include "entente-plain-words.h"
#include "entente-unknown-names-form.h"
#include "entente-unknown-names.h"
#include <adwaita.h>
#include <glib/gi18n.h>

#define FORM_DATA "entente-form"
#define NAME_DATA "entente-name"
#define CHOICE_DATA "entente-choice"
#define MAX_ROWS 200 /* decided, they make room for others when the window is opened again */
#define WIDTH_PX 640
#define HEIGHT_PX 620

typedef struct {
  EntenteSession *session;
  GCancellable *reading;
  GPtrArray *names; /* EntenteUnknownName; NULL until they are read */
  GtkWidget *window;
  GtkWidget *pages; /* "reading", "names" and "nothing" */
  GtkWidget *list;
  GtkWidget *note;
  GtkWidget *nothing;
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  g_cancellable_cancel (form->reading);
  g_object_unref (form->reading);
  g_clear_pointer (&form->names, g_ptr_array_unref);
  g_object_unref (form->session);
  g_free (form);
}

static EntenteStudy *
get_study (Form *form)
{
  return entente_session_get_study (form->session);
}

static EntenteChronicle *
get_chronicle (Form *form)
{
  return entente_study_get_chronicle (get_study (form));
}

/* ---- what shows ---- */

static gboolean
is_unknown (Form *form, const EntenteUnknownName *name)
{
  g_autoptr (GArray) found =
    entente_chronicle_find_actors_by_name (get_chronicle (form), name->name);

  return found->len == 0;
}

static void
show_page (Form *form, guint n)
{
  gtk_stack_set_visible_child_name (GTK_STACK (form->pages), n > 0 ? "names" : "nothing");
}

static void
update_rows (Form *form)
{
  guint n = 0;

  if (!form->names)
    return;
  for (GtkWidget *row = gtk_widget_get_first_child (form->list); row;
       row = gtk_widget_get_next_sibling (row)) {
    gboolean unknown = is_unknown (form, g_object_get_data (G_OBJECT (row), NAME_DATA));

    gtk_widget_set_visible (row, unknown);
    n += unknown;
  }
  show_page (form, n);
}

static void
changed_cb (GtkWidget *window)
{
  update_rows (g_object_get_data (G_OBJECT (window), FORM_DATA));
}

/* ---- decisions ---- */

static Form *
find_form (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_root (widget)), FORM_DATA);
}

static GtkWidget *
find_row (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
}

/* The kind is what the row says now. */
static void
add_actor (Form *form, GtkWidget *row)
{
  EntenteUnknownName *name = g_object_get_data (G_OBJECT (row), NAME_DATA);
  GtkWidget *choice = g_object_get_data (G_OBJECT (row), CHOICE_DATA);

  name->kind = entente_enum_choice_get (choice);
  entente_session_apply (form->session,
                         entente_commands_add_unknown_name (name),
                         _ ("Actor added"));
}

static void
add_cb (GtkWidget *button)
{
  add_actor (find_form (button), find_row (button));
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, Form *form)
{
  add_actor (form, GTK_WIDGET (row));
}

static void
alias_cb (EntenteActorEntry *entry, gint64 actor, const char *text, gpointer data)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  GtkWidget *row = find_row (gtk_widget_get_parent (popover));
  Form *form = find_form (row);
  const EntenteUnknownName *name = g_object_get_data (G_OBJECT (row), NAME_DATA);

  if (actor == ENTENTE_ID_NONE)
    return;
  gtk_popover_popdown (GTK_POPOVER (popover));
  entente_session_apply (form->session,
                         entente_commands_add_name_as_alias (name, actor),
                         _ ("Alias added"));
}

/* ---- rows ---- */

static void
show_popover_cb (GtkWidget *popover, GtkWidget *entry)
{
  Form *form = find_form (popover);

  entente_actor_entry_set_chronicle (ENTENTE_ACTOR_ENTRY (entry), get_chronicle (form));
  entente_actor_entry_set_text (ENTENTE_ACTOR_ENTRY (entry), "");
  gtk_widget_grab_focus (entry);
}

/* Made when it is asked for. */
static void
create_popover (GtkMenuButton *button, gpointer data)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = entente_actor_entry_new ();

  entente_actor_entry_set_placeholder (ENTENTE_ACTOR_ENTRY (entry), _ ("Actor, alias, spelling"));
  gtk_widget_set_size_request (entry, 260, -1);
  g_signal_connect (entry, "actor-chosen", G_CALLBACK (alias_cb), NULL);
  g_signal_connect (popover, "show", G_CALLBACK (show_popover_cb), entry);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  gtk_menu_button_set_popover (button, popover);
}

/* "named 4 times in 2 articles" */
static char *
dup_count (const EntenteUnknownName *name)
{
  g_autofree char *times =
    g_strdup_printf (ngettext ("named %u time", "named %u times", name->n_mentions),
                     name->n_mentions);

  return g_strdup_printf (ngettext ("%s in %u article", "%s in %u articles", name->n_articles),
                          times,
                          name->n_articles);
}

static GtkWidget *
create_buttons (GtkWidget *row, const EntenteUnknownName *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *choice = entente_enum_choice_new (ENTENTE_ENUM_ACTOR_KIND, _ ("Kind of actor"));
  GtkWidget *add = gtk_button_new_with_label (_ ("Add as Actor"));
  GtkWidget *same = gtk_menu_button_new ();

  entente_enum_choice_set (choice, name->kind);
  g_object_set_data (G_OBJECT (row), CHOICE_DATA, choice);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (same), _ ("Alias of…"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (same), create_popover, NULL, NULL);
  g_signal_connect (add, "clicked", G_CALLBACK (add_cb), NULL);
  gtk_box_append (GTK_BOX (box), choice);
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (box), same);
  return box;
}

static GtkWidget *
create_row (EntenteUnknownName *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *count = dup_count (name);
  g_autofree char *quote = g_strdup_printf ("“%s”", name->sentence);
  g_autofree char *said = g_strdup_printf ("%s, %s", name->name, count);

  g_object_set_data (G_OBJECT (row), NAME_DATA, name);
  gtk_box_append (GTK_BOX (box), entente_label_new (name->name, "heading"));
  gtk_box_append (GTK_BOX (box), entente_label_new (count, "row-note"));
  gtk_box_append (GTK_BOX (box), entente_label_new (quote, NULL));
  gtk_box_append (GTK_BOX (box), create_buttons (row, name));
  gtk_widget_set_margin_top (box, 10);
  gtk_widget_set_margin_bottom (box, 10);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return row;
}

static void
show_names (Form *form)
{
  guint n = MIN (form->names->len, MAX_ROWS);

  for (guint i = 0; i < n; i++)
    gtk_list_box_append (GTK_LIST_BOX (form->list), create_row (form->names->pdata[i]));
  if (form->names->len > n) {
    g_autofree char *text =
      g_strdup_printf (ngettext ("%u of %u name; the others when these are decided.",
                                 "%u of %u names; the others when these are decided.",
                                 form->names->len),
                       n,
                       form->names->len);

    gtk_label_set_text (GTK_LABEL (form->note), text);
    gtk_widget_set_visible (form->note, TRUE);
  }
  update_rows (form);
}

/* ---- reading ---- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *names =
    entente_study_read_unknown_names_finish (ENTENTE_STUDY (source), result, &error);
  Form *form = g_object_get_data (G_OBJECT (window), FORM_DATA);

  if (!form || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_clear_pointer (&names, g_ptr_array_unref);
    return;
  }
  form->names = names;
  if (names) {
    show_names (form);
    return;
  }
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (form->nothing), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (form->nothing), _ ("The Articles Could Not Be Read"));
  entente_plain_words_describe (ADW_STATUS_PAGE (form->nothing), error->message);
  show_page (form, 0);
}

static gboolean
close_cb (GtkWindow *window, Form *form)
{
  g_cancellable_cancel (form->reading);
  return GDK_EVENT_PROPAGATE;
}

/* ---- parts ---- */

static GtkWidget *
create_reading_page (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("The articles are being read")));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
create_nothing_page (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "emblem-ok-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Everybody Named Is Known"));
  adw_status_page_set_description (
    ADW_STATUS_PAGE (page),
    _ ("The articles name nobody who is not an actor of this study."));
  return page;
}

static GtkWidget *
create_names_page (Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  form->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (form->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (form->list, "boxed-list");
  g_signal_connect (form->list, "row-activated", G_CALLBACK (activated_cb), form);
  form->note = entente_label_new (NULL, "row-note");
  gtk_widget_set_visible (form->note, FALSE);
  gtk_box_append (GTK_BOX (box), form->list);
  gtk_box_append (GTK_BOX (box), form->note);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  return scroller;
}

static GtkWidget *
create_content (Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  form->pages = gtk_stack_new ();
  form->nothing = create_nothing_page ();
  gtk_widget_set_vexpand (form->pages, TRUE);
  gtk_stack_add_named (GTK_STACK (form->pages), create_reading_page (), "reading");
  gtk_stack_add_named (GTK_STACK (form->pages), create_names_page (form), "names");
  gtk_stack_add_named (GTK_STACK (form->pages), form->nothing, "nothing");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), form->pages);
  return box;
}

static gboolean
escape_cb (GtkWidget *window, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return GDK_EVENT_STOP;
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (shortcuts),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, shortcuts);
}

void
entente_unknown_names_form_present (GtkWidget *parent, EntenteSession *session)
{
  Form *form = g_new0 (Form, 1);

  form->session = g_object_ref (session);
  form->reading = g_cancellable_new ();
  form->window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (form->window), _ ("Names in Articles"));
  gtk_window_set_default_size (GTK_WINDOW (form->window), WIDTH_PX, HEIGHT_PX);
  gtk_window_set_transient_for (GTK_WINDOW (form->window),
                                GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (form->window), TRUE);
  adw_window_set_content (ADW_WINDOW (form->window), create_content (form));
  close_on_escape (form->window);
  g_object_set_data_full (G_OBJECT (form->window), FORM_DATA, form, free_form);
  g_signal_connect (form->window, "close-request", G_CALLBACK (close_cb), form);
  g_signal_connect_object (get_study (form),
                           "changed",
                           G_CALLBACK (changed_cb),
                           form->window,
                           G_CONNECT_SWAPPED);
  entente_study_read_unknown_names_async (get_study (form),
                                          form->reading,
                                          read_cb,
                                          g_object_ref (form->window));
  gtk_window_present (GTK_WINDOW (form->window));
}
