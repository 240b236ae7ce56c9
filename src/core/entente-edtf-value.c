/* Reading whole EDTF values: a date, an interval of two, a set.
 *
 * Season intervals are an extension of ours. Intervals of times, and long years, decades or
 * centuries as ends of an interval, are not EDTF and are refused.
 */
#include "config.h"

#include "entente-edtf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
accept_text (EntenteEdtfParser *parser, const char *wanted)
{
  if (!g_str_has_prefix (parser->cursor, wanted))
    return FALSE;
  parser->cursor += strlen (wanted);
  return TRUE;
}

/* An end with open digits may turn out late enough; any other must begin no earlier than the start.
 */
static gboolean
is_reversed (const EntenteEdtfElement *element)
{
  EntenteSpan start, end;

  if (element->start.kind != ENTENTE_EDTF_END_DATE || element->end.kind != ENTENTE_EDTF_END_DATE)
    return FALSE;
  if (!entente_edtf_date_get_window (&element->start.date, &start) ||
      !entente_edtf_date_get_window (&element->end.date, &end))
    return TRUE;
  if (entente_edtf_date_has_unspecified (&element->end.date))
    return start.start >= end.end;
  return start.start > end.start;
}

static gboolean
check_order (EntenteEdtfParser *parser, const EntenteEdtfElement *element)
{
  if (is_reversed (element))
    return entente_edtf_parser_fail (
      parser,
      _ ("the end begins before the start; write X for what is not known of the end"));
  return TRUE;
}

static gboolean
check_interval_end (EntenteEdtfParser *parser, const EntenteEdtfDate *date)
{
  if (date->hour >= 0)
    return entente_edtf_parser_fail (parser, _ ("an interval runs between days, not times"));
  if (date->year_kind != ENTENTE_EDTF_YEAR)
    return entente_edtf_parser_fail (parser, _ ("an interval runs between years of four digits"));
  return TRUE;
}

static gboolean
read_interval_end (EntenteEdtfParser *parser, EntenteEdtfEnd *end)
{
  if (accept_text (parser, "..")) {
    end->kind = ENTENTE_EDTF_END_OPEN;
    return TRUE;
  }
  if (*parser->cursor == '/' || *parser->cursor == '\0') {
    end->kind = ENTENTE_EDTF_END_UNKNOWN;
    return TRUE;
  }
  end->kind = ENTENTE_EDTF_END_DATE;
  return entente_edtf_parser_read_date (parser, &end->date) &&
         check_interval_end (parser, &end->date);
}

static gboolean
read_interval (EntenteEdtfParser *parser, EntenteEdtf *value)
{
  EntenteEdtfElement *element = &value->first;

  value->form = ENTENTE_EDTF_INTERVAL;
  element->is_range = TRUE;
  if (!read_interval_end (parser, &element->start))
    return FALSE;
  if (!accept_text (parser, "/"))
    return entente_edtf_parser_fail (parser, _ ("a slash stands between the ends of an interval"));
  if (!read_interval_end (parser, &element->end))
    return FALSE;
  if (element->start.kind == ENTENTE_EDTF_END_UNKNOWN &&
      element->end.kind == ENTENTE_EDTF_END_UNKNOWN)
    return entente_edtf_parser_fail (parser, _ ("an interval needs at least one end"));
  return check_order (parser, element);
}

static gboolean
read_set_date (EntenteEdtfParser *parser, EntenteEdtfEnd *end)
{
  end->kind = ENTENTE_EDTF_END_DATE;
  if (!entente_edtf_parser_read_date (parser, &end->date))
    return FALSE;
  if (end->date.year_kind == ENTENTE_EDTF_DECADE || end->date.year_kind == ENTENTE_EDTF_CENTURY)
    return entente_edtf_parser_fail (parser, _ ("a year has four digits"));
  return TRUE;
}

/* A date, A..B, ..B or A..; the open ones only at the ends of the set. */
static gboolean
read_element (EntenteEdtfParser *parser, EntenteEdtfElement *element, gboolean first)
{
  *element = (EntenteEdtfElement){ .is_range = FALSE };
  if (accept_text (parser, "..")) {
    element->is_range = TRUE;
    element->start.kind = ENTENTE_EDTF_END_OPEN;
    if (!first)
      return entente_edtf_parser_fail (parser, _ ("only the first part of a set can begin openly"));
    return read_set_date (parser, &element->end);
  }
  if (!read_set_date (parser, &element->start))
    return FALSE;
  if (!accept_text (parser, ".."))
    return TRUE;
  element->is_range = TRUE;
  element->end.kind = ENTENTE_EDTF_END_OPEN;
  if (strchr (",]}", *parser->cursor) != NULL)
    return TRUE;
  return read_set_date (parser, &element->end) && check_order (parser, element);
}

static void
skip_spaces (EntenteEdtfParser *parser)
{
  parser->cursor += strspn (parser->cursor, " ");
}

static gboolean
read_more_elements (EntenteEdtfParser *parser, EntenteEdtf *value)
{
  const EntenteEdtfElement *last = &value->first;

  while (accept_text (parser, ",")) {
    EntenteEdtfElement element;

    if (last->is_range && last->end.kind == ENTENTE_EDTF_END_OPEN)
      return entente_edtf_parser_fail (parser, _ ("only the last part of a set can end openly"));
    skip_spaces (parser);
    if (!read_element (parser, &element, FALSE))
      return FALSE;
    if (value->more == NULL)
      value->more = g_array_new (FALSE, FALSE, sizeof (EntenteEdtfElement));
    g_array_append_val (value->more, element);
    last = &g_array_index (value->more, EntenteEdtfElement, value->more->len - 1);
  }
  return TRUE;
}

static gboolean
read_set (EntenteEdtfParser *parser, EntenteEdtf *value)
{
  value->form = accept_text (parser, "[") ? ENTENTE_EDTF_ONE_OF : ENTENTE_EDTF_ALL_OF;
  if (value->form == ENTENTE_EDTF_ALL_OF)
    accept_text (parser, "{");
  if (!read_element (parser, &value->first, TRUE) || !read_more_elements (parser, value))
    return FALSE;
  if (!accept_text (parser, value->form == ENTENTE_EDTF_ONE_OF ? "]" : "}"))
    return entente_edtf_parser_fail (
      parser,
      _ ("a set is dates between brackets with commas between them"));
  return TRUE;
}

static gboolean
read_single (EntenteEdtfParser *parser, EntenteEdtf *value)
{
  value->form = ENTENTE_EDTF_SINGLE;
  value->first.start.kind = ENTENTE_EDTF_END_DATE;
  return entente_edtf_parser_read_date (parser, &value->first.start.date);
}

static gboolean
read_value (EntenteEdtfParser *parser, EntenteEdtf *value)
{
  gboolean read;

  if (parser->text[0] == '[' || parser->text[0] == '{')
    read = read_set (parser, value);
  else if (strchr (parser->text, '/') != NULL)
    read = read_interval (parser, value);
  else
    read = read_single (parser, value);
  if (read && *parser->cursor != '\0')
    return entente_edtf_parser_fail (parser, _ ("nothing was expected here"));
  return read;
}

EntenteEdtf *
entente_edtf_parse (const char *text, GError **error)
{
  EntenteEdtfParser parser = { .text = text, .cursor = text, .error = error };
  g_autoptr (EntenteEdtf) value = g_new0 (EntenteEdtf, 1);

  if (!read_value (&parser, value))
    return NULL;
  return g_steal_pointer (&value);
}

void
entente_edtf_free (EntenteEdtf *value)
{
  g_clear_pointer (&value->more, g_array_unref);
  g_free (value);
}

guint
entente_edtf_get_n_elements (const EntenteEdtf *value)
{
  return 1 + (value->more == NULL ? 0 : value->more->len);
}

const EntenteEdtfElement *
entente_edtf_get_element (const EntenteEdtf *value, guint i)
{
  return i == 0 ? &value->first : &g_array_index (value->more, EntenteEdtfElement, i - 1);
}
