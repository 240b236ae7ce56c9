/* Rows sorted by every key, both ways, against a comparison of what a table shows of them. */
#include "config.h"

#include "entente-bitset.h"
#include "entente-random-study.h"
#include "entente-row-sort.h"

#include <string.h>

static const char *
name_part (const EntenteChronicle *chronicle, guint row, EntenteRole role)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if (parts[i].role == role)
      return entente_chronicle_get_actor (chronicle, parts[i].actor)->name;
  return NULL;
}

static char *
dup_number (guint value)
{
  return g_strdup_printf ("%010u", value);
}

static char *
dup_name (const char *name)
{
  return name ? g_utf8_collate_key (name, -1) : NULL;
}

/* What @row is sorted by, as text to be compared; NULL for nothing. */
static char *
dup_key (const EntenteChronicle *chronicle, guint row, EntenteSortKey key)
{
  EntenteEventRow fields;
  guint n;

  entente_chronicle_get_row (chronicle, row, &fields);
  switch (key) {
  case ENTENTE_SORT_DATE:
    return row < entente_chronicle_get_n_placed (chronicle) ? dup_number (row) : NULL;
  case ENTENTE_SORT_KIND:
    return dup_name (entente_kind_get_label (entente_chronicle_get_kind (chronicle, row)));
  case ENTENTE_SORT_FROM:
    return dup_name (name_part (chronicle, row, ENTENTE_ROLE_INITIATOR));
  case ENTENTE_SORT_TO:
    return dup_name (name_part (chronicle, row, ENTENTE_ROLE_ADDRESSEE));
  case ENTENTE_SORT_EVIDENCE:
    return dup_number (entente_chronicle_get_evidence (chronicle, row));
  case ENTENTE_SORT_REPORTS:
    entente_chronicle_get_voices (chronicle, row, &n);
    return n > 0 ? dup_number (n) : NULL;
  case ENTENTE_SORT_JUDGEMENT:
    return dup_number (fields.judgement);
  case ENTENTE_SORT_TRACK:
    n = entente_chronicle_find_track (chronicle, fields.track);
    return n != ENTENTE_NO_INDEX ? dup_name (entente_chronicle_get_track (chronicle, n)->name)
                                 : NULL;
  case ENTENTE_SORT_PLACE:
    n = entente_chronicle_find_place (chronicle, fields.place);
    return n != ENTENTE_NO_INDEX
             ? dup_name (entente_chronicle_get_place_record (chronicle, n)->name)
             : NULL;
  default:
    g_assert_cmpint (key, ==, ENTENTE_SORT_PINNED);
    return fields.flags & ENTENTE_ROW_PINNED ? dup_number (0) : NULL;
  }
}

/* Neighbours stand as they must: by key, without one last, alike in the one order. */
static void
check_pair (const char *before, const char *after, guint32 a, guint32 b, gboolean descending)
{
  int order;

  if (!before || !after) {
    g_assert_null (after);
    g_assert_true (before || a < b);
    return;
  }
  order = strcmp (before, after);
  g_assert_true (order == 0 ? a < b : (order < 0) != descending);
}

static void
check (const EntenteChronicle *chronicle, EntenteSortKey key, gboolean descending)
{
  guint n = entente_chronicle_get_n_rows (chronicle);
  g_autofree guint32 *rows = entente_chronicle_sort_rows (chronicle, key, descending, NULL, NULL);
  g_autoptr (EntenteBitset) seen = entente_bitset_new (n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *after = dup_key (chronicle, rows[i], key);
    g_autofree char *before = i > 0 ? dup_key (chronicle, rows[i - 1], key) : NULL;

    g_assert_cmpuint (rows[i], <, n);
    entente_bitset_add (seen, rows[i]);
    if (i > 0)
      check_pair (before, after, rows[i - 1], rows[i], descending);
  }
  g_assert_cmpuint (entente_bitset_count (seen), ==, n);
}

static void
test_keys (void)
{
  static const EntenteSortKey keys[] = {
    ENTENTE_SORT_DATE,     ENTENTE_SORT_KIND,    ENTENTE_SORT_FROM,      ENTENTE_SORT_TO,
    ENTENTE_SORT_EVIDENCE, ENTENTE_SORT_REPORTS, ENTENTE_SORT_JUDGEMENT, ENTENTE_SORT_TRACK,
    ENTENTE_SORT_PLACE,    ENTENTE_SORT_PINNED,
  };

  for (int round = 0; round < 10; round++) {
    g_autoptr (EntenteRandomStudy) study = entente_random_study_new (120, FALSE);
    g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, 0);

    for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
      check (chronicle, keys[i], FALSE);
      check (chronicle, keys[i], TRUE);
    }
  }
}

/* A title that was given counts; what has none is called by its description. */
static void
test_titles (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (3, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, 0);
  char zeppelin[] = "Zeppelin", elan[] = "Élan", arrow[] = "arrow";
  char *const titles[] = { zeppelin, elan, arrow };
  g_autofree guint32 *rows =
    entente_chronicle_sort_rows (chronicle, ENTENTE_SORT_TITLE, FALSE, titles, NULL);
  g_autofree guint32 *back =
    entente_chronicle_sort_rows (chronicle, ENTENTE_SORT_TITLE, TRUE, titles, NULL);
  g_autofree guint32 *described =
    entente_chronicle_sort_rows (chronicle, ENTENTE_SORT_TITLE, FALSE, NULL, NULL);

  for (guint i = 0; i + 1 < 3; i++) {
    g_autofree char *one = entente_chronicle_describe (chronicle, described[i]);
    g_autofree char *next = entente_chronicle_describe (chronicle, described[i + 1]);

    g_assert_cmpint (g_utf8_collate (titles[rows[i]], titles[rows[i + 1]]), <, 0);
    g_assert_cmpuint (back[i], ==, rows[2 - i]);
    g_assert_cmpint (g_utf8_collate (one, next), <=, 0);
  }
}

static void
test_cancelled (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (3, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, 0);
  const gboolean cancelled = TRUE;

  g_assert_null (
    entente_chronicle_sort_rows (chronicle, ENTENTE_SORT_KIND, FALSE, NULL, &cancelled));
  g_assert_null (
    entente_chronicle_sort_rows (chronicle, ENTENTE_SORT_TITLE, FALSE, NULL, &cancelled));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-sort/keys", test_keys);
  g_test_add_func ("/row-sort/titles", test_titles);
  g_test_add_func ("/row-sort/cancelled", test_cancelled);
  return g_test_run ();
}
