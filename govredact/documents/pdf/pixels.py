"""Takes what lies under a mask out of the pixels of a picture, whatever its coding.

Samples that qpdf decodes are changed in place; a JPEG is coded again with its own tables; everything else (JPEG 2000, fax codings) is
read by PDFium and stored anew without loss.
"""

from __future__ import annotations

import io
from math import ceil, floor

import pikepdf

from govredact.documents.pdf.source import DAMAGE, filters
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from PIL.Image import Image

    from govredact.documents.limits import Limits

# Left, top, right, bottom as shares of the picture's width and height.
Share = tuple[float, float, float, float]
_OPAQUE = 255
# Pixels that differ by less hide nothing: paper, a plain ground.
_PLAIN = 24
_MOST_CHANNELS = 4


class UndecodableError(Exception):
    """The pixels of a picture cannot be read."""


def overwrite(pdf: Any, picture: Any, shares: Iterable[Share], limits: Limits, *, blank: bool) -> None:
    """Makes the parts ``shares`` of an image XObject one colour each, those of its masks opaque.

    ``blank`` fills with black; else with the colour around the part, and a part that is plain already stays. Raises UndecodableError.
    """
    wanted = list(shares)
    width, height = int(picture.get("/Width", 0)), int(picture.get("/Height", 0))
    if not 0 < width * height * _MOST_CHANNELS <= limits.max_unpacked:
        raise UndecodableError
    try:
        _change(pdf, picture, wanted, 0 if blank else None)
        for key, fill in (("/SMask", _OPAQUE), ("/Mask", 0)):
            mask = picture.get(key)
            if isinstance(mask, pikepdf.Stream):
                _change(pdf, mask, wanted, fill)
    except (*DAMAGE, OSError) as error:
        raise UndecodableError from error


def _change(pdf: Any, picture: Any, shares: list[Share], fill: int | None) -> None:
    names = filters(picture)
    if names == ["/DCTDecode"]:
        _change_jpeg(picture, shares, fill)
    elif not {"/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode"}.intersection(names):
        _change_samples(picture, shares, fill)
    else:
        _store(picture, _painted(_read(pdf, picture), shares, fill))


def _change_samples(picture: Any, shares: list[Share], fill: int | None) -> None:
    width, height = int(picture.Width), int(picture.Height)
    bits = int(picture.get("/BitsPerComponent", 1))
    samples = bytearray(picture.read_bytes())
    stride = len(samples) // height
    channels = max(1, stride * 8 // (width * bits))
    changed = False
    for share in shares:
        left, top, right, bottom = _cut(share, width, height)
        first, last = left * channels * bits // 8, -(-right * channels * bits // 8)
        rows = [row * stride for row in range(top, bottom)]
        if fill is None and _is_plain([samples[row + first : row + last] for row in rows], channels if bits == 8 else 1):
            continue
        ground = bytes(samples[rows[0] + first : rows[0] + first + channels]) if fill is None and bits == 8 else bytes((fill or 0,))
        for row in rows:
            samples[row + first : row + last] = (ground * (last - first))[: last - first]
        changed = True
    if changed:
        picture.write(bytes(samples))
        if "/DecodeParms" in picture:
            del picture["/DecodeParms"]


def _is_plain(rows: list[bytearray], channels: int) -> bool:
    joined = b"".join(rows)
    return all(max(joined[start::channels]) - min(joined[start::channels]) < _PLAIN for start in range(channels))


def _change_jpeg(picture: Any, shares: list[Share], fill: int | None) -> None:
    from PIL import Image

    image: Any = Image.open(io.BytesIO(picture.read_raw_bytes()))
    painted = _painted(image, shares, fill)
    if painted is not None:
        stream = io.BytesIO()
        painted.save(stream, "JPEG", quality="keep")
        picture.write(stream.getvalue(), filter=pikepdf.Name.DCTDecode)


def _painted(image: Image, shares: list[Share], fill: int | None) -> Image | None:
    """``image`` itself with its parts filled; None where all of them are plain already."""
    image.load()
    changed = False
    for share in shares:
        box = _cut(share, image.width, image.height)
        if fill is None:
            extrema: Any = image.crop(box).getextrema()
            spans = extrema if isinstance(extrema[0], tuple) else (extrema,)
            if all(high - low < _PLAIN for low, high in spans):
                continue
        bands = len(image.getbands())
        colour: Any = image.getpixel((box[0], box[1])) if fill is None else (fill,) * bands if bands > 1 else fill
        image.paste(colour, box)
        changed = True
    return image if changed else None


def _read(pdf: Any, picture: Any) -> Image:
    """The picture as PDFium shows it, pixel for pixel."""
    from govredact.documents.pdf.proof import rendered

    width, height = int(picture.Width), int(picture.Height)
    alone = pikepdf.new()
    alone.add_blank_page(page_size=(width, height))
    page = alone.pages[0]
    copied = alone.copy_foreign(pdf.make_indirect(picture))
    for key in ("/SMask", "/Mask"):
        if key in copied:
            del copied[key]
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=copied))
    page.obj.Contents = alone.make_stream(b"%d 0 0 %d 0 0 cm /I Do" % (width, height))
    stream = io.BytesIO()
    alone.save(stream)
    image = next(rendered(stream.getvalue(), [0], 1.0))
    if bool(picture.get("/ImageMask", False)) or picture.get("/BitsPerComponent") == 1:
        return image.convert("L").point(lambda value: 255 * (value > 127)).convert("1")
    return image


def _store(picture: Any, image: Image | None) -> None:
    if image is None:
        return
    stencil = bool(picture.get("/ImageMask", False))
    if image.mode not in ("1", "L", "RGB"):
        image = image.convert("RGB")
    picture.write(image.tobytes())
    for key in ("/DecodeParms", "/Decode"):
        if key in picture:
            del picture[key]
    picture.BitsPerComponent = 1 if image.mode == "1" else 8
    if not stencil:
        picture.ColorSpace = pikepdf.Name.DeviceRGB if image.mode == "RGB" else pikepdf.Name.DeviceGray


def _cut(share: Share, width: int, height: int) -> tuple[int, int, int, int]:
    left, top, right, bottom = share
    x0, y0 = min(max(floor(left * width), 0), width - 1), min(max(floor(top * height), 0), height - 1)
    return x0, y0, max(x0 + 1, min(ceil(right * width), width)), max(y0 + 1, min(ceil(bottom * height), height))
