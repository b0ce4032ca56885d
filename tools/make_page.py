"""Builds the web page of the examples: a notice as the editors of government sites paste it, from Word, in GBK."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from people import Person

_SPAN = '<span style="font-family:仿宋_GB2312; font-size:14pt">'


def page(group: list[Person]) -> bytes:
    """A list of beneficiaries: numbers split by formatting, in references, in a comment, a field and a link."""
    rows = "".join(_row(number, person) for number, person in enumerate(group[:4], 1))
    contact, former = group[6], group[7]
    linked = f'<a href="tel:{contact.mobile}">{contact.mobile[:3]}<b>{contact.mobile[3:7]}</b>{contact.mobile[7:]}</a>'
    return f"""<!DOCTYPE html>
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>青山县2026年第三季度临时救助对象公示</title>
<meta name="SiteName" content="青山县人民政府">
<meta name="ArticleTitle" content="青山县2026年第三季度临时救助对象公示">
<meta name="PubDate" content="2026-10-09 09:30">
<meta name="ContentSource" content="青山县民政局">
<meta name="ColumnName" content="社会救助">
<style>
body {{ font-family: SimSun, serif; width: 760px; margin: 20px auto }}
td, th {{ border: 1px solid #999; padding: 4px 8px }}
.print {{ display: none }}
</style>
</head>
<body>
<h2 align="center">青山县2026年第三季度临时救助对象公示</h2>
<p align="center">发布时间：2026-10-09 09:30　来源：青山县民政局</p>
<p style="text-indent:2em">{_SPAN}根据《社会救助暂行办法》，现将拟救助对象公示如下，公示期7天。</span></p>
<table cellspacing="0" width="100%">
<tr><th rowspan="2">序号</th><th colspan="2">救助对象</th><th colspan="2">联系与发放</th></tr>
<tr><th>姓名</th><th>身份证号</th><th>手机号码</th><th>一卡通账号</th></tr>
{rows}</table>
<p>{_SPAN}经办人咨询：请致电民政局社会救助股，电话0571-86547788。</span></p>
<p>家属代办请联系{contact.name}，手机{linked}。</p>
<!-- 旧联系人：{former.name} <b>{former.mobile[:5]}</b>{former.mobile[5:]} 已调离 -->
<div class="print"><input type="hidden" name="sfz" value="{contact.resident_id}"></div>
<script>
var share = {{title: document.title, contact: {former.mobile}}};
</script>
</body>
</html>
""".replace("\n", "\r\n").encode("gbk")


def _row(number: int, person: Person) -> str:
    """A row as Word leaves it: the ID number in three runs, the last digits of the mobile as references."""
    identity = f"<span>{person.resident_id[:6]}</span><span lang=\"EN-US\">{person.resident_id[6:14]}</span>{person.resident_id[14:]}"
    mobile = person.mobile[:7] + "".join(f"&#{ord(char)};" for char in person.mobile[7:])
    cells = (str(number), person.name, identity, mobile, person.account)
    return "<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in cells) + "</tr>\n"
