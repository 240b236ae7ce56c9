/* What contradicts itself in a study: told, never resolved. Blocking; reads a store of its own. */

#include "config.h"

#include "entente-study.h"

#include <glib/gi18n-lib.h>

static EntenteChronicle *
read_chronicle (EntenteStore *store, GError **error)
{
  g_autoptr (EntenteChronicleBuilder) builder = entente_chronicle_builder_new ();

  if (!entente_store_read_rows (store, entente_chronicle_builder_get_sink (), builder, NULL, error))
    return NULL;
  return entente_chronicle_builder_build (g_steal_pointer (&builder), 0);
}

static char *
dup_title (EntenteStore *store, const EntenteChronicle *chronicle, EntenteId event)
{
  g_auto (GStrv) titles = entente_store_get_titles (store, &event, 1, NULL);

  if (titles && titles[0])
    return g_strdup (titles[0]);
  return entente_chronicle_describe (chronicle, entente_chronicle_find_row (chronicle, event));
}

static char *
format_order (EntenteStore *store, const EntenteChronicle *chronicle, const EntenteOrderRow *order)
{
  g_autofree char *event = dup_title (store, chronicle, order->event);
  g_autofree char *other = dup_title (store, chronicle, order->other);

  switch (order->relation) {
  case ENTENTE_ORDER_BEFORE:
    return g_strdup_printf (_ ("“%s” before “%s” contradicts dates or other orders."),
                            event,
                            other);
  case ENTENTE_ORDER_AFTER:
    return g_strdup_printf (_ ("“%s” after “%s” contradicts dates or other orders."), event, other);
  case ENTENTE_ORDER_NOT_BEFORE:
    return g_strdup_printf (_ ("“%s” not before “%s” contradicts dates or other orders."),
                            event,
                            other);
  default:
    return g_strdup_printf (
      ngettext ("“%s” within %d day of “%s” contradicts dates or other orders.",
                "“%s” within %d days of “%s” contradicts dates or other orders.",
                (gulong) order->days),
      event,
      (int) order->days,
      other);
  }
}

GPtrArray *
entente_study_check_orders (EntenteStore *store, GError **error)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (EntenteChronicle) chronicle = read_chronicle (store, error);
  const EntenteOrders *orders;
  const EntenteOrderRow *rows;
  guint n;

  if (!chronicle)
    return NULL;
  orders = entente_chronicle_get_orders (chronicle);
  rows = entente_orders_get_rows (orders, &n);
  for (guint i = 0; i < n; i++) {
    if (entente_orders_is_contradicted (orders, i))
      g_ptr_array_add (sentences, format_order (store, chronicle, &rows[i]));
  }
  return g_steal_pointer (&sentences);
}
