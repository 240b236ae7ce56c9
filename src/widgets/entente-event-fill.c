/* Kind, actors and date out of words, by what text/ and exchange/ find in them. Main thread.
 */
#include "config.h"

#include "entente-date-input.h"
#include "entente-event-fill.h"
#include "entente-event-guess.h"
#include "entente-event-words.h"

void
entente_event_fill_kind (EntenteKindField *field, EntenteChronicle *chronicle, const char *words)
{
  g_autofree const char **kinds = entente_event_guess_kinds (words);

  entente_kind_field_set_likely (field, chronicle, kinds);
  if (kinds[0])
    entente_kind_field_set_kind (field, kinds[0]);
}

void
entente_event_fill_who (EntenteWhoField *field, EntenteChronicle *chronicle, const char *words)
{
  g_autoptr (GArray) actors = entente_event_words_find_actors (chronicle, words);

  for (guint i = 0; i < MIN (actors->len, 2); i++) {
    const EntenteActorGuess *guess = &g_array_index (actors, EntenteActorGuess, i);
    gboolean is_lead =
      !guess->is_addressed && entente_who_field_count (field, ENTENTE_ROLE_INITIATOR) == 0;

    entente_who_field_add (field,
                           guess->actor,
                           NULL,
                           is_lead ? ENTENTE_ROLE_INITIATOR : ENTENTE_ROLE_ADDRESSEE);
  }
}

void
entente_event_fill_when (EntenteDateField *field,
                         const EntentePassage *passage,
                         const EntenteDate *published)
{
  const char *const places[] = { passage->quote, passage->suffix, passage->prefix };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *phrase = entente_date_input_find (places[i], published);

    if (phrase) {
      entente_date_field_set_text (field, phrase);
      return;
    }
  }
}
