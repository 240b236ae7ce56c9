/* Names made of capital letters: a row of capitals is cut into names of the table, titles, words
 * that say what a name is ("Ministry", "Treaty", "Heights") and the rest, which is a person where
 * it has two words or a title. Where such a row and its parts end is in
 * entente-text-actors-capitals.c. */
#include "config.h"

#include "entente-text-actors-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is known while a row of capitals is read. */
typedef struct {
  EntenteActorFinder *self;
  guint begin, at, end; /* tokens */
  gboolean has_title;
  int state; /* actor of the adjective or state just before, or -1 */
  guint state_first, state_last; /* its tokens */
  guint title_first;
  gboolean names_field; /* the next name is not whose the office is: "envoy to Kenya" */
} Row;

/* Where the words that may belong to one name end: before a title or another name of the table. */
static guint
find_part_end (const Row *row, guint i)
{
  while (i < row->end && !entente_finder_find_name (row->self, i) &&
         !entente_finder_is_title (row->self, i))
    i++;
  return i;
}

/* "PKK" in brackets, or bare, behind the name that it is short for. */
static guint
read_acronym (EntenteActorFinder *self, guint i, guint actor)
{
  gboolean bracket = entente_text_tokens_is (self->tokens, i, "(");
  const EntenteToken *token = entente_finder_token (self, bracket ? i + 1 : i);
  g_autofree char *word = NULL;

  if (!bracket || token->type != ENTENTE_TOKEN_WORD || !token->is_acronym ||
      !entente_text_tokens_is (self->tokens, i + 2, ")"))
    return i;
  word = entente_text_tokens_dup (self->tokens, i + 1, i + 2);
  entente_finder_alias (self, word, actor);
  entente_finder_add (self,
                      i + 1,
                      i + 2,
                      actor,
                      ENTENTE_MENTION_NAME,
                      N_ ("short for the name before it"));
  return i + 3;
}

static void
set_parent (EntenteActorFinder *self, guint actor, int parent)
{
  EntenteTextActor *made = &g_array_index (self->made->actors, EntenteTextActor, actor);

  if (parent >= 0 && made->of < 0 && parent != (int) actor)
    made->of = parent;
}

static guint
add_organisation (Row *row, guint first, guint last, EntenteActorKind kind)
{
  EntenteActorFinder *self = row->self;
  g_autofree char *name = entente_text_tokens_dup (self->tokens, first, last);
  guint actor = entente_finder_ensure (self, name, kind);

  set_parent (self, actor, row->state);
  entente_finder_add (self,
                      first,
                      last,
                      actor,
                      ENTENTE_MENTION_NAME,
                      N_ ("a word in the name says what it is"));
  return read_acronym (self, last, actor);
}

/* A name that nothing but its capitals tells of: looked at again when the whole text is known. */
static void
doubt (Row *row, guint first, guint last)
{
  EntenteDoubtfulName name = { first, last, row->state, row->has_title };

  g_array_append_val (row->self->doubtful, name);
}

static void
add_person (Row *row, guint first, guint last)
{
  EntenteActorFinder *self = row->self;

  if (last - first == 1 || !(row->has_title || entente_finder_has_particle (self, first, last) ||
                             entente_finder_is (self, first, ENTENTE_WORD_GIVEN_NAME)))
    doubt (row, first, last);
  else
    entente_finder_add_person (self,
                               first,
                               last,
                               row->state,
                               row->has_title ? N_ ("a title stands before it")
                                              : N_ ("written like the name of a person"));
}

/* "Lake Basin Cooperation (LBC)" */
static gboolean
has_acronym_behind (const EntenteActorFinder *self, guint first, guint last)
{
  const EntenteToken *token = entente_finder_token (self, last + 1);
  const char *word = entente_finder_token (self, last - 1)->fold;

  return entente_text_tokens_is (self->tokens, last, "(") && token->is_acronym &&
         entente_text_tokens_is (self->tokens, last + 2, ")") && !g_str_equal (word, "treaty") &&
         !g_str_equal (word, "agreement") && !g_str_equal (word, "act") &&
         !g_str_equal (word, "plan") &&
         entente_finder_token (self, first)->fold[0] == token->fold[0];
}

/* "Brennshire police" */
static gboolean
is_group_word (const EntenteActorFinder *self, guint i)
{
  return !entente_finder_token (self, i)->is_capital &&
         (entente_finder_is (self, i, ENTENTE_WORD_FORCES) ||
          entente_finder_is (self, i, ENTENTE_WORD_OFFICE)) &&
         !entente_finder_is (self, i + 1, ENTENTE_WORD_FORCES);
}

/* A row of capital words that is no name of the table: an organisation, a person, or nothing. */
static guint
read_part (Row *row, guint first, guint last)
{
  EntenteActorFinder *self = row->self;
  EntenteActorKind kind = ENTENTE_ACTOR_BODY;
  guint place = 0;
  EntenteNameHead head = entente_finder_find_head (self, first, last, &place, &kind);
  gboolean is_given = entente_finder_is (self, first, ENTENTE_WORD_GIVEN_NAME);
  EntenteActorKind unused;

  if (head != ENTENTE_NAME_HEAD_NONE && entente_finder_is (self, first, ENTENTE_WORD_NOT_NAME) &&
      entente_finder_is (self, place, ENTENTE_WORD_PLACE_HEAD))
    return last; /* "West Bank" */
  if (head == ENTENTE_NAME_HEAD_ORGANISATION &&
      (place > first || row->state >= 0 ||
       place + 1 < entente_finder_skip_complement (self, place + 1))) {
    guint start = row->state >= 0 && row->state_last == first ? row->state_first : first;

    if (start < first && self->made->mentions->len > 0)
      g_array_set_size (self->made->mentions, self->made->mentions->len - 1);
    return add_organisation (row, start, entente_finder_skip_complement (self, place + 1), kind);
  }
  if (head != ENTENTE_NAME_HEAD_PLACE && last - first >= 2 &&
      has_acronym_behind (self, first, last))
    return add_organisation (row, first, last, ENTENTE_ACTOR_BODY);
  if (head == ENTENTE_NAME_HEAD_NONE && last - first == 1 && is_group_word (self, last))
    return add_organisation (row, first, last + 1, ENTENTE_ACTOR_BODY);
  if (head != ENTENTE_NAME_HEAD_NONE && !(is_given && place + 1 < last && last - first <= 3))
    return MAX (entente_finder_skip_complement (self, place + 1), last);
  if (entente_finder_get_head (self, first, &unused) == ENTENTE_NAME_HEAD_PLACE)
    return last;
  for (guint i = first; i < last; i++) {
    if (entente_finder_is (self, i, ENTENTE_WORD_NOT_NAME))
      return last;
  }
  if (first < self->n_title && !row->has_title && !is_given) {
    for (guint i = first; i < last; i++)
      doubt (row, i, i + 1);
    return last;
  }
  if (last - first >= 2 && !row->has_title && !is_given && entente_finder_is_place (self, first))
    return last;
  first = entente_finder_skip_to_given (self, first, last);
  if (last - first <= (entente_finder_has_particle (self, first, last) ? 9 : 5))
    add_person (row, first, last);
  return last;
}

/* ---- titles ---- */

/* "Prime Minister", "Secretary of State", "Ambassador to Norway", "Special Representative for
 * Kenya". */
static void
read_title (Row *row)
{
  EntenteActorFinder *self = row->self;

  row->title_first = row->at;
  row->has_title = TRUE;
  while (row->at < row->end && !entente_finder_find_name (self, row->at) &&
         (entente_finder_is_title (self, row->at) ||
          (row->at > row->title_first && (entente_finder_is_dash (self, row->at) ||
                                          entente_finder_is_title_point (self, row->at)))))
    row->at++;
  if ((entente_text_tokens_is (self->tokens, row->at, "of") ||
       entente_text_tokens_is (self->tokens, row->at, "to") ||
       entente_text_tokens_is (self->tokens, row->at, "for")) &&
      entente_finder_is_capital (self, row->at + 1)) {
    row->names_field = !entente_text_tokens_is (self->tokens, row->at, "of");
    row->at++;
    row->end = entente_finder_find_row_end (self, row->at);
    if (!entente_finder_find_name (self, row->at)) {
      guint next = row->at + 1;

      while (next < row->end && entente_finder_is_title (self, next))
        next++;
      row->at = next;
    }
  }
}

static gboolean
has_lower_title (const EntenteActorFinder *self, guint i)
{
  return i > 0 && entente_finder_same_sentence (self, i - 1, i) &&
         entente_finder_is (self, i - 1, ENTENTE_WORD_TITLE);
}

/* ---- names of the table ---- */

/* "Free Kenyan Army": where the capitals before the name begin; they are then no name of their own.
 */
static guint
take_words_before (Row *row)
{
  EntenteActorFinder *self = row->self;
  guint first = row->at;

  while (first > row->begin && entente_finder_is_capital (self, first - 1) &&
         !entente_finder_is_title (self, first - 1) && self->doubtful->len > 0 &&
         g_array_index (self->doubtful, EntenteDoubtfulName, self->doubtful->len - 1).last ==
           first) {
    first = g_array_index (self->doubtful, EntenteDoubtfulName, self->doubtful->len - 1).first;
    g_array_set_size (self->doubtful, self->doubtful->len - 1);
  }
  return first;
}

/* A name of the table within a longer one: "Kenya Canal", "Kenyan Ministry of Foreign Affairs". */
static gboolean
read_longer (Row *row, const EntenteLexiconName *name, guint actor)
{
  EntenteActorFinder *self = row->self;
  guint behind = row->at + name->n, last, place = 0;
  EntenteActorKind kind = ENTENTE_ACTOR_BODY;
  EntenteNameHead head;

  if (name->form == ENTENTE_NAME_PEOPLE)
    return FALSE;
  last = find_part_end (row, behind);
  head = entente_finder_find_head (self, behind, last, &place, &kind);
  if (head == ENTENTE_NAME_HEAD_NONE)
    return FALSE;
  if (head == ENTENTE_NAME_HEAD_ORGANISATION && name->form != ENTENTE_NAME_METONYM) {
    row->state = (int) actor;
    row->at = add_organisation (row,
                                take_words_before (row),
                                entente_finder_skip_complement (self, place + 1),
                                kind);
    return TRUE;
  }
  if (name->form == ENTENTE_NAME_ADJECTIVE)
    entente_finder_add (self,
                        row->at,
                        behind,
                        actor,
                        ENTENTE_MENTION_ADJECTIVE,
                        N_ ("a known name"));
  row->at = MAX (entente_finder_skip_complement (self, place + 1), last);
  return TRUE;
}

static void
read_name (Row *row, const EntenteLexiconName *name)
{
  EntenteActorFinder *self = row->self;
  guint actor = entente_finder_ensure (self, name->name, name->kind);
  guint first = row->at;
  EntenteMentionForm form = name->form == ENTENTE_NAME_ADJECTIVE ? ENTENTE_MENTION_ADJECTIVE
                            : name->form == ENTENTE_NAME_METONYM ? ENTENTE_MENTION_METONYM
                                                                 : ENTENTE_MENTION_NAME;

  g_array_index (self->made->actors, EntenteTextActor, actor).iso3166 = name->iso3166;
  row->end = MAX (row->end, entente_finder_find_row_end (self, first + name->n));
  if (read_longer (row, name, actor))
    return;
  row->at = first + name->n;
  if (!row->names_field) {
    row->state = (int) actor;
    row->state_first = first;
    row->state_last = row->at;
  }
  row->names_field = FALSE;
  row->end = MAX (row->end, entente_finder_find_row_end (self, row->at));
  entente_finder_add (self, first, row->at, actor, form, N_ ("a known name"));
  if (name->kind != ENTENTE_ACTOR_STATE)
    row->at = read_acronym (self, row->at, actor);
}

/* "Kenyan-Ugandan", "pro-Kenyan", "Kenyan-led": the adjectives within one word. */
static gboolean
read_compound (EntenteActorFinder *self, guint i)
{
  const EntenteToken *token = entente_finder_token (self, i);
  g_auto (GStrv) parts = NULL;

  if (!strchr (token->fold, '-') || g_str_has_prefix (token->fold, "anti-") ||
      g_str_has_prefix (token->fold, "non-") || g_str_has_prefix (token->fold, "int") ||
      token->type != ENTENTE_TOKEN_WORD)
    return FALSE;
  parts = g_strsplit (token->fold, "-", -1);
  for (guint j = 0; parts[j]; j++) {
    const GPtrArray *list = entente_lexicon_find_names (parts[j]);
    const EntenteLexiconName *name = list ? g_ptr_array_index (list, list->len - 1) : NULL;

    if (name && name->n == 1 && name->form == ENTENTE_NAME_ADJECTIVE) {
      entente_finder_add (self,
                          i,
                          i + 1,
                          entente_finder_ensure (self, name->name, name->kind),
                          ENTENTE_MENTION_ADJECTIVE,
                          N_ ("a known name"));
      return TRUE;
    }
  }
  return FALSE;
}

/* "The Chinese Foreign Minister" without a name behind it. */
static void
finish_row (Row *row)
{
  EntenteActorFinder *self = row->self;
  EntenteMention *before;
  g_autofree char *name = NULL;
  guint actor;

  if (!row->has_title || row->state < 0 || row->state_last != row->title_first ||
      row->at != row->end || self->made->mentions->len == 0)
    return;
  before = &g_array_index (self->made->mentions, EntenteMention, self->made->mentions->len - 1);
  if (before->first != row->state_first)
    return;
  name = entente_text_tokens_dup (self->tokens, row->state_first, row->end);
  actor = entente_finder_ensure (self, name, ENTENTE_ACTOR_UNNAMED_ROLE);
  set_parent (self, actor, row->state);
  g_array_set_size (self->made->mentions, self->made->mentions->len - 1);
  entente_finder_add (self,
                      row->state_first,
                      row->end,
                      actor,
                      ENTENTE_MENTION_ROLE,
                      N_ ("an office"));
}

/* TRUE when a word like "Minister" is among those from @first to before @last, and not only
 * "Foreign". */
static gboolean
has_office (const EntenteActorFinder *self, guint first, guint last)
{
  for (guint i = first; i < last; i++) {
    if (entente_finder_is (self, i, ENTENTE_WORD_TITLE))
      return TRUE;
  }
  return FALSE;
}

/* One step along the row. */
static void
read_step (Row *row)
{
  EntenteActorFinder *self = row->self;
  const EntenteLexiconName *name = entente_finder_find_name (self, row->at);
  guint first = row->at;

  if (name) {
    read_name (row, name);
  } else if (entente_finder_is_title (self, row->at)) {
    EntenteActorKind kind;
    guint place, last = find_part_end (row, row->at + 1);
    guint stop = row->at;

    while (stop < row->end && entente_finder_is_title (self, stop))
      stop++;
    last = find_part_end (row, stop);
    /* "National Security Council", "Old Harbour", but "Foreign Minister Varga" */
    if (!has_office (self, first, stop))
      row->at = read_part (row, first, last);
    else if (entente_finder_find_head (self, stop, last, &place, &kind) ==
               ENTENTE_NAME_HEAD_ORGANISATION &&
             (!entente_finder_is (self, stop - 1, ENTENTE_WORD_TITLE) ||
              (kind == ENTENTE_ACTOR_COMPANY && place == stop))) /* "General Motors" */
      row->at = read_part (row, first, last);
    else
      read_title (row);
  } else {
    guint last = find_part_end (row, row->at + 1);

    row->has_title |= has_lower_title (self, row->at);
    row->at = read_part (row, first, last);
    row->state = -1;
    row->has_title = FALSE;
  }
  row->at = MAX (row->at, first + 1);
}

guint
entente_finder_read_capitals (EntenteActorFinder *self, guint i)
{
  Row row = { .self = self, .begin = i, .at = i, .state = -1 };
  gboolean begins = entente_finder_begins (self, i);

  if (!entente_finder_is_capital (self, i) && !entente_finder_find_name (self, i)) {
    read_compound (self, i);
    return i + 1;
  }
  if (read_compound (self, i))
    return i + 1;
  if (!entente_finder_find_name (self, i) && begins &&
      entente_finder_is (self, i, ENTENTE_WORD_STARTER) && !entente_finder_is_title (self, i))
    return i + 1;
  row.end = MAX (entente_finder_find_row_end (self, i), i + 1);
  while (row.at < row.end)
    read_step (&row);
  finish_row (&row);
  return row.at;
}
