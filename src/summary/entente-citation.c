/* EntenteCitation: the words on which an event rests, with who said them, where, and on what that
 * rests in turn. */

#include "config.h"

#include "entente-citation.h"

#include <glib/gi18n-lib.h>

#define QUOTE_MAX 120 /* code points; longer quotes are cut */

/* "Dilek Yiğit; Ann B. Cole" -> "D. Yiğit and A. B. Cole" is not done: names are given as the
 * article has them. */
static void
append_part (GString *out, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, ", ");
  g_string_append (out, part);
}

char *
entente_citation_format_article (const EntenteArticle *article)
{
  GString *out = g_string_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *published = NULL;

  append_part (out, article->authors);
  if (article->title != NULL)
    title = g_strdup_printf (_ ("“%s”"), article->title);
  append_part (out, title);
  append_part (out, article->publication_name);
  if (article->published != NULL && entente_date_is_dated (article->published))
    published = entente_date_format (article->published);
  append_part (out, published);
  append_part (out, article->url);
  return g_string_free (out, FALSE);
}

guint
entente_citation_count_paragraph (const char *text, gint64 position)
{
  guint paragraph = 1;
  gboolean blank = TRUE;
  gint64 at = 0;

  for (const char *c = text; *c != '\0' && at < position; c = g_utf8_next_char (c), at++) {
    if (*c == '\n' && !blank) {
      paragraph++;
      blank = TRUE;
    } else if (!g_unichar_isspace (g_utf8_get_char (c))) {
      blank = FALSE;
    }
  }
  return paragraph;
}

static char *
format_quote (const char *quote)
{
  g_autofree char *line = g_strdup (quote);
  g_autofree char *cut = NULL;

  g_strdelimit (line, "\n\t", ' ');
  if (g_utf8_strlen (line, -1) <= QUOTE_MAX)
    return g_strdup_printf (_ ("“%s”"), line);
  cut = g_utf8_substring (line, 0, QUOTE_MAX);
  return g_strdup_printf (_ ("“%s …”"), g_strchomp (cut));
}

static char *
format_footnote (const EntenteFootnote *footnote)
{
  const char *marker = footnote->marker != NULL ? footnote->marker : "?";
  g_autofree char *day = NULL;

  if (footnote->cited_date == NULL || !entente_date_is_dated (footnote->cited_date)) {
    if (footnote->cited_source == NULL)
      return g_strdup_printf (_ ("rests on the article’s note %s"), marker);
    return g_strdup_printf (_ ("rests on the article’s note %s, %s"),
                            marker,
                            footnote->cited_source);
  }
  day = entente_date_format (footnote->cited_date);
  if (footnote->cited_source != NULL)
    return g_strdup_printf (_ ("rests on the article’s note %s, %s, %s"),
                            marker,
                            footnote->cited_source,
                            day);
  return g_strdup_printf (_ ("rests on the article’s note %s, a source of %s"), marker, day);
}

static char *
format_place (const EntentePassage *passage,
              const EntenteArticle *article,
              const EntenteCitationStyle *style)
{
  const char *text = style->text (style->data, passage->revision, article->record.id);

  if (text == NULL)
    return NULL;
  return g_strdup_printf (_ ("par. %u"), entente_citation_count_paragraph (text, passage->start));
}

/* Who says it, and how: "Russian Foreign Ministry denies". Plain assertions of nobody in particular
 * say nothing. */
static char *
format_voice (const EntenteClaim *claim, const EntenteCitationStyle *style)
{
  const char *speaker = style->actor_name (style->data, claim->speaker);
  GString *out;

  if (claim->speaker_class != NULL)
    speaker = claim->speaker_class;
  if (speaker == NULL && claim->stance == ENTENTE_STANCE_ASSERTS &&
      claim->hedge == ENTENTE_HEDGE_NONE)
    return NULL;
  out = g_string_new (speaker != NULL ? speaker : _ ("unnamed voice"));
  if (claim->naming == ENTENTE_NAMING_ANONYMOUS && claim->speaker_class != NULL)
    g_string_append (out, _ (" (unnamed)"));
  g_string_append_printf (out, " %s", entente_enum_label (ENTENTE_ENUM_STANCE, claim->stance));
  if (claim->hedge != ENTENTE_HEDGE_NONE)
    g_string_append_printf (out, " (%s)", entente_enum_label (ENTENTE_ENUM_HEDGE, claim->hedge));
  return g_string_free (out, FALSE);
}

static char *
format_source (const EntenteArticle *article, const EntenteCitationStyle *style)
{
  const char *label =
    style->short_source != NULL ? style->short_source (style->data, article) : NULL;

  return label != NULL ? g_strdup (label) : entente_citation_format_article (article);
}

static void
append_passage (GString *parts,
                const EntentePassage *passage,
                const EntenteArticle *article,
                const EntenteCitationStyle *style)
{
  g_autofree char *source =
    article != NULL && style->name_source ? format_source (article, style) : NULL;
  g_autofree char *place =
    passage != NULL && article != NULL ? format_place (passage, article, style) : NULL;
  g_autofree char *quote = passage != NULL && style->quotes ? format_quote (passage->quote) : NULL;

  append_part (parts, source);
  append_part (parts, place);
  append_part (parts, quote);
}

char *
entente_citation_format_passage (const EntentePassage *passage,
                                 const EntenteArticle *article,
                                 const EntenteCitationStyle *style)
{
  GString *parts = g_string_new (NULL);

  append_passage (parts, passage, article, style);
  return g_string_free (parts, FALSE);
}

char *
entente_citation_format_claim (const EntenteEventDetail *detail,
                               guint i,
                               const EntenteCitationStyle *style)
{
  const EntenteClaim *claim = g_ptr_array_index (detail->claims, i);
  const EntentePassage *passage = g_ptr_array_index (detail->passages, i);
  const EntenteArticle *article = g_ptr_array_index (detail->articles, i);
  const EntenteFootnote *footnote = g_ptr_array_index (detail->footnotes, i);
  const char *outlet = style->actor_name (style->data, claim->outlet);
  g_autofree char *voice = format_voice (claim, style);
  g_autoptr (GString) parts = g_string_new (NULL);

  append_part (parts, voice);
  append_passage (parts, passage, article, style);
  append_part (parts, outlet != NULL ? outlet : claim->outlet_name);
  if (footnote != NULL) {
    g_autofree char *rests = format_footnote (footnote);
    append_part (parts, rests);
  }
  append_part (parts, claim->claimed_text);
  append_part (parts, claim->note);
  return g_strdup (parts->str);
}

char *
entente_citation_format (const EntenteEventDetail *detail, const EntenteCitationStyle *style)
{
  GString *out;

  if (detail->claims->len == 0)
    return NULL;
  out = g_string_new (NULL);
  for (guint i = 0; i < detail->claims->len; i++) {
    g_autofree char *claim = entente_citation_format_claim (detail, i, style);

    g_string_append_printf (out, "%s%s", i > 0 ? "; " : "", claim);
  }
  g_string_append_c (out, '.');
  return g_string_free (out, FALSE);
}
