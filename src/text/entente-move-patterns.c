/* The table of patterns, by its heads. A wrong line is a bug and aborts. */
#include "config.h"

#include "entente-move-patterns.h"

#include "entente-lexicon.h"
#include <string.h>

typedef struct {
  GHashTable *verbs, *nouns, *words; /* head -> GPtrArray of EntenteMovePattern * */
  GStringChunk *kept; /* heads, slots and kinds, each once */
} Patterns;

static const struct {
  const char *name;
  guint flag;
} flags[] = {
  { "weak", ENTENTE_PATTERN_WEAK },
  { "obj", ENTENTE_PATTERN_NEEDS_TO },

  { "negmod", ENTENTE_PATTERN_NEGATED },
  { "futonly", ENTENTE_PATTERN_FUTURE },
};

static const char *
keep_word (Patterns *patterns, const char *word)
{
  return g_string_chunk_insert_const (patterns->kept, word);
}

static EntenteSlot
read_slot (Patterns *patterns, const char *word)
{
  EntenteSlot slot = { ENTENTE_SLOT_PREPOSITION, keep_word (patterns, word) };

  if (g_str_equal (word, "S"))
    slot.type = ENTENTE_SLOT_SUBJECT;
  else if (g_str_equal (word, "subj"))
    slot.type = ENTENTE_SLOT_GRAMMATICAL_SUBJECT;
  else if (g_str_equal (word, "clause"))
    slot.type = ENTENTE_SLOT_CLAUSE;
  else if (g_str_equal (word, "obj"))
    slot.type = ENTENTE_SLOT_OBJECT;
  else if (g_str_equal (word, "poss"))
    slot.type = ENTENTE_SLOT_POSSESSOR;
  else if (g_str_equal (word, "adj"))
    slot.type = ENTENTE_SLOT_ADJECTIVE;
  else if (g_str_equal (word, "any"))
    slot.type = ENTENTE_SLOT_ANY;
  return slot;
}

static GArray *
read_slots (Patterns *patterns, const char *cell)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (EntenteSlot));
  g_auto (GStrv) words = g_strsplit (g_str_equal (cell, "-") ? "" : cell, ",", -1);

  for (guint i = 0; words[i]; i++) {
    EntenteSlot slot = read_slot (patterns, words[i]);

    g_array_append_val (slots, slot);
  }
  return slots;
}

static guint
read_flags (const char *cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++) {
    if (g_str_equal (flags[i].name, cell))
      return flags[i].flag;
  }
  if (!g_str_equal (cell, "-"))
    g_error ("moves.tsv: no flag is called %s", cell);
  return 0;
}

/* The head, with the mark at its end taken off. */
static void
read_head (EntenteMovePattern *pattern, char *element)
{
  char *mark = strrchr (element, '/');

  pattern->head = !mark            ? ENTENTE_PATTERN_WORDS
                  : mark[1] == 'v' ? ENTENTE_PATTERN_VERB
                  : mark[1] == 'p' ? ENTENTE_PATTERN_PASSIVE
                                   : ENTENTE_PATTERN_NOUN;
  if (mark)
    *mark = '\0';
  pattern->words = g_strsplit (element, "|", -1);
}

static void
read_elements (EntenteMovePattern *pattern, const char *cell)
{
  g_auto (GStrv) elements = g_strsplit (cell, " ", -1);

  read_head (pattern, elements[0]);
  pattern->elements = g_array_new (FALSE, FALSE, sizeof (EntentePatternElement));
  for (guint i = 1; elements[i]; i++) {
    EntentePatternElement element = { .is_loose = elements[i][0] == '~',
                                      .is_before = elements[i][0] == '<' };

    element.words =
      g_strsplit (elements[i] + (element.is_loose || element.is_before ? 1 : 0), "|", -1);
    g_array_append_val (pattern->elements, element);
  }
}

static void
add_to (Patterns *patterns, GHashTable *table, const char *word, EntenteMovePattern *pattern)
{
  GPtrArray *list = g_hash_table_lookup (table, word);

  if (!list) {
    list = g_ptr_array_new ();
    g_hash_table_insert (table, (gpointer) keep_word (patterns, word), list);
  }
  g_ptr_array_add (list, pattern);
}

static void
add_noun (Patterns *patterns, GHashTable *table, const char *word, EntenteMovePattern *pattern)
{
  gsize length = strlen (word);
  g_autofree char *plural =
    word[length - 1] == 'y'
      ? g_strdup_printf ("%.*sies", (int) length - 1, word)
      : g_strconcat (word, strchr ("shx", word[length - 1]) ? "es" : "s", NULL);

  add_to (patterns, table, word, pattern);
  add_to (patterns, table, plural, pattern);
}

static void
add_line (Patterns *patterns, const char *line, guint rank)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  EntenteMovePattern *pattern = g_new0 (EntenteMovePattern, 1);

  if (g_strv_length (cells) != 5)
    g_error ("moves.tsv: wrong line: %s", line);
  pattern->kind = g_str_equal (cells[0], "-") ? NULL : keep_word (patterns, cells[0]);
  read_elements (pattern, cells[1]);
  pattern->is_mutual = cells[3][0] == '=';
  pattern->who = read_slots (patterns, cells[2]);
  pattern->to = read_slots (patterns, cells[3] + (pattern->is_mutual ? 1 : 0));
  pattern->flags = read_flags (cells[4]);
  pattern->rank = rank;
  for (guint i = 0; pattern->words[i]; i++) {
    if (pattern->head == ENTENTE_PATTERN_NOUN)
      add_noun (patterns, patterns->nouns, pattern->words[i], pattern);
    else if (pattern->head == ENTENTE_PATTERN_WORDS)
      add_to (patterns, patterns->words, pattern->words[i], pattern);
    else if (entente_lexicon_find_verb (pattern->words[i]) == NULL)
      g_error ("moves.tsv: no verb %s", pattern->words[i]);
    else
      add_to (patterns, patterns->verbs, pattern->words[i], pattern);
  }
}

static gpointer
read_patterns (gpointer unused)
{
  Patterns *patterns = g_new0 (Patterns, 1);
  g_auto (GStrv) lines = entente_lexicon_read ("moves.tsv");

  patterns->kept = g_string_chunk_new (4096);
  patterns->verbs = g_hash_table_new (g_str_hash, g_str_equal);
  patterns->nouns = g_hash_table_new (g_str_hash, g_str_equal);
  patterns->words = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; lines[i]; i++)
    add_line (patterns, lines[i], i);
  return patterns;
}

static const Patterns *
get_patterns (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_patterns, NULL);
}

const GPtrArray *
entente_move_patterns_of_verb (const char *base)
{
  return g_hash_table_lookup (get_patterns ()->verbs, base);
}

const GPtrArray *
entente_move_patterns_of_noun (const char *fold)
{
  return g_hash_table_lookup (get_patterns ()->nouns, fold);
}

const GPtrArray *
entente_move_patterns_of_word (const char *fold)
{
  return g_hash_table_lookup (get_patterns ()->words, fold);
}
