/* EntenteEntryFacts: who moved towards whom, how, how sure, and what answers what, in one line of
 * words. */

#include "config.h"

#include "entente-entry-facts.h"

#include "entente-scene.h"
#include "entente-words.h"
#include <glib/gi18n-lib.h>

#define SEPARATOR " · "

static void
append_fact (GString *out, const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, SEPARATOR);
  g_string_append (out, fact);
}

/* Names of all parts in one of @roles (bits), as "A, B and C"; NULL when there is none. */
static char *
format_names (const EntenteEntryFacts *facts, guint32 roles)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (facts->chronicle, facts->row, &n);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < n; i++) {
    if (roles & (1u << parts[i].role))
      g_ptr_array_add (names, entente_chronicle_get_actor (facts->chronicle, parts[i].actor)->name);
  }
  return names->len > 0 ? entente_words_join_and (names) : NULL;
}

static char *
format_parties (const EntenteEntryFacts *facts)
{
  g_autofree char *from = format_names (facts, 1u << ENTENTE_ROLE_INITIATOR);
  g_autofree char *to =
    format_names (facts, 1u << ENTENTE_ROLE_ADDRESSEE | 1u << ENTENTE_ROLE_INVITED);
  g_autofree char *others = NULL;

  if (from != NULL && to != NULL)
    return g_strdup_printf (_ ("%s to %s"), from, to);
  if (from != NULL)
    return g_steal_pointer (&from);
  others = format_names (facts, ~0u & ~(1u << ENTENTE_ROLE_MENTIONED));
  return g_steal_pointer (&others);
}

static char *
format_hosts (const EntenteEntryFacts *facts)
{
  g_autofree char *hosts = format_names (facts, 1u << ENTENTE_ROLE_HOST);
  g_autofree char *mediators = format_names (facts, 1u << ENTENTE_ROLE_MEDIATOR);

  if (mediators != NULL)
    return g_strdup_printf (_ ("mediated by %s"), mediators);
  return hosts != NULL ? g_strdup_printf (_ ("hosted by %s"), hosts) : NULL;
}

static void
append_days (GString *out, const EntenteEntryFacts *facts, guint move, guint answer)
{
  g_autofree char *days = entente_scene_format_days (facts->chronicle, move, answer);

  if (days != NULL)
    g_string_append_printf (out, ", %s", days);
}

/* "refused by 8", how the move that @thread points at points back. Free. */
static char *
format_pointer (const EntenteEntryFacts *facts, const EntenteThread *thread)
{
  guint number = facts->numbers[thread->row];
  const char *type = entente_link_type_passive_label (thread->type);

  return number == 0 ? g_strdup_printf (C_ ("done by", "%s a move not shown"), type)
                     : g_strdup_printf (C_ ("done by", "%s %u"), type, number);
}

/* "refuses 8, 0–21 days". Free. */
static char *
format_thread (const EntenteEntryFacts *facts, const EntenteThread *thread)
{
  guint number = facts->numbers[thread->row];
  const char *type = entente_enum_label (ENTENTE_ENUM_LINK_TYPE, thread->type);
  GString *out = g_string_new (NULL);

  if (number == 0)
    g_string_append_printf (out, _ ("%s a move not shown"), type);
  else
    g_string_append_printf (out, _ ("%s %u"), type, number);
  append_days (out, facts, thread->row, facts->row);
  if (thread->basis == ENTENTE_LINK_INFERRED)
    g_string_append_printf (out,
                            " (%s)",
                            entente_enum_label (ENTENTE_ENUM_LINK_BASIS, thread->basis));
  return g_string_free (out, FALSE);
}

static void
append_answers (GString *out, const EntenteEntryFacts *facts)
{
  guint n;
  const EntenteThread *threads =
    entente_chronicle_get_answers_to (facts->chronicle, facts->row, &n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *text = format_thread (facts, &threads[i]);
    append_fact (out, text);
  }
  threads = entente_chronicle_get_answered_by (facts->chronicle, facts->row, &n);
  for (guint i = 0; i < n; i++) {
    g_autofree char *text = format_pointer (facts, &threads[i]);
    append_fact (out, text);
  }
  if (entente_chronicle_get_answered (facts->chronicle, facts->row) == ENTENTE_ANSWERED_NO)
    append_fact (out, _ ("no answer known"));
}

char *
entente_entry_facts_format (const EntenteEntryFacts *facts, const EntenteEventDetail *detail)
{
  GString *out = g_string_new (NULL);
  const EntenteKind *kind = entente_chronicle_get_kind (facts->chronicle, facts->row);
  EntenteStatus status = entente_chronicle_get_status (facts->chronicle, facts->row);
  g_autofree char *parties = format_parties (facts);
  g_autofree char *hosts = format_hosts (facts);

  append_fact (out, parties);
  append_fact (out, hosts);
  append_fact (out, entente_kind_get_label (kind));
  if (detail->event->mode != ENTENTE_MODE_FACTUAL)
    append_fact (out, entente_enum_label (ENTENTE_ENUM_MODE, detail->event->mode));
  append_fact (out,
               entente_enum_label (ENTENTE_ENUM_EVIDENCE,
                                   entente_chronicle_get_evidence (facts->chronicle, facts->row)));
  if (status != ENTENTE_STATUS_NONE)
    append_fact (out, entente_enum_label (ENTENTE_ENUM_STATUS, status));
  if (facts->answers)
    append_answers (out, facts);
  return g_string_free (out, FALSE);
}

char *
entente_entry_facts_format_parties (const EntenteEntryFacts *facts)
{
  char *parties = format_parties (facts);

  return parties != NULL ? parties : g_strdup ("");
}
