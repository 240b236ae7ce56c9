/* An array sorted by start, read as a tree: the middle of a stretch of it is the root of its
 * halves, and each root knows the furthest end among them.
 */

#include "config.h"

#include "entente-span-index.h"

typedef struct {
  gint64 start, end;
  gint64 reach; /* furthest end of its part of the array */
  guint value;
} Span;

struct _EntenteSpanIndex {
  GArray *spans;
  gboolean is_sorted;
  guint64 n_looked;
};

typedef struct {
  gint64 start, end;
  void (*func) (guint value, gpointer data);
  gpointer data;
} Search;

EntenteSpanIndex *
entente_span_index_new (void)
{
  EntenteSpanIndex *index = g_new0 (EntenteSpanIndex, 1);

  index->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  return index;
}

void
entente_span_index_free (EntenteSpanIndex *index)
{
  g_array_unref (index->spans);
  g_free (index);
}

void
entente_span_index_add (EntenteSpanIndex *index, gint64 start, gint64 end, guint value)
{
  Span span = { start, end, end, value };

  g_return_if_fail (!index->is_sorted);

  g_array_append_val (index->spans, span);
}

static Span *
get_span (EntenteSpanIndex *index, guint at)
{
  return &g_array_index (index->spans, Span, at);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *one = a, *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return (one->value > other->value) - (one->value < other->value);
}

/* Of the spans [first, end); not empty. */
static gint64
measure (EntenteSpanIndex *index, guint first, guint end)
{
  guint middle = first + (end - first) / 2;
  Span *span = get_span (index, middle);

  span->reach = span->end;
  if (first < middle)
    span->reach = MAX (span->reach, measure (index, first, middle));
  if (middle + 1 < end)
    span->reach = MAX (span->reach, measure (index, middle + 1, end));
  return span->reach;
}

static void
search (EntenteSpanIndex *index, guint first, guint end, const Search *wanted)
{
  guint middle = first + (end - first) / 2;
  const Span *span;

  if (first >= end)
    return;
  index->n_looked++;
  span = get_span (index, middle);
  if (span->reach <= wanted->start)
    return;
  search (index, first, middle, wanted);
  if (span->start >= wanted->end)
    return;
  if (span->end > wanted->start)
    wanted->func (span->value, wanted->data);
  search (index, middle + 1, end, wanted);
}

void
entente_span_index_foreach (EntenteSpanIndex *index,
                            gint64 start,
                            gint64 end,
                            void (*func) (guint value, gpointer data),
                            gpointer data)
{
  const Search wanted = { start, end, func, data };

  if (!index->is_sorted && index->spans->len > 0) {
    g_array_sort (index->spans, compare_spans);
    measure (index, 0, index->spans->len);
  }
  index->is_sorted = TRUE;
  search (index, 0, index->spans->len, &wanted);
}

guint64
entente_span_index_get_n_looked (const EntenteSpanIndex *index)
{
  return index->n_looked;
}
