/* Orders in words of the user's language, and what they say of the date of an event. */
#include "config.h"

#include "entente-order-words.h"

#include <glib/gi18n-lib.h>

static char *
format_relation (const EntenteOrder *order, gboolean is_first, const char *title)
{
  switch (order->relation) {
  case ENTENTE_ORDER_BEFORE:
    return g_strdup_printf (is_first ? _ ("before “%s”") : _ ("after “%s”"), title);
  case ENTENTE_ORDER_AFTER:
    return g_strdup_printf (is_first ? _ ("after “%s”") : _ ("before “%s”"), title);
  case ENTENTE_ORDER_NOT_BEFORE:
    return g_strdup_printf (is_first ? _ ("not before “%s”") : _ ("not after “%s”"), title);
  default:
    return g_strdup_printf (
      ngettext ("within %d day of “%s”", "within %d days of “%s”", (gulong) order->days),
      (int) order->days,
      title);
  }
}

char *
entente_order_format (const EntenteOrder *order, EntenteId event, const char *other_title)
{
  g_autofree char *words = format_relation (order, order->event == event, other_title);

  if (order->passage != ENTENTE_ID_NONE)
    return g_steal_pointer (&words);
  /* Translators: an order of two moves that no text says: "after “Kabul declines” (inferred)". */
  return g_strdup_printf (_ ("%s (inferred)"), words);
}

char *
entente_order_format_title (const EntenteChronicle *chronicle, const EntenteEvent *event)
{
  guint row = entente_chronicle_find_row (chronicle, event->record.id);

  if (event->title != NULL && *event->title != '\0')
    return g_strdup (event->title);
  return row != ENTENTE_NO_INDEX ? entente_chronicle_describe (chronicle, row)
                                 : g_strdup (event->kind);
}

gboolean
entente_order_is_contradicted (const EntenteChronicle *chronicle, EntenteId order)
{
  const EntenteOrders *orders = entente_chronicle_get_orders (chronicle);
  guint n;
  const EntenteOrderRow *rows = entente_orders_get_rows (orders, &n);

  for (guint i = 0; i < n; i++) {
    if (rows[i].id == order)
      return entente_orders_is_contradicted (orders, i);
  }
  return FALSE;
}

/* ---- dates ---- */

static const EntenteOrdered *
find_bounded (const EntenteChronicle *chronicle, EntenteId event)
{
  const EntenteOrdered *ordered =
    entente_orders_find (entente_chronicle_get_orders (chronicle), event);

  return ordered != NULL &&
             (ordered->after != ENTENTE_NO_ORDER || ordered->before != ENTENTE_NO_ORDER)
           ? ordered
           : NULL;
}

/* Of what lasted, orders say only when it began. */
static EntenteDate *
bound_date (const EntenteOrdered *ordered, const EntenteDate *when, const char *reason)
{
  gboolean has_lasted = when->form == ENTENTE_DATE_SPAN || when->form == ENTENTE_DATE_ALL_OF;

  return entente_date_with_bounds (when,
                                   MAX (when->not_before, ordered->not_before),
                                   has_lasted ? when->not_after
                                              : MIN (when->not_after, ordered->not_after),
                                   reason);
}

EntenteDate *
entente_order_bound_date_of (const EntenteChronicle *chronicle,
                             EntenteId event,
                             const EntenteDate *when)
{
  const EntenteOrdered *ordered = find_bounded (chronicle, event);
  g_autoptr (EntenteDate) date =
    when != NULL ? entente_date_ref (when) : entente_date_new_undated ();

  if (ordered == NULL)
    return g_steal_pointer (&date);
  return bound_date (ordered, date, date->bound_reason);
}

static void
append_order (GString *reason,
              const EntenteChronicle *chronicle,
              const EntenteEventDetail *detail,
              guint32 number,
              gboolean leave_out_private)
{
  guint n;
  const EntenteOrderRow *rows =
    entente_orders_get_rows (entente_chronicle_get_orders (chronicle), &n);

  for (guint i = 0; i < detail->orders->len && number != ENTENTE_NO_ORDER; i++) {
    const EntenteOrder *order = g_ptr_array_index (detail->orders, i);
    const EntenteEvent *other = g_ptr_array_index (detail->ordered, i);
    g_autofree char *title = NULL;
    g_autofree char *words = NULL;

    if (order->record.id != rows[number].id || (leave_out_private && other->private_))
      continue;
    title = entente_order_format_title (chronicle, other);
    words = entente_order_format (order, detail->event->record.id, title);
    g_string_append_printf (reason, "%s%s", reason->len > 0 ? ", " : "", words);
  }
}

EntenteDate *
entente_order_bound_date (const EntenteChronicle *chronicle,
                          const EntenteEventDetail *detail,
                          gboolean leave_out_private)
{
  const EntenteOrdered *ordered = find_bounded (chronicle, detail->event->record.id);
  const EntenteDate *when = detail->event->when;
  g_autoptr (EntenteDate) date =
    when != NULL ? entente_date_ref (when) : entente_date_new_undated ();
  g_autoptr (GString) reason = NULL;

  if (ordered == NULL)
    return g_steal_pointer (&date);
  reason = g_string_new (date->bound_reason);
  append_order (reason, chronicle, detail, ordered->after, leave_out_private);
  if (ordered->before != ordered->after)
    append_order (reason, chronicle, detail, ordered->before, leave_out_private);
  return bound_date (ordered, date, reason->str);
}
