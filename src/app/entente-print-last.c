/* A group for each study, known by a hash of its path since groups may not hold brackets. */
#include "config.h"

#include "entente-print-last.h"
#include "entente-templates.h"

static char *
get_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "entente", "summaries.ini", NULL);
}

static GKeyFile *
read_file (void)
{
  g_autofree char *path = get_path ();
  GKeyFile *file = g_key_file_new ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return file;
}

static char *
get_group (EntenteStudy *study)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, entente_study_get_path (study), -1);
}

gboolean
entente_print_last_load (EntenteStudy *study, EntentePrintChoice *choice)
{
  g_autoptr (GKeyFile) file = read_file ();
  g_autofree char *group = get_group (study);
  g_autofree char *kind = g_key_file_get_string (file, group, "kind", NULL);
  g_autofree char *options = g_key_file_get_string (file, group, "options", NULL);
  g_autoptr (GHashTable) words = entente_template_options_parse (options);

  if (!kind || !entente_print_choice_set_kind (choice, kind))
    return FALSE;
  entente_print_choice_take_words (choice, words);
  choice->summary.leave_out_private = TRUE;
  return TRUE;
}

void
entente_print_last_save (EntenteStudy *study, const EntentePrintChoice *choice)
{
  g_autoptr (GKeyFile) file = read_file ();
  g_autoptr (GHashTable) words = entente_print_choice_to_words (choice);
  g_autofree char *options = entente_template_options_format (words);
  g_autofree char *group = get_group (study);
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_key_file_set_string (file, group, "kind", entente_print_choice_get_kind (choice));
  g_key_file_set_string (file, group, "options", options);
  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (file, path, NULL);
}
