/* Which reader a file is for, packed or not; and what a draft takes. */
#include "config.h"

#include "entente-actor-draft.h"

#include <glib/gstdio.h>

static EntenteActorDrafts *
read_bytes (const char *bytes, gsize length, EntenteActorFile form, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  EntenteActorDrafts *drafts;
  int fd = g_file_open_tmp ("entente-actors-XXXXXX", &path, NULL);

  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  file = g_file_new_for_path (path);
  drafts = entente_actor_drafts_read (file, form, NULL, NULL, error);
  g_unlink (path);
  return drafts;
}

static void
assert_first (const char *bytes, gsize length, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteActorDrafts) drafts =
    read_bytes (bytes, length, ENTENTE_ACTOR_FILE_AUTO, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (((EntenteActorDraft *) drafts->drafts->pdata[0])->actor->name, ==, name);
}

#define DICTIONARY "# remark\nSIGRID_MOEN_\n\t[NORGOV 930101-970630]\n"

static void
test_forms (void)
{
  assert_first (DICTIONARY, sizeof DICTIONARY - 1, "Sigrid Moen");
  assert_first ("name,kind\nOla Berg,person\n", 26, "Ola Berg");
}

static void
test_packed (void)
{
  g_autoptr (GConverter) packer =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, packer);

  g_output_stream_write_all (stream, DICTIONARY, sizeof DICTIONARY - 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  assert_first (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
                g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)),
                "Sigrid Moen");
}

static void
test_refused (void)
{
  static const EntenteActorFile forms[] = { ENTENTE_ACTOR_FILE_AUTO,
                                            ENTENTE_ACTOR_FILE_TABLE,
                                            ENTENTE_ACTOR_FILE_DICTIONARY };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (read_bytes ("Nothing of use.\n", 16, forms[i], &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  }
}

static void
test_draft (void)
{
  g_autoptr (EntenteActorDrafts) drafts = entente_actor_drafts_new ();
  gboolean is_new;
  EntenteActorDraft *draft = entente_actor_drafts_ensure (drafts, "a", "A", &is_new);

  g_assert_true (is_new);
  g_assert_true (entente_actor_drafts_ensure (drafts, "a", "B", &is_new) == draft);
  g_assert_false (is_new);
  entente_actor_draft_add_alias (draft, "A", ENTENTE_ALIAS_SPELLING); /* its name */
  entente_actor_draft_add_alias (draft, "", ENTENTE_ALIAS_SPELLING);
  entente_actor_draft_add_alias (draft, "Aa", ENTENTE_ALIAS_SPELLING);
  entente_actor_draft_add_alias (draft, "Aa", ENTENTE_ALIAS_TITLE);
  g_assert_cmpuint (draft->aliases->len, ==, 1);
  for (guint i = 0; i < 1500; i++)
    entente_actor_drafts_skip (drafts, g_strdup ("No."));
  g_assert_cmpuint (drafts->n_skipped, ==, 1500);
  g_assert_cmpuint (drafts->skipped->len, ==, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor-draft/forms", test_forms);
  g_test_add_func ("/actor-draft/packed", test_packed);
  g_test_add_func ("/actor-draft/refused", test_refused);
  g_test_add_func ("/actor-draft/draft", test_draft);
  return g_test_run ();
}
