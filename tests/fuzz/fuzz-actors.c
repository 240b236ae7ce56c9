/* Any bytes as a dictionary of actors and as a table of them: what is read makes sense. */
#include "config.h"

#include "entente-actor-codes.h"
#include "entente-actor-dictionary.h"
#include "entente-actor-table.h"

#include <glib/gstdio.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

static void
check (const EntenteActorDrafts *drafts)
{
  for (guint i = 0; drafts != NULL && i < drafts->drafts->len; i++) {
    const EntenteActorDraft *draft = drafts->drafts->pdata[i];

    g_assert_true (draft->actor->name[0] != '\0' && g_utf8_validate (draft->actor->name, -1, NULL));
    for (guint j = 0; j < draft->aliases->len; j++)
      g_assert_true (((EntenteAlias *) draft->aliases->pdata[j])->text[0] != '\0');
    for (guint j = 0; j < draft->ties->len; j++) {
      const EntenteActorTie *tie = draft->ties->pdata[j];

      g_assert_true ((tie->parent == NULL) != (tie->code == NULL));
      g_assert_true (tie->code == NULL || entente_actor_code_is_valid (tie->code));
    }
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) bytes, (gssize) length);
  g_autofree char *path =
    g_strdup_printf ("%s/entente-fuzz-actors-%d", g_get_tmp_dir (), getpid ());
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (EntenteActorDrafts) dictionary = entente_actor_dictionary_read (text, "x", NULL, NULL);
  g_autoptr (EntenteActorDrafts) table = NULL;
  g_autoptr (EntenteActorDrafts) either = NULL;

  check (dictionary);
  g_assert_true (g_file_set_contents (path, (const char *) bytes, (gssize) length, NULL));
  table = entente_actor_table_read (file, NULL, NULL, NULL);
  check (table);
  either = entente_actor_drafts_read (file, ENTENTE_ACTOR_FILE_AUTO, NULL, NULL, NULL);
  check (either);
  g_unlink (path);
  return 0;
}
