/* Coordinates: what a person writes is read or refused, and what is written is read back. */
#include "config.h"

#include "entente-coordinates.h"

static void
check (const char *text, double latitude, double longitude)
{
  double north = -1, east = -1;
  g_autofree char *again = NULL;

  g_assert_true (entente_coordinates_parse (text, &north, &east));
  g_assert_cmpfloat_with_epsilon (north, latitude, 1e-9);
  g_assert_cmpfloat_with_epsilon (east, longitude, 1e-9);
  again = entente_coordinates_format (north, east);
  g_assert_true (entente_coordinates_parse (again, &north, &east));
  g_assert_cmpfloat_with_epsilon (north, latitude, 1e-4);
  g_assert_cmpfloat_with_epsilon (east, longitude, 1e-4);
}

static void
test_read (void)
{
  check ("25.2854, 51.5310", 25.2854, 51.5310);
  check (" -33.9 18.4 ", -33.9, 18.4);
  check ("33.9 S; 18.4 E", -33.9, 18.4);
  check ("40.7°N, 74°W", 40.7, -74);
  check ("90,-180", 90, -180);
  check ("", 0, 0);
  check (NULL, 0, 0);
}

static void
test_refuse (void)
{
  static const char *const wrong[] = { "25",      "25,",          "95, 10",  "10, 190",
                                       "nan, 10", "10, 10, 10",   "Doha",    "-5 S, 3",
                                       "inf, 0",  "10, 20 north", "10 20 30" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    double north = 7, east = 8;

    g_assert_false (entente_coordinates_parse (wrong[i], &north, &east));
    g_assert_cmpfloat (north, ==, 7);
    g_assert_cmpfloat (east, ==, 8);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coordinates/read", test_read);
  g_test_add_func ("/coordinates/refuse", test_refuse);
  return g_test_run ();
}
