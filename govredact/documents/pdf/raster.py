"""Pages as pictures: what a masked copy holds of a page that could not be read, where the policy allows it.

Nothing is left of such a page but what PDFium shows of it: no text, no annotations, no hidden things. What was found on it is masked
before; what was not understood is still to be seen, so the page is listed as unread in the copy too.
"""

from __future__ import annotations

import io

import pikepdf

from govredact.documents.pdf.proof import rendered
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from PIL.Image import Image

    from govredact.documents.pdf.source import Source

# The name of the one picture of such a page.
NAME = "GovredactPage"
DPI = 200
_QUALITY = 85
_KEPT = frozenset(("/Type", "/Parent", "/Tabs", "/Dur", "/Trans"))


def rasterize(source: Source, data: bytes, numbers: list[int]) -> None:
    """Puts pictures of the pages ``numbers`` (from 0) of ``data`` in the place of these pages; ``data`` is ``source`` as it is now."""
    for number, image in zip(numbers, rendered(data, numbers, DPI / 72), strict=True):
        _replace(source, source.pages[number].obj, image)


def _replace(source: Source, page: Any, image: Image) -> None:
    width, height = image.width * 72 / DPI, image.height * 72 / DPI
    for key in list(page.keys()):
        if key not in _KEPT:
            del page[key]
    stream = io.BytesIO()
    grey = image.convert("L")
    plain = not any(abs(low) + high for low, high in _colours(image))
    (grey if plain else image).save(stream, "JPEG", quality=_QUALITY)
    picture = source.pdf.make_stream(
        stream.getvalue(),
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=image.width, Height=image.height, BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceGray if plain else pikepdf.Name.DeviceRGB, Filter=pikepdf.Name.DCTDecode,
    )  # fmt: skip
    page.MediaBox = pikepdf.Array([0, 0, round(width, 2), round(height, 2)])
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/" + NAME: picture}))
    page.Contents = source.pdf.make_stream(f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /{NAME} Do Q".encode())


def _colours(image: Image) -> list[tuple[int, int]]:
    """The extrema of the differences of red and green, and of green and blue: zeros where the picture is grey."""
    from PIL import ImageChops

    red, green, blue = image.convert("RGB").split()
    differences: Any = [ImageChops.difference(red, green).getextrema(), ImageChops.difference(green, blue).getextrema()]
    return list(differences)
