/* A row, and how long after the one before it. */
#include "config.h"

#include "entente-accounts-item.h"

#include <glib/gi18n-lib.h>

struct _EntenteAccountsItem {
  GObject parent_instance;

  EntenteChronicle *chronicle;
  EntenteAccountsRow *row;
  char *gap; /* or NULL */
  char *looks; /* all that shows of it, and where its words stand */
};

G_DEFINE_FINAL_TYPE (EntenteAccountsItem, entente_accounts_item, G_TYPE_OBJECT)

/* ---- what shows ---- */

static gboolean
find_place (const EntenteChronicle *chronicle, const EntenteAccountsRow *row, gint64 *place)
{
  guint number = entente_chronicle_find_row (chronicle, row->detail->event->record.id);

  if (number == ENTENTE_NO_INDEX || number >= entente_chronicle_get_n_placed (chronicle))
    return FALSE;
  *place = entente_chronicle_get_place (chronicle, number);
  return TRUE;
}

/* Between the places on the axis, which is where the glyphs stand. */
static char *
format_gap (const EntenteChronicle *chronicle,
            const EntenteAccountsRow *row,
            const EntenteAccountsRow *previous)
{
  gint64 from, to;
  guint days;

  if (!previous || !find_place (chronicle, previous, &from) || !find_place (chronicle, row, &to))
    return NULL;
  days = (guint) CLAMP ((to - from) / ENTENTE_SECONDS_PER_DAY, 0, G_MAXINT);
  if (days == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%'u day later", "%'u days later", days), days);
}

static void
append_claims (GString *looks, const EntenteAccountsRow *row, const GArray *claims)
{
  for (guint i = 0; i < claims->len; i++) {
    const EntenteClaim *claim = row->detail->claims->pdata[g_array_index (claims, guint, i)];

    g_string_append_printf (looks,
                            "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
                            claim->record.id,
                            claim->passage);
  }
}

static char *
describe_looks (EntenteAccountsItem *self)
{
  GString *looks = g_string_new (NULL);

  g_string_append_printf (looks,
                          "%" G_GINT64_FORMAT " %s\n",
                          self->row->detail->event->record.id,
                          self->gap ? self->gap : "");
  for (guint i = 0; i < ENTENTE_N_ACCOUNTS_COLUMNS; i++) {
    g_autofree char *cell = entente_accounts_row_format_cell (self->row, self->chronicle, i);

    g_string_append_printf (looks, "%s\n", cell);
  }
  append_claims (looks, self->row, self->row->left);
  append_claims (looks, self->row, self->row->right);
  return g_string_free (looks, FALSE);
}

/* ---- GObject ---- */

static void
entente_accounts_item_finalize (GObject *object)
{
  EntenteAccountsItem *self = ENTENTE_ACCOUNTS_ITEM (object);

  entente_accounts_row_unref (self->row);
  entente_chronicle_unref (self->chronicle);
  g_free (self->gap);
  g_free (self->looks);

  G_OBJECT_CLASS (entente_accounts_item_parent_class)->finalize (object);
}

static void
entente_accounts_item_class_init (EntenteAccountsItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = entente_accounts_item_finalize;
}

static void
entente_accounts_item_init (EntenteAccountsItem *self)
{
}

EntenteAccountsItem *
entente_accounts_item_new (EntenteChronicle *chronicle,
                           EntenteAccountsRow *row,
                           const EntenteAccountsRow *previous)
{
  EntenteAccountsItem *self = g_object_new (ENTENTE_TYPE_ACCOUNTS_ITEM, NULL);

  self->chronicle = entente_chronicle_ref (chronicle);
  self->row = entente_accounts_row_ref (row);
  self->gap = format_gap (chronicle, row, previous);
  self->looks = describe_looks (self);
  return self;
}

EntenteAccountsRow *
entente_accounts_item_get_row (EntenteAccountsItem *self)
{
  return self->row;
}

EntenteChronicle *
entente_accounts_item_get_chronicle (EntenteAccountsItem *self)
{
  return self->chronicle;
}

const char *
entente_accounts_item_get_gap (EntenteAccountsItem *self)
{
  return self->gap;
}

gboolean
entente_accounts_item_is_like (EntenteAccountsItem *self, EntenteAccountsItem *other)
{
  return g_str_equal (self->looks, other->looks);
}
