"""A PDF with one telephone number in each place that can hold text, written with pikepdf."""

from __future__ import annotations

import io
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, String

WIDTHS = [278] * 32 + [556] * 224


class Planted:
    """``data`` is the file; ``values`` says which number stands in which place."""

    def __init__(self):
        self.pdf = pikepdf.new()
        self.values = {}
        self.lines = []
        self.y = 820.0
        self.font = self.pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        )

    def value(self, place):
        number = f"1380013{len(self.values) + 8000}"
        self.values[place] = number
        return number

    def at(self, show, setup="", after=""):
        self.y -= 14
        self.lines.append(f"{setup} BT /F 10 Tf 1 0 0 1 60 {self.y} Tm {show} ET {after}")

    def resources(self, **more):
        return Dictionary(Font=Dictionary(F=self.font), **more)

    def form(self, content, **more):
        stream = self.pdf.make_stream(content.encode())
        stream.Type, stream.Subtype = Name.XObject, Name.Form
        stream.BBox = Array([0, 0, 600, 850])
        stream.Resources = self.resources(**more)
        return stream


def text_places(p):
    v = p.value("plain")
    p.at(f"(tel {v} end) Tj")
    v = p.value("split")
    p.at(f"(tel {v[:4]}) Tj ({v[4:]} end) Tj")
    v = p.value("kerned")
    p.at("[(tel ) " + " ".join(f"({d}) {n % 3 * 12 - 10}" for n, d in enumerate(v)) + " ( end)] TJ")
    v = p.value("hexadecimal")
    p.at(f"<{f'tel {v}'.encode().hex()}> Tj")
    v = p.value("octal")
    p.at("(tel " + "".join(f"\\{ord(d):03o}" for d in v) + ") Tj")
    v = p.value("quote")
    p.at(f"14 TL 0 14 Td (tel {v} end) '")
    v = p.value("double_quote")
    p.at(f'14 TL 0 14 Td 1 0.5 (tel {v} end) "', after="BT 0 Tw 0 Tc ET")
    v = p.value("spaced")
    p.at(f"3 Tc (tel {v} end) Tj 0 Tc")
    v = p.value("scaled")
    p.at(f"50 Tz (tel {v} end) Tj 100 Tz")
    v = p.value("risen")
    p.at(f"3 Ts (tel {v} end) Tj 0 Ts")
    v = p.value("wrapped")
    p.at(f"(telephone: {v[:6]}) Tj")
    p.at(f"({v[6:]} end) Tj")
    v = p.value("boxed")
    p.at("(tel ) Tj " + " ".join(f"15 0 Td ({d}) Tj" for d in v))
    v = p.value("out_of_order")
    p.at(f"38 0 Td ({v[4:]} end) Tj -38 0 Td (tel ) Tj 15.6 0 Td ({v[:4]}) Tj")
    v = p.value("doubled")
    p.at(f"(tel {v} end) Tj 0.4 0 Td (tel {v} end) Tj")
    v = p.value("rotated")
    p.lines.append(f"BT /F 10 Tf 0 1 -1 0 30 300 Tm (tel {v} end) Tj ET")
    v = p.value("turned")
    p.lines.append(f"q 0.5 0 0 0.5 0 0 cm 0.866 0.5 -0.5 0.866 700 300 cm BT /F 20 Tf (tel {v} end) Tj ET Q")
    v = p.value("stacked")
    p.lines += [f"BT /F 10 Tf 400 {780 - 12 * n} Td ({d}) Tj ET" for n, d in enumerate(v)]
    v = p.value("comment")
    p.lines.append(f"% tel {v}\n")


def hidden_places(p):
    v = p.value("invisible")
    p.at(f"3 Tr (tel {v} end) Tj 0 Tr")
    v = p.value("white")
    p.at(f"1 g (tel {v} end) Tj 0 g")
    v = p.value("under_box")
    p.at(f"(tel {v} end) Tj", after=f"55 {p.y - 17} 200 13 re f")
    v = p.value("under_picture")
    p.at(f"(tel {v} end) Tj", after=f"q 200 0 0 13 55 {p.y - 17} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x40 EI Q")
    v = p.value("clipped")
    p.at(f"(tel {v} end) Tj", setup="q 0 0 5 5 re W n", after="Q")
    v = p.value("off_page")
    p.lines.append(f"BT /F 10 Tf 900 500 Td (tel {v} end) Tj ET")
    v = p.value("layer")
    p.at(f"(tel {v} end) Tj", setup="/OC /Off BDC", after="EMC")
    v = p.value("actual_text")
    p.at("(x) Tj", setup=f"/Span <</ActualText (tel {v})>> BDC", after="EMC")
    v = p.value("alt_text")
    p.at("(x) Tj", setup=f"/Span <</MCID 1 /Alt <FEFF{v.encode('utf-16-be').hex()}>>> BDC", after="EMC")
    p.at("(x) Tj", setup="/Span /Said BDC", after="EMC")


def drawn_places(p):
    inner = p.form(f"BT /F 10 Tf 300 700 Td (tel {p.value('nested_form')} end) Tj ET")
    form = p.form(f"BT /F 10 Tf 300 720 Td (tel {p.value('form')} end) Tj ET /In Do", XObject=Dictionary(In=inner))
    shared = p.form(f"BT /F 10 Tf 300 740 Td (tel {p.value('shared_form')} end) Tj ET")
    unused = p.form(f"BT /F 10 Tf 300 740 Td (tel {p.value('unused_form')} end) Tj ET")
    pattern = p.form(f"BT /F 10 Tf 0 20 Td (tel {p.value('pattern')} end) Tj ET")
    for key in ("/Type", "/Subtype"):
        del pattern[key]
    pattern.PatternType, pattern.PaintType, pattern.TilingType, pattern.XStep, pattern.YStep = 1, 1, 1, 200, 50
    glyph = p.pdf.make_stream(f"500 0 d0 BT /F 1 Tf (tel {p.value('type3_glyph')}) Tj ET".encode())
    type3 = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 1, 1]), FontMatrix=Array([1, 0, 0, 1, 0, 0]), FirstChar=65, LastChar=65,
        Widths=Array([1]), CharProcs=Dictionary(A=glyph), Encoding=Dictionary(Differences=Array([65, Name.A])), Resources=p.resources(),
    )  # fmt: skip
    layer = p.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("layer " + p.value("layer_name"))))
    p.pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    p.lines.append("/Fm Do /Sh Do /Pattern cs /P scn 500 500 50 50 re f 0 g BT /T3 10 Tf 500 400 Td (A) Tj ET")
    resources = p.resources(
        XObject=Dictionary(Fm=form, Sh=shared, Unused=unused),
        Pattern=Dictionary(P=pattern),
        Properties=Dictionary(Off=layer, Said=Dictionary(ActualText=String("tel " + p.value("actual_text_property")))),
    )
    resources.Font.T3 = type3
    return resources, shared


def interactive_places(p, page):
    form = p.form(f"BT /F 10 Tf 0 0 Td (tel {p.value('appearance')} end) Tj ET")
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([300, 100, 400, 120]), AP=Dictionary(N=form), DA=String("/F 10 Tf 0 g"),
        Contents=String("note " + p.value("annotation")), T=String("author " + p.value("annotation_author")),
        RC=String(f"<body><p>{p.value('rich_text')}</p></body>"), Subj=String(p.value("annotation_subject")),
    )  # fmt: skip
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, Rect=Array([300, 140, 400, 160]), FT=Name.Tx, T=String("field " + p.value("field_name")),
        V=String(p.value("field_value")), DV=String(p.value("field_default")), TU=String("hint " + p.value("field_hint")),
        Opt=Array([String(p.value("field_option")), Array([String("export"), String(p.value("field_choice"))])]),
    )  # fmt: skip
    signature = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, Rect=Array([0, 0, 0, 0]), FT=Name.Sig, T=String("signature"),
        V=Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), ByteRange=Array([0, 1, 2, 3]), Contents=String(b"\x30\x80"),
                     Name=String(p.value("signer")), Reason=String(p.value("signature_reason")),
                     ContactInfo=String(p.value("signer_contact"))),
    )  # fmt: skip
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([300, 180, 400, 200]), A=Dictionary(S=Name.URI, URI=String("tel:" + p.value("uri")))
    )
    script = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([300, 210, 400, 220]),
        A=Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{p.value('script')}')"),
                     Next=Dictionary(S=Name.GoToR, F=String(f"list {p.value('file_link')} end.pdf"))),
    )  # fmt: skip
    page.obj.Annots = Array([p.pdf.make_indirect(entry) for entry in (note, field, signature, link, script)])
    p.pdf.Root.AcroForm = Dictionary(
        Fields=Array([page.obj.Annots[1], page.obj.Annots[2]]),
        XFA=p.pdf.make_stream(f"<xfa><tel>{p.value('xfa')}</tel></xfa>".encode()),
    )


def document_places(p, page):
    pdf, root = p.pdf, p.pdf.Root
    item = pdf.make_indirect(Dictionary(Title=String("part " + p.value("outline")), Dest=Array([page.obj, Name.Fit])))
    root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item, Count=1))
    item.Parent = root.Outlines
    attached = pdf.make_stream(f"name,tel\nsomebody,{p.value('embedded_file')}\n".encode(), Type=Name.EmbeddedFile)
    specification = Dictionary(
        Type=Name.Filespec, F=String("list.csv"), UF=String("list.csv"), Desc=String("for " + p.value("embedded_description")),
        EF=Dictionary(F=attached),
    )  # fmt: skip
    script = pdf.make_stream(f"app.alert('{p.value('script_stream')}')".encode())
    root.Names = Dictionary(
        EmbeddedFiles=Dictionary(Names=Array([String("list.csv"), specification])),
        Dests=Dictionary(Names=Array([String("to " + p.value("destination")), Array([page.obj, Name.Fit])])),
        JavaScript=Dictionary(Names=Array([String("a " + p.value("script_name")), Dictionary(S=Name.JavaScript, JS=script)])),
    )
    root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(p.value("page_label") + " "), S=Name.D)]))
    root.Metadata = pdf.make_stream(
        f"<x:xmpmeta><dc:title>{p.value('xmp')}</dc:title></x:xmpmeta>".encode(), Type=Name.Metadata, Subtype=Name.XML
    )
    page.obj.Metadata = pdf.make_stream(f"<x><t>{p.value('page_xmp')}</t></x>".encode(), Type=Name.Metadata, Subtype=Name.XML)
    page.obj.PieceInfo = Dictionary(Tool=Dictionary(Private=Dictionary(Note=String(p.value("private_data")))))
    root.PieceInfo = Dictionary(Tool=Dictionary(Private=pdf.make_stream(f"saved {p.value('private_stream')}".encode())))
    element = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.P, Alt=String(p.value("structure_alt")),
                   ActualText=String(p.value("structure_actual_text")),
                   T=String(p.value("structure_title")), E=String(p.value("structure_expansion"))),
    )  # fmt: skip
    root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([element])))
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(Title=String(p.value("info_title")), Custom=String(p.value("info_custom")), ModDate=String(f"D: {p.value('info_date')}"))
    )


def updated(data):
    """``data`` with an incremental update that empties the object with the old note."""
    number = int(re.search(rb"/OldNote (\d+) 0 R", data)[1])
    previous = int(data.rsplit(b"startxref", 1)[1].split()[0])
    trailer = data[data.rindex(b"trailer") : data.rindex(b"startxref")].replace(b"<<", b"<< /Prev %d" % previous, 1)
    body = data + b"\n%d 0 obj\n<< >>\nendobj\n" % number
    offset, start = len(data) + 1, len(body)
    return body + b"xref\n%d 1\n%010d 00000 n \n" % (number, offset) + trailer + b"startxref\n%d\n%%%%EOF\n" % start


def planted():
    """(bytes, number by place)."""
    p = Planted()
    text_places(p)
    hidden_places(p)
    resources, shared = drawn_places(p)
    p.pdf.add_blank_page(page_size=(595, 842))
    p.pdf.add_blank_page(page_size=(595, 842))
    page, second = p.pdf.pages
    page.obj.Resources = resources
    page.obj.Contents = p.pdf.make_stream("\n".join(p.lines).encode("latin-1"))
    second.obj.Resources = p.resources(XObject=Dictionary(Sh=shared))
    second.obj.Contents = p.pdf.make_stream(b"/Sh Do BT /F 10 Tf 60 700 Td (kept as it was) Tj ET")
    interactive_places(p, page)
    document_places(p, page)
    p.pdf.Root.OldNote = p.pdf.make_indirect(Dictionary(Note=String("tel " + p.value("earlier_revision"))))
    stream = io.BytesIO()
    p.pdf.save(stream, static_id=True, fix_metadata_version=False)
    tail = p.value("tail")
    return updated(stream.getvalue()) + f"\ntel {tail}\n".encode(), p.values
