"""The X display of a story: pictures of it, and which window has its keyboard.

There is no window manager, so the display itself gives the keyboard to the topmost window, as one
would. Only Xlib is needed, which the toolkit and xdotool bring along.
"""

import ctypes
import ctypes.util
import struct
import zlib

_ALL_PLANES = ctypes.c_ulong(-1)
_Z_PIXMAP = 2
_IS_VIEWABLE = 2
_REVERT_TO_PARENT = 2


class _Image(ctypes.Structure):
    _fields_ = [
        ("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int),
        ("format", ctypes.c_int), ("data", ctypes.c_void_p), ("byte_order", ctypes.c_int),
        ("bitmap_unit", ctypes.c_int), ("bitmap_bit_order", ctypes.c_int),
        ("bitmap_pad", ctypes.c_int), ("depth", ctypes.c_int), ("bytes_per_line", ctypes.c_int),
        ("bits_per_pixel", ctypes.c_int),
    ]


class _Attributes(ctypes.Structure):
    _fields_ = [
        ("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int),
        ("height", ctypes.c_int), ("border_width", ctypes.c_int), ("depth", ctypes.c_int),
        ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong), ("class", ctypes.c_int),
        ("bit_gravity", ctypes.c_int), ("win_gravity", ctypes.c_int),
        ("backing_store", ctypes.c_int), ("backing_planes", ctypes.c_ulong),
        ("backing_pixel", ctypes.c_ulong), ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int),
        ("map_state", ctypes.c_int), ("all_event_masks", ctypes.c_long),
        ("your_event_mask", ctypes.c_long), ("do_not_propagate_mask", ctypes.c_long),
        ("override_redirect", ctypes.c_int), ("screen", ctypes.c_void_p),
    ]


_ERROR_HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


@_ERROR_HANDLER
def _pass_over(_display, _error):
    """A window may go while it is looked at."""
    return 0


def _load():
    x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    x11.XGetImage.restype = ctypes.POINTER(_Image)
    x11.XGetImage.argtypes = [
        ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint,
        ctypes.c_ulong, ctypes.c_int,
    ]
    x11.XGetWindowAttributes.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p]
    x11.XQueryTree.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_void_p] * 4
    x11.XGetInputFocus.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
    x11.XSetInputFocus.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_ulong]
    x11.XResizeWindow.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_uint, ctypes.c_uint]
    x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
    x11.XFree.argtypes = [ctypes.c_void_p]
    x11.XSetErrorHandler.argtypes = [_ERROR_HANDLER]
    return x11


class Screen:
    """One connection to the display in DISPLAY."""

    def __init__(self):
        self._x11 = _load()
        self._display = self._x11.XOpenDisplay(None)
        if not self._display:
            raise OSError("no X display")
        self._x11.XSetErrorHandler(_pass_over)
        self._root = self._x11.XDefaultRootWindow(self._display)

    def _attributes(self, window):
        attributes = _Attributes()
        known = self._x11.XGetWindowAttributes(self._display, window, ctypes.byref(attributes))
        return attributes if known else None

    def _windows(self):
        """Windows that show, topmost first; menus and tips, which take no keyboard, left out."""
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        children, n = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        self._x11.XQueryTree(
            self._display, self._root, ctypes.byref(root), ctypes.byref(parent),
            ctypes.byref(children), ctypes.byref(n),
        )
        windows = [children[i] for i in range(n.value)]
        if windows:
            self._x11.XFree(children)
        shown = []
        for window in reversed(windows):
            attributes = self._attributes(window)
            if attributes and attributes.map_state == _IS_VIEWABLE:
                if not attributes.override_redirect and attributes.width > 1:
                    shown.append(window)
        return shown

    def give_keyboard(self):
        """To the topmost window, if there is any; whether another had it."""
        now, revert = ctypes.c_ulong(), ctypes.c_int()
        self._x11.XGetInputFocus(self._display, ctypes.byref(now), ctypes.byref(revert))
        for window in self._windows()[:1]:
            if window == now.value:
                return False
            self._x11.XSetInputFocus(self._display, window, _REVERT_TO_PARENT, 0)
            self._x11.XSync(self._display, 0)
        return True

    def resize(self, width, height):
        """The topmost window."""
        for window in self._windows()[:1]:
            self._x11.XResizeWindow(self._display, window, width, height)
            self._x11.XSync(self._display, 0)

    def get_size(self):
        """Of the topmost window."""
        for window in self._windows()[:1]:
            attributes = self._attributes(window)
            if attributes:
                return attributes.width, attributes.height
        return 0, 0

    def take_picture(self, path):
        """Of the whole display, as PNG."""
        size = self._attributes(self._root)
        image = self._x11.XGetImage(
            self._display, self._root, 0, 0, size.width, size.height, _ALL_PLANES, _Z_PIXMAP
        ).contents
        data = ctypes.string_at(image.data, image.bytes_per_line * image.height)
        with open(path, "wb") as file:
            file.write(_encode_png(image.width, image.height, image.bytes_per_line, data))


def _encode_png(width, height, stride, data):
    """Of pixels with four bytes each: blue, green, red, unused."""
    pixels = bytearray(3 * width * height)
    used = b"".join(data[y * stride : y * stride + 4 * width] for y in range(height))
    pixels[0::3], pixels[1::3], pixels[2::3] = used[2::4], used[1::4], used[0::4]
    lines = b"".join(
        b"\0" + bytes(pixels[y * 3 * width : (y + 1) * 3 * width]) for y in range(height)
    )

    def chunk(kind, content):
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines, 3))
        + chunk(b"IEND", b"")
    )
