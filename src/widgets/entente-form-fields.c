/* Fields are known by their way from the top: the number of the child at each level. Rows that are
 * made later, below others, change no other way. A value begins with a letter for its kind. */
#include "config.h"

#include "entente-form-fields.h"

#include <stdlib.h>
#include <string.h>

#define FORMAT "a(ss)"
#define TEXT 't'
#define LONG_TEXT 'l'
#define CHOICE 'd'
#define CHECK 'c'

typedef void (*FieldFunc) (GtkWidget *field, const char *way, gpointer data);

/* ---- one field ---- */

static gboolean
is_long_text (GtkWidget *widget)
{
  return GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));
}

static char *
dup_long_text (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* NULL for what is no field. */
static char *
dup_value (GtkWidget *widget)
{
  g_autofree char *text = NULL;

  if (GTK_IS_TEXT (widget))
    return g_strdup_printf ("%c%s", TEXT, gtk_editable_get_text (GTK_EDITABLE (widget)));
  if (GTK_IS_DROP_DOWN (widget))
    return g_strdup_printf ("%c%u", CHOICE, gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)));
  if (GTK_IS_CHECK_BUTTON (widget))
    return g_strdup_printf ("%c%d", CHECK, gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
  if (!is_long_text (widget))
    return NULL;
  text = dup_long_text (widget);
  return g_strdup_printf ("%c%s", LONG_TEXT, text);
}

/* FALSE when the field is of another kind than the value. */
static gboolean
take_value (GtkWidget *widget, const char *value)
{
  const char *content = value + 1;
  guint number = (guint) strtoul (content, NULL, 10);

  if (*value == TEXT && GTK_IS_TEXT (widget))
    gtk_editable_set_text (GTK_EDITABLE (widget), content);
  else if (*value == LONG_TEXT && is_long_text (widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), content, -1);
  else if (*value == CHECK && GTK_IS_CHECK_BUTTON (widget))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), number != 0);
  else if (*value == CHOICE && GTK_IS_DROP_DOWN (widget))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), number);
  else
    return FALSE;
  return TRUE;
}

/* ---- all of them ---- */

static gboolean
is_field (GtkWidget *widget)
{
  return GTK_IS_TEXT (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_CHECK_BUTTON (widget) ||
         is_long_text (widget);
}

/* Pop-ups and what is searched for are passed by. What is folded away has no parent yet. */
static void
visit (GtkWidget *widget, GString *way, FieldFunc func, gpointer data)
{
  GtkWidget *folded =
    GTK_IS_EXPANDER (widget) ? gtk_expander_get_child (GTK_EXPANDER (widget)) : NULL;
  gsize length = way->len;
  guint i = 0;

  if (GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_POPOVER (widget))
    return;
  if (is_field (widget)) {
    func (widget, way->str, data);
    return;
  }
  if (folded) {
    g_string_append (way, "/e");
    visit (folded, way, func, data);
    g_string_truncate (way, length);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    g_string_append_printf (way, "/%u", i++);
    visit (child, way, func, data);
    g_string_truncate (way, length);
  }
}

static void
visit_all (GtkWidget *content, FieldFunc func, gpointer data)
{
  g_autoptr (GString) way = g_string_new (NULL);

  visit (content, way, func, data);
}

static void
add_field (GtkWidget *field, const char *way, gpointer fields)
{
  g_hash_table_insert (fields, g_strdup (way), dup_value (field));
}

GHashTable *
entente_form_fields_read (GtkWidget *content)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  visit_all (content, add_field, fields);
  return fields;
}

/* ---- changes ---- */

typedef struct {
  GHashTable *base;
  GVariantBuilder builder;
  guint n;
} Changes;

static void
add_change (GtkWidget *field, const char *way, gpointer data)
{
  Changes *changes = data;
  const char *before = g_hash_table_lookup (changes->base, way);
  char *now = dup_value (field);

  if (before && !g_str_equal (before, now)) {
    g_variant_builder_add (&changes->builder, "(ss)", way, now);
    changes->n++;
  }
  if (before)
    g_free (now);
  else
    g_hash_table_insert (changes->base, g_strdup (way), now);
}

char *
entente_form_fields_write_changes (GtkWidget *content, GHashTable *base)
{
  Changes changes = { .base = base };
  g_autoptr (GVariant) variant = NULL;

  g_variant_builder_init (&changes.builder, G_VARIANT_TYPE (FORMAT));
  visit_all (content, add_change, &changes);
  variant = g_variant_ref_sink (g_variant_builder_end (&changes.builder));
  return changes.n > 0 ? g_variant_print (variant, FALSE) : NULL;
}

/* ---- filling in ---- */

static void
add_widget (GtkWidget *field, const char *way, gpointer widgets)
{
  g_hash_table_insert (widgets, g_strdup (way), field);
}

/* Filling one in may make or take away others. */
static GtkWidget *
find_field (GtkWidget *content, const char *way)
{
  g_autoptr (GHashTable) widgets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  visit_all (content, add_widget, widgets);
  return g_hash_table_lookup (widgets, way);
}

static GVariant *
parse (const char *text)
{
  return g_variant_parse (G_VARIANT_TYPE (FORMAT), text, NULL, NULL, NULL);
}

gboolean
entente_form_fields_take (GtkWidget *content, const char *text, GString *rest)
{
  g_autoptr (GVariant) fields = parse (text);
  GVariantIter iter;
  const char *way, *value;

  if (!fields)
    return FALSE;
  g_variant_iter_init (&iter, fields);
  while (g_variant_iter_next (&iter, "(&s&s)", &way, &value)) {
    GtkWidget *field = find_field (content, way);

    if (!(field && take_value (field, value)) && (*value == TEXT || *value == LONG_TEXT))
      g_string_append_printf (rest, "%s\n", value + 1);
  }
  return TRUE;
}

char *
entente_form_fields_get_longest (const char *text)
{
  g_autoptr (GVariant) fields = parse (text);
  GVariantIter iter;
  const char *way, *value, *longest = "";

  if (!fields)
    return NULL;
  g_variant_iter_init (&iter, fields);
  while (g_variant_iter_next (&iter, "(&s&s)", &way, &value))
    if ((*value == TEXT || *value == LONG_TEXT) && strlen (value + 1) > strlen (longest))
      longest = value + 1;
  return *longest ? g_strdup (longest) : NULL;
}
