/* Talks between a port and a union, with one article. */

#include "config.h"

#include "entente-harbour.h"

#include "entente-error.h"

#define PORT 1
#define UNION 2
#define ARTICLE 11
#define REVISION 12
#define PAY 21
#define PASSAGE 31

static const char *text = "The port made an offer.\nThe union turned it down.\n";
static const char *events[][4] = {
  { "offer", "Port offers a truce", "2031-05-02", "on the second" },
  { "refuse-offer", "Union turns it down", "[..2031-05-10]", NULL },
  { "talks", "Talks at the quay", "2031-06-01/2031-06-04", NULL },
  { "statement", "Port speaks", "", NULL },
  { "statement", "A private word", "2031-07", NULL },
};

static gboolean refusal_is_told = TRUE;

void
entente_harbour_tell_refusal (gboolean told)
{
  refusal_is_told = told;
}

static EntenteDate *
make_date (guint i)
{
  g_autoptr (EntenteDate) undated = entente_date_new_undated ();
  g_autoptr (EntenteDate) day = entente_date_new_day (2031, 5, 10);

  if (HARBOUR_OFFER + i != HARBOUR_REFUSAL || refusal_is_told)
    return entente_date_parse (events[i][2], NULL);
  return entente_date_with_bounds (undated,
                                   ENTENTE_TIME_MIN,
                                   entente_date_get_window (day).end,
                                   "footnote 3");
}

static EntenteEvent *
make_event (guint i)
{
  EntenteEvent *event = entente_event_new ();
  g_autoptr (EntenteDate) date = make_date (i);

  event->record.id = HARBOUR_OFFER + i;
  event->kind = g_strdup (events[i][0]);
  event->title = g_strdup (events[i][1]);
  event->when = entente_date_with_wording (date, events[i][3]);
  event->private_ = HARBOUR_OFFER + i == HARBOUR_PRIVATE;
  return event;
}

static EntenteArticle *
make_article (void)
{
  EntenteArticle *article = entente_article_new ();

  article->record.id = ARTICLE;
  article->title = g_strdup ("At the quay");
  article->authors = g_strdup ("A. Reader");
  return article;
}

static EntenteClaim *
make_claim (guint i)
{
  EntenteClaim *claim = entente_claim_new ();

  claim->record.id = 200 + i;
  claim->event = HARBOUR_OFFER + i;
  claim->passage = 300 + i;
  return claim;
}

static void
add_actor (EntenteChronicleBuilder *builder, EntenteId id, const char *name)
{
  g_autoptr (EntenteActor) actor = entente_actor_new ();

  actor->record.id = id;
  actor->name = g_strdup (name);
  entente_chronicle_builder_get_sink ()->actor (builder, actor);
}

static void
add_event (EntenteChronicleBuilder *builder, guint i)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  g_autoptr (EntenteEvent) event = make_event (i);
  EntenteParticipationRow from = { event->record.id,
                                   i == 1 ? UNION : PORT,
                                   0,
                                   ENTENTE_ROLE_INITIATOR };
  EntenteParticipationRow to = { event->record.id,
                                 i == 1 ? PORT : UNION,
                                 0,
                                 ENTENTE_ROLE_ADDRESSEE };
  EntenteClaimRow claim = { .id = 200 + i, .event = event->record.id, .article = ARTICLE };
  EntenteEventRow row;

  entente_event_get_row (event, &row);
  sink->event (builder, &row);
  sink->participation (builder, &from);
  sink->participation (builder, &to);
  sink->claim (builder, &claim);
}

static void
add_issue (EntenteChronicleBuilder *builder)
{
  g_autoptr (EntenteIssue) issue = entente_issue_new ();

  issue->record.id = PAY;
  issue->name = g_strdup ("Pay");
  entente_chronicle_builder_get_sink ()->issue (builder, issue);
}

EntenteChronicle *
entente_harbour_make_chronicle_linked (EntenteLinkType type)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  g_autoptr (EntenteArticle) article = make_article ();
  EntenteLinkRow link = { 400, HARBOUR_REFUSAL, HARBOUR_OFFER, type, ENTENTE_LINK_STATED };

  add_actor (builder, PORT, "Port");
  add_actor (builder, UNION, "Union");
  sink->article (builder, article);
  add_issue (builder);
  for (guint i = 0; i < HARBOUR_N_EVENTS; i++)
    add_event (builder, i);
  sink->link (builder, &link);
  return entente_chronicle_builder_build (builder, 0);
}

EntenteChronicle *
entente_harbour_make_chronicle (void)
{
  return entente_harbour_make_chronicle_linked (ENTENTE_LINK_REFUSES);
}

static EntenteEventDetail *
read_event (gpointer data, EntenteId id, GError **error)
{
  EntenteEventDetail *detail;
  guint i = (guint) (id - HARBOUR_OFFER);

  if (GPOINTER_TO_INT (data) == id) {
    g_set_error_literal (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND, "The event is gone.");
    return NULL;
  }
  detail = entente_event_detail_new ();
  detail->event = make_event (i);
  g_ptr_array_add (detail->claims, make_claim (i));
  g_ptr_array_add (detail->passages, entente_passage_new_from_text (REVISION, text, 4, 8));
  g_ptr_array_add (detail->articles, make_article ());
  g_ptr_array_add (detail->footnotes, NULL);
  return detail;
}

static EntenteArticleDetail *
read_article (gpointer data, EntenteId id, GError **error)
{
  EntenteArticleDetail *detail = entente_article_detail_new ();

  detail->article = make_article ();
  detail->revision = entente_revision_new ();
  detail->revision->record.id = REVISION;
  detail->revision->text = g_strdup (text);
  return detail;
}

static void
add_position (GPtrArray *records, EntenteId actor, int kind, const char *edtf, const char *words)
{
  EntentePosition *position = entente_position_new ();

  position->record.id = (EntenteId) records->len + 1;
  position->actor = actor;
  position->issue = PAY;
  position->kind = kind;
  position->when = entente_date_parse (edtf, NULL);
  position->text = g_strdup (words);
  position->passage = PASSAGE;
  g_ptr_array_add (records, position);
}

static GPtrArray *
read_positions (gpointer data, GError **error)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (entente_record_unref);

  add_position (records, PORT, ENTENTE_POSITION_DEMAND, "2031-05-02", "Work on Sundays");
  add_position (records, PORT, ENTENTE_POSITION_OFFER, "2031-05", "Two per cent");
  add_position (records, UNION, ENTENTE_POSITION_REJECTION, "[..2031-05-10]", "Not so little");
  add_position (records, UNION, ENTENTE_POSITION_DEMAND, "", "Five per cent");
  return records;
}

static EntenteQuestionNotes *
read_questions (gpointer data, GError **error)
{
  EntenteQuestionNotes *notes = entente_question_notes_new ();
  EntenteQuestion *question = entente_question_new ();

  question->record.id = 1;
  question->text = g_strdup ("Who sat there?");
  question->event = HARBOUR_TALKS;
  g_ptr_array_add (notes->records, question);
  return notes;
}

static EntentePassage *
read_passage (gpointer data, EntenteId passage, EntenteId *article)
{
  g_assert_cmpint (passage, ==, PASSAGE);
  *article = ARTICLE;
  return entente_passage_new_from_text (REVISION, text, 28, 33);
}

EntenteSummarySource
entente_harbour_make_source (EntenteId missing)
{
  return (EntenteSummarySource){ read_event,     read_article,   GINT_TO_POINTER (missing),
                                 read_positions, read_questions, read_passage };
}

EntenteDocument *
entente_harbour_make_document (const EntenteSummaryOptions *options)
{
  g_autoptr (EntenteChronicle) chronicle = entente_harbour_make_chronicle ();
  g_autoptr (EntenteBitset) rows =
    entente_bitset_new_full (entente_chronicle_get_n_rows (chronicle));
  g_autoptr (EntenteQuery) query = entente_query_new ();
  EntenteSummarySource source = entente_harbour_make_source (0);
  g_autoptr (GError) error = NULL;
  EntenteDocument *document =
    entente_summary_build (options, chronicle, query, rows, &source, NULL, &error);

  g_assert_no_error (error);
  return document;
}
