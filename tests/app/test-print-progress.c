/* Tests of how far a job is: told in words, and as a share where anybody knows. */
#include "config.h"

#include "entente-print-progress.h"

static void
assert_said (const EntentePrintProgress *progress, const char *expected)
{
  g_autofree char *words = entente_print_progress_describe (progress);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_stages (void)
{
  g_autoptr (EntentePrintProgress) progress = entente_print_progress_new (ENTENTE_PRINT_READING);

  assert_said (progress, "Reading events…");
  g_assert_cmpfloat (entente_print_progress_get_fraction (progress), <, 0);
  entente_print_progress_begin (progress, ENTENTE_PRINT_READING, 4);
  entente_print_progress_step (progress);
  assert_said (progress, "Reading 1 of 4 events");
  g_assert_cmpfloat (entente_print_progress_get_fraction (progress), ==, 0.25);
  entente_print_progress_begin (progress, ENTENTE_PRINT_SETTING, 0);
  assert_said (progress, "Setting Pages…");
  g_assert_cmpfloat (entente_print_progress_get_fraction (progress), <, 0);
  entente_print_progress_begin (progress, ENTENTE_PRINT_WRITING, 2);
  entente_print_progress_step (progress);
  assert_said (progress, "Writing the file…");
  g_assert_cmpfloat (entente_print_progress_get_fraction (progress), ==, 0.5);
}

/* Who reads an event twice is not further than the end. */
static void
test_bounds (void)
{
  g_autoptr (EntentePrintProgress) progress = entente_print_progress_new (ENTENTE_PRINT_READING);

  entente_print_progress_begin (progress, ENTENTE_PRINT_READING, 2);
  for (guint i = 0; i < 5; i++)
    entente_print_progress_step (progress);
  g_assert_cmpfloat (entente_print_progress_get_fraction (progress), ==, 1);
  assert_said (progress, "Reading 2 of 2 events");
}

static void
test_permille (void)
{
  g_autoptr (EntentePrintProgress) progress = entente_print_progress_new (ENTENTE_PRINT_WRITING);
  int *permille = entente_print_progress_use_permille (progress);

  g_assert_cmpfloat (entente_print_progress_get_fraction (progress), ==, 0);
  g_atomic_int_set (permille, 500);
  g_assert_cmpfloat (entente_print_progress_get_fraction (progress), ==, 0.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print-progress/stages", test_stages);
  g_test_add_func ("/print-progress/bounds", test_bounds);
  g_test_add_func ("/print-progress/permille", test_permille);
  return g_test_run ();
}
