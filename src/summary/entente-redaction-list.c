/* The list is made in two goes: private events and pseudonyms from the chronicle, then names that
 * stand in texts, word by word. */
#include "config.h"

#include "entente-redaction-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PART_LEAST 3 /* letters of a part of a name that counts by itself */
#define STEM_LEAST 4 /* letters of a word that may have an ending */
#define ENDING_MOST 3 /* letters of it */
#define AROUND 28 /* characters shown on both sides */

struct _EntenteRedactionList {
  GPtrArray *items[ENTENTE_N_REDACTIONS]; /* EntenteRedaction */
  GPtrArray *names; /* GStrv: folded words of each name looked for */
  GHashTable *found; /* what was found already, as a line: it is told once */
  guint n_leave, n_events;
};

static void
free_redaction (gpointer data)
{
  EntenteRedaction *redaction = data;

  g_free (redaction->what);
  g_free (redaction->words);
  g_free (redaction);
}

/* Takes both texts over. */
static void
take (EntenteRedactionList *self, EntenteRedactionType type, char *what, char *words)
{
  EntenteRedaction *redaction = g_new (EntenteRedaction, 1);

  *redaction = (EntenteRedaction){ type, what, words };
  g_ptr_array_add (self->items[type], redaction);
}

/* ---- words ---- */

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The next word at or after @from; its end in @end. NULL when there is none. */
static const char *
find_word (const char *from, const char **end)
{
  while (*from != '\0' && !is_of_word (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  *end = from;
  while (**end != '\0' && is_of_word (g_utf8_get_char (*end)))
    *end = g_utf8_next_char (*end);
  return *end > from ? from : NULL;
}

static char *
fold_word (const char *start, const char *end)
{
  g_autofree char *word = g_strndup (start, (gsize) (end - start));

  return entente_name_fold (word);
}

static char **
fold_words (const char *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *end;

  for (const char *word = find_word (text, &end); word != NULL; word = find_word (end, &end))
    g_ptr_array_add (words, fold_word (word, end));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_steal (words, NULL);
}

/* The word itself, or with a short ending. */
static gboolean
is_word (const char *word, const char *name)
{
  gsize length = strlen (name);

  if (strncmp (word, name, length) != 0)
    return FALSE;
  return word[length] == '\0' || (g_utf8_strlen (name, -1) >= STEM_LEAST &&
                                  g_utf8_strlen (word + length, -1) <= ENDING_MOST);
}

/* ---- names ---- */

static gboolean
has_pseudonym (const EntenteActor *actor)
{
  return actor->pseudonym != NULL && *actor->pseudonym != '\0';
}

/* Is this name a part of the pseudonym, which everybody may read? */
static gboolean
is_told_anyway (char **name, const char *pseudonym)
{
  g_auto (GStrv) told = fold_words (pseudonym);

  for (guint i = 0; name[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) told, name[i]))
      return FALSE;
  return TRUE;
}

static void
add_name (EntenteRedactionList *self, const char *name, const char *pseudonym)
{
  g_auto (GStrv) words = fold_words (name);

  if (words[0] != NULL && !is_told_anyway (words, pseudonym))
    g_ptr_array_add (self->names, g_steal_pointer (&words));
}

static void
add_parts (EntenteRedactionList *self, const EntenteActor *actor)
{
  g_auto (GStrv) words = fold_words (actor->name);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) >= PART_LEAST)
      add_name (self, words[i], actor->pseudonym);
}

static void
add_names (EntenteRedactionList *self, const EntenteChronicle *chronicle, guint32 index)
{
  const EntenteActor *actor = entente_chronicle_get_actor (chronicle, index);
  const EntenteAlias *const *aliases;
  guint n;

  aliases = entente_chronicle_get_aliases (chronicle, index, &n);
  add_name (self, actor->name, actor->pseudonym);
  for (guint i = 0; i < n; i++)
    add_name (self, aliases[i]->text, actor->pseudonym);
  if (actor->short_label != NULL)
    add_name (self, actor->short_label, actor->pseudonym);
  if (actor->kind == ENTENTE_ACTOR_PERSON)
    add_parts (self, actor);
}

/* ---- making ---- */

static void
list_actors (EntenteRedactionList *self, const EntenteChronicle *chronicle, gboolean pseudonyms)
{
  for (guint32 i = 0; i < entente_chronicle_get_n_actors (chronicle); i++) {
    const EntenteActor *actor = entente_chronicle_get_actor (chronicle, i);

    if (!has_pseudonym (actor))
      continue;
    take (self,
          pseudonyms ? ENTENTE_REDACTION_RENAMED : ENTENTE_REDACTION_NAMED,
          g_strdup (actor->name),
          g_strdup (actor->pseudonym));
    if (pseudonyms)
      add_names (self, chronicle, i);
  }
}

static GArray *
find_private (const EntenteChronicle *chronicle, const EntenteBitset *rows)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_rows = entente_chronicle_get_n_rows (chronicle);

  for (guint32 row = entente_bitset_next (rows, 0); row < n_rows;
       row = entente_bitset_next (rows, row + 1)) {
    EntenteEventRow event;

    entente_chronicle_get_row (chronicle, row, &event);
    if (event.flags & ENTENTE_ROW_PRIVATE)
      g_array_append_val (found, row);
  }
  return found;
}

static gboolean
list_private (EntenteRedactionList *self,
              const EntenteRedactionOptions *options,
              const EntenteChronicle *chronicle,
              const GArray *rows,
              GError **error)
{
  g_autofree EntenteId *ids = g_new (EntenteId, rows->len);
  g_autofree char **titles = NULL;

  for (guint i = 0; i < rows->len; i++)
    ids[i] = entente_chronicle_get_id (chronicle, g_array_index (rows, guint32, i));
  if (rows->len > 0 && !(titles = options->read_titles (options->data, ids, rows->len, error)))
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    if (titles[i] == NULL || *titles[i] == '\0') {
      g_free (titles[i]);
      titles[i] = entente_chronicle_describe (chronicle, g_array_index (rows, guint32, i));
    }
    take (self,
          options->leave_out_private ? ENTENTE_REDACTION_LEFT_OUT : ENTENTE_REDACTION_PRIVATE,
          titles[i],
          NULL);
  }
  return TRUE;
}

EntenteRedactionList *
entente_redaction_list_new (const EntenteRedactionOptions *options,
                            const EntenteChronicle *chronicle,
                            const EntenteBitset *rows,
                            GError **error)
{
  g_autoptr (EntenteRedactionList) self = g_atomic_rc_box_new0 (EntenteRedactionList);
  g_autoptr (GArray) private_rows = find_private (chronicle, rows);

  for (guint i = 0; i < ENTENTE_N_REDACTIONS; i++)
    self->items[i] = g_ptr_array_new_with_free_func (free_redaction);
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_events = entente_chronicle_get_n_rows (chronicle);
  self->n_leave = entente_bitset_count (rows);
  if (options->leave_out_private)
    self->n_leave -= private_rows->len;
  list_actors (self, chronicle, options->pseudonyms);
  if (!list_private (self, options, chronicle, private_rows, error))
    return NULL;
  return g_steal_pointer (&self);
}

EntenteRedactionList *
entente_redaction_list_ref (EntenteRedactionList *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  EntenteRedactionList *self = data;

  for (guint i = 0; i < ENTENTE_N_REDACTIONS; i++)
    g_ptr_array_unref (self->items[i]);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->found);
}

void
entente_redaction_list_unref (EntenteRedactionList *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* ---- searching ---- */

/* A word as it stands, and folded. */
typedef struct {
  const char *start, *end;
  char *folded;
} Word;

static void
clear_word (gpointer word)
{
  g_free (((Word *) word)->folded);
}

static GArray *
read_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *end;

  g_array_set_clear_func (words, clear_word);
  for (const char *start = find_word (text, &end); start != NULL; start = find_word (end, &end)) {
    Word word = { start, end, fold_word (start, end) };

    g_array_append_val (words, word);
  }
  return words;
}

/* How many words from @at are this name; 0 when they are not. */
static guint
match_name (const GArray *words, guint at, char **name)
{
  guint n = 0;

  while (name[n] != NULL) {
    if (at + n >= words->len || !is_word (g_array_index (words, Word, at + n).folded, name[n]))
      return 0;
    n++;
  }
  return n;
}

/* The longest name that begins at @at: its number of words, or 0. */
static guint
match_names (const EntenteRedactionList *self, const GArray *words, guint at)
{
  guint most = 0;

  for (guint i = 0; i < self->names->len; i++)
    most = MAX (most, match_name (words, at, self->names->pdata[i]));
  return most;
}

static const char *
find_context_start (const char *text, const char *start)
{
  const char *from = start;

  for (guint i = 0; i < AROUND && from > text; i++)
    from = g_utf8_prev_char (from);
  while (from > text && from < start && !g_ascii_isspace (from[-1]))
    from = g_utf8_next_char (from);
  return from;
}

static const char *
find_context_end (const char *end)
{
  const char *to = end;

  for (guint i = 0; i < AROUND && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  while (*to != '\0' && to > end && !g_ascii_isspace (*to))
    to = g_utf8_prev_char (to);
  return to;
}

/* "…some whole words around a name…", on one line. */
static char *
quote_around (const char *text, const char *start, const char *end)
{
  const char *from = find_context_start (text, start);
  const char *to = find_context_end (end);
  g_autofree char *words = g_strndup (from, (gsize) (to - from));

  g_strdelimit (words, "\n\r\t", ' ');
  return g_strdup_printf ("%s%s%s",
                          from > text ? "…" : "",
                          g_strstrip (words),
                          *to != '\0' ? "…" : "");
}

static void
tell (EntenteRedactionList *self,
      const char *place,
      const char *text,
      const char *start,
      const char *end)
{
  g_autofree char *quote = quote_around (text, start, end);
  /* TRANSLATORS: where a name stands, and the words there: "Note 4: …said Reyes on Monday…" */
  char *words = g_strdup_printf (_ ("%s: %s"), place, quote);

  if (g_hash_table_add (self->found, g_strdup (words)))
    take (self, ENTENTE_REDACTION_STANDS, g_strndup (start, (gsize) (end - start)), words);
  else
    g_free (words);
}

void
entente_redaction_list_search_text (EntenteRedactionList *self, const char *place, const char *text)
{
  g_autoptr (GArray) words = NULL;

  if (self->names->len == 0 || text == NULL)
    return;
  words = read_words (text);
  for (guint i = 0; i < words->len; i++) {
    guint n = match_names (self, words, i);

    if (n == 0)
      continue;
    tell (self,
          place,
          text,
          g_array_index (words, Word, i).start,
          g_array_index (words, Word, i + n - 1).end);
    i += n - 1;
  }
}

static void
search_entry (EntenteRedactionList *self, const EntenteEntry *entry)
{
  g_autofree char *place = g_strdup_printf (_ ("Event %u"), entry->number);
  const char *const texts[] = { entry->title,
                                entry->told,
                                entry->bound,
                                entry->facts,
                                entry->summary };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    entente_redaction_list_search_text (self, place, texts[i]);
}

static void
search_block (EntenteRedactionList *self, const EntenteBlock *block)
{
  entente_redaction_list_search_text (self,
                                      block->type == ENTENTE_BLOCK_TEXT ? _ ("Text")
                                                                        : _ ("Heading"),
                                      block->text);
  if (block->entry != NULL)
    search_entry (self, block->entry);
  for (guint i = 0; block->table != NULL && i < block->table->cells->len; i++) {
    const EntenteCell *cell = g_ptr_array_index (block->table->cells, i);

    entente_redaction_list_search_text (self, _ ("Table"), cell->text);
  }
}

void
entente_redaction_list_search_document (EntenteRedactionList *self,
                                        const EntenteDocument *document,
                                        GCancellable *cancellable)
{
  const struct {
    const char *place, *text;
  } heads[] = {
    { _ ("Name of the study"), document->study },
    { _ ("Title"), document->title },
    { _ ("Filter"), document->filter },
    { _ ("Notes"), document->source },
    { _ ("Foot of the pages"), document->edition },
  };

  if (self->names->len == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    entente_redaction_list_search_text (self, heads[i].place, heads[i].text);
  for (guint i = 0; i < document->blocks->len; i++) {
    if (g_cancellable_is_cancelled (cancellable))
      return;
    search_block (self, document->blocks->pdata[i]);
  }
  for (guint i = 0; i < document->notes->len; i++) {
    const EntenteNote *note = document->notes->pdata[i];
    g_autofree char *place = g_strdup_printf (_ ("Note %u"), note->number);

    if (g_cancellable_is_cancelled (cancellable))
      return;
    entente_redaction_list_search_text (self, place, note->text);
  }
}

/* ---- reading it ---- */

guint
entente_redaction_list_count (const EntenteRedactionList *self, EntenteRedactionType type)
{
  return self->items[type]->len;
}

const EntenteRedaction *
entente_redaction_list_get (const EntenteRedactionList *self, EntenteRedactionType type, guint i)
{
  return self->items[type]->pdata[i];
}

static char *
describe_private (EntenteRedactionType type, guint n)
{
  if (type == ENTENTE_REDACTION_LEFT_OUT)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u private event is left out",
                                         "%u private events are left out",
                                         n),
                            n);
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u private event goes along", "%u private events go along", n),
    n);
}

static char *
describe_names (EntenteRedactionType type, guint n)
{
  if (type == ENTENTE_REDACTION_RENAMED)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u name is replaced by a pseudonym",
                                         "%u names are replaced by pseudonyms",
                                         n),
                            n);
  if (type == ENTENTE_REDACTION_NAMED)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u actor with a pseudonym goes by its real name",
                                         "%u actors with a pseudonym go by their real names",
                                         n),
                            n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "A real name still stands in %u place",
                                       "Real names still stand in %u places",
                                       n),
                          n);
}

char *
entente_redaction_list_describe (const EntenteRedactionList *self, EntenteRedactionType type)
{
  guint n = entente_redaction_list_count (self, type);

  return type == ENTENTE_REDACTION_LEFT_OUT || type == ENTENTE_REDACTION_PRIVATE
           ? describe_private (type, n)
           : describe_names (type, n);
}

char *
entente_redaction_format (const EntenteRedaction *redaction)
{
  if (redaction->type == ENTENTE_REDACTION_STANDS)
    return g_strdup (redaction->words);
  if (redaction->words == NULL)
    return g_strdup (redaction->what);
  /* TRANSLATORS: a name and its pseudonym: "Rosa Reyes: Speaker A" */
  return g_strdup_printf (_ ("%s: %s"), redaction->what, redaction->words);
}

char *
entente_redaction_list_describe_events (const EntenteRedactionList *self)
{
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u of %u event leaves", "%u of %u events leave", self->n_events),
    self->n_leave,
    self->n_events);
}

gboolean
entente_redaction_list_warns (const EntenteRedactionList *self)
{
  return self->items[ENTENTE_REDACTION_STANDS]->len > 0;
}
