/* Any bytes as a query: as a line that a person edits, as its words, and as the layout of a saved
 * view. What can be read is written so that it is read as the same. */
#include "config.h"

#include "entente-commands.h"
#include "entente-query-line.h"
#include "entente-test-folder.h"
#include "entente-views.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

static const char *const lines[] = {
  "{\"do\":\"add-actor\",\"key\":\"n\",\"name\":\"North\",\"kind\":\"state\",\"aliases\":[\"The, "
  "N; orth\"]}",
  "{\"do\":\"add-actor\",\"key\":\"s\",\"name\":\"South \\\"and\\\" East: "
  "all\",\"kind\":\"government\"}",
  "{\"do\":\"add-article\",\"key\":\"a\",\"title\":\"A report\",\"text\":\"A report\\n\\nTalks "
  "were held.\"}",
  "{\"do\":\"add-event\",\"key\":\"e\",\"kind\":\"talks\",\"when\":\"2018-03\","
  "\"participants\":[{\"actor\":\"n\",\"role\":\"initiator\"}]}",
};

/* One study, which stays open until the end. */
static EntenteChronicle *
get_chronicle (void)
{
  static EntenteStudy *study;
  g_autofree char *folder = NULL, *path = NULL;

  if (study)
    return entente_study_get_chronicle (study);
  folder = g_dir_make_tmp ("entente-fuzz-XXXXXX", NULL);
  path = g_build_filename (folder, "talks.entente", NULL);
  study = entente_study_open (path, ENTENTE_OPEN_CREATE, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (GError) error = NULL;

    entente_study_apply_json (study, lines[i], NULL, &error);
    g_assert_no_error (error);
  }
  entente_test_remove_folder (folder);
  return entente_study_get_chronicle (study);
}

static void
check_place (const EntenteLinePlace *place, gsize length)
{
  g_assert_cmpuint (place->start, <=, place->end);
  g_assert_cmpuint (place->end, <=, length);
}

static void
read_line (const char *line, const EntenteChronicle *chronicle)
{
  EntenteLinePlace place = { 0, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteQuery) query = entente_query_line_read (line, chronicle, &place, &error);
  g_autoptr (EntenteQuery) again = NULL;
  g_autofree char *written = NULL;

  if (!query) {
    g_assert_true (error && g_utf8_validate (error->message, -1, NULL));
    check_place (&place, strlen (line));
    return;
  }
  written = entente_query_line_write (query, chronicle);
  again = entente_query_line_read (written, chronicle, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (entente_query_equal (query, again));
}

static void
complete (const char *line, guint cursor, const EntenteChronicle *chronicle)
{
  EntenteLinePlace place = { 0, 0 };
  g_auto (GStrv) words = NULL;

  while (cursor > 0 && (line[cursor] & 0xc0) == 0x80)
    cursor--;
  words = entente_query_line_complete (line, cursor, chronicle, 8, &place);
  g_assert_cmpuint (g_strv_length (words), <=, 8);
  if (words[0])
    check_place (&place, strlen (line));
}

static void
read_object (const char *text, const EntenteChronicle *chronicle)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteQuery) query = entente_query_from_text (text, chronicle, &error);
  g_autoptr (EntenteQuery) again = NULL;
  g_autofree char *written = NULL;

  if (!query) {
    g_assert_true (error && g_utf8_validate (error->message, -1, NULL));
    return;
  }
  written = entente_query_to_text (query);
  again = entente_query_from_text (written, chronicle, &error);
  g_assert_no_error (error);
  g_assert_true (entente_query_equal (query, again));
}

static void
read_layout (const char *text)
{
  EntenteViewLayout layout = { 0 }, again = { 0 };
  g_autofree char *written = NULL, *rewritten = NULL;

  entente_view_layout_parse (&layout, text);
  written = entente_view_layout_format (&layout);
  entente_view_layout_parse (&again, written);
  rewritten = entente_view_layout_format (&again);
  g_assert_cmpstr (written, ==, rewritten);
  entente_view_layout_clear (&layout);
  entente_view_layout_clear (&again);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  const EntenteChronicle *chronicle = get_chronicle ();
  g_autofree char *raw = g_strndup ((const char *) bytes, length);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  guint at = (guint) (length > 0 ? bytes[0] % (strlen (text) + 1) : 0);

  read_line (text, chronicle);
  complete (text, (guint) strlen (text) - at, chronicle);
  read_object (text, chronicle);
  read_layout (text);
  return 0;
}
