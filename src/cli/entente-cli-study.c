/* entente-cli new, import, import-events, apply: what makes and fills a study. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "entente-article-reader.h"
#include "entente-cli.h"
#include "entente-commands.h"

/* ---- new ---- */

static gboolean
set_title (EntenteStudy *study, const char *title, GError **error)
{
  g_autoptr (EntenteSetting) setting = entente_setting_new ();
  g_autoptr (EntenteStep) step = entente_step_new (_ ("Name study"));
  g_autoptr (EntenteChangeSet) changes = NULL;

  setting->record.id = entente_id_from_key ("title");
  setting->name = g_strdup ("title");
  setting->value = g_strdup (title);
  entente_step_insert (step, setting);
  changes = entente_study_apply (study, step, error);
  return changes != NULL;
}

static gboolean
run_new (EntenteCli *cli, GError **error)
{
  const char *title = entente_cli_get_option (cli, "title");
  g_autoptr (EntenteStudy) study = NULL;

  if (title && !g_utf8_validate (title, -1, NULL)) {
    g_set_error (error,
                 ENTENTE_CLI_USAGE,
                 0,
                 _ ("The title is not valid UTF-8; write it in UTF-8."));
    return FALSE;
  }
  study = entente_cli_open (cli, ENTENTE_OPEN_CREATE, error);
  return study && (!title || !*title || set_title (study, title, error));
}

static const char *const new_options[] = { "title=", NULL };

const EntenteCliCommand entente_cli_new = {
  .name = "new",
  .usage = "STUDY [--title TEXT]",
  .summary = N_ ("Makes an empty study; refuses to overwrite."),
  .options = new_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run_new,
};

/* ---- import ---- */

static const char *const formats[] = { "auto", "text", "markdown", "html",
                                       "pdf",  "odt",  "docx",     NULL };

static EntenteArticleDraft *
read_standard_input (EntenteArticleFormat format, GError **error)
{
  gsize length;
  g_autofree char *bytes = entente_cli_read ("-", &length, error);
  g_autofree char *name = entente_cli_show_name ("-");

  return bytes ? entente_article_read_bytes (bytes, length, name, format, NULL, error) : NULL;
}

/* The formats stand in the order of EntenteArticleFormat. */
static EntenteArticleDraft *
read_article (const char *path, guint format, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (path, "-"))
    return read_standard_input ((EntenteArticleFormat) format, error);
  file = g_file_new_for_commandline_arg (path);
  return entente_article_read_file (file, (EntenteArticleFormat) format, NULL, error);
}

static void
set_option (EntenteCli *cli, const char *name, char **field)
{
  const char *const *values = entente_cli_get_options (cli, name);

  if (!values)
    return;
  g_free (*field);
  *field = g_strjoinv ("; ", (char **) values);
}

/* What the command line says is better known than what was read. */
static gboolean
override_fields (EntenteCli *cli, EntenteArticle *article, GError **error)
{
  const char *published = entente_cli_get_option (cli, "published");
  EntenteDate *date;

  set_option (cli, "title", &article->title);
  set_option (cli, "author", &article->authors);
  set_option (cli, "url", &article->url);
  if (!published)
    return TRUE;
  date = entente_date_parse (published, error);
  if (!date)
    return FALSE;
  g_clear_pointer (&article->published, entente_date_unref);
  article->published = date;
  return TRUE;
}

/* All files are read before the study is touched. */
static GPtrArray *
read_articles (EntenteCli *cli, GError **error)
{
  g_autoptr (GPtrArray) drafts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) entente_article_draft_free);
  guint format;

  if (!entente_cli_choose (cli, "format", formats, &format, error))
    return NULL;
  for (guint i = 1; i < entente_cli_get_n_arguments (cli); i++) {
    EntenteArticleDraft *draft = read_article (entente_cli_get_argument (cli, i), format, error);

    if (!draft)
      return NULL;
    g_ptr_array_add (drafts, draft);
    if (!override_fields (cli, draft->article, error))
      return NULL;
  }
  return g_steal_pointer (&drafts);
}

static void
say_notices (const EntenteArticleDraft *draft, const char *path)
{
  g_autofree char *name = entente_cli_show_name (path);

  for (guint i = 0; draft->notices && i < draft->notices->len; i++) {
    g_autofree char *notice = entente_cli_clean (g_ptr_array_index (draft->notices, i));

    entente_cli_say ("%s: %s", name, notice);
  }
}

static gboolean
run_import (EntenteCli *cli, GError **error)
{
  g_autoptr (GPtrArray) drafts = read_articles (cli, error);
  g_autoptr (EntenteStudy) study =
    drafts ? entente_cli_open (cli, ENTENTE_OPEN_EXISTING, error) : NULL;

  for (guint i = 0; study && i < drafts->len; i++) {
    const EntenteArticleDraft *draft = g_ptr_array_index (drafts, i);
    EntenteId id = entente_study_add_article (study, draft, error);
    g_autofree char *title = NULL;

    if (id == ENTENTE_ID_NONE)
      return FALSE;
    say_notices (draft, entente_cli_get_argument (cli, i + 1));
    title = entente_cli_clean (draft->article->title ? draft->article->title : "");
    entente_cli_print ("%" G_GINT64_FORMAT "\t%s\n", id, title);
  }
  return study != NULL;
}

static const char *const import_options[] = { "format=",    "title=", "author=",
                                              "published=", "url=",   NULL };

const EntenteCliCommand entente_cli_import = {
  .name = "import",
  .usage = "STUDY FILE... [--format auto|text|markdown|html|pdf|odt|docx] [--title T] [--author A] "
           "[--published EDTF] [--url U]",
  .summary = N_ ("Brings articles into a study and prints their numbers and titles."),
  .options = import_options,
  .min_arguments = 2,
  .max_arguments = G_MAXUINT,
  .run = run_import,
};

/* ---- import-events ---- */

typedef struct {
  gint64 told; /* progress last shown */
  gulong n_skipped;
} TableNews;

static void
show_progress (gint64 done, gpointer data)
{
  TableNews *news = data;

  if (done - news->told < 10000 && done >= news->told)
    return;
  news->told = done;
  fprintf (stderr, "\r%" G_GINT64_FORMAT, done);
  fflush (stderr);
}

static void
show_skipped (const char *sentence, gpointer data)
{
  TableNews *news = data;

  news->n_skipped++;
  if (news->told > 0)
    fputs ("\r\033[K", stderr);
  entente_cli_say ("%s", sentence);
}

static gboolean
run_import_events (EntenteCli *cli, GError **error)
{
  const char *path = entente_cli_get_argument (cli, 1);
  g_autoptr (EntenteStudy) study = entente_cli_open (cli, ENTENTE_OPEN_EXISTING, error);
  gboolean is_terminal = isatty (STDERR_FILENO);
  TableNews news = { 0 };
  gint64 n;

  if (!study)
    return FALSE;
  n = entente_study_import_events (study,
                                   g_str_equal (path, "-") ? "/dev/stdin" : path,
                                   entente_cli_get_option (cli, "profile"),
                                   entente_cli_get_option (cli, "map"),
                                   entente_cli_get_option (cli, "skip") ? show_skipped : NULL,
                                   is_terminal ? show_progress : NULL,
                                   &news,
                                   NULL,
                                   error);
  if (is_terminal && news.told > 0)
    fputs ("\r\033[K", stderr);
  if (n < 0)
    return FALSE;
  entente_cli_print (ngettext ("%lu event\n", "%lu events\n", n), (gulong) n);
  if (news.n_skipped > 0)
    entente_cli_print (
      ngettext ("%lu row was left out\n", "%lu rows were left out\n", news.n_skipped),
      news.n_skipped);
  return TRUE;
}

static const char *const import_events_options[] = { "profile=", "map=", "skip", NULL };

const EntenteCliCommand entente_cli_import_events = {
  .name = "import-events",
  .usage = "STUDY TABLE [--profile icews|gdelt|acled|ucdp|pax|plain] [--map "
           "date=1,source=2,kind=3,target=4,code=5,title=..,end=..,place=..,note=..] [--skip]",
  .summary = N_ ("Brings a table of events (CSV or TSV) into a study."),
  .options = import_events_options,
  .min_arguments = 2,
  .max_arguments = 2,
  .run = run_import_events,
};

/* ---- apply ---- */

static void
prefix_place (GError **error, const char *path, guint number)
{
  g_autofree char *name = entente_cli_show_name (path);

  g_prefix_error (error, _ ("“%s”, line %u: "), name, number);
}

/* Blank lines and lines that begin with "#" are for the reader. */
static gboolean
is_command (const char *line)
{
  line += strspn (line, " \t\r");
  return *line != '\0' && *line != '#';
}

static gboolean
apply_lines (EntenteStudy *study, char *text, const char *path, GError **error)
{
  g_autofree char *folder = g_str_equal (path, "-") ? g_strdup (".") : g_path_get_dirname (path);
  guint number = 0;

  for (char *line = text; line; number++) {
    char *end = strchr (line, '\n');

    if (end)
      *end = '\0';
    if (is_command (line) && !entente_study_apply_json (study, line, folder, error)) {
      prefix_place (error, path, number + 1);
      return FALSE;
    }
    line = end ? end + 1 : NULL;
  }
  return TRUE;
}

static gboolean
run_apply (EntenteCli *cli, GError **error)
{
  const char *path = entente_cli_get_argument (cli, 1);
  gsize length;
  g_autofree char *text = entente_cli_read (path, &length, error);
  g_autoptr (EntenteStudy) study = NULL;

  if (!text)
    return FALSE;
  if (strlen (text) != length) {
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("This is no file of commands, one JSON object a line: it has zero bytes in it. "
                    "Save it again as text."));
    return FALSE;
  }
  study = entente_cli_open (cli, ENTENTE_OPEN_EXISTING, error);
  return study && apply_lines (study, text, path, error);
}

const EntenteCliCommand entente_cli_apply = {
  .name = "apply",
  .usage = "STUDY FILE.jsonl",
  .summary =
    N_ ("Carries out commands, one JSON object a line, each one step; see entente-apply(5)."),
  .min_arguments = 2,
  .max_arguments = 2,
  .run = run_apply,
};
