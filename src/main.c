/* Starts the window program.
 *
 * What must be decided before GTK starts is decided here: how memory is kept between frames, and
 * which renderer draws when there is no graphics card (figures: a kept buffer costs a tenth of a
 * fresh one; Cairo beats OpenGL in software).
 */
#include "config.h"

#include "entente-application.h"
#include "entente-frame-memory.h"
#include <glib/gi18n.h>
#include <locale.h>

static gboolean
has_render_device (void)
{
  g_autoptr (GDir) devices = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  while (devices && (name = g_dir_read_name (devices)))
    if (g_str_has_prefix (name, "render"))
      return TRUE;
  return FALSE;
}

/* Where Cairo draws nobody asks for OpenGL, and to load its drivers is a third of the toolkit's
 * start. Later versions ask in another variable. Whoever set it keeps what is set. */
static void
leave_out_gl (void)
{
  if (gtk_get_minor_version () < 16)
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  else
    g_setenv ("GDK_DISABLE", "gl,vulkan", FALSE);
}

/* Without a render device OpenGL would run in software. Whoever chose a renderer keeps it. */
static void
choose_renderer (void)
{
  if (!has_render_device ())
    g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") == 0)
    leave_out_gl ();
}

static void
set_up_language (void)
{
  const char *folder = g_getenv ("ENTENTE_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder && *folder ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (EntenteApplication) application = NULL;

  entente_frame_memory_keep ();
  choose_renderer ();
  set_up_language ();
  application = entente_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
