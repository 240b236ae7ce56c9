/* entente-cli show: one record whole, for a person or as JSON.
 *
 * The body of an article is printed as it stands, to the letter; its marks follow in a list, so
 * that the text can be compared with its source.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-cli-positions.h"
#include "entente-cli.h"
#include "entente-order-words.h"
#include "entente-query-names.h"
#include "entente-study-json.h"

static const char *const formats[] = { "text", "json", NULL };

/* ---- helpers ---- */

static void
print_field (const char *label, const char *text)
{
  g_autofree char *clean = NULL;

  if (!text || !*text)
    return;
  clean = entente_cli_clean (text);
  entente_cli_print ("%s: %s\n", label, clean);
}

/* The words of the text, and what was made of them. */
static char *
write_date (const EntenteDate *date)
{
  if (!date || (!entente_date_is_bounded (date) && !date->wording))
    return g_strdup ("");
  if (date->wording)
    return g_strdup_printf ("%s (“%s”)", date->edtf, date->wording);
  return g_strdup (date->edtf);
}

static void
print_date (const char *label, const EntenteDate *date)
{
  g_autofree char *text = write_date (date);

  print_field (label, text);
}

static const char *
get_actor_name (EntenteStudy *study, EntenteId id)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  guint32 index =
    id == ENTENTE_ID_NONE ? ENTENTE_NO_INDEX : entente_chronicle_find_actor (chronicle, id);

  return index == ENTENTE_NO_INDEX ? NULL : entente_chronicle_get_actor (chronicle, index)->name;
}

/* One array with the one object; takes @object. */
static void
print_json (json_t *object)
{
  char *text = json_dumps (object, JSON_INDENT (1));

  entente_cli_print ("[\n%s\n]\n", text);
  free (text);
  json_decref (object);
}

/* ---- article ---- */

static void
print_notes (const GPtrArray *notes)
{
  if (notes->len > 0)
    entente_cli_print ("\n%s\n", _ ("Notes"));
  for (guint i = 0; i < notes->len; i++) {
    const EntenteFootnote *note = g_ptr_array_index (notes, i);
    g_autofree char *marker = entente_cli_clean (note->marker ? note->marker : "");
    g_autofree char *text = entente_cli_clean (note->text ? note->text : "");
    g_autofree char *date = write_date (note->cited_date);

    entente_cli_print ("[%s] %s%s%s\n", marker, text, *date ? "\t" : "", date);
  }
}

/* Every claim on a mark, with the event that it is about. */
static void
print_claims_on (EntenteStudy *study, const GPtrArray *claims, EntenteId passage)
{
  for (guint i = 0; i < claims->len; i++) {
    const EntenteClaim *claim = g_ptr_array_index (claims, i);
    g_autoptr (EntenteEvent) event = NULL;
    g_autofree char *title = NULL;
    g_autofree char *clean = NULL;

    if (claim->passage != passage)
      continue;
    event =
      entente_store_get (entente_study_get_store (study), ENTENTE_ENTITY_EVENT, claim->event, NULL);
    title = event ? entente_study_dup_event_title (study, event) : NULL;
    clean = entente_cli_clean (title ? title : "");
    entente_cli_print ("    %s: %s (%" G_GINT64_FORMAT ")\n",
                       entente_enum_nick (ENTENTE_ENUM_STANCE, claim->stance),
                       clean,
                       claim->event);
  }
}

static void
print_marks (EntenteStudy *study, const EntenteArticleDetail *detail)
{
  if (detail->passages->len > 0)
    entente_cli_print ("\n%s\n", _ ("Marks"));
  for (guint i = 0; i < detail->passages->len; i++) {
    const EntentePassage *passage = g_ptr_array_index (detail->passages, i);
    g_autofree char *quote = entente_cli_clean (passage->quote);

    entente_cli_print ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT "  “%s”\n",
                       passage->start,
                       passage->end,
                       quote);
    print_claims_on (study, detail->claims, passage->record.id);
  }
}

static void
print_article (EntenteStudy *study, const EntenteArticleDetail *detail)
{
  const EntenteArticle *article = detail->article;
  const char *publication = get_actor_name (study, article->publication);
  const char *body = detail->revision && detail->revision->text ? detail->revision->text : "";

  print_field (_ ("Title"), article->title);
  print_field (_ ("Authors"), article->authors);
  print_date (_ ("Published"), article->published);
  print_field (_ ("Publication"), publication ? publication : article->publication_name);
  print_field (_ ("Address"), article->url);
  print_field (_ ("Language"), article->language);
  print_date (_ ("Retrieved"), article->retrieved);
  print_field (_ ("Note"), article->note);
  entente_cli_print ("\n%s%s", body, *body && !g_str_has_suffix (body, "\n") ? "\n" : "");
  print_notes (detail->footnotes);
  print_marks (study, detail);
}

static gboolean
show_article (EntenteStudy *study, EntenteId id, gboolean as_json, GError **error)
{
  g_autoptr (EntenteArticleDetail) detail = entente_study_read_article (study, id, error);

  if (!detail)
    return FALSE;
  if (as_json)
    print_json (entente_study_article_to_json (study, detail));
  else
    print_article (study, detail);
  return TRUE;
}

/* ---- event ---- */

static void
print_parts (EntenteStudy *study, const GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++) {
    const EntenteParticipation *part = g_ptr_array_index (parts, i);
    const char *body = get_actor_name (study, part->speaks_for);
    const char *name = get_actor_name (study, part->actor);
    g_autofree char *text =
      body ? g_strdup_printf (_ ("%s, for %s"), name ? name : "", body) : g_strdup (name);

    print_field (entente_enum_label (ENTENTE_ENUM_ROLE, part->role), text);
  }
}

static void
append_word (GString *line, const char *text)
{
  if (text && *text)
    g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", text);
}

static void
print_claim (EntenteStudy *study, const EntenteEventDetail *detail, guint index)
{
  const EntenteClaim *claim = g_ptr_array_index (detail->claims, index);
  const EntentePassage *passage = g_ptr_array_index (detail->passages, index);
  const EntenteArticle *article = g_ptr_array_index (detail->articles, index);
  const EntenteFootnote *note = g_ptr_array_index (detail->footnotes, index);
  const char *outlet = get_actor_name (study, claim->outlet);
  const char *speaker = get_actor_name (study, claim->speaker);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *clean = NULL;

  append_word (line, speaker ? speaker : claim->speaker_class);
  append_word (line, outlet ? outlet : claim->outlet_name);
  append_word (line, entente_enum_nick (ENTENTE_ENUM_STANCE, claim->stance));
  if (claim->hedge != ENTENTE_HEDGE_NONE)
    append_word (line, entente_enum_nick (ENTENTE_ENUM_HEDGE, claim->hedge));
  append_word (line, claim->claimed_text);
  if (passage)
    g_string_append_printf (line, ": “%s”", passage->quote);
  if (article && article->title)
    g_string_append_printf (line, " — %s", article->title);
  if (note && note->marker)
    g_string_append_printf (line, " [%s]", note->marker);
  clean = entente_cli_clean (line->str);
  entente_cli_print ("  %s\n", clean);
}

/* Between which points the event lies, and why. */
static void
print_bounds (const EntenteChronicle *chronicle, const EntenteEventDetail *detail)
{
  g_autoptr (EntenteDate) date = entente_order_bound_date (chronicle, detail, FALSE);
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (date->bound_reason == NULL)
    return;
  words = entente_date_format (date);
  text = g_strdup_printf ("%s (%s)", words, date->bound_reason);
  print_field (_ ("Bounds"), text);
}

static void
print_orders (const EntenteChronicle *chronicle, const EntenteEventDetail *detail)
{
  if (detail->orders->len > 0)
    entente_cli_print ("\n%s\n", _ ("Orders"));
  for (guint i = 0; i < detail->orders->len; i++) {
    const EntenteOrder *order = g_ptr_array_index (detail->orders, i);
    const EntenteEvent *other = g_ptr_array_index (detail->ordered, i);
    g_autofree char *title = entente_order_format_title (chronicle, other);
    g_autofree char *words = entente_order_format (order, detail->event->record.id, title);
    g_autofree char *clean = entente_cli_clean (words);
    gboolean contradicted = entente_order_is_contradicted (chronicle, order->record.id);

    entente_cli_print ("  %s (%" G_GINT64_FORMAT ")%s\n",
                       clean,
                       other->record.id,
                       contradicted ? _ (": contradicts dates or other orders") : "");
  }
}

static void
print_links (EntenteStudy *study, const EntenteEventDetail *detail)
{
  if (detail->links->len > 0)
    entente_cli_print ("\n%s\n", _ ("Links"));
  for (guint i = 0; i < detail->links->len; i++) {
    const EntenteLink *link = g_ptr_array_index (detail->links, i);
    const EntenteEvent *other = g_ptr_array_index (detail->linked, i);
    g_autofree char *title = entente_study_dup_event_title (study, other);
    g_autofree char *clean = entente_cli_clean (title ? title : "");

    entente_cli_print ("  %s %s %s (%" G_GINT64_FORMAT ")\n",
                       link->from == detail->event->record.id ? "→" : "←",
                       entente_enum_nick (ENTENTE_ENUM_LINK_TYPE, link->type),
                       clean,
                       other->record.id);
  }
}

static void
print_event (EntenteStudy *study, const EntenteEventDetail *detail)
{
  const EntenteEvent *event = detail->event;
  const EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  guint row = entente_chronicle_find_row (chronicle, event->record.id);
  g_autofree char *title = entente_study_dup_event_title (study, event);

  print_field (_ ("Title"), title);
  print_field (_ ("Kind"), event->kind);
  print_date (_ ("When"), event->when);
  print_bounds (chronicle, detail);
  print_date (_ ("Planned"), event->planned);
  print_parts (study, detail->participations);
  if (row != ENTENTE_NO_INDEX)
    print_field (
      _ ("Evidence"),
      entente_enum_nick (ENTENTE_ENUM_EVIDENCE, entente_chronicle_get_evidence (chronicle, row)));
  print_field (_ ("Judgement"), entente_enum_nick (ENTENTE_ENUM_JUDGEMENT, event->judgement));
  print_field (_ ("Reason"), event->judgement_reason);
  print_field (_ ("Summary"), event->summary);
  if (detail->claims->len > 0)
    entente_cli_print ("\n%s\n", _ ("Claims"));
  for (guint i = 0; i < detail->claims->len; i++)
    print_claim (study, detail, i);
  print_links (study, detail);
  print_orders (chronicle, detail);
}

static gboolean
show_event (EntenteStudy *study, EntenteId id, gboolean as_json, GError **error)
{
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (study, id, error);

  if (!detail)
    return FALSE;
  if (as_json)
    print_json (entente_study_event_to_json (study, detail));
  else
    print_event (study, detail);
  return TRUE;
}

/* ---- actor ---- */

static void
print_affiliations (EntenteStudy *study, guint32 actor)
{
  guint n;
  const EntenteAffiliation *const *list =
    entente_chronicle_get_affiliations (entente_study_get_chronicle (study), actor, &n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *from = write_date (list[i]->from);
    g_autofree char *to = write_date (list[i]->to);
    g_autofree char *text = g_strdup_printf ("%s%s%s  %s–%s",
                                             get_actor_name (study, list[i]->parent),
                                             list[i]->role ? ", " : "",
                                             list[i]->role ? list[i]->role : "",
                                             from,
                                             to);

    print_field (_ ("Belongs to"), text);
  }
}

static gboolean
show_actor (EntenteStudy *study, EntenteId id, gboolean as_json, GError **error)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  guint32 index = entente_chronicle_find_actor (chronicle, id);
  const EntenteActor *actor = entente_chronicle_get_actor (chronicle, index);
  guint n;
  const EntenteAlias *const *aliases;

  if (as_json) {
    print_json (entente_study_actor_to_json (study, index));
    return TRUE;
  }
  print_field (_ ("Name"), actor->name);
  print_field (_ ("Kind"), entente_enum_nick (ENTENTE_ENUM_ACTOR_KIND, actor->kind));
  print_field (_ ("Short label"), actor->short_label);
  aliases = entente_chronicle_get_aliases (chronicle, index, &n);
  for (guint i = 0; i < n; i++)
    print_field (_ ("Also"), aliases[i]->text);
  print_affiliations (study, index);
  print_field (_ ("Note"), actor->note);
  entente_cli_print (_ ("Events: %u\n"),
                     entente_chronicle_get_actor_count (chronicle, index, FALSE));
  return TRUE;
}

/* ---- which ---- */

/* The number or key of a record; for actors and articles its name or title too. */
static EntenteId
find_record (EntenteStudy *study, EntenteEntity entity, const char *word, GError **error)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  EntenteId id;

  if (entity != ENTENTE_ENTITY_EVENT)
    return entente_query_find_named (chronicle, entity, word, error);
  if (entente_id_parse (word, &id) &&
      entente_chronicle_find_row (chronicle, id) != ENTENTE_NO_INDEX)
    return id;
  id = entente_id_from_key (word);
  if (entente_chronicle_find_row (chronicle, id) != ENTENTE_NO_INDEX)
    return id;
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_NOT_FOUND,
               _ ("There is no event “%s” in this study; “entente-cli list” tells the numbers."),
               word);
  return ENTENTE_ID_NONE;
}

static gboolean
run_show (EntenteCli *cli, GError **error)
{
  const char *what = entente_cli_get_argument (cli, 1);
  g_autoptr (EntenteStudy) study = NULL;
  EntenteEntity entity;
  EntenteId id;
  guint format;

  if (!entente_entity_parse (what, &entity) ||
      (entity != ENTENTE_ENTITY_ARTICLE && entity != ENTENTE_ENTITY_EVENT &&
       entity != ENTENTE_ENTITY_ACTOR && entity != ENTENTE_ENTITY_POSITION)) {
    g_set_error (error,
                 ENTENTE_CLI_USAGE,
                 0,
                 _ ("“%s” cannot be shown; show an article, an event, an actor or a position."),
                 what);
    return FALSE;
  }
  if (!entente_cli_choose (cli, "format", formats, &format, error) ||
      !(study = entente_cli_open (cli, ENTENTE_OPEN_READ_ONLY, error)))
    return FALSE;
  if (entity == ENTENTE_ENTITY_POSITION)
    return entente_cli_show_position (study, entente_cli_get_argument (cli, 2), format == 1, error);
  if ((id = find_record (study, entity, entente_cli_get_argument (cli, 2), error)) ==
      ENTENTE_ID_NONE)
    return FALSE;
  if (entity == ENTENTE_ENTITY_ARTICLE)
    return show_article (study, id, format == 1, error);
  if (entity == ENTENTE_ENTITY_EVENT)
    return show_event (study, id, format == 1, error);
  return show_actor (study, id, format == 1, error);
}

static const char *const show_options[] = { "format=", NULL };

const EntenteCliCommand entente_cli_show = {
  .name = "show",
  .usage = "STUDY article|event|actor|position ID [--format text|json]",
  .summary = N_ ("Shows one record whole."),
  .options = show_options,
  .min_arguments = 3,
  .max_arguments = 3,
  .run = run_show,
};
