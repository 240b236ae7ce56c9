/* What words with capitals are by themselves: names of the table, titles, words that say what a
 * name is ("Ministry", "Treaty", "Heights"), and how far a row of them goes. */
#include "config.h"

#include "entente-letters.h"
#include "entente-text-actors-private.h"

#define LONGEST 12 /* words of a name */

static const struct {
  EntenteWordClass word;
  EntenteNameHead head;
  EntenteActorKind kind;
} heads[] = {
  { ENTENTE_WORD_PARTY_HEAD, ENTENTE_NAME_HEAD_ORGANISATION, ENTENTE_ACTOR_PARTY },
  { ENTENTE_WORD_BODY_HEAD, ENTENTE_NAME_HEAD_ORGANISATION, ENTENTE_ACTOR_BODY },
  { ENTENTE_WORD_ARMED_HEAD, ENTENTE_NAME_HEAD_ORGANISATION, ENTENTE_ACTOR_ARMED_MOVEMENT },
  { ENTENTE_WORD_BLOC_HEAD, ENTENTE_NAME_HEAD_ORGANISATION, ENTENTE_ACTOR_BLOC },
  { ENTENTE_WORD_COMPANY_HEAD, ENTENTE_NAME_HEAD_ORGANISATION, ENTENTE_ACTOR_COMPANY },
  { ENTENTE_WORD_NGO_HEAD, ENTENTE_NAME_HEAD_ORGANISATION, ENTENTE_ACTOR_NGO },
  { ENTENTE_WORD_ORGANISATION_HEAD,
    ENTENTE_NAME_HEAD_ORGANISATION,
    ENTENTE_ACTOR_INTERNATIONAL_ORGANISATION },
  { ENTENTE_WORD_MEDIA_HEAD, ENTENTE_NAME_HEAD_ORGANISATION, ENTENTE_ACTOR_MEDIA },
  { ENTENTE_WORD_THING_HEAD, ENTENTE_NAME_HEAD_THING, ENTENTE_ACTOR_BODY },
  { ENTENTE_WORD_PLACE_HEAD, ENTENTE_NAME_HEAD_PLACE, ENTENTE_ACTOR_BODY },
};

gboolean
entente_finder_is_capital (const EntenteActorFinder *self, guint i)
{
  const EntenteToken *token = entente_finder_token (self, i);

  return token->type == ENTENTE_TOKEN_WORD && token->is_capital;
}

EntenteNameHead
entente_finder_get_head (const EntenteActorFinder *self, guint i, EntenteActorKind *kind)
{
  for (guint j = 0; j < G_N_ELEMENTS (heads); j++) {
    if (entente_finder_is (self, i, heads[j].word)) {
      *kind = heads[j].kind;
      return heads[j].head;
    }
  }
  return ENTENTE_NAME_HEAD_NONE;
}

/* "Workers' Party": a possessive within a name. */
static gboolean
is_inner_possessive (const EntenteActorFinder *self, guint i)
{
  EntenteActorKind kind;

  if (entente_finder_token (self, i)->type != ENTENTE_TOKEN_POSSESSIVE ||
      entente_lexicon_find_names (entente_finder_token (self, (gint64) i - 1)->fold))
    return FALSE;
  for (guint j = i + 1; j < i + 4 && entente_finder_is_capital (self, j); j++) {
    if (entente_finder_get_head (self, j, &kind) == ENTENTE_NAME_HEAD_ORGANISATION)
      return TRUE;
  }
  return FALSE;
}

const EntenteLexiconName *
entente_finder_find_name (const EntenteActorFinder *self, guint i)
{
  const GPtrArray *list = entente_lexicon_find_names (entente_finder_token (self, i)->fold);

  for (guint j = 0; list && j < list->len; j++) {
    const EntenteLexiconName *name = g_ptr_array_index (list, j);
    const EntenteToken *first = entente_finder_token (self, i);
    g_autofree char *written = NULL;
    gboolean same = entente_finder_same_sentence (self, i, i + name->n - 1);

    for (guint k = 0; same && k < name->n; k++)
      same = g_str_equal (entente_finder_token (self, i + k)->fold, name->folds[k]);
    if (!same || (g_unichar_isupper (g_utf8_get_char (name->written)) && !first->is_capital))
      continue;
    if (!g_unichar_isupper (g_utf8_get_char (name->written)) && name->n > 1 &&
        g_str_has_prefix (name->written, "the ") && entente_finder_is_capital (self, i + name->n))
      continue; /* "the West Bank" */
    written = entente_letters_up (name->written, -1);
    if (name->n == 1 && g_str_equal (written, name->written) && !first->is_acronym)
      continue;
    return name;
  }
  return NULL;
}

gboolean
entente_finder_is_dash (const EntenteActorFinder *self, guint i)
{
  return entente_text_tokens_is (self->tokens, i, "-") &&
         !entente_finder_token (self, i)->is_spaced &&
         !entente_finder_token (self, i + 1)->is_spaced &&
         entente_finder_is_capital (self, i + 1) && !entente_finder_find_name (self, i - 1) &&
         !entente_finder_find_name (self, i + 1);
}

gboolean
entente_finder_is_title_point (const EntenteActorFinder *self, guint i)
{
  return entente_text_tokens_is (self->tokens, i, ".") &&
         !entente_finder_token (self, i)->is_spaced && entente_finder_is_capital (self, i + 1) &&
         entente_finder_same_sentence (self, i, i + 1) &&
         entente_finder_is (self, (gint64) i - 1, ENTENTE_WORD_TITLE);
}

guint
entente_finder_find_row_end (const EntenteActorFinder *self, guint i)
{
  guint end = i;

  while (end < i + LONGEST * 2 && entente_finder_same_sentence (self, i, end)) {
    if (entente_finder_is_capital (self, end) || is_inner_possessive (self, end) ||
        (end > i &&
         (entente_finder_is_dash (self, end) || entente_finder_is_title_point (self, end))))
      end++;
    else if (end > i && entente_finder_is (self, end, ENTENTE_WORD_PARTICLE) &&
             entente_finder_is_capital (self, end + 1))
      end += 2;
    else if (end > i && g_str_has_prefix (entente_finder_token (self, end)->fold, "al-"))
      end++;
    else
      break;
  }
  return end;
}

gboolean
entente_finder_is_title (const EntenteActorFinder *self, guint i)
{
  return entente_finder_is (self, i, ENTENTE_WORD_TITLE) ||
         entente_finder_is (self, i, ENTENTE_WORD_TITLE_WORD);
}

guint
entente_finder_skip_complement (const EntenteActorFinder *self, guint i)
{
  gboolean is_thing = i > 0 && entente_finder_is (self, i - 1, ENTENTE_WORD_THING_HEAD);
  guint next = i;

  for (guint turn = 0; turn < 3; turn++) {
    gboolean joins =
      entente_text_tokens_is (self->tokens, next, "of") ||
      ((turn == 0 || is_thing) && (entente_text_tokens_is (self->tokens, next, "for") ||
                                   entente_text_tokens_is (self->tokens, next, "on"))) ||
      (turn > 0 && entente_text_tokens_is (self->tokens, next, "and"));
    guint name = next + 1;

    if (joins && entente_text_tokens_is (self->tokens, name, "the"))
      name++;
    if (!joins || !entente_finder_is_capital (self, name) ||
        (entente_text_tokens_is (self->tokens, next, "on") && /* "on Monday" */
         entente_finder_is (self, name, ENTENTE_WORD_NOT_NAME)) ||
        !entente_finder_same_sentence (self, i, name) ||
        (turn > 0 && entente_text_tokens_is (self->tokens, next, "and") &&
         entente_finder_find_name (self, name) != NULL))
      break;
    next = name + 1;
    while (entente_finder_is_capital (self, next) &&
           (is_thing || !entente_finder_is_title (self, next)) &&
           entente_finder_same_sentence (self, i, next))
      next++;
  }
  return next;
}

EntenteNameHead
entente_finder_find_head (const EntenteActorFinder *self,
                          guint first,
                          guint last,
                          guint *place,
                          EntenteActorKind *kind)
{
  for (guint i = last; i > first; i--) {
    EntenteNameHead head = entente_finder_get_head (self, i - 1, kind);

    if (head != ENTENTE_NAME_HEAD_NONE) {
      *place = i - 1;
      return head;
    }
  }
  return ENTENTE_NAME_HEAD_NONE;
}
