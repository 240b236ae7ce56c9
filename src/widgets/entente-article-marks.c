/* The marks of one article: passages and claims of its detail joined with what chronicle, filter
 * and selection say of their events.
 *
 * Built anew when the article, the study or the style changes; filter and selection only switch
 * flags. Words of dates come from the reader of events a moment later. Main thread.
 */
#include "config.h"

#include "entente-article-marks.h"
#include "entente-event-reader.h"
#include "entente-ink.h"
#include "entente-order-words.h"
#include "entente-text-map.h"
#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

struct _EntenteArticleMarks {
  GObject parent_instance;

  EntenteSession *session;
  EntenteEventReader *reader;
  EntenteArticleDetail *detail;
  GArray *marks; /* EntenteArticleMark by start, then end, longest first */
  GArray *reaches; /* gint64: the furthest end of all marks up to this one */
};

G_DEFINE_FINAL_TYPE (EntenteArticleMarks, entente_article_marks, G_TYPE_OBJECT)

enum { CHANGED, WORDS_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static EntenteChronicle *
get_chronicle (EntenteArticleMarks *self)
{
  return entente_study_get_chronicle (entente_session_get_study (self->session));
}

static EntenteArticleMark *
get_mark (EntenteArticleMarks *self, guint index)
{
  return &g_array_index (self->marks, EntenteArticleMark, index);
}

/* ---- building ---- */

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const EntenteArticleMark *one = a, *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->end != other->end)
    return one->end > other->end ? -1 : 1;
  if (one->event != other->event)
    return one->event < other->event ? -1 : 1;
  return (one->passage > other->passage) - (one->passage < other->passage);
}

/* Several claims of one event in the same words are one mark. */
static void
drop_doubles (EntenteArticleMarks *self)
{
  for (guint i = self->marks->len; i > 1; i--)
    if (compare_marks (get_mark (self, i - 1), get_mark (self, i - 2)) == 0)
      g_array_remove_index (self->marks, i - 1);
}

static void
add_mark (EntenteArticleMarks *self, const EntentePassage *passage, EntenteId event)
{
  EntenteChronicle *chronicle = get_chronicle (self);
  EntenteArticleMark mark = {
    .passage = passage->record.id,
    .event = event,
    .start = passage->start,
    .end = passage->end,
    .words_start = -1,
    .words_end = -1,
    .row = entente_chronicle_find_row (chronicle, event),
  };

  if (mark.row == ENTENTE_NO_INDEX || mark.end <= mark.start)
    return;
  mark.glyph = entente_ink_glyph_of (chronicle, mark.row);
  mark.evidence = entente_chronicle_get_evidence (chronicle, mark.row);
  mark.ink = entente_ink_of_event (chronicle, mark.row);
  g_array_append_val (self->marks, mark);
}

static void
add_marks (EntenteArticleMarks *self)
{
  g_autoptr (GHashTable) passages = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->detail->passages->len; i++) {
    EntentePassage *passage = self->detail->passages->pdata[i];

    g_hash_table_insert (passages, &passage->record.id, passage);
  }
  for (guint i = 0; i < self->detail->claims->len; i++) {
    const EntenteClaim *claim = self->detail->claims->pdata[i];
    const EntentePassage *passage = g_hash_table_lookup (passages, &claim->passage);

    if (passage)
      add_mark (self, passage, claim->event);
  }
  g_array_sort (self->marks, compare_marks);
  drop_doubles (self);
}

/* The lowest level that no mark in the same words has. */
static guint
choose_level (EntenteArticleMarks *self, guint index)
{
  const EntenteArticleMark *mark = get_mark (self, index);
  guint taken = 0, level = 0;

  for (guint i = entente_article_marks_get_first_at (self, mark->start); i < index; i++)
    if (get_mark (self, i)->end > mark->start)
      taken |= 1U << MIN (get_mark (self, i)->level, 31);
  while (level < 31 && taken & 1U << level)
    level++;
  return level;
}

static void
layer_marks (EntenteArticleMarks *self)
{
  gint64 reach = 0;

  g_array_set_size (self->reaches, 0);
  for (guint i = 0; i < self->marks->len; i++) {
    reach = MAX (reach, get_mark (self, i)->end);
    g_array_append_val (self->reaches, reach);
    get_mark (self, i)->level = choose_level (self, i);
  }
}

/* ---- words of dates ---- */

/* Where the wording of the date stands: in the passage, else before it in the same paragraph. */
static void
find_words (EntenteArticleMark *mark, EntenteTextMap *map, const char *wording)
{
  EntenteParagraph paragraph;
  const char *text = entente_text_map_get_text (map);
  gsize start = entente_text_map_to_byte (map, mark->start);
  const char *found;

  if (!wording || !*wording || entente_text_map_get_n_paragraphs (map) == 0)
    return;
  paragraph =
    entente_text_map_get_paragraph (map, entente_text_map_paragraph_at (map, mark->start));
  found = g_strstr_len (text + start, (gssize) (paragraph.end_byte - start), wording);
  if (!found)
    found =
      g_strrstr_len (text + paragraph.start_byte, (gssize) (start - paragraph.start_byte), wording);
  if (!found)
    return;
  mark->words_start = entente_text_map_to_char (map, (gsize) (found - text));
  mark->words_end = mark->words_start + g_utf8_strlen (wording, -1);
}

static void
find_all_words (EntenteArticleMarks *self)
{
  g_autoptr (EntenteTextMap) map = NULL;

  if (!self->detail || !self->detail->revision || self->marks->len == 0)
    return;
  map = entente_text_map_new (self->detail->revision->text, -1);
  for (guint i = 0; i < self->marks->len; i++) {
    EntenteArticleMark *mark = get_mark (self, i);
    const EntenteDate *date = entente_article_marks_get_date (self, mark);

    mark->words_start = mark->words_end = -1;
    if (date)
      find_words (mark, map, date->wording);
  }
}

static void
words_changed (EntenteArticleMarks *self)
{
  find_all_words (self);
  g_signal_emit (self, signals[WORDS_CHANGED], 0);
}

/* ---- following ---- */

static void
update_flags (EntenteArticleMarks *self)
{
  const EntenteBitset *filtered = entente_session_get_filtered (self->session);

  for (guint i = 0; i < self->marks->len; i++) {
    EntenteArticleMark *mark = get_mark (self, i);

    mark->is_inside = !filtered || entente_bitset_contains (filtered, mark->row);
    mark->is_selected = entente_session_is_selected (self->session, mark->event);
  }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
rebuild (EntenteArticleMarks *self)
{
  g_array_set_size (self->marks, 0);
  if (self->detail)
    add_marks (self);
  layer_marks (self);
  words_changed (self);
  update_flags (self);
}

static void
entente_article_marks_dispose (GObject *object)
{
  EntenteArticleMarks *self = ENTENTE_ARTICLE_MARKS (object);

  g_clear_pointer (&self->detail, entente_article_detail_unref);
  g_clear_object (&self->reader);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (entente_article_marks_parent_class)->dispose (object);
}

static void
entente_article_marks_finalize (GObject *object)
{
  EntenteArticleMarks *self = ENTENTE_ARTICLE_MARKS (object);

  g_array_unref (self->marks);
  g_array_unref (self->reaches);

  G_OBJECT_CLASS (entente_article_marks_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name,
                       ENTENTE_TYPE_ARTICLE_MARKS,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       0);
}

static void
entente_article_marks_class_init (EntenteArticleMarksClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = entente_article_marks_dispose;
  object_class->finalize = entente_article_marks_finalize;
  signals[CHANGED] = add_signal ("changed");
  signals[WORDS_CHANGED] = add_signal ("words-changed");
}

static void
entente_article_marks_init (EntenteArticleMarks *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (EntenteArticleMark));
  self->reaches = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
hovered_cb (EntenteArticleMarks *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

EntenteArticleMarks *
entente_article_marks_new (EntenteSession *session)
{
  EntenteArticleMarks *self = g_object_new (ENTENTE_TYPE_ARTICLE_MARKS, NULL);
  EntenteStudy *study = entente_session_get_study (session);

  self->session = g_object_ref (session);
  self->reader = entente_event_reader_get (study);
  g_signal_connect_object (study,
                           "notify::chronicle",
                           G_CALLBACK (rebuild),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session,
                           "notify::filtered",
                           G_CALLBACK (update_flags),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session,
                           "notify::selection",
                           G_CALLBACK (update_flags),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session,
                           "notify::hovered-event",
                           G_CALLBACK (hovered_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session,
                           "notify::outlined-event",
                           G_CALLBACK (hovered_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader,
                           "events-read",
                           G_CALLBACK (words_changed),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (rebuild),
                           self,
                           G_CONNECT_SWAPPED);
  return self;
}

EntenteSession *
entente_article_marks_get_session (EntenteArticleMarks *self)
{
  return self->session;
}

void
entente_article_marks_set_detail (EntenteArticleMarks *self, EntenteArticleDetail *detail)
{
  if (detail)
    entente_article_detail_ref (detail);
  g_clear_pointer (&self->detail, entente_article_detail_unref);
  self->detail = detail;
  rebuild (self);
}

EntenteArticleDetail *
entente_article_marks_get_detail (EntenteArticleMarks *self)
{
  return self->detail;
}

guint
entente_article_marks_get_n (EntenteArticleMarks *self)
{
  return self->marks->len;
}

const EntenteArticleMark *
entente_article_marks_get (EntenteArticleMarks *self, guint index)
{
  return get_mark (self, index);
}

guint
entente_article_marks_get_first_at (EntenteArticleMarks *self, gint64 position)
{
  guint low = 0, high = self->reaches->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (self->reaches, gint64, middle) <= position)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Shorter first, then in order of the list. */
static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const EntenteArticleMark *one = *(const EntenteArticleMark *const *) a;
  const EntenteArticleMark *other = *(const EntenteArticleMark *const *) b;
  gint64 difference = (one->end - one->start) - (other->end - other->start);

  if (difference != 0)
    return difference < 0 ? -1 : 1;
  return (one > other) - (one < other);
}

/* Number of the mark of an event in a list of marks; the length of the list when there is none. */
static guint
find_event (const GPtrArray *found, EntenteId event)
{
  guint i = 0;

  while (i < found->len && ((const EntenteArticleMark *) found->pdata[i])->event != event)
    i++;
  return i;
}

/* The shortest mark of each event at @position, shortest first. */
static GPtrArray *
find_all (EntenteArticleMarks *self, gint64 position)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = entente_article_marks_get_first_at (self, position); i < self->marks->len; i++) {
    EntenteArticleMark *mark = get_mark (self, i);

    if (mark->start > position)
      break;
    if (mark->end > position)
      g_ptr_array_add (all, mark);
  }
  g_ptr_array_sort (all, compare_lengths);
  for (guint i = 0; i < all->len; i++) {
    EntenteArticleMark *mark = all->pdata[i];

    if (find_event (found, mark->event) == found->len)
      g_ptr_array_add (found, mark);
  }
  return found;
}

const EntenteArticleMark *
entente_article_marks_find (EntenteArticleMarks *self, gint64 position, EntenteId after)
{
  g_autoptr (GPtrArray) found = find_all (self, position);
  guint next = find_event (found, after) + 1;

  if (found->len == 0)
    return NULL;
  return found->pdata[next > found->len ? 0 : next % found->len];
}

const EntenteArticleMark *
entente_article_marks_get_selected (EntenteArticleMarks *self)
{
  EntenteId passage = entente_session_get_selected_passage (self->session);
  EntenteId event = entente_session_get_selected_event (self->session);
  const EntenteArticleMark *found = NULL;

  for (guint i = 0; event != ENTENTE_ID_NONE && i < self->marks->len; i++) {
    const EntenteArticleMark *mark = get_mark (self, i);

    if (mark->event == event && mark->passage == passage)
      return mark;
    if (mark->event == event && !found)
      found = mark;
  }
  return found;
}

const EntenteDate *
entente_article_marks_get_date (EntenteArticleMarks *self, const EntenteArticleMark *mark)
{
  const EntenteEvent *event = entente_event_reader_look_up (self->reader, mark->event);

  return event ? event->when : NULL;
}

static char *
describe_place (EntenteArticleMarks *self, const EntenteArticleMark *mark)
{
  const EntenteBitset *filtered = entente_session_get_filtered (self->session);

  if (!mark->is_inside || !filtered)
    return g_strdup (_ ("outside the filter"));
  return g_strdup_printf (C_ ("event", "%'u of %'u"),
                          entente_bitset_rank (filtered, mark->row) + 1,
                          entente_bitset_count (filtered));
}

char *
entente_article_marks_describe (EntenteArticleMarks *self, const EntenteArticleMark *mark)
{
  EntenteStudy *study = entente_session_get_study (self->session);
  const EntenteKind *kind = entente_chronicle_get_kind (get_chronicle (self), mark->row);
  const char *title = entente_study_get_event_title (study, mark->event);
  const EntenteDate *date = entente_article_marks_get_date (self, mark);
  g_autoptr (EntenteDate) bounded =
    entente_order_bound_date_of (get_chronicle (self), mark->event, date);
  g_autofree char *when =
    date || entente_date_is_bounded (bounded) ? entente_date_format (bounded) : g_strdup ("");
  g_autofree char *place = describe_place (self, mark);
  g_autoptr (GString) text = g_string_new (title ? title : entente_kind_get_label (kind));

  if (title)
    g_string_append_printf (text, "\n%s", entente_kind_get_label (kind));
  if (*when)
    g_string_append_printf (text, " · %s", when);
  if (date && date->wording)
    g_string_append_printf (text, _ (" (told as “%s”)"), date->wording);
  g_string_append_printf (text,
                          "\n%s · %s",
                          entente_enum_label (ENTENTE_ENUM_EVIDENCE, (int) mark->evidence),
                          place);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
