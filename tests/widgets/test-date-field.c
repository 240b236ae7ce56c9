/* The field of a date: what is typed, the readings to choose from, and the bounds that are put on
 * it. */
#include "config.h"

#include "entente-date-field.h"
#include "entente-widget-probe.h"
#include <adwaita.h>

static EntenteDateField *
create_field (void)
{
  return g_object_ref_sink (ENTENTE_DATE_FIELD (entente_date_field_new ()));
}

static void
drop_field (EntenteDateField *field)
{
  g_assert_finalize_object (field);
}

static EntenteDate *
parse (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  EntenteDate *date = entente_date_parse (edtf, &error);

  g_assert_no_error (error);
  return date;
}

/* The value as EDTF, "" without one; asserts its bounds. */
static void
assert_value (EntenteDateField *field, const char *edtf, gint64 not_before, gint64 not_after)
{
  g_autoptr (EntenteDate) date = entente_date_field_dup_date (field);

  g_assert_cmpstr (date ? date->edtf : "", ==, edtf);
  g_assert_cmpint (date ? date->not_before : ENTENTE_TIME_MIN, ==, not_before);
  g_assert_cmpint (date ? date->not_after : ENTENTE_TIME_MAX, ==, not_after);
}

static void
assert_unbounded (EntenteDateField *field, const char *edtf)
{
  assert_value (field, edtf, ENTENTE_TIME_MIN, ENTENTE_TIME_MAX);
}

static gint64
get_start (const char *edtf)
{
  g_autoptr (EntenteDate) date = parse (edtf);

  return date->points.earliest_start;
}

/* The box of a bound, by the words behind "Not after: ". */
static GtkCheckButton *
find_box (GtkWidget *widget, const char *reason)
{
  GtkCheckButton *found = NULL;
  g_autofree char *label = g_strdup_printf ("Not after: %s", reason);

  if (GTK_IS_CHECK_BUTTON (widget) &&
      g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0)
    return GTK_CHECK_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_box (child, reason);
  return found;
}

static gboolean
is_checked (EntenteDateField *field, const char *reason)
{
  return gtk_check_button_get_active (find_box (GTK_WIDGET (field), reason));
}

static void
check (EntenteDateField *field, const char *reason, gboolean active)
{
  gtk_check_button_set_active (find_box (GTK_WIDGET (field), reason), active);
}

static void
count_cb (EntenteDateField *field, guint *n)
{
  (*n)++;
}

/* A field says when it changes, by hand only. */
static void
test_typed (void)
{
  EntenteDateField *field = create_field ();
  g_autoptr (EntenteDate) day = parse ("2018-08-22");
  guint n = 0;

  g_signal_connect (field, "changed", G_CALLBACK (count_cb), &n);
  assert_unbounded (field, "");
  entente_date_field_set_date (field, day);
  g_assert_cmpuint (n, ==, 0);
  entente_date_field_set_text (field, "by 22 August 2018");
  assert_unbounded (field, "[..2018-08-22]");
  g_assert_null (entente_date_field_get_error (field));
  entente_date_field_set_text (field, "some time or other");
  g_assert_nonnull (entente_date_field_get_error (field));
  g_assert_true (entente_probe_says (GTK_WIDGET (field), entente_date_field_get_error (field)));
  assert_unbounded (field, "");
  entente_date_field_set_text (field, "");
  g_assert_null (entente_date_field_get_error (field));
  assert_unbounded (field, "");
  g_assert_cmpuint (n, >=, 3);
  drop_field (field);
}

/* What was set and not touched comes back as it was, the very value. */
static void
test_untouched (void)
{
  EntenteDateField *field = create_field ();
  g_autoptr (EntenteDate) plain = parse ("2018-07?");
  g_autoptr (EntenteDate) worded = entente_date_with_wording (plain, "some day in July");
  g_autoptr (EntenteDate) bounded =
    entente_date_with_bounds (worded, get_start ("2018-07-03"), get_start ("2018-07-20"), "note 3");
  g_autoptr (EntenteDate) back = NULL;

  entente_date_field_add_bound (field, get_start ("2018-11-01"), "publication");
  entente_date_field_set_date (field, bounded);
  back = entente_date_field_dup_date (field);
  g_assert_true (back == bounded);
  drop_field (field);
}

/* The words of the source stay whatever is typed. */
static void
test_wording (void)
{
  EntenteDateField *field = create_field ();
  g_autoptr (EntenteDate) date = NULL;

  entente_date_field_set_wording (field, "when the rains came");
  entente_date_field_set_text (field, "2018-06");
  date = entente_date_field_dup_date (field);
  g_assert_cmpstr (date->edtf, ==, "2018-06");
  g_assert_cmpstr (date->wording, ==, "when the rains came");
  drop_field (field);
}

/* Words with several readings: a choice, the likeliest first. */
static void
test_readings (void)
{
  EntenteDateField *field = create_field ();
  g_autoptr (EntenteDate) published = parse ("2018-10-31");
  g_autoptr (EntenteDate) first = NULL;
  g_autoptr (EntenteDate) second = NULL;
  GtkCheckButton *button;

  entente_date_field_set_published (field, published);
  entente_date_field_set_text (field, "last July");
  first = entente_date_field_dup_date (field);
  g_assert_cmpstr (first->edtf, ==, "2018-07");
  button = entente_probe_find (GTK_WIDGET (field), GTK_TYPE_CHECK_BUTTON, 1);
  gtk_check_button_set_active (button, TRUE);
  second = entente_date_field_dup_date (field);
  g_assert_cmpstr (second->edtf, ==, "2017-07");
  drop_field (field);
}

/* A bound that the date has shows as checked, and goes when its box is unchecked. */
static void
test_uncheck (void)
{
  EntenteDateField *field = create_field ();
  g_autoptr (EntenteDate) told = parse ("2018");
  gint64 from = get_start ("2018-02-01"), to = get_start ("2018-11-01");
  g_autoptr (EntenteDate) date = entente_date_with_bounds (told, from, to, "publication, told so");
  g_autoptr (EntenteDate) again = NULL;
  guint n = 0;

  entente_date_field_add_bound (field, to, "publication");
  entente_date_field_set_date (field, date);
  g_signal_connect (field, "changed", G_CALLBACK (count_cb), &n);
  g_assert_true (is_checked (field, "publication"));
  check (field, "publication", FALSE);
  g_assert_cmpuint (n, ==, 1);
  assert_value (field, "2018", from, ENTENTE_TIME_MAX);
  check (field, "publication", TRUE);
  again = entente_date_field_dup_date (field);
  g_assert_true (entente_date_equal (again, date));
  drop_field (field);
}

/* Without another bound the reason goes with it. */
static void
test_uncheck_only (void)
{
  EntenteDateField *field = create_field ();
  g_autoptr (EntenteDate) told = parse ("2018");
  gint64 to = get_start ("2018-11-01");
  g_autoptr (EntenteDate) date =
    entente_date_with_bounds (told, ENTENTE_TIME_MIN, to, "publication");
  g_autoptr (EntenteDate) now = NULL;

  entente_date_field_add_bound (field, to, "publication");
  entente_date_field_set_date (field, date);
  check (field, "publication", FALSE);
  now = entente_date_field_dup_date (field);
  g_assert_true (entente_date_equal (now, told));
  drop_field (field);
}

/* A bound that comes after the date: its box shows whether it holds, and nothing was touched by
 * that. */
static void
test_late_bound (void)
{
  EntenteDateField *field = create_field ();
  g_autoptr (EntenteDate) told = parse ("2018");
  gint64 note = get_start ("2018-07-16"), publication = get_start ("2018-11-01");
  g_autoptr (EntenteDate) date = entente_date_with_bounds (told, ENTENTE_TIME_MIN, note, "note 3");
  g_autoptr (EntenteDate) back = NULL;
  guint n = 0;

  g_signal_connect (field, "changed", G_CALLBACK (count_cb), &n);
  entente_date_field_add_bound (field, publication, "publication");
  entente_date_field_set_date (field, date);
  entente_date_field_add_bound (field, note, "note 3");
  g_assert_false (is_checked (field, "publication"));
  g_assert_true (is_checked (field, "note 3"));
  g_assert_cmpuint (n, ==, 0);
  back = entente_date_field_dup_date (field);
  g_assert_true (back == date);
  check (field, "note 3", FALSE);
  assert_unbounded (field, "2018");
  check (field, "publication", TRUE);
  assert_value (field, "2018", ENTENTE_TIME_MIN, publication);
  drop_field (field);
}

/* A check puts its bound on, the tightest of several, and leaves what the date is not before. */
static void
test_check (void)
{
  EntenteDateField *field = create_field ();
  g_autoptr (EntenteDate) told = parse ("2018");
  gint64 from = get_start ("2018-02-01"), note = get_start ("2018-07-16");
  gint64 publication = get_start ("2018-11-01");
  g_autoptr (EntenteDate) date =
    entente_date_with_bounds (told, from, ENTENTE_TIME_MAX, "after the talks");

  entente_date_field_add_bound (field, publication, "publication");
  entente_date_field_add_bound (field, note, "note 3");
  entente_date_field_set_date (field, date);
  g_assert_false (is_checked (field, "publication"));
  check (field, "publication", TRUE);
  assert_value (field, "2018", from, publication);
  check (field, "note 3", TRUE);
  assert_value (field, "2018", from, note);
  check (field, "note 3", FALSE);
  check (field, "publication", FALSE);
  assert_value (field, "2018", from, ENTENTE_TIME_MAX);
  drop_field (field);
}

/* A bound that no box offers stays, whatever else is chosen. */
static void
test_foreign_bound (void)
{
  EntenteDateField *field = create_field ();
  g_autoptr (EntenteDate) told = parse ("2018");
  gint64 own = get_start ("2018-05-02"), publication = get_start ("2018-11-01");
  g_autoptr (EntenteDate) date =
    entente_date_with_bounds (told, ENTENTE_TIME_MIN, own, "the day of the raid");

  entente_date_field_add_bound (field, publication, "publication");
  entente_date_field_set_date (field, date);
  check (field, "publication", TRUE);
  assert_value (field, "2018", ENTENTE_TIME_MIN, own);
  drop_field (field);
}

/* An undated event may have a bound alone. */
static void
test_bound_alone (void)
{
  EntenteDateField *field = create_field ();
  gint64 publication = get_start ("2018-11-01");

  entente_date_field_add_bound (field, publication, "publication");
  check (field, "publication", TRUE);
  assert_value (field, "", ENTENTE_TIME_MIN, publication);
  check (field, "publication", FALSE);
  g_assert_null (entente_date_field_dup_date (field));
  drop_field (field);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/date-field/typed", test_typed);
  g_test_add_func ("/date-field/untouched", test_untouched);
  g_test_add_func ("/date-field/wording", test_wording);
  g_test_add_func ("/date-field/readings", test_readings);
  g_test_add_func ("/date-field/uncheck", test_uncheck);
  g_test_add_func ("/date-field/uncheck-only", test_uncheck_only);
  g_test_add_func ("/date-field/late-bound", test_late_bound);
  g_test_add_func ("/date-field/check", test_check);
  g_test_add_func ("/date-field/foreign-bound", test_foreign_bound);
  g_test_add_func ("/date-field/bound-alone", test_bound_alone);
  return g_test_run ();
}
