/* A drop-down list of what it may be, and a button with all names of that, which an entry
 * narrows: Enter takes the first. Main thread. */
#include "config.h"

#include "entente-account-choice.h"

#include "entente-enum-choice.h"
#include "entente-label.h"

#include <glib/gi18n.h>

struct _EntenteAccountChoice {
  GtkBox parent_instance;

  GtkDropDown *kind;
  GtkMenuButton *button;
  GtkLabel *shown;
  GtkEditable *entry;
  GtkListView *list;
  GtkStringList *names; /* of the accounts */
  GtkFilter *filter;
  char *label; /* for the screen reader */
  EntenteChronicle *chronicle; /* or NULL */
  GPtrArray *accounts; /* EntenteAccount; never NULL */
  EntenteAccount *chosen; /* or NULL */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (EntenteAccountChoice, entente_account_choice, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- names ---- */

static const char *
get_name (EntenteAccountChoice *self, const EntenteAccount *account)
{
  const char *name = self->chronicle ? entente_account_get_name (account, self->chronicle) : NULL;

  return name ? name : _ ("Untitled");
}

static void
fill (EntenteAccountChoice *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_set_size (self->accounts, 0);
  if (self->chronicle) {
    g_ptr_array_unref (self->accounts);
    self->accounts =
      entente_account_list (gtk_drop_down_get_selected (self->kind), self->chronicle);
  }
  for (guint i = 0; i < self->accounts->len; i++)
    g_ptr_array_add (names, (gpointer) get_name (self, self->accounts->pdata[i]));
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->names,
                          0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          (const char *const *) names->pdata);
}

static void
show_chosen (EntenteAccountChoice *self)
{
  const char *name = self->chosen ? get_name (self, self->chosen) : _ ("Choose…");
  g_autofree char *spoken = g_strdup_printf ("%s: %s", self->label, name);

  gtk_label_set_text (self->shown, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken,
                                  -1);
}

static void
take (EntenteAccountChoice *self, const EntenteAccount *account)
{
  EntenteAccount *taken = account ? entente_account_ref (account) : NULL;

  entente_account_unref (self->chosen);
  self->chosen = taken;
  show_chosen (self);
}

/* ---- callbacks ---- */

static void
kind_cb (EntenteAccountChoice *self)
{
  if (self->filling)
    return;
  take (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
opened_cb (EntenteAccountChoice *self)
{
  gtk_editable_set_text (self->entry, "");
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
typed_cb (EntenteAccountChoice *self)
{
  gtk_string_filter_set_search (GTK_STRING_FILTER (self->filter),
                                gtk_editable_get_text (self->entry));
}

/* Names may be alike: the string itself tells which. */
static const EntenteAccount *
find_account (EntenteAccountChoice *self, gpointer name)
{
  for (guint i = 0; i < self->accounts->len; i++) {
    g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->names), i);

    if (item == name)
      return self->accounts->pdata[i];
  }
  return NULL;
}

static void
choose_cb (EntenteAccountChoice *self, guint position)
{
  g_autoptr (GObject) name =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);
  const EntenteAccount *account = name ? find_account (self, name) : NULL;

  if (!account)
    return;
  gtk_menu_button_popdown (self->button);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  if (entente_account_equal (account, self->chosen))
    return;
  take (self, account);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
choose_first_cb (EntenteAccountChoice *self)
{
  choose_cb (self, 0);
}

/* ---- rows ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = entente_label_new_line (NULL, NULL);

  gtk_widget_set_margin_top (label, 4);
  gtk_widget_set_margin_bottom (label, 4);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  -1);
}

/* ---- GObject ---- */

static void
entente_account_choice_dispose (GObject *object)
{
  EntenteAccountChoice *self = ENTENTE_ACCOUNT_CHOICE (object);

  g_clear_pointer (&self->chronicle, entente_chronicle_unref);
  g_clear_pointer (&self->chosen, entente_account_unref);
  g_clear_object (&self->names);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (entente_account_choice_parent_class)->dispose (object);
}

static void
entente_account_choice_finalize (GObject *object)
{
  EntenteAccountChoice *self = ENTENTE_ACCOUNT_CHOICE (object);

  g_ptr_array_unref (self->accounts);
  g_free (self->label);

  G_OBJECT_CLASS (entente_account_choice_parent_class)->finalize (object);
}

static void
entente_account_choice_class_init (EntenteAccountChoiceClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_account_choice_dispose;
  G_OBJECT_CLASS (class)->finalize = entente_account_choice_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-account-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteAccountChoice, kind);
  gtk_widget_class_bind_template_child (widget_class, EntenteAccountChoice, button);
  gtk_widget_class_bind_template_child (widget_class, EntenteAccountChoice, shown);
  gtk_widget_class_bind_template_child (widget_class, EntenteAccountChoice, entry);
  gtk_widget_class_bind_template_child (widget_class, EntenteAccountChoice, list);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_first_cb);
  signals[CHANGED] = g_signal_new ("changed",
                                   ENTENTE_TYPE_ACCOUNT_CHOICE,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
set_up_list (EntenteAccountChoice *self)
{
  GtkExpression *string = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->names = gtk_string_list_new (NULL);
  self->filter = GTK_FILTER (gtk_string_filter_new (string));
  selection = gtk_no_selection_new (
    G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->names)),
                                             g_object_ref (self->filter))));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

static void
entente_account_choice_init (EntenteAccountChoice *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->accounts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_list (self);
  for (guint i = 0; i < ENTENTE_N_ACCOUNT_KINDS; i++)
    gtk_string_list_append (kinds, entente_account_kind_get_label (i));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (kind_cb), self);
}

void
entente_account_choice_set_label (EntenteAccountChoice *self, const char *label)
{
  g_autofree char *kind = g_strdup_printf (_ ("%s: what it is"), label);

  g_free (self->label);
  self->label = g_strdup (label);
  entente_enum_choice_set_name (self->kind, kind);
  show_chosen (self);
}

void
entente_account_choice_set_chronicle (EntenteAccountChoice *self, const EntenteChronicle *chronicle)
{
  g_clear_pointer (&self->chronicle, entente_chronicle_unref);
  self->chronicle = entente_chronicle_ref (chronicle);
  show_chosen (self);
}

const EntenteAccount *
entente_account_choice_get_account (EntenteAccountChoice *self)
{
  return self->chosen;
}

void
entente_account_choice_set_account (EntenteAccountChoice *self, const EntenteAccount *account)
{
  if (account) {
    self->filling = TRUE;
    gtk_drop_down_set_selected (self->kind, account->kind);
    self->filling = FALSE;
  }
  take (self, account);
}
