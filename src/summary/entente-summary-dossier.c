/* Actor dossier: for each actor who it is, to whom it belonged, the moves that it made and
 * received, its positions over time, its partners, what was left without an answer or is open
 * besides, and the articles that tell of it.
 *
 * With members an actor stands for all who belonged to it at the date of a move, as in the filter.
 */

#include "config.h"

#include "entente-summary-private.h"

#include "entente-entry-facts.h"
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define MAX_ACTORS 12 /* when the filter names none */

#define MADE (1u << ENTENTE_ROLE_INITIATOR)
#define RECEIVED (1u << ENTENTE_ROLE_ADDRESSEE | 1u << ENTENTE_ROLE_INVITED)

/* Bits of the roles in which the actor takes part in the move. */
static guint32
get_roles (const EntenteSummaryBuilder *builder, guint row, guint32 actor)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (builder->chronicle, row, &n);
  guint32 roles = 0;

  for (guint i = 0; i < n; i++)
    if (entente_summary_stands_for (builder, row, parts[i].actor, actor))
      roles |= 1u << parts[i].role;
  return roles;
}

/* ---- who ---- */

static void
add_definition (EntenteTable *table, const char *term, char *text)
{
  if (text == NULL || *text == '\0') {
    g_free (text);
    return;
  }
  entente_table_take (table, g_strdup (term), 0);
  entente_table_take (table, text, 0);
}

/* " (from 3 May 2015 to 2018)"; nothing when both are unknown. */
static void
append_validity (GString *out, const EntenteDate *from, const EntenteDate *to)
{
  g_autofree char *start = from != NULL ? entente_date_format (from) : NULL;
  g_autofree char *end = to != NULL ? entente_date_format (to) : NULL;

  if (start != NULL && end != NULL)
    g_string_append_printf (out, _ (" (from %s to %s)"), start, end);
  else if (start != NULL)
    g_string_append_printf (out, _ (" (since %s)"), start);
  else if (end != NULL)
    g_string_append_printf (out, _ (" (until %s)"), end);
}

static char *
format_aliases (const EntenteChronicle *chronicle, guint32 actor)
{
  guint n;
  const EntenteAlias *const *aliases = entente_chronicle_get_aliases (chronicle, actor, &n);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", aliases[i]->text);
    append_validity (out, aliases[i]->valid_from, aliases[i]->valid_to);
  }
  return g_string_free (out, FALSE);
}

/* "Union, speaker (from 2015 to 2018), probable (yearbook); …" of one side of affiliations. */
static char *
format_affiliations (const EntenteChronicle *chronicle,
                     const EntenteAffiliation *const *list,
                     guint n,
                     gboolean parents)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    const EntenteAffiliation *one = list[i];
    guint32 other = entente_chronicle_find_actor (chronicle, parents ? one->parent : one->actor);

    if (other == ENTENTE_NO_INDEX)
      continue;
    if (out->len > 0)
      g_string_append (out, "; ");
    g_string_append (out, entente_chronicle_get_actor (chronicle, other)->name);
    if (one->role != NULL && *one->role != '\0')
      g_string_append_printf (out, ", %s", one->role);
    append_validity (out, one->from, one->to);
    if (one->certainty != ENTENTE_CERTAINTY_CERTAIN)
      g_string_append_printf (out,
                              ", %s",
                              entente_enum_label (ENTENTE_ENUM_CERTAINTY, one->certainty));
    if (one->evidence != NULL && *one->evidence != '\0')
      g_string_append_printf (out, " [%s]", one->evidence);
  }
  return g_string_free (out, FALSE);
}

static void
add_who (EntenteSummaryBuilder *builder, guint32 index)
{
  const EntenteChronicle *chronicle = builder->chronicle;
  const EntenteActor *actor = entente_chronicle_get_actor (chronicle, index);
  EntenteTable *table = entente_table_new_definitions ();
  guint n_parents, n_members;
  const EntenteAffiliation *const *parents =
    entente_chronicle_get_affiliations (chronicle, index, &n_parents);
  const EntenteAffiliation *const *members =
    entente_chronicle_get_members (chronicle, index, &n_members);

  add_definition (table,
                  _ ("Kind"),
                  g_strdup (entente_enum_label (ENTENTE_ENUM_ACTOR_KIND, actor->kind)));
  add_definition (table, _ ("Also named"), format_aliases (chronicle, index));
  add_definition (table,
                  _ ("Belongs to"),
                  format_affiliations (chronicle, parents, n_parents, TRUE));
  add_definition (table, _ ("Members"), format_affiliations (chronicle, members, n_members, FALSE));
  add_definition (table, _ ("Reliability"), g_strdup (actor->grade));
  add_definition (table, _ ("Remark"), g_strdup (actor->note));
  entente_summary_builder_take_table (builder, table);
}

/* ---- moves ---- */

static char *
format_roles (guint32 roles)
{
  GString *out = g_string_new (NULL);

  for (guint role = 0; role < (guint) entente_enum_count (ENTENTE_ENUM_ROLE); role++)
    if (roles & 1u << role)
      g_string_append_printf (out,
                              "%s%s",
                              out->len > 0 ? ", " : "",
                              entente_enum_label (ENTENTE_ENUM_ROLE, role));
  return g_string_free (out, FALSE);
}

static void
add_row (EntenteSummaryBuilder *builder, EntenteTable *table, guint row, char *last)
{
  entente_summary_builder_add_number (builder, table, row);
  entente_summary_builder_add_date (builder, table, row);
  entente_summary_builder_add_move (builder, table, row);
  entente_table_take (table, last, 0);
}

static EntenteTable *
make_table (const char *last)
{
  const EntenteColumn columns[] = { { C_ ("head of a column", "No."), 0.06 },
                                    { _ ("Date"), 0.20 },
                                    { _ ("Move"), 0.42 },
                                    { last, 0.32 } };

  return entente_table_new (columns, G_N_ELEMENTS (columns));
}

static void
add_part (EntenteSummaryBuilder *builder, const char *heading, EntenteTable *table)
{
  guint n = entente_table_get_n_rows (table);
  g_autofree char *counted = g_strdup_printf ("%s (%u)", heading, n);

  if (n > 0)
    entente_summary_builder_add_subheading (builder, counted);
  entente_summary_builder_take_table (builder, table);
}

typedef enum { PART_MADE, PART_RECEIVED, PART_OTHER } Part;

/* A move made together with others is one made; one received besides is told of once. */
static gboolean
is_part (guint32 roles, Part part)
{
  if (part == PART_MADE)
    return (roles & MADE) != 0;
  if (part == PART_RECEIVED)
    return (roles & MADE) == 0 && (roles & RECEIVED) != 0;
  return roles != 0 && (roles & (MADE | RECEIVED)) == 0;
}

static void
add_moves (EntenteSummaryBuilder *builder, guint32 actor, Part part)
{
  const char *headings[] = { _ ("Moves made"), _ ("Moves received"), _ ("Other parts taken") };
  EntenteTable *table = make_table (part == PART_OTHER ? _ ("As") : _ ("By whom"));
  const EntenteBitset *rows = builder->document->rows;

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1)) {
    guint32 roles = get_roles (builder, row, actor);
    EntenteEntryFacts facts = { builder->chronicle, row, builder->numbers, FALSE };

    if (is_part (roles, part))
      add_row (builder,
               table,
               row,
               part == PART_OTHER ? format_roles (roles)
                                  : entente_entry_facts_format_parties (&facts));
  }
  add_part (builder, headings[part], table);
}

/* ---- partners ---- */

/* By index of the actor, until they are sorted. */
typedef struct {
  guint32 actor;
  guint to, from;
} Partner;

static int
compare_partners (const void *a, const void *b)
{
  const Partner *one = a;
  const Partner *other = b;
  guint n = one->to + one->from;
  guint m = other->to + other->from;

  if (n != m)
    return n > m ? -1 : 1;
  return one->actor < other->actor ? -1 : 1;
}

/* Each partner of a move counts once. */
static void
count_partners (const EntenteSummaryBuilder *builder, Partner *partners, guint row, guint32 actor)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (builder->chronicle, row, &n);
  guint32 roles = get_roles (builder, row, actor);

  for (guint i = 0; i < n; i++) {
    guint32 role = 1u << parts[i].role;

    if (entente_summary_stands_for (builder, row, parts[i].actor, actor))
      continue;
    if ((roles & MADE) && (role & RECEIVED))
      partners[parts[i].actor].to++;
    if ((roles & RECEIVED) && (role & MADE))
      partners[parts[i].actor].from++;
  }
}

static void
add_partners (EntenteSummaryBuilder *builder, guint32 actor)
{
  const EntenteColumn columns[] = { { _ ("Partner"), 0.50 },
                                    { _ ("Moves towards it"), 0.25 },
                                    { _ ("Moves from it"), 0.25 } };
  EntenteTable *table = entente_table_new (columns, G_N_ELEMENTS (columns));
  guint n = entente_chronicle_get_n_actors (builder->chronicle);
  g_autofree Partner *partners = g_new0 (Partner, MAX (n, 1));
  const EntenteBitset *rows = builder->document->rows;

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1))
    count_partners (builder, partners, row, actor);
  for (guint i = 0; i < n; i++)
    partners[i].actor = i;
  qsort (partners, n, sizeof *partners, compare_partners);
  for (guint i = 0; i < n && partners[i].to + partners[i].from > 0; i++) {
    const Partner *partner = &partners[i];

    entente_table_take (
      table,
      g_strdup (entente_chronicle_get_actor (builder->chronicle, partner->actor)->name),
      0);
    entente_table_take (table, g_strdup_printf ("%u", partner->to), 0);
    entente_table_take (table, g_strdup_printf ("%u", partner->from), 0);
  }
  add_part (builder, _ ("Partners"), table);
}

/* ---- silences and sources ---- */

static void
add_unanswered (EntenteSummaryBuilder *builder, guint32 actor)
{
  EntenteTable *table = make_table (_ ("By whom"));
  const EntenteBitset *rows = builder->document->rows;

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1)) {
    EntenteEntryFacts facts = { builder->chronicle, row, builder->numbers, FALSE };

    if (entente_chronicle_get_answered (builder->chronicle, row) == ENTENTE_ANSWERED_NO &&
        (get_roles (builder, row, actor) & (MADE | RECEIVED)))
      add_row (builder, table, row, entente_entry_facts_format_parties (&facts));
  }
  add_part (builder, _ ("Without an answer"), table);
}

static void
add_articles (EntenteSummaryBuilder *builder, const EntenteBitset *rows)
{
  g_autoptr (EntenteSources) cited = entente_sources_new (builder->chronicle, rows);
  EntenteTable *table = entente_table_new_definitions ();
  guint n = entente_sources_get_n (cited);
  g_autofree char *heading = g_strdup_printf ("%s (%u)", _ ("Articles that tell of it"), n);

  for (guint i = 0; i < n; i++) {
    const EntenteArticle *article = entente_sources_get_article (cited, i);
    g_autofree char *label = entente_sources_make_label (article);

    entente_table_take (table, g_steal_pointer (&label), 0);
    entente_table_take (table, entente_citation_format_article (article), 0);
  }
  if (n > 0)
    entente_summary_builder_add_subheading (builder, heading);
  entente_summary_builder_take_table (builder, table);
}

/* ---- the whole ---- */

/* What is not read move by move. */
typedef struct {
  EntenteSummaryStands *stands;
  EntenteQuestions *questions; /* or NULL */
} Record;

static EntenteBitset *
find_rows (const EntenteSummaryBuilder *builder, guint32 actor)
{
  const EntenteBitset *rows = builder->document->rows;
  EntenteBitset *found = entente_bitset_new (rows->n_rows);

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1))
    if (get_roles (builder, row, actor) != 0)
      entente_bitset_add (found, row);
  return found;
}

static void
add_actor (EntenteSummaryBuilder *builder, const Record *record, guint32 actor)
{
  g_autoptr (EntenteBitset) rows = find_rows (builder, actor);
  guint n = entente_bitset_count (rows);
  guint total = entente_bitset_count (builder->document->rows);
  g_autofree char *text = g_strdup_printf (ngettext ("Takes part in %u of %u event shown here.",
                                                     "Takes part in %u of %u events shown here.",
                                                     total),
                                           n,
                                           total);

  entente_summary_builder_add_heading (
    builder,
    entente_chronicle_get_actor (builder->chronicle, actor)->name);
  add_who (builder, actor);
  entente_summary_builder_add_text (builder, text);
  add_moves (builder, actor, PART_MADE);
  add_moves (builder, actor, PART_RECEIVED);
  add_moves (builder, actor, PART_OTHER);
  entente_summary_stands_add_of (record->stands, actor);
  add_partners (builder, actor);
  add_unanswered (builder, actor);
  entente_summary_add_questions (builder, record->questions, rows);
  add_articles (builder, rows);
}

static void
add_lead (EntenteSummaryBuilder *builder, const GArray *actors, guint n_all)
{
  g_autofree char *text = g_strdup_printf (
    _ ("%u of %u parties, those with most moves. A filter by actor chooses others."),
    actors->len,
    n_all);

  if (actors->len == 0)
    entente_summary_builder_add_text (builder, _ ("Nobody moves towards anybody here."));
  else if (actors->len < n_all)
    entente_summary_builder_add_text (builder, text);
}

gboolean
entente_summary_fill_dossier (EntenteSummaryBuilder *builder, GError **error)
{
  guint n_all;
  g_autoptr (GArray) actors = entente_summary_choose_actors (builder, MAX_ACTORS, &n_all);
  g_autoptr (EntenteSummaryStands) stands = entente_summary_stands_new (builder, error);
  g_autoptr (EntenteQuestions) questions = NULL;
  Record record;

  if (stands == NULL || !entente_summary_stands_read_of (stands, actors, error) ||
      !entente_summary_read_questions (builder, &questions, error))
    return FALSE;
  record = (Record){ stands, questions };
  if (!entente_summary_builder_read (builder, builder->document->rows, NULL, NULL, error))
    return FALSE;
  entente_summary_builder_set_title (builder, _ ("Who they are, and how they moved"));
  add_lead (builder, actors, n_all);
  for (guint i = 0; i < actors->len; i++) {
    if (g_cancellable_set_error_if_cancelled (builder->cancellable, error))
      return FALSE;
    add_actor (builder, &record, g_array_index (actors, guint32, i));
  }
  return TRUE;
}
