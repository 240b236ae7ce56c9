/* Tables from resources. They ship with the program, so a wrong line is a bug and aborts. */
#include "config.h"

#include "entente-letters.h"
#include "entente-lexicon.h"

#include "entente-text-tokens.h"

#define FOLDER "/org/entente/Entente/lexicon/"

static const char *const class_names[ENTENTE_N_WORD_CLASSES] = {
  "determiner",
  "preposition",
  "place-preposition",
  "conjunction",
  "subordinator",
  "relative",
  "pronoun",
  "singular-pronoun",
  "plural-pronoun",
  "neuter-pronoun",
  "first-pronoun",
  "be",
  "have",
  "do",
  "modal",
  "future",
  "may",
  "must",
  "should",
  "negation",
  "adverb",
  "question",
  "title",
  "title-word",
  "role",
  "government-noun",
  "armed-noun",
  "forces-noun",
  "community-noun",
  "embassy-noun",
  "office-noun",
  "media-noun",
  "honorific",
  "particle",
  "given",
  "place-head",
  "thing-head",
  "body-head",
  "party-head",
  "bloc-head",
  "armed-head",
  "company-head",
  "media-head",
  "ngo-head",
  "organisation-head",
  "acronym-stop",
  "not-name",
  "sentence-starter",
  "cardinal",
  "both-sides",
  "hedge-reportedly",
  "hedge-allegedly",
  "hedge-rumoured",
  "hedge-may",
  "hedge-expected",
  "person-role",
};

typedef struct {
  GHashTable *classes; /* word -> guint64 * */
  GHashTable *verbs; /* form -> EntenteVerb * */
  GHashTable *pasts; /* base -> its past */
  GHashTable *names; /* first token -> GPtrArray of EntenteLexiconName * */
  GStringChunk *words; /* of verbs and names, each once */
} Tables;

GStrv
entente_lexicon_read (const char *file)
{
  g_autofree char *path = g_strconcat (FOLDER, file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  if (bytes == NULL)
    g_error ("%s", error->message);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[0] && lines[i]; i++) {
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      g_strv_builder_add (kept, lines[i]);
  }
  return g_strv_builder_end (kept);
}

static const char *
keep_word (Tables *tables, const char *word)
{
  return g_string_chunk_insert_const (tables->words, word);
}

static GStrv
cut_cells (const char *file, const char *line, guint n)
{
  GStrv cells = g_strsplit (line, "\t", -1);

  if (g_strv_length (cells) != n)
    g_error ("%s: wrong line: %s", file, line);
  return cells;
}

/* ---- classes ---- */

static guint
find_class (const char *name)
{
  for (guint i = 0; i < ENTENTE_N_WORD_CLASSES; i++) {
    if (g_str_equal (class_names[i], name))
      return i;
  }
  g_error ("words.tsv: no class is called %s", name);
}

static void
add_class (Tables *tables, const char *line)
{
  g_auto (GStrv) cells = cut_cells ("words.tsv", line, 2);
  g_auto (GStrv) words = g_strsplit (cells[1], " ", -1);
  guint index = find_class (cells[0]);

  for (guint i = 0; words[i]; i++) {
    g_autofree char *fold = entente_letters_down (words[i], -1);
    guint64 *bits = g_hash_table_lookup (tables->classes, fold);

    if (!bits) {
      bits = g_new0 (guint64, 1);
      g_hash_table_insert (tables->classes, g_steal_pointer (&fold), bits);
    }
    *bits |= G_GUINT64_CONSTANT (1) << index;
  }
}

/* ---- verbs ---- */

static void
add_form (Tables *tables, const char *base, char *form, guint forms)
{
  EntenteVerb *verb = g_hash_table_lookup (tables->verbs, form);

  if (verb) {
    if (g_str_equal (verb->base, base))
      verb->forms |= forms;
    g_free (form);
    return;
  }
  verb = g_new (EntenteVerb, 1);
  verb->base = keep_word (tables, base);
  verb->forms = forms;
  g_hash_table_insert (tables->verbs, form, verb);
}

/* "carry" and "stop" change before an ending: @stem without "y" or "e", @ending added. */
char *
entente_lexicon_add_ending (const char *base, const char *ending)
{
  gsize length = strlen (base);
  char last = base[length - 1];
  gboolean vowel_before = length > 1 && strchr ("aeiou", base[length - 2]) != NULL;

  if (last == 'y' && !vowel_before && *ending != 'i')
    return g_strdup_printf ("%.*si%s", (int) length - 1, base, *ending == 's' ? "es" : ending);
  if (*ending == 's')
    return g_strconcat (base,
                        strchr ("sxz", last) || g_str_has_suffix (base, "ch") ||
                            g_str_has_suffix (base, "sh") || last == 'o'
                          ? "es"
                          : "s",
                        NULL);
  if (*ending == 'i' && g_str_has_suffix (base, "ie"))
    return g_strdup_printf ("%.*sy%s", (int) length - 2, base, ending);
  if (last == 'e' && (*ending == 'e' || (length > 2 && !g_str_has_suffix (base, "ee"))))
    return g_strdup_printf ("%.*s%s", (int) length - 1, base, ending);
  return g_strconcat (base, ending, NULL);
}

/* The participle in "-ing": a consonant that the past doubles is doubled. */
static char *
make_ing (const char *base, const char *past)
{
  gsize length = strlen (base);

  if (g_str_has_prefix (past, base) && past[length] == base[length - 1] &&
      g_str_equal (past + length + 1, "ed"))
    return g_strdup_printf ("%s%cing", base, base[length - 1]);
  if (strlen (base) == 3 && strchr ("tgn", base[2]) && strchr ("aeiou", base[1]))
    return g_strdup_printf ("%s%cing", base, base[2]); /* "putting" */
  if (g_str_equal (base, "begin"))
    return g_strdup ("beginning");
  return entente_lexicon_add_ending (base, "ing");
}

static void
add_verb (Tables *tables, const char *line)
{
  g_auto (GStrv) cells = cut_cells ("verbs.tsv", line, 3);
  gboolean regular = g_str_equal (cells[1], "-");
  char *past = regular ? entente_lexicon_add_ending (cells[0], "ed") : g_strdup (cells[1]);
  char *participle = regular ? g_strdup (past) : g_strdup (cells[2]);
  const char *base = keep_word (tables, cells[0]);
  gboolean is_doubled = g_str_has_suffix (past, "lled");
  g_autofree char *stem = g_strndup (past, strlen (past) - (is_doubled ? 3 : 0));

  g_hash_table_insert (tables->pasts, (gpointer) base, (gpointer) keep_word (tables, past));
  add_form (tables, base, make_ing (base, past), ENTENTE_VERB_ING);
  add_form (tables, base, g_strdup (base), ENTENTE_VERB_BASE);
  add_form (tables, base, entente_lexicon_add_ending (base, "s"), ENTENTE_VERB_S);
  add_form (tables, base, past, ENTENTE_VERB_PAST);
  add_form (tables, base, participle, ENTENTE_VERB_PARTICIPLE);
  if (is_doubled) { /* American spelling */
    add_form (tables,
              base,
              g_strconcat (stem, "ed", NULL),
              ENTENTE_VERB_PAST | ENTENTE_VERB_PARTICIPLE);
    add_form (tables, base, g_strconcat (stem, "ing", NULL), ENTENTE_VERB_ING);
  }
}

/* ---- names ---- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const EntenteLexiconName *one = *(EntenteLexiconName *const *) a;
  const EntenteLexiconName *other = *(EntenteLexiconName *const *) b;

  if (one->n != other->n)
    return one->n < other->n ? 1 : -1;
  return (int) one->form - (int) other->form;
}

static void
add_name (Tables *tables,
          const EntenteLexiconName *model,
          const char *written,
          EntenteNameForm form)
{
  g_autoptr (EntenteTextTokens) tokens = entente_text_tokens_new (written, -1, NULL);
  EntenteLexiconName *name = g_memdup2 (model, sizeof *model);
  GPtrArray *folds = g_ptr_array_new (), *list;

  for (guint i = 0; i < tokens->tokens->len; i++)
    g_ptr_array_add (folds,
                     (gpointer) keep_word (tables, entente_text_tokens_get (tokens, i)->fold));
  name->n = folds->len;
  g_ptr_array_add (folds, NULL);
  name->folds = (const char *const *) g_ptr_array_free (folds, FALSE);
  name->written = keep_word (tables, written);
  name->form = form;
  list = g_hash_table_lookup (tables->names, name->folds[0]);
  if (!list) {
    list = g_ptr_array_new ();
    g_hash_table_insert (tables->names, (gpointer) name->folds[0], list);
  }
  g_ptr_array_add (list, name);
}

static void
add_names (Tables *tables, const EntenteLexiconName *model, const char *cell, EntenteNameForm form)
{
  g_auto (GStrv) words = g_strsplit (g_str_equal (cell, "-") ? "" : cell, ",", -1);

  for (guint i = 0; words[i]; i++) {
    add_name (tables, model, words[i], form);
    if (form == ENTENTE_NAME_ADJECTIVE &&
        (g_str_has_suffix (words[i], "n") || g_str_has_suffix (words[i], "i") ||
         g_str_has_suffix (words[i], "t"))) {
      g_autofree char *people = g_strconcat (words[i], "s", NULL);

      add_name (tables, model, people, ENTENTE_NAME_PEOPLE);
    }
  }
}

static void
add_actor (Tables *tables, const char *line)
{
  g_auto (GStrv) cells = cut_cells ("names.tsv", line, 6);
  EntenteLexiconName model = { .name = keep_word (tables, cells[1]) };
  g_autofree char *nick = g_strdelimit (g_ascii_strdown (cells[0], -1), " ", '-');
  int kind;

  if (!entente_enum_parse (ENTENTE_ENUM_ACTOR_KIND, nick, &kind))
    g_error ("names.tsv: no kind of actor is called %s", nick);
  model.kind = kind;
  model.iso3166 = g_str_equal (cells[2], "-") ? NULL : keep_word (tables, cells[2]);
  add_name (tables, &model, cells[1], ENTENTE_NAME_FULL);
  add_names (tables, &model, cells[3], ENTENTE_NAME_ADJECTIVE);
  add_names (tables, &model, cells[4], ENTENTE_NAME_METONYM);
  add_names (tables, &model, cells[5], ENTENTE_NAME_FULL);
}

static void
read_lines (Tables *tables, const char *file, void (*add) (Tables *, const char *))
{
  g_auto (GStrv) lines = entente_lexicon_read (file);

  for (guint i = 0; lines[i]; i++)
    add (tables, lines[i]);
}

static gpointer
read_tables (gpointer unused)
{
  Tables *tables = g_new0 (Tables, 1);
  GHashTableIter iter;
  gpointer list;

  tables->words = g_string_chunk_new (16 * 1024);
  tables->classes = g_hash_table_new (g_str_hash, g_str_equal);
  tables->verbs = g_hash_table_new (g_str_hash, g_str_equal);
  tables->pasts = g_hash_table_new (g_str_hash, g_str_equal);
  tables->names = g_hash_table_new (g_str_hash, g_str_equal);
  read_lines (tables, "words.tsv", add_class);
  read_lines (tables, "verbs.tsv", add_verb);
  read_lines (tables, "names.tsv", add_actor);
  g_hash_table_iter_init (&iter, tables->names);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_names);
  return tables;
}

static const Tables *
get_tables (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_tables, NULL);
}

gboolean
entente_lexicon_is (const char *fold, EntenteWordClass word_class)
{
  const guint64 *bits = g_hash_table_lookup (get_tables ()->classes, fold);

  return bits && (*bits >> word_class & 1);
}

const EntenteVerb *
entente_lexicon_find_verb (const char *fold)
{
  return g_hash_table_lookup (get_tables ()->verbs, fold);
}

const char *
entente_lexicon_get_past (const char *base)
{
  return g_hash_table_lookup (get_tables ()->pasts, base);
}

const GPtrArray *
entente_lexicon_find_names (const char *fold)
{
  return g_hash_table_lookup (get_tables ()->names, fold);
}
