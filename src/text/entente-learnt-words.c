/* Patterns made of what was taught. Unlike the table of the program they may be anybody's, so
 * nothing here aborts.
 *
 * A verb that the lexicon does not know gets its regular forms, with and without a doubled
 * consonant: "snubbed". */
#include "config.h"

#include "entente-learnt-words.h"
#include "entente-letters.h"

#include "entente-kind.h"
#include "entente-move-patterns.h"
#include <string.h>

#define MAX_ELEMENTS 4
#define MAX_BYTES 200

struct _EntenteLearntWords {
  GPtrArray *patterns; /* EntenteMovePattern, owned */
  GHashTable *verbs, *nouns; /* head -> GPtrArray of EntenteMovePattern */
  GHashTable *forms; /* form -> EntenteVerb */
};

static void
free_pattern (gpointer data)
{
  EntenteMovePattern *pattern = data;

  g_strfreev (pattern->words);
  for (guint i = 0; i < pattern->elements->len; i++)
    g_strfreev (g_array_index (pattern->elements, EntentePatternElement, i).words);
  g_array_unref (pattern->elements);
  g_array_unref (pattern->who);
  g_array_unref (pattern->to);
  g_free (pattern);
}

/* ---- parties ---- */

static void
add_slot (GArray *slots, EntenteSlotType type, const char *preposition)
{
  EntenteSlot slot = { type, preposition };

  g_array_append_val (slots, slot);
}

/* Who did it, and to whom, where words of this sort mostly tell it. */
static void
set_slots (EntenteMovePattern *pattern)
{
  static const char *const prepositions[] = { "to", "with", "from", "of", "against" };
  gboolean is_noun = pattern->head == ENTENTE_PATTERN_NOUN;

  if (is_noun) {
    add_slot (pattern->who, ENTENTE_SLOT_POSSESSOR, NULL);
    add_slot (pattern->who, ENTENTE_SLOT_PREPOSITION, "by");
    add_slot (pattern->who, ENTENTE_SLOT_ADJECTIVE, NULL);
  } else {
    add_slot (pattern->who, ENTENTE_SLOT_SUBJECT, NULL);
    add_slot (pattern->to, ENTENTE_SLOT_OBJECT, NULL);
  }
  for (guint i = 0; i < G_N_ELEMENTS (prepositions); i++)
    add_slot (pattern->to, ENTENTE_SLOT_PREPOSITION, prepositions[i]);
  if (!is_noun)
    add_slot (pattern->to, ENTENTE_SLOT_ANY, NULL);
}

/* ---- patterns ---- */

static gboolean
is_word (const char *text)
{
  gboolean has_letter = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar letter = g_utf8_get_char (text);

    if (!g_unichar_isalpha (letter) && letter != '-' && letter != '\'')
      return FALSE;
    has_letter |= g_unichar_isalpha (letter);
  }
  return has_letter;
}

/* "word", its folded form, alone in an array. */
static char **
make_words (const char *word)
{
  char **words = g_new0 (char *, 2);

  words[0] = entente_letters_down (word, -1);
  return words;
}

static EntenteMovePattern *
make_pattern (char **parts, EntentePatternHead head, const char *kind)
{
  EntenteMovePattern *pattern = g_new0 (EntenteMovePattern, 1);

  pattern->kind = kind;
  pattern->head = head;
  pattern->words = make_words (parts[0]);
  pattern->elements = g_array_new (FALSE, FALSE, sizeof (EntentePatternElement));
  pattern->who = g_array_new (FALSE, FALSE, sizeof (EntenteSlot));
  pattern->to = g_array_new (FALSE, FALSE, sizeof (EntenteSlot));
  for (guint i = 1; parts[i] != NULL; i++) {
    gboolean is_loose = parts[i][0] == '~';
    EntentePatternElement element = { .words = make_words (parts[i] + is_loose),
                                      .is_loose = is_loose };

    g_array_append_val (pattern->elements, element);
  }
  set_slots (pattern);
  return pattern;
}

static void
add_to (GHashTable *table, const char *word, EntenteMovePattern *pattern)
{
  GPtrArray *list = g_hash_table_lookup (table, word);

  if (list == NULL) {
    list = g_ptr_array_new ();
    g_hash_table_insert (table, g_strdup (word), list);
  }
  g_ptr_array_add (list, pattern);
}

/* ---- verbs that the lexicon does not know ---- */

/* Takes @form. */
static void
add_form (EntenteLearntWords *self, const char *base, char *form, guint forms)
{
  EntenteVerb *verb = g_hash_table_lookup (self->forms, form);

  if (verb == NULL) {
    verb = g_new0 (EntenteVerb, 1);
    verb->base = base;
    g_hash_table_insert (self->forms, g_strdup (form), verb);
  }
  if (g_str_equal (verb->base, base))
    verb->forms |= forms;
  g_free (form);
}

static gboolean
ends_in_short_syllable (const char *base)
{
  gsize length = strlen (base);

  return length > 2 && strchr ("bdgklmnprt", base[length - 1]) != NULL &&
         strchr ("aeiou", base[length - 2]) != NULL && strchr ("aeiou", base[length - 3]) == NULL;
}

static void
add_forms (EntenteLearntWords *self, const char *base, const char *stem)
{
  guint past = ENTENTE_VERB_PAST | ENTENTE_VERB_PARTICIPLE;

  add_form (self, base, entente_lexicon_add_ending (stem, "ed"), past);
  add_form (self, base, entente_lexicon_add_ending (stem, "ing"), ENTENTE_VERB_ING);
}

/* Of a verb of the lexicon too, which may lack a form; what it has goes before. */
static void
add_verb (EntenteLearntWords *self, const char *base)
{
  add_form (self, base, g_strdup (base), ENTENTE_VERB_BASE);
  add_form (self, base, entente_lexicon_add_ending (base, "s"), ENTENTE_VERB_S);
  add_forms (self, base, base);
  if (ends_in_short_syllable (base)) {
    g_autofree char *doubled = g_strdup_printf ("%s%c", base, base[strlen (base) - 1]);

    add_forms (self, base, doubled);
  }
}

/* ---- the whole ---- */

static void
add_pattern (EntenteLearntWords *self, char **parts, EntentePatternHead head, const char *kind)
{
  EntenteMovePattern *pattern = make_pattern (parts, head, kind);
  const char *word = pattern->words[0];
  const EntenteVerb *verb;

  g_ptr_array_add (self->patterns, pattern);
  if (head == ENTENTE_PATTERN_NOUN) {
    g_autofree char *plural = entente_lexicon_add_ending (word, "s");

    add_to (self->nouns, word, pattern);
    if (!g_str_has_suffix (word, "s"))
      add_to (self->nouns, plural, pattern);
    return;
  }
  /* A form of a verb of the lexicon may have been taught. */
  verb = entente_lexicon_find_verb (word);
  add_to (self->verbs, verb != NULL ? verb->base : word, pattern);
  if (verb == NULL || g_str_equal (verb->base, word))
    add_verb (self, word);
}

/* What the mark at the end of the head says, taken off: 0 for none. */
static char
take_mark (char *head)
{
  char *mark = strrchr (head, '/');
  char found = mark != NULL ? mark[1] : '\0';

  if (mark != NULL)
    *mark = '\0';
  return found;
}

static gboolean
are_words (char **parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    if (!is_word (parts[i] + (i > 0 && parts[i][0] == '~')))
      return FALSE;
  return g_strv_length (parts) >= 1 && g_strv_length (parts) <= MAX_ELEMENTS;
}

static void
add_word (EntenteLearntWords *self, const EntenteLearntWord *word)
{
  const EntenteKind *kind = word->kind != NULL ? entente_kind_find (word->kind) : NULL;
  g_auto (GStrv) parts = NULL;
  char mark;

  if (word->text == NULL || *word->text == '\0' || strlen (word->text) > MAX_BYTES ||
      (word->kind != NULL && kind == NULL))
    return;
  parts = g_strsplit (word->text, " ", -1);
  mark = take_mark (parts[0]);
  if (!are_words (parts))
    return;
  if (mark != 'n')
    add_pattern (self, parts, ENTENTE_PATTERN_VERB, kind != NULL ? kind->id : NULL);
  if (mark != 'v')
    add_pattern (self, parts, ENTENTE_PATTERN_NOUN, kind != NULL ? kind->id : NULL);
}

EntenteLearntWords *
entente_learnt_words_new (const EntenteLearntWord *words, guint n)
{
  EntenteLearntWords *self = g_new0 (EntenteLearntWords, 1);

  self->patterns = g_ptr_array_new_with_free_func (free_pattern);
  self->verbs =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->nouns =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < n; i++)
    add_word (self, &words[i]);
  return self;
}

void
entente_learnt_words_free (EntenteLearntWords *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->forms);
  g_hash_table_unref (self->verbs);
  g_hash_table_unref (self->nouns);
  g_ptr_array_unref (self->patterns);
  g_free (self);
}

const EntenteVerb *
entente_learnt_words_find_verb (const EntenteLearntWords *self, const char *fold)
{
  return self != NULL ? g_hash_table_lookup (self->forms, fold) : NULL;
}

const GPtrArray *
entente_learnt_words_of_verb (const EntenteLearntWords *self, const char *base)
{
  return self != NULL ? g_hash_table_lookup (self->verbs, base) : NULL;
}

const GPtrArray *
entente_learnt_words_of_noun (const EntenteLearntWords *self, const char *fold)
{
  return self != NULL ? g_hash_table_lookup (self->nouns, fold) : NULL;
}
