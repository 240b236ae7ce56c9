/* Any words written over the kept columns of a study, with sums that are right: no chronicle, or
 * one of which everything can be read.
 *
 * The input is a list of changes, each three bytes of a place and four of a word; a first byte that
 * is odd leaves the sums as they are.
 */
#include "config.h"

#include "entente-columns-private.h"
#include "entente-random-study.h"

#include <string.h>

#define TODAY (17500 * ENTENTE_SECONDS_PER_DAY)

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

typedef struct {
  const guint8 *bytes;
  gsize left;
} Source;

static gboolean
write_bytes (gconstpointer bytes, gsize n, gpointer data)
{
  g_byte_array_append (data, bytes, (guint) n);
  return TRUE;
}

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

static void
change (GByteArray *columns, const guint8 *bytes, gsize length)
{
  for (gsize at = 0; at + 7 <= length; at += 7) {
    gsize place = (gsize) bytes[at] << 16 | (gsize) bytes[at + 1] << 8 | bytes[at + 2];

    memcpy (columns->data + place % (columns->len / 4) * 4, bytes + at + 3, 4);
  }
}

/* Puts the right sums over all parts. */
static void
seal (GByteArray *columns)
{
  EntenteColumnsHead *head = (EntenteColumnsHead *) (gpointer) columns->data;
  gsize at = sizeof *head;

  head->sum = entente_columns_sum (0, head, G_STRUCT_OFFSET (EntenteColumnsHead, sum));
  while (at + sizeof (EntenteColumnsPart) <= columns->len) {
    EntenteColumnsPart *part = (EntenteColumnsPart *) (gpointer) (columns->data + at);

    at += sizeof *part;
    if (part->size % 8 != 0 || part->size > columns->len - at)
      return;
    part->sum = entente_columns_sum (part->n, columns->data + at, part->size);
    at += part->size;
  }
}

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
  }
}

/* The same study every time. */
static EntenteRandomStudy *
make_study (GByteArray *columns)
{
  char *words[] = { (char *) "fuzz", (char *) "--seed=R02S00000000000000000000000000000007", NULL };
  char **arguments = words;
  int n = 2;
  EntenteRandomStudy *study;
  g_autoptr (EntenteChronicle) chronicle = NULL;

  g_test_init (&n, &arguments, NULL);
  study = entente_random_study_new (12, FALSE);
  chronicle = entente_random_study_build (study, TODAY);
  g_assert_true (entente_chronicle_write_columns (chronicle, write_bytes, columns));
  return study;
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  static EntenteRandomStudy *study;
  static GByteArray *whole;
  g_autoptr (GByteArray) columns = g_byte_array_new ();
  g_autoptr (EntenteChronicle) chronicle = NULL;
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new_for_columns ();
  Source source;

  if (!study) {
    whole = g_byte_array_new ();
    study = make_study (whole);
  }
  g_byte_array_append (columns, whole->data, whole->len);
  change (columns, bytes, length);
  if (length == 0 || bytes[0] % 2 == 0)
    seal (columns);
  source = (Source){ columns->data, columns->len };
  entente_random_study_feed (study, builder);
  chronicle = entente_chronicle_builder_build_from_columns (builder,
                                                            TODAY,
                                                            columns->len,
                                                            read_bytes,
                                                            &source);
  if (chronicle)
    use_all (chronicle);
  return 0;
}
