/* Labels and buttons are made anew for each row that is shown: rows are few on a screen, and
 * claims of any number. Main thread. */
#include "config.h"

#include "entente-accounts-cells.h"

#include "entente-glyph-icon.h"
#include "entente-ink.h"

#include <glib/gi18n.h>

struct _EntenteAccountsCells {
  GtkBox parent_instance;

  EntenteAccountsSource *source; /* or NULL */
  EntenteAccountsItem *item; /* or NULL */
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (EntenteAccountsCells, entente_accounts_cells, GTK_TYPE_BOX)

static const GArray *
get_claims (const EntenteAccountsRow *row, EntenteSide side)
{
  return side == ENTENTE_SIDE_LEFT ? row->left : row->right;
}

static const char *
get_side_name (EntenteAccountsSource *source, EntenteAccountsItem *item, EntenteSide side)
{
  const EntenteAccount *account = entente_accounts_source_get_account (source, side);
  const char *name =
    account ? entente_account_get_name (account, entente_accounts_item_get_chronicle (item)) : NULL;

  return name ? name : "";
}

/* The heads of the columns say it in full, once. */
static char *
dup_short_name (EntenteAccountsSource *source, EntenteAccountsItem *item, EntenteSide side)
{
  EntenteSide across = side == ENTENTE_SIDE_LEFT ? ENTENTE_SIDE_RIGHT : ENTENTE_SIDE_LEFT;
  const EntenteAccount *account = entente_accounts_source_get_account (source, side);

  if (!account)
    return g_strdup ("");
  return entente_account_dup_short_name (account,
                                         entente_accounts_source_get_account (source, across),
                                         entente_accounts_item_get_chronicle (item));
}

static char *
describe_verdict (EntenteAccountsSource *source, EntenteAccountsItem *item)
{
  const EntenteAccountsRow *row = entente_accounts_item_get_row (item);
  g_autofree char *left = dup_short_name (source, item, ENTENTE_SIDE_LEFT);
  g_autofree char *right = dup_short_name (source, item, ENTENTE_SIDE_RIGHT);

  if (row->verdict == ENTENTE_ACCOUNTS_DIFFER)
    return entente_accounts_row_describe (row);
  return entente_accounts_verdict_describe (row->verdict, left, right);
}

/* ---- opening ---- */

static void
open_claim (EntenteAccountsSource *source, EntenteAccountsItem *item, guint number)
{
  EntenteSession *session = entente_accounts_source_get_session (source);
  const EntenteEventDetail *detail = entente_accounts_item_get_row (item)->detail;
  const EntenteClaim *claim = detail->claims->pdata[number];

  if (claim->passage == ENTENTE_ID_NONE) {
    entente_session_select_event (session, detail->event->record.id);
    return;
  }
  entente_session_select_passage (session, claim->passage, detail->event->record.id);
  entente_session_reveal_words (session);
}

void
entente_accounts_cells_open (EntenteAccountsSource *source,
                             EntenteAccountsItem *item,
                             EntenteSide side,
                             guint n)
{
  const EntenteAccountsRow *row = entente_accounts_item_get_row (item);
  const GArray *claims = get_claims (row, side);

  if (claims->len == 0)
    claims = get_claims (row, side == ENTENTE_SIDE_LEFT ? ENTENTE_SIDE_RIGHT : ENTENTE_SIDE_LEFT);
  open_claim (source, item, g_array_index (claims, guint, n % claims->len));
}

static void
claim_cb (EntenteAccountsCells *self, GtkButton *button)
{
  open_claim (self->source,
              self->item,
              GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "claim")));
}

/* ---- cells ---- */

static GtkWidget *
create_label (const char *text, const char *class, gfloat xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_justify (GTK_LABEL (label), xalign == 0.5f ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  if (class)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
create_claim (EntenteAccountsCells *self, guint number)
{
  const EntenteAccountsRow *row = entente_accounts_item_get_row (self->item);
  const char *quote = entente_accounts_row_get_quote (row, number);
  g_autofree char *how =
    entente_accounts_row_describe_claim (row,
                                         entente_accounts_item_get_chronicle (self->item),
                                         number);
  g_autofree char *quoted = quote ? g_strdup_printf (_ ("“%s”"), quote) : NULL;
  g_autofree char *name = quoted ? g_strdup_printf ("%s %s", quoted, how) : g_strdup (how);
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (quoted)
    gtk_box_append (GTK_BOX (box), create_label (quoted, NULL, 0));
  gtk_box_append (GTK_BOX (box), create_label (how, "account-how", 0));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_focusable (button, FALSE); /* rows have the keyboard: see EntenteAccountsView */
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "account-claim");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "claim", GUINT_TO_POINTER (number));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (claim_cb), self);
  return button;
}

static GtkWidget *
create_side (EntenteAccountsCells *self, EntenteSide side)
{
  const GArray *claims = get_claims (entente_accounts_item_get_row (self->item), side);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  for (guint i = 0; i < claims->len; i++)
    gtk_box_append (GTK_BOX (box), create_claim (self, g_array_index (claims, guint, i)));
  if (claims->len == 0)
    gtk_box_append (GTK_BOX (box), create_label (_ ("says nothing of it"), "account-silent", 0));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "account-side");
  return box;
}

/* The glyph of the move and the sign of the verdict, in one line. */
static GtkWidget *
create_mark (EntenteAccountsCells *self)
{
  const EntenteAccountsRow *row = entente_accounts_item_get_row (self->item);
  const EntenteChronicle *chronicle = entente_accounts_item_get_chronicle (self->item);
  guint number = entente_chronicle_find_row (chronicle, row->detail->event->record.id);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = entente_glyph_icon_new ();

  if (number != ENTENTE_NO_INDEX) {
    entente_glyph_icon_set_glyph (ENTENTE_GLYPH_ICON (icon),
                                  entente_ink_glyph_of (chronicle, number));
    entente_ink_apply_event (icon, chronicle, number);
  }
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (
    GTK_BOX (box),
    create_label (entente_accounts_verdict_get_sign (row->verdict), "account-sign", 0.5f));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "account-mark");
  return box;
}

/* What stands on the axis has the ground behind it, so that the line does not run through words. */
static GtkWidget *
create_axis (EntenteAccountsCells *self)
{
  const EntenteAccountsRow *row = entente_accounts_item_get_row (self->item);
  const char *gap = entente_accounts_item_get_gap (self->item);
  g_autofree char *date = entente_accounts_row_format_date (row);
  g_autofree char *title =
    entente_accounts_row_format_title (row, entente_accounts_item_get_chronicle (self->item));
  g_autofree char *verdict = describe_verdict (self->source, self->item);
  GtkWidget *axis = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (gap)
    gtk_box_append (GTK_BOX (box), create_label (gap, "account-gap", 0.5f));
  gtk_box_append (GTK_BOX (box), create_label (date, "account-date", 0.5f));
  gtk_box_append (GTK_BOX (box), create_mark (self));
  gtk_box_append (GTK_BOX (box), create_label (title, "account-title", 0.5f));
  gtk_box_append (GTK_BOX (box), create_label (verdict, "account-verdict", 0.5f));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_box_append (GTK_BOX (axis), box);
  gtk_widget_add_css_class (axis, "account-axis");
  return axis;
}

static void
clear_grid (EntenteAccountsCells *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)))
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

static void
fill (EntenteAccountsCells *self)
{
  GtkGrid *grid = GTK_GRID (self->grid);
  const int n = ENTENTE_ACCOUNTS_SIDE_COLUMNS;

  gtk_grid_attach (grid, create_side (self, ENTENTE_SIDE_LEFT), 0, 0, n, 1);
  gtk_grid_attach (grid, create_axis (self), n, 0, 1, 1);
  gtk_grid_attach (grid, create_side (self, ENTENTE_SIDE_RIGHT), n + 1, 0, n, 1);
}

/* ---- GObject ---- */

static void
entente_accounts_cells_dispose (GObject *object)
{
  EntenteAccountsCells *self = ENTENTE_ACCOUNTS_CELLS (object);

  g_clear_object (&self->source);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (entente_accounts_cells_parent_class)->dispose (object);
}

static void
entente_accounts_cells_class_init (EntenteAccountsCellsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_accounts_cells_dispose;
}

static void
entente_accounts_cells_init (EntenteAccountsCells *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_widget_set_hexpand (self->grid, TRUE);
  /* A box beside its only child would ask it for two heights at widths that never come. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (self), self->grid);
}

GtkWidget *
entente_accounts_cells_new (void)
{
  return g_object_new (ENTENTE_TYPE_ACCOUNTS_CELLS, NULL);
}

void
entente_accounts_cells_set_item (EntenteAccountsCells *self,
                                 EntenteAccountsSource *source,
                                 EntenteAccountsItem *item)
{
  clear_grid (self);
  g_set_object (&self->source, source);
  g_set_object (&self->item, item);
  if (item)
    fill (self);
}

/* ---- words ---- */

static void
append_side (GString *text,
             EntenteAccountsSource *source,
             EntenteAccountsItem *item,
             EntenteSide side)
{
  g_autofree char *cell = entente_accounts_row_format_cell (
    entente_accounts_item_get_row (item),
    entente_accounts_item_get_chronicle (item),
    side == ENTENTE_SIDE_LEFT ? ENTENTE_ACCOUNTS_COLUMN_LEFT : ENTENTE_ACCOUNTS_COLUMN_RIGHT);

  g_string_append_printf (text,
                          ". %s: %s",
                          get_side_name (source, item, side),
                          *cell ? cell : _ ("says nothing of it"));
}

char *
entente_accounts_cells_describe (EntenteAccountsSource *source, EntenteAccountsItem *item)
{
  const EntenteAccountsRow *row = entente_accounts_item_get_row (item);
  g_autofree char *date = entente_accounts_row_format_date (row);
  g_autofree char *title =
    entente_accounts_row_format_title (row, entente_accounts_item_get_chronicle (item));
  g_autofree char *verdict = describe_verdict (source, item);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s, %s, %s", title, date, verdict);
  append_side (text, source, item, ENTENTE_SIDE_LEFT);
  append_side (text, source, item, ENTENTE_SIDE_RIGHT);
  return g_string_free (text, FALSE);
}
