/* What contradicts itself in a study: told, never resolved. Blocking; reads a store of its own. */

#include "config.h"

#include "entente-orders.h"
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
format_order (EntenteStore *store, const EntenteChronicle *chronicle, const EntenteOrder *order)
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
  g_autoptr (GPtrArray) orders = entente_store_list (store, ENTENTE_ENTITY_ORDER, error);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (GArray) found = NULL;

  if (!orders)
    return NULL;
  if (orders->len == 0)
    return g_steal_pointer (&sentences);
  if (!(chronicle = read_chronicle (store, error)))
    return NULL;
  found = entente_orders_find_contradictions (chronicle, orders);
  for (guint i = 0; i < found->len; i++) {
    const EntenteOrder *order = g_ptr_array_index (orders, g_array_index (found, guint, i));

    g_ptr_array_add (sentences, format_order (store, chronicle, order));
  }
  return g_steal_pointer (&sentences);
}
