/* The tables of words, each read when its language is first asked for. A table ships with the
 * program, so a wrong line is a bug and aborts. */
#include "config.h"

#include "entente-time-lexicon.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#define RESOURCE "/org/entente/Entente/languages/%s.tsv"

struct _EntenteTimeLexicon {
  GHashTable *words; /* folded form -> EntenteTimeWord; never freed */
};

/* What there are tables for. */
static const char *const languages[] = { "en", "de", "fr", "tr" };

static const char *const class_names[] = {
  "month",    "weekday", "season",   "ambiguous", "unit",     "units",     "part",    "day",
  "next-day", "tonight", "relation", "behind",    "ago",      "ago-first", "later",   "earlier",
  "before",   "after",   "hence",    "cardinal",  "times",    "ordinal",   "decade",  "some",
  "half",     "a",       "the",      "its",       "early",    "mid",       "late",    "very",
  "noun-mod", "approx",  "bound",    "of",        "in",       "on",        "at",      "by",
  "passing",  "to",      "and",      "from",      "between",  "for",       "to-mark", "year-of",
  "every",    "habit",   "now",      "once",      "some-day", "holiday",   "bc",      "ad",
  "will",     "did",     "be",       "plain",     "counted",  "numbered",  "old",     "clock",
};
G_STATIC_ASSERT (G_N_ELEMENTS (class_names) == ENTENTE_TIME_N_CLASSES);
G_STATIC_ASSERT (ENTENTE_TIME_N_CLASSES <= 64);

static const char *const unit_names[] = {
  "second",  "minute", "hour", "day",    "weekend", "week",       "fortnight", "month",
  "quarter", "season", "year", "decade", "century", "millennium", NULL,
};
static const char *const relation_names[] = {
  "none", "this", "last", "next", "that", "same", "following", "previous", "past", NULL,
};

static int
find_name (const char *const *names, guint n, const char *name)
{
  for (guint i = 0; i < n && names[i] != NULL; i++) {
    if (strcmp (names[i], name) == 0)
      return (int) i;
  }
  return -1;
}

static int
read_value (EntenteTimeClass class, const char *cell)
{
  switch (class) {
  case ENTENTE_TIME_UNIT_WORD:
  case ENTENTE_TIME_UNITS_WORD:
  case ENTENTE_TIME_HABIT:
    return find_name (unit_names, G_N_ELEMENTS (unit_names), cell);
  case ENTENTE_TIME_RELATION:
    return find_name (relation_names, G_N_ELEMENTS (relation_names), cell);
  case ENTENTE_TIME_PART:
    return cell[0] << 8 | cell[1];
  default:
    return atoi (cell);
  }
}

static EntenteTimeWord *
ensure_word (GHashTable *words, const char *form)
{
  EntenteTimeWord *word = g_hash_table_lookup (words, form);

  if (word == NULL) {
    word = g_new0 (EntenteTimeWord, 1);
    g_hash_table_insert (words, g_strdup (form), word);
  }
  return word;
}

static void
add_form (GHashTable *words, const char *form, EntenteTimeClass class, int value)
{
  EntenteTimeWord *word = ensure_word (words, form);
  gsize first = strcspn (form, " '.");

  word->classes |= ENTENTE_TIME_BIT (class);
  if (value != 0 && word->n < G_N_ELEMENTS (word->values)) {
    word->values[word->n] = (gint16) value;
    word->kinds[word->n++] = (guint8) class;
  }
  if (form[first] != '\0') {
    g_autofree char *leader = g_strndup (form, first);

    ensure_word (words, leader)->leads = TRUE;
  }
}

static void
add_line (GHashTable *words, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  g_auto (GStrv) forms = NULL;
  int class = -1, value = -1;

  if (line[0] == '#' || line[0] == '\0')
    return;
  if (g_strv_length (cells) == 3)
    class = find_name (class_names, G_N_ELEMENTS (class_names), cells[0]);
  if (class < 0)
    g_error ("table of a language: wrong line: %s", line);
  value = read_value (class, cells[1]);
  g_strdelimit (cells[2], "-", ' '); /* as tokens are joined */
  forms = g_strsplit (cells[2], "|", -1);
  for (guint i = 0; forms[i] != NULL; i++)
    add_form (words, forms[i], class, value);
}

static EntenteTimeLexicon *
read_lexicon (const char *language)
{
  EntenteTimeLexicon *lexicon;
  g_autofree char *path = g_strdup_printf (RESOURCE, language);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL) {
    if (strcmp (language, "en") == 0)
      g_error ("%s is not compiled in", path);
    return NULL;
  }
  lexicon = g_new0 (EntenteTimeLexicon, 1);
  lexicon->words = g_hash_table_new (g_str_hash, g_str_equal);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (lexicon->words, lines[i]);
  return lexicon;
}

const EntenteTimeLexicon *
entente_time_lexicon_get (const char *language)
{
  static GMutex mutex;
  static GHashTable *lexicons;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  const EntenteTimeLexicon *found;

  if (language == NULL)
    language = "en";
  if (lexicons == NULL)
    lexicons = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_contains (lexicons, language))
    g_hash_table_insert (lexicons, g_strdup (language), read_lexicon (language));
  found = g_hash_table_lookup (lexicons, language);
  if (found != NULL || strcmp (language, "en") == 0)
    return found;
  g_clear_pointer (&locker, g_mutex_locker_free);
  return entente_time_lexicon_get ("en");
}

static gpointer
read_all (gpointer unused)
{
  const EntenteTimeLexicon **all = g_new0 (const EntenteTimeLexicon *, G_N_ELEMENTS (languages));

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    all[i] = entente_time_lexicon_get (languages[i]);
  return all;
}

const EntenteTimeLexicon *
entente_time_lexicon_get_nth (guint n)
{
  static GOnce once = G_ONCE_INIT;
  const EntenteTimeLexicon *const *all = g_once (&once, read_all, NULL);

  return n < G_N_ELEMENTS (languages) ? all[n] : NULL;
}

int
entente_time_lexicon_get_any (const char *folded, EntenteTimeClass class)
{
  const EntenteTimeLexicon *one;

  for (guint i = 0; (one = entente_time_lexicon_get_nth (i)) != NULL; i++) {
    int value = entente_time_word_get (entente_time_lexicon_find (one, folded), class);

    if (value != 0)
      return value;
  }
  return 0;
}

const EntenteTimeWord *
entente_time_lexicon_find (const EntenteTimeLexicon *lexicon, const char *folded)
{
  return g_hash_table_lookup (lexicon->words, folded);
}

int
entente_time_word_get (const EntenteTimeWord *word, EntenteTimeClass class)
{
  for (guint i = 0; word != NULL && i < word->n; i++) {
    if (word->kinds[i] == class)
      return word->values[i];
  }
  return 0;
}

gboolean
entente_time_word_has (const EntenteTimeWord *word, EntenteTimeClass class, int value)
{
  for (guint i = 0; word != NULL && i < word->n; i++) {
    if (word->kinds[i] == class && word->values[i] == value)
      return TRUE;
  }
  return FALSE;
}
