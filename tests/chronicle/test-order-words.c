/* Orders in words, from either move; and the words of a date that orders bound. */
#include "config.h"

#include "entente-order-words.h"

#include <glib.h>

#define FIRST 1
#define SECOND 2
#define DATE "2018-07-10"

static EntenteEvent *
make_event (EntenteId id, const char *title, const char *when)
{
  EntenteEvent *event = entente_event_new ();

  event->record.id = id;
  event->kind = g_strdup ("talks");
  event->title = g_strdup (title);
  event->when = entente_date_parse (when, NULL);
  return event;
}

/* The first move, and what hangs on it; it is dated by the order alone. */
static EntenteEventDetail *
make_detail (EntenteOrderRelation relation, gboolean is_first)
{
  EntenteEventDetail *detail = entente_event_detail_new ();
  EntenteOrder *order = entente_order_new ();

  order->record.id = 7;
  order->event = is_first ? FIRST : SECOND;
  order->other = is_first ? SECOND : FIRST;
  order->relation = (int) relation;
  order->days = 1;
  detail->event = make_event (FIRST, "Letter", "");
  g_ptr_array_add (detail->orders, order);
  g_ptr_array_add (detail->ordered, make_event (SECOND, "Talks", DATE));
  return detail;
}

static EntenteChronicle *
build (const EntenteEventDetail *detail)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  const EntenteOrder *order = g_ptr_array_index (detail->orders, 0);
  EntenteOrderRow row = { .id = order->record.id,
                          .event = order->event,
                          .other = order->other,
                          .days = order->days,
                          .relation = (guint8) order->relation };
  EntenteEventRow event;

  entente_event_get_row (detail->event, &event);
  sink->event (builder, &event);
  entente_event_get_row (g_ptr_array_index (detail->ordered, 0), &event);
  sink->event (builder, &event);
  sink->order (builder, &row);
  return entente_chronicle_builder_build (builder, 0);
}

static void
test_words (void)
{
  static const struct {
    EntenteOrderRelation relation;
    gboolean is_first;
    const char *reason;
    const char *date;
  } cases[] = {
    { ENTENTE_ORDER_AFTER, TRUE, "after “Talks” (inferred)", "undated, not before 10 July 2018" },
    { ENTENTE_ORDER_AFTER, FALSE, "before “Talks” (inferred)", "undated, by 10 July 2018" },
    { ENTENTE_ORDER_BEFORE, TRUE, "before “Talks” (inferred)", "undated, by 10 July 2018" },
    { ENTENTE_ORDER_BEFORE, FALSE, "after “Talks” (inferred)", "undated, not before 10 July 2018" },
    { ENTENTE_ORDER_NOT_BEFORE,
      TRUE,
      "not before “Talks” (inferred)",
      "undated, not before 10 July 2018" },
    { ENTENTE_ORDER_NOT_BEFORE, FALSE, "not after “Talks” (inferred)", "undated, by 10 July 2018" },
    { ENTENTE_ORDER_WITHIN_DAYS,
      TRUE,
      "within 1 day of “Talks” (inferred)",
      "undated, 9–11 July 2018" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EntenteEventDetail) detail = make_detail (cases[i].relation, cases[i].is_first);
    g_autoptr (EntenteChronicle) chronicle = build (detail);
    g_autoptr (EntenteDate) date = entente_order_bound_date (chronicle, detail, FALSE);
    g_autoptr (EntenteDate) bare =
      entente_order_bound_date_of (chronicle, FIRST, detail->event->when);
    g_autofree char *words = entente_date_format (date);

    g_assert_cmpstr (date->bound_reason, ==, cases[i].reason);
    g_assert_cmpstr (words, ==, cases[i].date);
    g_assert_null (bare->bound_reason);
    g_assert_cmpmem (&bare->points, sizeof bare->points, &date->points, sizeof date->points);
    g_assert_false (entente_date_is_dated (date));
  }
}

/* What a private move is called stays private. */
static void
test_private (void)
{
  g_autoptr (EntenteEventDetail) detail = make_detail (ENTENTE_ORDER_AFTER, TRUE);
  g_autoptr (EntenteChronicle) chronicle = build (detail);
  g_autoptr (EntenteDate) date = NULL;

  ((EntenteEvent *) g_ptr_array_index (detail->ordered, 0))->private_ = TRUE;
  date = entente_order_bound_date (chronicle, detail, TRUE);
  g_assert_null (date->bound_reason);
  g_assert_cmpint (date->points.earliest_start, !=, ENTENTE_TIME_MIN);
}

/* An order that a passage says is not called inferred; one that cannot be bounds nothing. */
static void
test_stated_and_contradicted (void)
{
  g_autoptr (EntenteEventDetail) detail = make_detail (ENTENTE_ORDER_BEFORE, TRUE);
  EntenteOrder *order = g_ptr_array_index (detail->orders, 0);
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (EntenteDate) date = NULL;
  g_autofree char *words = NULL;

  order->passage = 99;
  words = entente_order_format (order, FIRST, "Talks");
  g_assert_cmpstr (words, ==, "before “Talks”");
  entente_date_unref (detail->event->when);
  detail->event->when = entente_date_parse ("2019", NULL);
  chronicle = build (detail);
  g_assert_true (entente_order_is_contradicted (chronicle, order->record.id));
  date = entente_order_bound_date (chronicle, detail, FALSE);
  g_assert_true (entente_date_equal (date, detail->event->when));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-words/words", test_words);
  g_test_add_func ("/order-words/private", test_private);
  g_test_add_func ("/order-words/stated-and-contradicted", test_stated_and_contradicted);
  return g_test_run ();
}
