/* Dates as files say them. */
#include "config.h"

#include "entente-article-date.h"

static void
test_read (void)
{
  static const struct {
    const char *text;
    const char *edtf; /* NULL: none */
  } cases[] = {
    { "2018-10-31T14:05:00+03:00", "2018-10-31" },
    { "2018/10/31", "2018-10-31" },
    { "2018:10:31 14:05", "2018-10-31" },
    { "20181031", "2018-10-31" },
    { "20181031140500Z", "2018-10-31" },
    { " 2018-10 ", "2018-10" },
    { "2018", "2018" },
    { "Wed, 31 Oct 2018 14:00:00 GMT", "2018-10-31" },
    { "October 31, 2018", "2018-10-31" },
    { "31. Oktober 2018", "2018-10-31" },
    { "2018-13-31", NULL },
    { "yesterday", NULL },
    { "", NULL },
    { NULL, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EntenteDate) date = entente_article_date_read (cases[i].text);
    g_assert_cmpstr (date != NULL ? date->edtf : NULL, ==, cases[i].edtf);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-date/read", test_read);
  return g_test_run ();
}
