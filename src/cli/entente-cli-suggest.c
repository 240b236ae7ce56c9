/* entente-cli suggest: what the program reads out of a text, shown, or entered for an article of a
 * study.
 *
 * Offsets are bytes of the file. Where the file is no valid UTF-8 they are those of the text that
 * it was read as, and standard error says so.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include <jansson.h>

#include "entente-cli.h"
#include "entente-plain-text.h"
#include "entente-proposals.h"
#include "entente-query-names.h"

/* What is printed: an object a line, or lines for a reader. */
typedef struct {
  const char *text;
  gsize offset; /* bytes before the text in the file */
  gboolean is_jsonl;
} Printer;

/* ---- lines ---- */

static json_t *
make_line (Printer *printer, const char *kind, gsize start, gsize end)
{
  json_t *line = json_object ();

  json_object_set_new (line, "kind", json_string (kind));
  json_object_set_new (line, "bstart", json_integer ((json_int_t) (start + printer->offset)));
  json_object_set_new (line, "bend", json_integer ((json_int_t) (end + printer->offset)));
  return line;
}

static void
set_text (json_t *line, const char *name, const char *text)
{
  if (text)
    json_object_set_new (line, name, json_string (text));
}

/* Takes @line. */
static void
print_json (json_t *line)
{
  char *text = json_dumps (line, JSON_COMPACT);

  entente_cli_print ("%s\n", text);
  free (text);
  json_decref (line);
}

/* A line for a reader: "title  “…”  value  reason". */
static void
print_words (Printer *printer,
             const char *label,
             gsize start,
             gsize end,
             const char *value,
             const char *reason)
{
  g_autofree char *words = g_strndup (printer->text + start, end - start);
  g_autofree char *clean = entente_cli_clean (words);

  entente_cli_print ("%-10s%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT "  “%s”",
                     label,
                     start + printer->offset,
                     end + printer->offset,
                     clean);
  if (value)
    entente_cli_print ("  %s", value);
  if (reason)
    entente_cli_print ("  (%s)", reason);
  entente_cli_print ("\n");
}

/* ---- structure ---- */

static const char *
get_field_name (EntenteStructureField field)
{
  switch (field) {
  case ENTENTE_STRUCTURE_TITLE:
    return "title";
  case ENTENTE_STRUCTURE_AUTHOR:
    return "author";
  case ENTENTE_STRUCTURE_PUBLISHED:
    return "published";
  case ENTENTE_STRUCTURE_PUBLICATION:
    return "publication";
  case ENTENTE_STRUCTURE_URL:
    return "url";
  case ENTENTE_STRUCTURE_NOTE:
    return "note";
  case ENTENTE_STRUCTURE_BODY:
    return "body";
  default:
    g_return_val_if_reached ("");
  }
}

static void
print_part (Printer *printer, const EntenteSourcePart *part)
{
  const char *field = get_field_name (part->field);

  if (printer->is_jsonl) {
    json_t *line = make_line (printer, "structure", part->start, part->end);

    set_text (line, "field", field);
    set_text (line, "value", part->value);
    print_json (line);
  } else if (part->field == ENTENTE_STRUCTURE_BODY) {
    entente_cli_print ("%-10s%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT "\n",
                       field,
                       part->start + printer->offset,
                       part->end + printer->offset);
  } else {
    print_words (printer,
                 field,
                 part->start,
                 part->end,
                 part->field == ENTENTE_STRUCTURE_PUBLISHED ? part->value : NULL,
                 NULL);
  }
}

static void
print_structure (Printer *printer, const EntenteStructure *structure)
{
  for (guint i = 0; i < structure->parts->len; i++)
    print_part (printer, g_ptr_array_index (structure->parts, i));
}

/* ---- times ---- */

/* The other readings of a date. */
static json_t *
make_alternatives (const EntenteTextTime *time)
{
  json_t *others = json_array ();

  for (guint i = 0; time->date && time->date->readings && i < time->date->readings->len; i++) {
    const EntenteReading *reading = g_ptr_array_index (time->date->readings, i);

    if (reading->rank > 1)
      json_array_append_new (others, json_string (reading->edtf));
  }
  return others;
}

/* What a bound leaves of the date: "[..2018-07-15]". */
static void
set_bound (json_t *line, const EntenteDate *date)
{
  g_autofree char *day = NULL;
  g_autofree char *value = NULL;

  if (!date || date->points.latest_end == date->told.latest_end ||
      date->points.latest_end == ENTENTE_TIME_MAX)
    return;
  day = entente_time_format_iso (date->points.latest_end - ENTENTE_SECONDS_PER_DAY);
  value = g_strdup_printf ("[..%s]", day);
  set_text (line, "bound", value);
  set_text (line, "bound_reason", date->bound_reason);
}

static void
print_time_json (Printer *printer, GArray *times, guint index)
{
  const EntenteTextTime *time = &g_array_index (times, EntenteTextTime, index);
  json_t *line = make_line (printer, "time", time->start, time->end);
  g_autoptr (EntenteDate) range = entente_text_times_make_range (times, index, printer->text);
  json_t *others = make_alternatives (time);

  set_text (line, "type", entente_text_time_type_to_string (time->type));
  set_text (line, "value", time->value);
  if (json_array_size (others) > 0)
    json_object_set (line, "alternatives", others);
  json_decref (others);
  set_bound (line, time->date);
  set_text (line, "range", range ? range->edtf : NULL);
  set_text (line, "reason", time->reason);
  if (time->is_cited)
    json_object_set_new (line, "cited", json_true ());
  print_json (line);
}

/* A reader is shown what has a place in the calendar. */
static void
print_times (Printer *printer, GArray *times)
{
  for (guint i = 0; i < times->len; i++) {
    const EntenteTextTime *time = &g_array_index (times, EntenteTextTime, i);
    g_autofree char *words = time->date ? entente_date_format (time->date) : NULL;

    if (printer->is_jsonl)
      print_time_json (printer, times, i);
    else if (words)
      print_words (printer, "time", time->start, time->end, words, time->reason);
  }
}

/* ---- the command ---- */

static gboolean
get_published (EntenteCli *cli, EntenteDate **published, GError **error)
{
  const char *value = entente_cli_get_option (cli, "published");
  g_autoptr (GError) failed = NULL;

  if (!value)
    return TRUE;
  *published = entente_date_parse (value, &failed);
  if (*published)
    return TRUE;
  g_set_error_literal (error, ENTENTE_CLI_USAGE, 0, failed->message);
  return FALSE;
}

/* ---- actors and moves ---- */

static void
print_mention (Printer *printer,
               const EntenteArticleReading *reading,
               const EntenteReadingMention *mention)
{
  const EntenteReadingActor *actor =
    &g_array_index (reading->actors, EntenteReadingActor, mention->actor);
  const char *type = entente_enum_nick (ENTENTE_ENUM_ACTOR_KIND, (int) actor->kind);

  if (printer->is_jsonl) {
    json_t *line = make_line (printer, "actor", mention->span.start, mention->span.end);

    set_text (line, "name", actor->name);
    set_text (line, "type", type);
    set_text (line, "reason", entente_reading_explain (mention));
    print_json (line);
  } else {
    print_words (printer,
                 "actor",
                 mention->span.start,
                 mention->span.end,
                 actor->name,
                 entente_enum_label (ENTENTE_ENUM_ACTOR_KIND, (int) actor->kind));
  }
}

/* The words of the parties with one of two roles; those who took part alike are source and target.
 */
static json_t *
make_parties (const EntenteSuggestion *suggestion, EntenteRole role, EntenteRole other)
{
  json_t *names = json_array ();

  for (guint i = 0; i < suggestion->parties->len; i++) {
    const EntenteReadingParty *party = g_ptr_array_index (suggestion->parties, i);

    if (party->role == role || party->role == other)
      json_array_append_new (names, json_string (party->words));
  }
  return names;
}

static char *
write_when (const EntenteSuggestion *suggestion)
{
  const EntenteDate *when = suggestion->when;

  if (!when)
    return NULL;
  if (entente_date_is_dated (when))
    return g_strdup (when->edtf);
  if (when->not_after == ENTENTE_TIME_MAX)
    return NULL;
  {
    g_autofree char *last = entente_time_format_iso (when->not_after - ENTENTE_SECONDS_PER_DAY);

    return g_strdup_printf ("[..%s]", last);
  }
}

/* Who says so; NULL: the text itself. */
static const char *
get_speaker (const EntenteArticleReading *reading, const EntenteSuggestion *suggestion)
{
  return suggestion->speaker >= 0
           ? g_array_index (reading->actors, EntenteReadingActor, suggestion->speaker).name
           : suggestion->speaker_words;
}

static void
print_move_json (Printer *printer,
                 const EntenteArticleReading *reading,
                 const EntenteSuggestion *suggestion)
{
  json_t *line = make_line (printer, "event", suggestion->span.start, suggestion->span.end);
  g_autofree char *id = g_strdup_printf ("%u", suggestion->id);
  g_autofree char *answers = g_strdup_printf ("%u", suggestion->answers);
  g_autofree char *when = write_when (suggestion);

  set_text (line, "id", id);
  set_text (line, "type", suggestion->kind);
  json_object_set_new (line,
                       "source",
                       make_parties (suggestion, ENTENTE_ROLE_INITIATOR, ENTENTE_ROLE_PARTICIPANT));
  json_object_set_new (line,
                       "target",
                       make_parties (suggestion, ENTENTE_ROLE_ADDRESSEE, ENTENTE_ROLE_PARTICIPANT));
  set_text (line, "when", when);
  set_text (line, "stance", entente_enum_nick (ENTENTE_ENUM_STANCE, (int) suggestion->stance));
  set_text (line, "hedge", entente_enum_nick (ENTENTE_ENUM_HEDGE, (int) suggestion->hedge));
  set_text (line, "mode", entente_enum_nick (ENTENTE_ENUM_MODE, (int) suggestion->mode));
  if (get_speaker (reading, suggestion)) {
    set_text (line, "speaker", get_speaker (reading, suggestion));
    set_text (line, "naming", entente_enum_nick (ENTENTE_ENUM_NAMING, (int) suggestion->naming));
  }
  if (suggestion->answers)
    set_text (line, "responds", answers);
  set_text (line, "reason", suggestion->reason);
  print_json (line);
}

static void
print_move_words (Printer *printer, const EntenteSuggestion *suggestion)
{
  g_autoptr (GString) value = g_string_new (suggestion->kind);
  g_autofree char *when = suggestion->when ? entente_date_format (suggestion->when) : NULL;

  for (guint i = 0; i < suggestion->parties->len; i++) {
    const EntenteReadingParty *party = g_ptr_array_index (suggestion->parties, i);
    g_autofree char *words = entente_cli_clean (party->words);

    g_string_append_printf (value,
                            "%s%s",
                            i == 0                                  ? ": "
                            : party->role == ENTENTE_ROLE_ADDRESSEE ? " -> "
                                                                    : ", ",
                            words);
  }
  if (when)
    g_string_append_printf (value, "; %s", when);
  print_words (printer,
               "event",
               suggestion->span.start,
               suggestion->span.end,
               value->str,
               suggestion->reason);
}

/* By sentence, the surest of each first. */
static int
compare_suggestions (gconstpointer a, gconstpointer b)
{
  const EntenteSuggestion *one = *(EntenteSuggestion *const *) a;
  const EntenteSuggestion *other = *(EntenteSuggestion *const *) b;

  if (one->sentence.start != other->sentence.start)
    return one->sentence.start < other->sentence.start ? -1 : 1;
  return one->rank < other->rank ? -1 : one->rank > other->rank;
}

static void
print_reading (Printer *printer, const EntenteArticleReading *reading)
{
  g_autoptr (GPtrArray) ordered = NULL;

  for (guint i = 0; i < reading->mentions->len; i++)
    print_mention (printer, reading, &g_array_index (reading->mentions, EntenteReadingMention, i));
  ordered = g_ptr_array_new ();
  g_ptr_array_extend (ordered, reading->suggestions, NULL, NULL);
  if (printer->is_jsonl)
    g_ptr_array_sort (ordered, compare_suggestions);
  for (guint i = 0; i < ordered->len; i++) {
    const EntenteSuggestion *suggestion = g_ptr_array_index (ordered, i);

    if (printer->is_jsonl)
      print_move_json (printer, reading, suggestion);
    else
      print_move_words (printer, suggestion);
  }
}

static gboolean
print_all (Printer *printer, gsize length, const EntenteDate *published, GError **error)
{
  g_autoptr (EntenteStructure) structure = entente_structure_read (printer->text, length);
  EntenteReadingInput input = { .text = printer->text,
                                .length = length,
                                .structure = structure,
                                .published = published };
  g_autoptr (EntenteArticleReading) reading = entente_reading_new (&input, NULL, error);

  if (!reading)
    return FALSE;
  print_structure (printer, structure);
  print_times (printer, reading->times);
  print_reading (printer, reading);
  return TRUE;
}

/* ---- accepting ---- */

/* Places of those that nobody has decided about. */
static guint *
list_open (const EntenteProposals *proposals, guint *n)
{
  guint *indexes = g_new (guint, entente_proposals_get_n (proposals) + 1);

  *n = 0;
  for (guint i = 0; i < entente_proposals_get_n (proposals); i++)
    if (entente_proposal_is_open (entente_proposals_get (proposals, i)))
      indexes[(*n)++] = i;
  return indexes;
}

static void
tell_joined (guint n)
{
  if (n > 0)
    entente_cli_say (ngettext ("%u of them is a claim of an event that was there.",
                               "%u of them are claims of events that were there.",
                               n),
                     n);
}

static gboolean
accept_all (EntenteStudy *study, EntenteId article, GError **error)
{
  g_autoptr (EntenteProposals) proposals =
    entente_study_read_proposals (study, article, NULL, NULL, error);
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autofree guint *indexes = NULL;
  guint n;

  if (!proposals)
    return FALSE;
  indexes = list_open (proposals, &n);
  if (n == 0) {
    entente_cli_say (_ ("Nothing is suggested for this article."));
    return TRUE;
  }
  step = entente_proposals_accept (proposals, indexes, n, NULL);
  changes = entente_study_apply (study, step, error);
  if (!changes)
    return FALSE;
  entente_cli_print ("%u\n", n);
  tell_joined (entente_proposals_count_same (proposals, indexes, n));
  return TRUE;
}

static gboolean
run_accept (EntenteCli *cli, GError **error)
{
  g_autoptr (EntenteStudy) study = NULL;
  EntenteId article;

  if (entente_cli_get_n_arguments (cli) != 2 || entente_cli_get_option (cli, "jsonl") ||
      entente_cli_get_option (cli, "published")) {
    g_set_error_literal (error,
                         ENTENTE_CLI_USAGE,
                         0,
                         _ ("--accept wants a study and an article, and nothing else."));
    return FALSE;
  }
  study = entente_cli_open (cli, ENTENTE_OPEN_EXISTING, error);
  if (!study)
    return FALSE;
  article = entente_query_find_named (entente_study_get_chronicle (study),
                                      ENTENTE_ENTITY_ARTICLE,
                                      entente_cli_get_argument (cli, 1),
                                      error);
  return article != ENTENTE_ID_NONE && accept_all (study, article, error);
}

static gboolean
run_read (EntenteCli *cli, GError **error)
{
  const char *path = entente_cli_get_argument (cli, 0);
  g_autofree char *name = entente_cli_show_name (path);
  g_autoptr (EntenteDate) published = NULL;
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
  Printer printer = { .is_jsonl = entente_cli_get_option (cli, "jsonl") != NULL };
  gsize n_bytes = 0, length = 0;
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;

  if (!get_published (cli, &published, error))
    return FALSE;
  bytes = entente_cli_read (path, &n_bytes, error);
  if (bytes)
    text = entente_plain_text_read (bytes, n_bytes, name, &length, &printer.offset, notices, error);
  if (!text)
    return FALSE;
  for (guint i = 0; i < notices->len; i++)
    entente_cli_say ("%s", (char *) g_ptr_array_index (notices, i));
  printer.text = text;
  return print_all (&printer, length, published, error);
}

static gboolean
run_suggest (EntenteCli *cli, GError **error)
{
  if (entente_cli_get_option (cli, "accept"))
    return run_accept (cli, error);
  if (entente_cli_get_n_arguments (cli) == 1)
    return run_read (cli, error);
  g_set_error_literal (error, ENTENTE_CLI_USAGE, 0, _ ("Give one file to be read."));
  return FALSE;
}

static const char *const suggest_options[] = { "jsonl", "published=", "accept", NULL };

const EntenteCliCommand entente_cli_suggest = {
  .name = "suggest",
  .usage = "[--jsonl] [--published EDTF] FILE | --accept STUDY ARTICLE",
  .summary =
    N_ ("Shows what can be read out of an article: its structure, dates, actors and moves, "
        "each with a reason; or enters all moves into a study."),
  .options = suggest_options,
  .min_arguments = 1,
  .max_arguments = 2,
  .run = run_suggest,
};
