/* Choosers, buttons and list follow one source, which reads and counts. Main thread. */
#include "config.h"

#include "entente-accounts-view.h"

#include "entente-account-choice.h"
#include "entente-accounts-cells.h"

#include <glib/gi18n.h>

struct _EntenteAccountsView {
  GtkBox parent_instance;

  EntenteAccountsSource *source; /* or NULL */
  GtkSingleSelection *selection;
  GtkToggleButton *verdicts[ENTENTE_N_ACCOUNTS_VERDICTS];
  GtkLabel *verdict_labels[ENTENTE_N_ACCOUNTS_VERDICTS];
  gboolean updating;
  EntenteId opened; /* move of which claims were gone to last, … */
  EntenteSide opened_side; /* … of this side, … */
  guint n_opened; /* … so many */

  EntenteAccountChoice *left, *right;
  GtkBox *verdict_box;
  GtkLabel *sentence, *counts;
  GtkStack *pages;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (EntenteAccountsView, entente_accounts_view, GTK_TYPE_BOX)

enum { OPENED, N_SIGNALS };
static guint signals[N_SIGNALS];

static EntenteStudy *
get_study (EntenteAccountsView *self)
{
  return entente_session_get_study (entente_accounts_source_get_session (self->source));
}

static EntenteAccountChoice *
get_choice (EntenteAccountsView *self, EntenteSide side)
{
  return side == ENTENTE_SIDE_LEFT ? self->left : self->right;
}

/* ---- rows ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, entente_accounts_cells_new ());
}

static void
bind_cb (EntenteAccountsView *self, GtkListItem *item)
{
  GtkWidget *cells = gtk_list_item_get_child (item);
  EntenteAccountsItem *move = gtk_list_item_get_item (item);
  g_autofree char *name = entente_accounts_cells_describe (self->source, move);

  entente_accounts_cells_set_item (ENTENTE_ACCOUNTS_CELLS (cells), self->source, move);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (cells)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  -1);
}

static void
unbind_cb (EntenteAccountsView *self, GtkListItem *item)
{
  entente_accounts_cells_set_item (ENTENTE_ACCOUNTS_CELLS (gtk_list_item_get_child (item)),
                                   NULL,
                                   NULL);
}

/* Again and again: one claim of the side after the other. */
static void
open_row (EntenteAccountsView *self, guint position, EntenteSide side)
{
  g_autoptr (EntenteAccountsItem) item =
    g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  EntenteId event;

  if (!item)
    return;
  event = entente_accounts_item_get_row (item)->detail->event->record.id;
  if (self->opened != event || self->opened_side != side)
    self->n_opened = 0;
  self->opened = event;
  self->opened_side = side;
  entente_accounts_cells_open (self->source, item, side, self->n_opened++);
  g_signal_emit (self, signals[OPENED], 0);
}

static void
activate_cb (EntenteAccountsView *self, guint position)
{
  open_row (self, position, ENTENTE_SIDE_LEFT);
}

static void
open_right_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntenteAccountsView *self = ENTENTE_ACCOUNTS_VIEW (widget);

  open_row (self, gtk_single_selection_get_selected (self->selection), ENTENTE_SIDE_RIGHT);
}

/* ---- counts ---- */

/* The choices above say it in full. */
static char *
dup_side_name (EntenteAccountsView *self, EntenteSide side)
{
  EntenteSide across = side == ENTENTE_SIDE_LEFT ? ENTENTE_SIDE_RIGHT : ENTENTE_SIDE_LEFT;
  const EntenteAccount *account = entente_accounts_source_get_account (self->source, side);
  g_autofree char *name =
    account
      ? entente_account_dup_short_name (account,
                                        entente_accounts_source_get_account (self->source, across),
                                        entente_study_get_chronicle (get_study (self)))
      : NULL;

  if (name && *name)
    return g_steal_pointer (&name);
  return g_strdup (side == ENTENTE_SIDE_LEFT ? _ ("the left") : _ ("the right"));
}

static void
show_verdict (EntenteAccountsView *self, EntenteAccountsVerdict verdict)
{
  g_autofree char *left = dup_side_name (self, ENTENTE_SIDE_LEFT);
  g_autofree char *right = dup_side_name (self, ENTENTE_SIDE_RIGHT);
  g_autofree char *label = entente_accounts_verdict_describe (verdict, left, right);
  g_autofree char *text = g_strdup_printf ("%s  %'u  %s",
                                           entente_accounts_verdict_get_sign (verdict),
                                           entente_accounts_source_count (self->source, verdict),
                                           label);
  g_autofree char *name =
    g_strdup_printf ("%s: %'u", label, entente_accounts_source_count (self->source, verdict));

  gtk_label_set_text (self->verdict_labels[verdict], text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->verdicts[verdict]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  -1);
  gtk_toggle_button_set_active (self->verdicts[verdict],
                                entente_accounts_source_get_shown (self->source, verdict));
}

static char *
format_counts (EntenteAccountsView *self)
{
  guint n = g_list_model_get_n_items (entente_accounts_source_get_items (self->source));
  guint n_total = entente_accounts_source_get_n_total (self->source);
  guint n_left_out = entente_accounts_source_get_n_left_out (self->source);
  g_autofree char *counts =
    g_strdup_printf (ngettext ("%'u of %'u move", "%'u of %'u moves", n_total), n, n_total);

  if (n_left_out == 0)
    return g_steal_pointer (&counts);
  return g_strdup_printf (_ ("%s; the last %'u were too many to be read"), counts, n_left_out);
}

static const char *
find_page (EntenteAccountsView *self)
{
  if (!entente_accounts_source_get_account (self->source, ENTENTE_SIDE_LEFT) ||
      !entente_accounts_source_get_account (self->source, ENTENTE_SIDE_RIGHT))
    return "choose";
  if (entente_accounts_source_is_reading (self->source))
    return "reading";
  if (entente_accounts_source_get_n_total (self->source) == 0)
    return "silent";
  return g_list_model_get_n_items (entente_accounts_source_get_items (self->source)) > 0 ? "moves"
                                                                                         : "hidden";
}

static void
changed_cb (EntenteAccountsView *self)
{
  EntenteSession *session = entente_accounts_source_get_session (self->source);
  g_autofree char *sentence =
    entente_study_format_query (get_study (self), entente_session_get_query (session));
  g_autofree char *counts = format_counts (self);

  self->updating = TRUE;
  for (guint i = 0; i < ENTENTE_N_ACCOUNTS_VERDICTS; i++)
    show_verdict (self, i);
  self->updating = FALSE;
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->counts, counts);
  gtk_stack_set_visible_child_name (self->pages, find_page (self));
}

/* ---- callbacks ---- */

static void
chosen_cb (EntenteAccountsView *self)
{
  for (EntenteSide side = 0; side < ENTENTE_N_SIDES; side++)
    entente_accounts_source_set_account (
      self->source,
      side,
      entente_account_choice_get_account (get_choice (self, side)));
}

static void
swap_cb (EntenteAccountsView *self)
{
  entente_accounts_view_swap (self);
}

static void
verdict_cb (EntenteAccountsView *self)
{
  if (self->updating)
    return;
  for (guint i = 0; i < ENTENTE_N_ACCOUNTS_VERDICTS; i++)
    entente_accounts_source_set_shown (self->source,
                                       i,
                                       gtk_toggle_button_get_active (self->verdicts[i]));
}

/* What is chosen, and how a swap left it. */
static void
show_choices (EntenteAccountsView *self)
{
  for (EntenteSide side = 0; side < ENTENTE_N_SIDES; side++)
    entente_account_choice_set_account (get_choice (self, side),
                                        entente_accounts_source_get_account (self->source, side));
}

static void
study_changed_cb (EntenteStudy *study, EntenteChangeSet *changes, EntenteAccountsView *self)
{
  for (EntenteSide side = 0; side < ENTENTE_N_SIDES; side++)
    entente_account_choice_set_chronicle (get_choice (self, side),
                                          entente_study_get_chronicle (study));
}

/* ---- GObject ---- */

static void
entente_accounts_view_dispose (GObject *object)
{
  EntenteAccountsView *self = ENTENTE_ACCOUNTS_VIEW (object);

  if (self->source) {
    g_signal_handlers_disconnect_by_data (get_study (self), self);
    g_signal_handlers_disconnect_by_data (self->source, self);
    gtk_single_selection_set_model (self->selection, NULL);
  }
  g_clear_object (&self->source);

  G_OBJECT_CLASS (entente_accounts_view_parent_class)->dispose (object);
}

static void
entente_accounts_view_class_init (EntenteAccountsViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_accounts_view_dispose;

  g_type_ensure (ENTENTE_TYPE_ACCOUNT_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-accounts-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteAccountsView, left);
  gtk_widget_class_bind_template_child (widget_class, EntenteAccountsView, right);
  gtk_widget_class_bind_template_child (widget_class, EntenteAccountsView, verdict_box);
  gtk_widget_class_bind_template_child (widget_class, EntenteAccountsView, sentence);
  gtk_widget_class_bind_template_child (widget_class, EntenteAccountsView, counts);
  gtk_widget_class_bind_template_child (widget_class, EntenteAccountsView, pages);
  gtk_widget_class_bind_template_child (widget_class, EntenteAccountsView, list);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, swap_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "accounts.open-right", NULL, open_right_action);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_Return,
                                       GDK_SHIFT_MASK,
                                       "accounts.open-right",
                                       NULL);
  signals[OPENED] = g_signal_new ("opened",
                                  ENTENTE_TYPE_ACCOUNTS_VIEW,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  0);
}

static void
add_verdicts (EntenteAccountsView *self)
{
  for (guint i = 0; i < ENTENTE_N_ACCOUNTS_VERDICTS; i++) {
    GtkWidget *button = gtk_toggle_button_new (), *label = gtk_label_new (NULL);

    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
    gtk_button_set_child (GTK_BUTTON (button), label);
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
    g_signal_connect_swapped (button, "toggled", G_CALLBACK (verdict_cb), self);
    gtk_box_append (self->verdict_box, button);
    self->verdicts[i] = GTK_TOGGLE_BUTTON (button);
    self->verdict_labels[i] = GTK_LABEL (label);
  }
}

static void
entente_accounts_view_init (EntenteAccountsView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  entente_account_choice_set_label (self->left, _ ("Left account"));
  entente_account_choice_set_label (self->right, _ ("Right account"));
  add_verdicts (self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
}

void
entente_accounts_view_set_session (EntenteAccountsView *self, EntenteSession *session)
{
  g_return_if_fail (!self->source);

  self->source = entente_accounts_source_new (session);
  gtk_single_selection_set_model (self->selection,
                                  entente_accounts_source_get_items (self->source));
  study_changed_cb (get_study (self), NULL, self);
  g_signal_connect (get_study (self), "changed", G_CALLBACK (study_changed_cb), self);
  g_signal_connect_swapped (self->source, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}

EntenteAccountsSource *
entente_accounts_view_get_source (EntenteAccountsView *self)
{
  return self->source;
}

void
entente_accounts_view_swap (EntenteAccountsView *self)
{
  entente_accounts_source_swap (self->source);
  show_choices (self);
}
