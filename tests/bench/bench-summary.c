/* A chronology of ten thousand moves as a PDF: how long building, setting and writing take for each
 * page, against one of a thousand moves; how far memory grows; and how long Pango and Cairo take to
 * write the same words bare, line below line, on as many pages. Ratios are asserted, figures
 * reported. */

#include "config.h"

#include "entente-detail.h"
#include "entente-pages.h"
#include "entente-summary.h"
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <sys/resource.h>
#include <time.h>

#define N_FEW 1000
#define N_MANY 10000
#define N_ACTORS 40
#define N_ARTICLES 50
#define ARTICLE 1000000
#define REVISION 2000000
#define MAX_GROWTH 1.3 /* of the time for a page, from few to many */
#define MAX_RATIO 4.0 /* to the same words bare */
#define MAX_KB_PER_MOVE 10.0

static const char *const kinds[] = { "offer", "refuse-offer", "talks", "statement", "invitation" };
static const char *const text =
  "The port made an offer of which nobody had heard before, and the union turned it down at the "
  "quay, in front of all who had come.\n";

/* ---- a study in memory ---- */

static EntenteEvent *
make_event (guint i)
{
  EntenteEvent *event = entente_event_new ();
  gint64 first = entente_day_number (2001, 1, 1);
  EntenteDay day = entente_day_from_number (first + i);
  g_autoptr (EntenteDate) date = entente_date_new_day (day.year, day.month, day.day);

  event->record.id = i + 1;
  event->kind = g_strdup (kinds[i % G_N_ELEMENTS (kinds)]);
  event->title = g_strdup_printf ("Party %u makes move %u on the question of the quay", i % 7, i);
  event->summary =
    i % 5 == 0 ? g_strdup ("What was said in private is not known to anyone.") : NULL;
  event->when = entente_date_with_wording (date, "on that day");
  return event;
}

static EntenteArticle *
make_article (guint i)
{
  EntenteArticle *article = entente_article_new ();

  article->record.id = ARTICLE + i;
  article->title = g_strdup_printf ("At the quay, part %u", i);
  article->authors = g_strdup ("A. Reader");
  article->publication_name = g_strdup ("The Bay");
  return article;
}

static void
add_event (EntenteChronicleBuilder *builder, guint i)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  g_autoptr (EntenteEvent) event = make_event (i);
  EntenteParticipationRow from = { event->record.id, 1 + i % N_ACTORS, 0, ENTENTE_ROLE_INITIATOR };
  EntenteParticipationRow to = { event->record.id,
                                 1 + (i * 7 + 3) % N_ACTORS,
                                 0,
                                 ENTENTE_ROLE_ADDRESSEE };
  EntenteClaimRow claim = { .id = i + 1,
                            .event = event->record.id,
                            .article = ARTICLE + i % N_ARTICLES };
  EntenteEventRow row;

  entente_event_get_row (event, &row);
  sink->event (builder, &row);
  sink->participation (builder, &from);
  sink->participation (builder, &to);
  sink->claim (builder, &claim);
}

static EntenteChronicle *
make_chronicle (guint n)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();

  for (guint i = 1; i <= N_ACTORS; i++) {
    g_autoptr (EntenteActor) actor = entente_actor_new ();

    actor->record.id = i;
    actor->name = g_strdup_printf ("Actor %u", i);
    sink->actor (builder, actor);
  }
  for (guint i = 0; i < N_ARTICLES; i++) {
    g_autoptr (EntenteArticle) article = make_article (i);

    sink->article (builder, article);
  }
  for (guint i = 0; i < n; i++)
    add_event (builder, i);
  for (guint i = 1; i < n; i += 3) {
    EntenteLinkRow link = { i, i + 1, i, ENTENTE_LINK_ANSWERS, ENTENTE_LINK_STATED };

    sink->link (builder, &link);
  }
  return entente_chronicle_builder_build (builder, 0);
}

static EntenteEventDetail *
read_event (gpointer data, EntenteId id, GError **error)
{
  EntenteEventDetail *detail = entente_event_detail_new ();
  guint i = (guint) id - 1;
  EntenteClaim *claim = entente_claim_new ();

  detail->event = make_event (i);
  claim->record.id = id;
  claim->event = id;
  g_ptr_array_add (detail->claims, claim);
  g_ptr_array_add (detail->passages, entente_passage_new_from_text (REVISION, text, 4, 60));
  g_ptr_array_add (detail->articles, make_article (i % N_ARTICLES));
  g_ptr_array_add (detail->footnotes, NULL);
  return detail;
}

static EntenteArticleDetail *
read_article (gpointer data, EntenteId id, GError **error)
{
  EntenteArticleDetail *detail = entente_article_detail_new ();

  detail->article = make_article ((guint) id - ARTICLE);
  detail->revision = entente_revision_new ();
  detail->revision->record.id = REVISION;
  detail->revision->text = g_strdup (text);
  return detail;
}

/* ---- measuring ---- */

/* Of this process alone, whatever else the machine does. */
static double
get_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static double
get_seconds (double start)
{
  return get_now () - start;
}

static double
get_peak_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static cairo_status_t
count (void *closure, const unsigned char *bytes, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

typedef struct {
  EntenteDocument *document;
  guint n_pages;
  double build, set, write; /* seconds */
} Run;

static double
get_per_page (const Run *run)
{
  return (run->build + run->set + run->write) / run->n_pages;
}

static Run
write_summary (guint n)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle (n);
  g_autoptr (EntenteBitset) rows = entente_bitset_new_full (n);
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (EntentePages) pages = NULL;
  EntenteSummarySource source = { read_event, read_article, NULL };
  EntenteSummaryOptions options;
  EntentePageStyle style;
  Run run = { NULL };
  gsize length = 0;
  double start = get_now ();

  entente_summary_options_init (&options);
  entente_page_style_init (&style, ENTENTE_PAPER_A4, FALSE);
  options.study = "Harbour talks";
  run.document = entente_summary_build (&options, chronicle, query, rows, &source, NULL, NULL);
  run.build = get_seconds (start);
  start = get_now ();
  pages = entente_pages_new (run.document, &style, NULL, NULL);
  run.set = get_seconds (start);
  start = get_now ();
  g_assert_true (entente_pages_write_pdf (pages, count, &length, NULL, NULL));
  run.write = get_seconds (start);
  run.n_pages = entente_pages_get_n (pages);
  g_print (
    "%u moves: %u pages, %.1f MB; built %.2f s, set %.2f s, written %.2f s; %.2f ms a page\n",
    n,
    run.n_pages,
    (double) length / 1e6,
    run.build,
    run.set,
    run.write,
    1000 * get_per_page (&run));
  return run;
}

/* ---- the same words bare ---- */

typedef struct {
  cairo_t *cr;
  PangoContext *context;
  EntentePageStyle style;
  double y;
} Bare;

static void
write_bare (Bare *bare, EntenteType type, const char *words)
{
  g_autoptr (PangoLayout) layout = NULL;
  double height;

  if (words == NULL)
    return;
  layout = entente_page_style_make_layout (&bare->style, bare->context, type, words, 400);
  height = entente_layout_get_height (layout);
  if (bare->y + height > bare->style.height_pt - bare->style.margin_pt) {
    cairo_show_page (bare->cr);
    bare->y = bare->style.margin_pt;
  }
  cairo_move_to (bare->cr, bare->style.margin_pt, bare->y);
  pango_cairo_show_layout (bare->cr, layout);
  bare->y += height;
}

static double
measure_bare (const EntenteDocument *document)
{
  double start = get_now ();
  gsize length = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count, &length, 595, 842);
  Bare bare = { .cr = cairo_create (surface), .context = entente_page_style_make_context () };

  entente_page_style_init (&bare.style, ENTENTE_PAPER_A4, FALSE);
  bare.y = bare.style.margin_pt;
  for (guint i = 0; i < document->blocks->len; i++) {
    const EntenteEntry *entry = ((EntenteBlock *) document->blocks->pdata[i])->entry;

    if (entry == NULL)
      continue;
    write_bare (&bare, ENTENTE_TYPE_STRONG, entry->when);
    write_bare (&bare, ENTENTE_TYPE_TOLD, entry->told);
    write_bare (&bare, ENTENTE_TYPE_STRONG, entry->title);
    write_bare (&bare, ENTENTE_TYPE_FACTS, entry->facts);
    write_bare (&bare, ENTENTE_TYPE_FACTS, entry->summary);
  }
  for (guint i = 0; i < document->notes->len; i++)
    write_bare (&bare, ENTENTE_TYPE_NOTE, ((EntenteNote *) document->notes->pdata[i])->text);
  cairo_destroy (bare.cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_object_unref (bare.context);
  return get_seconds (start);
}

int
main (int argc, char **argv)
{
  Run warm = write_summary (100);
  Run few = write_summary (N_FEW);
  double before = get_peak_mb ();
  Run many = write_summary (N_MANY);
  double growth_kb = (get_peak_mb () - before) * 1024 / (N_MANY - N_FEW);
  double bare = measure_bare (many.document);
  double growth = get_per_page (&many) / get_per_page (&few);
  double ratio = (many.set + many.write) / bare;

  g_print ("a page of %u moves to one of %u: %.2f; bare %.2f s, ratio %.2f; %.1f KB a move\n",
           N_MANY,
           N_FEW,
           growth,
           bare,
           ratio,
           growth_kb);
  g_assert_cmpfloat (growth, <=, MAX_GROWTH);
  g_assert_cmpfloat (ratio, <=, MAX_RATIO);
  g_assert_cmpfloat (growth_kb, <=, MAX_KB_PER_MOVE);
  entente_document_unref (warm.document);
  entente_document_unref (few.document);
  entente_document_unref (many.document);
  return 0;
}
