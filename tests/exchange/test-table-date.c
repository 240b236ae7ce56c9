/* Dates as other people's tables write them: each form to its EDTF value, and what is no date. */
#include "config.h"

#include "entente-table-date.h"

#include <string.h>

typedef struct {
  const char *text, *edtf;
} Case;

static void
check (const Case *cases, guint n, gboolean bare_years)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (EntenteDate) date = entente_table_date_read (cases[i].text, bare_years);

    if (cases[i].edtf == NULL) {
      g_assert_null (date);
      continue;
    }
    if (date == NULL)
      g_error ("“%s” is not read", cases[i].text);
    g_assert_cmpstr (date->edtf, ==, cases[i].edtf);
    if (strcmp (cases[i].text, cases[i].edtf) != 0)
      g_assert_cmpstr (date->wording, ==, cases[i].text);
  }
}

static void
test_days (void)
{
  static const Case cases[] = {
    { "2016-12-31", "2016-12-31" },
    { "20161231", "2016-12-31" },
    { "2016/12/31", "2016-12-31" },
    { "31.12.2016", "2016-12-31" },
    { "31 December 2016", "2016-12-31" },
    { "Dec 31, 2016", "2016-12-31" },
    { "May 15 1252", "1252-05-15" },
    { "2nd of", NULL },
    { "Sat, 31 Dec 2016", "2016-12-31" },
    { "Saturday December 31st, 2016", "2016-12-31" },
    { "December 2016", "2016-12" },
    { "20161331", NULL },
    { "30 Feb 2016", NULL },
    { "31 Nonsense 2016", NULL },
    { "soon", NULL },
    { "2016-12-31 and later", NULL },
  };

  check (cases, G_N_ELEMENTS (cases), FALSE);
}

static void
test_clocks (void)
{
  static const Case cases[] = {
    { "1951-03-04T12:30:00-06:00", "1951-03-04T12:30:00-06:00" },
    { "1951-03-04 12:30", "1951-03-04T12:30" },
    { "1951-03-04 12:30:15.250 +0200", "1951-03-04T12:30:15+02:00" },
    { "Sun Mar 04 1951 12:30:00 GMT-0600", "1951-03-04T12:30:00-06:00" },
    { "4 Mar 1951, 9:05 pm", "1951-03-04T21:05" },
    { "Mar 04 1951 12:05 am UTC", "1951-03-04T00:05Z" },
    { "Sun Mar 04 1951 00:00:00 GMT-0600", "1951-03-04" },
    { "March 1951 12:30", NULL },
    { "1951-03-04 25:30", NULL },
    { "12:30", NULL },
  };

  check (cases, G_N_ELEMENTS (cases), FALSE);
}

static void
test_years (void)
{
  static const Case cases[] = {
    { "44 BC", "-0043" },
    { "1 BCE", "0000" },
    { "AD 30", "0030" },
    { "1 AD", "0001" },
    { "c. 500 BC", "-0499~" },
    { "circa 1200", "1200~" },
    { "12000 BC", "Y-11999" },
    { "0 BC", NULL },
    { "AD 30 BC", NULL },
    { "5th century", "04XX" },
    { "1st century BC", "-00XX" },
    { "c. 5th century BC", "-04XX~" },
    { "3rd millennium BC", "-2XXX" },
    { "0 century", NULL },
    { "-0043", "-0043" },
  };
  static const Case bare[] = {
    { "6", "0006" }, { "99", "0099" }, { "107?", "0107?" }, { "500", "0500" }, { "1999", "1999" },
  };

  check (cases, G_N_ELEMENTS (cases), FALSE);
  check (bare, G_N_ELEMENTS (bare), TRUE);
}

/* Which is the day is not known, so both are kept. */
static void
test_readings (void)
{
  g_autoptr (EntenteDate) date = entente_table_date_read ("03/04/2016", FALSE);

  g_assert_nonnull (date);
  g_assert_nonnull (date->readings);
  g_assert_cmpuint (date->readings->len, ==, 2);
}

static void
test_spans (void)
{
  static const char *const cases[][3] = {
    { "2016-12-30", "2016-12-31", "2016-12-30/2016-12-31" },
    { "6", "30", "0006/0030" },
    { "44 BC", "AD 30", "-0043/0030" },
    { "2016-12-30", "..", "2016-12-30/.." },
    { "", "1999", "/1999" },
    { "4 Mar 1951 12:30", "4 Mar 1951 13:15", "1951-03-04" },
    { "4 Mar 1951 12:30", "5 Mar 1951 13:15", "1951-03-04/1951-03-05" },
    { "5 Mar 1951 12:30", "5 Mar 1951 11:15", NULL },
    { "2016", "2015", NULL },
    { "2016", "soon", NULL },
    { "soon", "2016", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EntenteDate) date = entente_table_date_read_span (cases[i][0], cases[i][1], TRUE);

    g_assert_cmpstr (date != NULL ? date->edtf : NULL, ==, cases[i][2]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-date/days", test_days);
  g_test_add_func ("/table-date/clocks", test_clocks);
  g_test_add_func ("/table-date/years", test_years);
  g_test_add_func ("/table-date/readings", test_readings);
  g_test_add_func ("/table-date/spans", test_spans);
  return g_test_run ();
}
