/* Where a file is, told by what is there. */
#include "config.h"

#include "entente-file-place.h"

#include <sys/vfs.h>

/* Numbers of file systems (statfs(2), linux/magic.h): those of which another computer may change a
 * file while it is open here. */
static const long networks[] = {
  0x6969, /* NFS */
  0x517B, /* SMB */
  0xFF534D42, /* CIFS */
  0xFE534D42, /* SMB2 */
  0x65735546, /* FUSE: sshfs, rclone, the folders that GNOME mounts */
  0x5346414F, /* AFS */
  0x6B414653, /* kAFS */
  0x73757245, /* Coda */
  0x00C36400, /* Ceph */
  0x01021997, /* 9P */
};

/* Names of files or folders by which a folder is known to be synchronised; "*": and more. */
static const char *const marks[] = {
  ".stfolder",
  ".dropbox",
  ".dropbox.cache",
  ".sync_*.db",
  "._sync_*.db",
  ".owncloudsync.log",
  ".nextcloudsync.log",
  ".sync",
  ".SyncID",
  ".seafile-data",
  ".odopen",
  ".849C9593-D756-4E56-8D6E-42412F2A707B",
  ".tmp.drivedownload",
  ".tmp.driveupload",
  ".pcloud",
  ".megasync",
  ".insync",
};

gboolean
entente_file_place_is_network (long type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (networks); i++)
    if ((guint32) networks[i] == (guint32) type)
      return TRUE;
  return FALSE;
}

static gboolean
is_mark (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_pattern_match_simple (marks[i], name))
      return TRUE;
  return FALSE;
}

static gboolean
has_mark (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (*name == '.' && is_mark (name))
      return TRUE;
  return FALSE;
}

/* Up to the root. */
static gboolean
is_synchronised (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  for (;;) {
    char *above;

    if (has_mark (folder))
      return TRUE;
    above = g_path_get_dirname (folder);
    if (g_str_equal (above, folder)) {
      g_free (above);
      return FALSE;
    }
    g_free (folder);
    folder = above;
  }
}

EntenteFilePlace
entente_file_place_get (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  struct statfs system;

  if (statfs (absolute, &system) == 0 && entente_file_place_is_network ((long) system.f_type))
    return ENTENTE_FILE_PLACE_NETWORK;
  return is_synchronised (absolute) ? ENTENTE_FILE_PLACE_SYNCHRONISED : ENTENTE_FILE_PLACE_LOCAL;
}
