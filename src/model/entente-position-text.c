/* What a position is called wherever it shows. */
#include "config.h"

#include "entente-position-text.h"

#include <glib/gi18n-lib.h>

char *
entente_position_kind_dup_label (int kind)
{
  return entente_label_capitalise (entente_enum_label (ENTENTE_ENUM_POSITION_KIND, kind));
}

const char *
entente_position_get_actor_name (const EntentePosition *position, const EntenteChronicle *chronicle)
{
  guint32 index = entente_chronicle_find_actor (chronicle, position->actor);

  return index == ENTENTE_NO_INDEX ? "?" : entente_chronicle_get_actor (chronicle, index)->name;
}

const char *
entente_position_get_issue_name (const EntentePosition *position, const EntenteChronicle *chronicle)
{
  guint32 index = entente_chronicle_find_issue (chronicle, position->issue);

  if (position->issue == ENTENTE_ID_NONE)
    return _ ("No issue");
  return index == ENTENTE_NO_INDEX ? "?" : entente_chronicle_get_issue (chronicle, index)->name;
}

char *
entente_position_describe (const EntentePosition *position, const EntenteChronicle *chronicle)
{
  g_autofree char *kind = entente_position_kind_dup_label (position->kind);
  g_autofree char *when =
    position->when ? entente_date_format (position->when) : g_strdup (_ ("undated"));
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text,
                          "%s · %s · %s · %s",
                          entente_position_get_actor_name (position, chronicle),
                          entente_position_get_issue_name (position, chronicle),
                          kind,
                          when);
  if (position->when && position->when->wording)
    g_string_append_printf (text, _ (" (told as “%s”)"), position->when->wording);
  if (position->text)
    g_string_append_printf (text, "\n“%s”", position->text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
