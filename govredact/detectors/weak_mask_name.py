"""遮盖不足 of names: one real character of the given name beside 某 or a mask sign (陈某燕, 李*明) is for review.

陈某, 陈某某, 陈某甲, 陈*, 陈** are fine, and so is 某 in prose (某市, 李某通过…).
"""

from __future__ import annotations

from govredact.detectors.base import FORM, Detector, Example
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.context.scan import Scan

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖"
    "石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊兰殷施洪翟安颜倪牛温芦季"
    "俞章鲁葛伍申尤毕聂柴焦翁骆涂欧岳辛管柯代齐梅盛游耿宁路甘柳祝费裴凌阎戚项包苗舒司关曲单鲍童詹谷瞿房娄冉仇解郎褚卜尚蒲车左"
    "屈翦鄢鞠佟穆邢霍缪蓝蔺阮卓蒙池阳喻雍滕窦冷简饶晏巫燕麻逄阚隋仲阴古丛艾党隆苟景束满皮柏植敖谌刁宫荆仝贡張陳楊黃趙吳孫馬羅"
    "鄭謝許韓馮鄧蕭蔣葉蘇呂盧鍾譚陸賈鄒龍陶賀顧龔萬錢戴嚴湯喬賴龐蘭顏溫蘆魯聶塗歐齊寧閻關單鮑詹"
)
# Given-name characters that hardly begin a word after a person: in 陈某燕已治愈 the name goes on.
_CLEAR = (
    "燕芳娟丽霞玲娜婷梅莉艳琴萍凤倩妍琳瑶蕾薇莹菊颖姣媛姝嫦娥妮婧婕璐琪珍珠珊琼瑛璇菲芬芸茜莲荷蓉蓓蕊雯雪霜露淑秀桂翠巧惠慧洁"
    "静敏婉嫣怡悦欣馨伟杰涛磊鹏斌浩宇轩峰辉鑫凯彬俊坤琦楠栋梁森炜煜炳焕烨燃健雄豪毅勇刚强军兵国庆建锋锐钢铁铭钧钊锦祥瑞祺祯福"
    "禄寿喜兴旺盛昌荣华贵富财宝银贤良仁义礼智信忠孝诚峻岳崇嵩岩昊晟晨晓昕昱晗曦旭阳旸晖彪虎豹骏骥鸿鹤鹰翔翰翼龙蛟渊泽沛浚涵淼"
    "清湘滨渝潇澜漪宏弘毓睿哲彦硕博瀚霖霆震霄云岚丹红英兰香云花春秋冬夏月娅姗妹姐嫚媚晶蓝青紫绮绣红缨丽麗華偉傑濤鵬強軍國慶鳳"
    "蘭蓮霞豔娟靜潔"
)
# Characters that are also common words after a person: the name must end there.
_SHARED = "平明文成才生志学民东南北西海江河山林松柏石田金玉光亮远超越进步前程波洋洲立永安康乐友善爱思德胜利元方正直中新天少良双全开启发展"
_GIVEN = frozenset(_CLEAR + _SHARED)
_AMBIGUOUS = frozenset(_SHARED + "刚强国建喜兴旺盛昌贵富财信忠孝诚清静敏惠悦健勇毅智礼义仁宏震云春秋冬夏月花香红")
_ROWS = {sign: lazy.compile(f"{lazy.escaped(sign)}[\u4e00-\u9fff]") for sign in "某*×○●□■"}
_SIGNS = frozenset(_ROWS)
_HAN = lazy.compile("[\u4e00-\u9fff]")
_ALL_COMPOUND = "欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 端木 夏侯 南宫 独孤 宇文 長孫 长孙 歐陽"
_COMPOUND = frozenset(_ALL_COMPOUND.split())

# Words that begin with one of the clear characters.
_ALL_WORDS = (
    "军人 军队 兵役 铁路 银行 宝马 龙头 龙王 青年 青少 晨练 晚上 晓得 福建 福利 寿光 荣获 荣誉 旭日 华为 华东 建议 "
    "丹东 英国 兰州 香港 月底 湘潭 渝中 沛县 泽州 岩石 雪天 霜冻 露天 珍贵 巧妙 洁净 秀山 桂林 梅州 莲花 俊美 昌平"
)
_WORDS = frozenset(_ALL_WORDS.split())


# A masked name whatever it shows of the given name, with room on both sides of what may go on.
_MASKED = lazy.compile("[\u4e00-\u9fff]{1,2}[某*×○●□■]{1,3}[\u4e00-\u9fff]?")


def masked_names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """[start, end) of the masked names in ``text[start:end]``: a surname, what hides the given name, perhaps a character of it."""
    for match in _MASKED.finditer(text, start, end):
        sign = next(at for at in range(match.start(), match.end()) if text[at] in _SIGNS)
        first = sign - 2 if text[max(start, sign - 2) : sign] in _COMPOUND else sign - 1
        if text[sign - 1] in _SURNAMES or first < sign - 1:
            last = match.end() - (_HAN.match(text, match.end() - 1) is not None and text[match.end() - 1] not in _SIGNS)
            yield first, last if last == match.end() or not _is_name(text, sign) else match.end()


def find(scan: Scan) -> Iterable[Candidate]:
    """The names of a passage that show one character of the given name."""
    text = scan.text
    for sign, row in _ROWS.items():
        if sign in text:
            for match in row.finditer(text):
                if _is_name(text, match.start()):
                    yield _candidate(text, match.start())


def _is_name(text: str, sign: int) -> bool:
    """Whether the sign at ``sign`` stands between a surname and a given-name character that ends the name."""
    before, given, after = text[sign - 1 : sign], text[sign + 1], text[sign + 2 : sign + 3]
    if before not in _SURNAMES or given not in _GIVEN or (after and after in "*×○●□■某"):
        return False
    if text[sign] != "某":
        return True
    ends = not _HAN.match(after) if after else True
    return ends or (given not in _AMBIGUOUS and given + after not in _WORDS)


def _candidate(text: str, sign: int) -> Candidate:
    start = sign - 2 if text[max(0, sign - 2) : sign] in _COMPOUND else sign - 1
    return Candidate(start, sign + 2, "WEAK_MASK", 0.6, ("given_name_shown",), "weak_mask_name", FORM, "", "review", "low")


DETECTOR = Detector(
    name="weak_mask_name",
    entities=("WEAK_MASK",),
    source="最高人民法院关于人民法院在互联网公布裁判文书的规定 (2016) arts. 8, 9",
    on_passage=find,
    found=(
        Example("患者陈某燕已治愈出院", "陈某燕"),
        Example("李*明\t男\t52岁", "李*明"),
        Example("上访人欧阳某慧。", "欧阳某慧"),
    ),
    clean=(
        "姓名：张*",
        "法定代表人：杨XX",
        "陈某某诉李某甲",
        "被告人王某在网上",
        "李某通过互联网邮箱",
        "某市某局",
        "金某将存储卡带走",
        "王**",
    ),
)
