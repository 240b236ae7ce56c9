/* Columns as bytes: what is read back is what rows give, and nothing damaged or invented is
 * believed. */
#include "config.h"

#include "entente-columns-private.h"
#include "entente-random-study.h"
#include "entente-same-chronicle.h"

#include <string.h>

#define TODAY (17500 * ENTENTE_SECONDS_PER_DAY)

static gboolean
write_bytes (gconstpointer bytes, gsize n, gpointer data)
{
  g_byte_array_append (data, bytes, (guint) n);
  return TRUE;
}

typedef struct {
  const guint8 *bytes;
  gsize left;
} Source;

static gboolean
read_bytes (gpointer bytes, gsize n, gpointer data)
{
  Source *source = data;

  if (n > source->left)
    return FALSE;
  memcpy (bytes, source->bytes, n);
  source->bytes += n;
  source->left -= n;
  return TRUE;
}

static GByteArray *
write_columns (const EntenteChronicle *chronicle)
{
  GByteArray *bytes = g_byte_array_new ();

  g_assert_true (entente_chronicle_write_columns (chronicle, write_bytes, bytes));
  return bytes;
}

static EntenteChronicle *
read_columns (const EntenteRandomStudy *study, gint64 today, const guint8 *bytes, gsize n)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new_for_columns ();
  Source source = { bytes, n };

  entente_random_study_feed (study, builder);
  return entente_chronicle_builder_build_from_columns (builder, today, n, read_bytes, &source);
}

/* ---- the same ---- */

static void
assert_read_back (const EntenteRandomStudy *study,
                  const EntenteChronicle *chronicle,
                  gint64 today,
                  const EntenteChronicle *wanted)
{
  g_autoptr (GByteArray) bytes = write_columns (chronicle);
  g_autoptr (EntenteChronicle) read = read_columns (study, today, bytes->data, bytes->len);

  g_assert_nonnull (read);
  entente_assert_same_chronicle (read, wanted);
  for (guint i = 0; i < read->n_blocks; i++) {
    const EntenteBlock *one = read->blocks[i], *other = chronicle->blocks[i];

    g_assert_cmpmem (one->n_used, sizeof one->n_used, other->n_used, sizeof other->n_used);
    g_assert_cmpint (one->n_placed, ==, other->n_placed);
    g_assert_cmpint (one->n_details, ==, other->n_details);
  }
}

static void
assert_details_equal (const EntenteChronicle *a, const EntenteChronicle *b)
{
  for (guint i = 0; i < a->n_blocks; i++) {
    for (guint k = 0; k < a->blocks[i]->n_details; k++) {
      const EntenteVoiceDetail *one = &a->blocks[i]->details[k];
      const EntenteVoiceDetail *other = &b->blocks[i]->details[k];

      g_assert_cmpint (one->voice, ==, other->voice);
      g_assert_cmpstr (one->detail->outlet_name, ==, other->detail->outlet_name);
      g_assert_cmpstr (one->detail->claimed_text, ==, other->detail->claimed_text);
      g_assert_cmpint (one->detail->claimed.latest_end, ==, other->detail->claimed.latest_end);
    }
  }
}

static void
check_study (guint n_events, gboolean plain, guint n_orders)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (n_events, plain);
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (EntenteChronicle) read = NULL;

  for (guint i = 0; i < n_orders; i++)
    entente_random_study_add_order (study);
  chronicle = entente_random_study_build (study, TODAY);
  assert_read_back (study, chronicle, TODAY, chronicle);
  bytes = write_columns (chronicle);
  read = read_columns (study, TODAY, bytes->data, bytes->len);
  assert_details_equal (chronicle, read);
}

static void
test_same_small (void)
{
  for (guint round = 0; round < 60; round++) {
    guint n = (guint) g_test_rand_int_range (0, 50);

    check_study (n, FALSE, round % 2 == 0 ? n / 3 : 0);
  }
}

static void
test_same_large (void)
{
  check_study (9000, FALSE, 300);
  check_study (70000, TRUE, 20);
}

/* "No word after the planned date" is another on another day. */
static void
test_same_on_another_day (void)
{
  for (int days = -9000; days <= 9000; days += 1500) {
    gint64 day = TODAY + days * ENTENTE_SECONDS_PER_DAY;
    g_autoptr (EntenteRandomStudy) study = entente_random_study_new (400, FALSE);
    g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
    g_autoptr (EntenteChronicle) wanted = entente_random_study_build (study, day);

    assert_read_back (study, chronicle, day, wanted);
  }
}

/* A chronicle that was edited is in other blocks, and what is read back may be edited further. */
static void
test_same_after_edits (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (7000, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);

  for (guint i = 0; i < 12; i++) {
    g_autoptr (EntenteStudyEdit) edit = entente_random_study_edit (study);
    g_autoptr (EntenteChronicle) patched = entente_random_study_patch (study, edit, chronicle);
    g_autoptr (EntenteChronicle) rebuilt = entente_random_study_build (study, TODAY);
    g_autoptr (GByteArray) bytes = write_columns (patched);

    assert_read_back (study, patched, TODAY, rebuilt);
    entente_chronicle_unref (chronicle);
    chronicle = read_columns (study, TODAY, bytes->data, bytes->len);
    g_assert_nonnull (chronicle);
  }
}

/* ---- not the same ---- */

static void
test_other_study (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (300, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  g_autoptr (GByteArray) bytes = write_columns (chronicle);

  entente_random_study_add_actor (study);
  g_assert_null (read_columns (study, TODAY, bytes->data, bytes->len));
}

static void
test_form (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (300, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  g_autoptr (GByteArray) bytes = write_columns (chronicle);
  g_autoptr (EntenteChronicle) read = NULL;
  EntenteColumnsHead *head = (EntenteColumnsHead *) (gpointer) bytes->data;

  head->form++;
  head->sum = entente_columns_sum (0, head, G_STRUCT_OFFSET (EntenteColumnsHead, sum));
  g_assert_null (read_columns (study, TODAY, bytes->data, bytes->len));
  head->form--;
  head->sum = entente_columns_sum (0, head, G_STRUCT_OFFSET (EntenteColumnsHead, sum));
  read = read_columns (study, TODAY, bytes->data, bytes->len);
  g_assert_nonnull (read);
}

static void
test_truncated (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (60, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  g_autoptr (GByteArray) bytes = write_columns (chronicle);
  guint8 none = 0;

  for (guint n = 0; n < bytes->len; n += (guint) g_test_rand_int_range (1, 60))
    g_assert_null (read_columns (study, TODAY, bytes->data, n));
  g_byte_array_append (bytes, &none, 1);
  g_assert_null (read_columns (study, TODAY, bytes->data, bytes->len));
}

static void
test_flipped (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (60, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  g_autoptr (GByteArray) bytes = write_columns (chronicle);

  for (guint i = 0; i < bytes->len; i += (guint) g_test_rand_int_range (1, 40)) {
    guint8 bit = (guint8) (1 << g_test_rand_int_range (0, 8));

    bytes->data[i] ^= bit;
    g_assert_null (read_columns (study, TODAY, bytes->data, bytes->len));
    bytes->data[i] ^= bit;
  }
}

/* ---- forged: the sums are right ---- */

/* Puts the right sums over all parts. */
static void
seal (GByteArray *bytes)
{
  EntenteColumnsHead *head = (EntenteColumnsHead *) (gpointer) bytes->data;
  gsize at = sizeof *head;

  head->sum = entente_columns_sum (0, head, G_STRUCT_OFFSET (EntenteColumnsHead, sum));
  while (at + sizeof (EntenteColumnsPart) <= bytes->len) {
    EntenteColumnsPart *part = (EntenteColumnsPart *) (gpointer) (bytes->data + at);

    at += sizeof *part;
    if (part->size % 8 != 0 || part->size > bytes->len - at)
      return;
    part->sum = entente_columns_sum (part->n, bytes->data + at, part->size);
    at += part->size;
  }
}

/* Reads every row: an index that was believed wrongly shows here, at the latest under a sanitizer.
 */
static void
use_all (const EntenteChronicle *chronicle)
{
  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
    g_autofree char *text = entente_chronicle_describe (chronicle, row);
    g_autoptr (GArray) thread = entente_chronicle_get_thread (chronicle, row, 100);
    EntenteEventRow values;
    guint n;
    const EntenteVoice *voices = entente_chronicle_get_voices (chronicle, row, &n);

    entente_chronicle_get_row (chronicle, row, &values);
    g_assert_nonnull (entente_chronicle_get_kind (chronicle, row));
    g_assert_cmpuint (entente_chronicle_find_row (chronicle, values.id), ==, row);
    for (guint i = 0; i < n; i++)
      g_assert_nonnull (entente_enum_nick (ENTENTE_ENUM_STANCE, (int) voices[i].stance));
    g_assert_nonnull (entente_enum_nick (ENTENTE_ENUM_MEDIUM, values.medium));
    g_assert_nonnull (entente_enum_nick (ENTENTE_ENUM_EVIDENCE,
                                         (int) entente_chronicle_get_evidence (chronicle, row)));
  }
}

static void
check_forged (const EntenteRandomStudy *study, GByteArray *bytes)
{
  g_autoptr (EntenteChronicle) chronicle = NULL;

  seal (bytes);
  chronicle = read_columns (study, TODAY, bytes->data, bytes->len);
  if (chronicle != NULL)
    use_all (chronicle);
}

/* Any word may hold anything: no chronicle, or one of which everything can be read. */
static void
test_forged (void)
{
  static const guint32 values[] = { 0, 1, 2, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe };

  for (guint round = 0; round < 6; round++) {
    g_autoptr (EntenteRandomStudy) study = entente_random_study_new (40, FALSE);
    g_autoptr (EntenteChronicle) chronicle = NULL;
    g_autoptr (GByteArray) bytes = NULL;

    for (guint i = 0; i < 6; i++)
      entente_random_study_add_order (study);
    chronicle = entente_random_study_build (study, TODAY);
    bytes = write_columns (chronicle);
    for (guint i = 0; i + 4 <= bytes->len; i += 4 * (guint) g_test_rand_int_range (1, 4)) {
      guint32 *word = (guint32 *) (gpointer) (bytes->data + i);
      guint32 right = *word;

      *word = g_test_rand_bit () ? values[g_test_rand_int_range (0, G_N_ELEMENTS (values))]
                                 : right ^ 1u << g_test_rand_int_range (0, 32);
      check_forged (study, bytes);
      *word = right;
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chronicle/columns/same/small", test_same_small);
  g_test_add_func ("/chronicle/columns/same/large", test_same_large);
  g_test_add_func ("/chronicle/columns/same/another-day", test_same_on_another_day);
  g_test_add_func ("/chronicle/columns/same/after-edits", test_same_after_edits);
  g_test_add_func ("/chronicle/columns/other-study", test_other_study);
  g_test_add_func ("/chronicle/columns/form", test_form);
  g_test_add_func ("/chronicle/columns/truncated", test_truncated);
  g_test_add_func ("/chronicle/columns/flipped", test_flipped);
  g_test_add_func ("/chronicle/columns/forged", test_forged);
  return g_test_run ();
}
