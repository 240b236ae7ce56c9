/* Speakers who are no plain subject of a verb, most of them without a name: "an official who asked
 * not to be named said", "according to a diplomat". Their words are kept as they stand. */
#include "config.h"

#include "entente-text-moves-private.h"

#include <string.h>

#define FAR 10 /* words that an explanation may take */

static const EntenteToken *
get_token (const EntenteClauses *clauses, gint64 i)
{
  return entente_text_tokens_get (clauses->tokens, i);
}

static gboolean
is_one_of (const EntenteClauses *clauses, gint64 i, const char *list)
{
  g_autofree char *key = g_strconcat ("|", get_token (clauses, i)->fold, "|", NULL);

  return strstr (list, key) != NULL;
}

/* A word for somebody, "official", that is part of no name; the last of its row. */
static gboolean
is_role (const EntenteClauses *clauses, gint64 i)
{
  return entente_clauses_is (clauses, i, ENTENTE_WORD_ROLE) &&
         entente_text_actors_at (clauses->actors, i) == NULL &&
         !(entente_clauses_is (clauses, i + 1, ENTENTE_WORD_ROLE) &&
           get_token (clauses, i + 1)->sentence == get_token (clauses, i)->sentence);
}

/* "who asked not to be named", ", speaking on condition of anonymity": the token behind it, or @i.
 */
static guint
find_explanation_end (const EntenteClauses *clauses, guint i)
{
  guint sentence = get_token (clauses, i)->sentence;
  guint from = entente_text_tokens_is (clauses->tokens, i, ",") ? i + 1 : i;

  if (!is_one_of (clauses, from, "|who|speaking|talking|requesting|insisting|"))
    return i;
  for (guint k = from; k < from + FAR && get_token (clauses, k)->sentence == sentence; k++)
    if (is_one_of (clauses, k, "|named|identified|anonymity|anonymous|quoted|unnamed|"))
      return k + 1;
  return i;
}

/* Where the words of the role at @i begin, its determiner left out. */
static guint
find_first (const EntenteClauses *clauses, guint i)
{
  guint sentence = get_token (clauses, i)->sentence;

  while (i > 0 && get_token (clauses, i - 1)->sentence == sentence &&
         get_token (clauses, i - 1)->type == ENTENTE_TOKEN_WORD &&
         !entente_clauses_is (clauses, i - 1, ENTENTE_WORD_DETERMINER) &&
         !entente_clauses_is (clauses, i - 1, ENTENTE_WORD_PREPOSITION) &&
         !entente_clauses_is (clauses, i - 1, ENTENTE_WORD_CONJUNCTION) &&
         entente_clauses_tag (clauses, i - 1)->tag == ENTENTE_TAG_NONE)
    i--;
  return i;
}

/* "according to a senior diplomat" */
static gboolean
is_according_to (const EntenteClauses *clauses, guint first)
{
  gint64 i = (gint64) first - 1;

  if (entente_clauses_is (clauses, i, ENTENTE_WORD_DETERMINER))
    i--;
  return entente_text_tokens_is (clauses->tokens, i, "to") &&
         entente_text_tokens_is (clauses->tokens, i - 1, "according");
}

/* A verb of saying stands somewhere in the sentence, whatever it was taken for: "named said". */
static gboolean
is_reported (const EntenteClauses *clauses, const EntenteSentenceSpan *span)
{
  for (guint i = span->first; i < span->last; i++)
    if (is_one_of (clauses, i, "|said|says|told|tells|added|confirmed|claimed|denied|"))
      return TRUE;
  return FALSE;
}

/* "according to Reuters", "according to a Western diplomat" */
static void
find_named (const EntenteClauses *clauses, const EntenteSentenceSpan *span, GArray *speakers)
{
  for (guint i = span->first; speakers->len == 0 && i < span->last; i++) {
    const EntenteMention *mention = entente_text_actors_at (clauses->actors, i);
    EntenteParty party = { .preposition = "to" };

    if (mention == NULL || mention->first != i || !is_according_to (clauses, i))
      continue;
    party.actor = mention->actor;
    party.mention =
      (int) (mention - (const EntenteMention *) (gpointer) clauses->actors->mentions->data);
    party.first = mention->first;
    party.last = mention->last;
    g_array_append_val (speakers, party);
  }
}

void
entente_moves_find_speaker (const EntenteClauses *clauses, EntenteTextMove *move)
{
  const EntenteSentenceSpan *span =
    &g_array_index (clauses->tokens->sentences, EntenteSentenceSpan, move->sentence);

  if (move->speakers->len > 0)
    return;
  find_named (clauses, span, move->speakers);
  for (guint i = span->first; move->speakers->len == 0 && i < span->last; i++) {
    EntenteParty party = { .actor = ENTENTE_PARTY_UNNAMED, .mention = -1, .preposition = "" };
    guint end;

    if (!is_role (clauses, i))
      continue;
    end = find_explanation_end (clauses, i + 1);
    party.first = find_first (clauses, i);
    party.last = end;
    if ((end > i + 1 && is_reported (clauses, span)) || is_according_to (clauses, party.first))
      g_array_append_val (move->speakers, party);
  }
}
