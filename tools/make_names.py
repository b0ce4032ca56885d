"""Writes govredact/names/data/given.txt and words.txt from the dictionary of jieba (MIT licence). Run: python tools/make_names.py

``given.txt``: how likely a character stands at a place of a given name, from the entries tagged nr. These tags are noisy, so that only
entries count that begin with a frequent surname and do not end like a title, and each counts by the logarithm of its frequency.
``words.txt``: how likely a word is in running text, from all other entries of two to four characters, and from entries tagged nr
that look like no name. Costs are negative natural logarithms in tenths.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from pathlib import Path

import jieba

DATA = Path(__file__).parents[1] / "govredact" / "names" / "data"
DICT = Path(jieba.__file__).with_name("dict.txt")
LEAST = 40
LEAST_OF_SURNAME = 12
RARE = 100
FLOOR = 115
# Characters of given names in use today, by hand, the most frequent first: the dictionary knows more heroes of novels than villagers.
_BOTH = (
    "英华玉秀明丽兰芳红建国春梅军平志文云晓伟海林玲敏杰桂霞德强燕金永新生艳静娟勇萍凤宇浩欣琴婷磊洋涛超鹏辉斌刚峰波娜雪莉慧颖佳雅思"
    "子俊嘉怡梓涵雨轩诗琪一晨泽昊睿博天心美龙成清兴福荣祥仁义忠孝良信宏光东东学庆胜利连宝贵才有财根发水火木土珍珠翠香莲花菊巧素彩"
    "仙月娥淑贞惠爱霖钰铭瑞毅坚康安乐凯旭阳亮松柏江河山川岩石峻岭飞翔腾跃鸣雁鹤莺燕凌云霄瑶瑾瑜琳琅璇璐珊蕾薇蓉茜倩雯雅媛嫣妍妮姣"
)
COMMON = {
    "middle": "建志晓小玉文春国海秀永桂金德明丽雪雨子梓思佳俊嘉宇浩一天欣婷燕红艳淑亚学新庆世立长少正大光家宏振伟爱美凤兴福宗兆守克维继绍",
    "last": "英华明兰芳平军伟梅强霞玲琴辉敏生林云龙红珍涛斌杰勇萍凤丽娟超峰波鹏娜燕飞刚江荣祥东成国春清香莲花菊轩涵琪怡萱彤睿泽昊阳洋宇豪",
    "only": "伟芳敏静丽强磊军洋勇艳杰娟涛超霞平刚丹鑫峰波辉鹏莉婷燕斌宇浩凯健俊雪倩颖玲飞亮琳琴旭晨帅博瑞龙明红云兵鸣虹娜慧佳",
}
# Persons under a surname are no given names: 李先生, 王夫人.
TITLES = (
    "先生 夫人 小姐 大哥 公子 长老 老爷 太后 皇后 大人 师傅 师兄 师弟 师妹 师姐 公公 婆婆 娘子 姑娘 将军 总兵 太监 丞相 相公 帮主 大侠 贵妃 皇帝 "
    "太宗 太祖 世宗 世祖 高祖 高宗 王爷 真人 舵主 岛主 兄弟 大夫 大嫂 大娘 大妈 大爷 大姐 二哥 老大 老板 老师 经理 政委 司令 校长 院长 总管 管家 "
    "秀才 翰林 御史 尚书 侍郎 巡抚 提督 道士 道长 和尚 太守 掌柜 瞎子 胖子 丫头 嫂子 太太 妈妈 奶奶 姐姐 妹妹 哥哥 首辅 老汉 老者 二人 大师 副将 "
    "天子 判官 军师 少爷 法王 朝廷 中堂 亲王 娘娘 媳妇 女婿 女儿 行者 大圣 大帅 大炮 傀儡 家人 进士 总理 主席 书记 局长 部长"
).split()
# Tagged as names of persons, and words all the same.
# Behind ALWAYS two characters are a name, behind STRONG three.
ALWAYS = frozenset("王李张刘陈杨赵吴徐孙朱郭林郑宋韩冯邓曹彭潘袁蔡蒋吕姚姜崔谭廖魏邹邱侯薛闫董苏卢沈谢许肖龚邵覃钱")
STRONG = frozenset("王李张刘陈杨赵吴徐孙朱郭林郑宋韩冯邓曹彭潘袁蔡蒋吕姚姜崔谭廖魏邹邱侯薛闫董苏卢沈谢许肖龚邵覃倪阎鲍俞詹翟樊聂翁骆庞周何罗梁唐曾蔡余杜程丁任钟陆范汪熊秦尹赖殷洪颜温章柴岳焦孔胡傅祝阮缪耿葛霍贺贾")
NOT_NAMES = frozenset(
    (
        "陈述 陈列 陈设 陈旧 陈年 陈腐 陈词 陈迹 陈规 陈仓 徐徐 徐缓 徐行 徐汇 曹魏 朱红 朱砂 朱雀 朱笔 朱门 孙女 孙子 孙儿 李子 李氏 刘海 刘宋 赵国 "
        "赵军 吴越 吴楚 吴江 吴兴 吴哥 吴淞 吴中 孙吴 吕梁 吕宋 彭泽 袁州 魏晋 魏碑 魏巍 魏玛 魏太 邓肯 王朝 王爷 王公 王府 王子 王宫 王后 王道 王妃 "
        "王侯 王权 王族 王法 王冠 王储 王座 王爵 王孙 王母 王水 王八 王陵 张大 张开 张贴 张嘴 张口 张罗 张望 张扬 张狂 张榜 张量 张北 杨柳 杨树 杨梅 "
        "杨桃 杨陵 林立 林子 林木 林荫 林海 林园 林肯 林奈 林业 宋元 宋体 宋史 宋词 宋诗 宋朝 韩元 韩文 韩方 韩国 许可 许诺 许昌 许多 谢谢 谢恩 谢幕 "
        "谢世 谢顶 谢礼 谢赫 钱财 钱庄 钱粮 钱柜 钱钞 郑州 郑家 侯爵 侯马 薛城 郭城 苏军 苏醒 苏铁 苏绣 苏堤 苏方 苏子 苏禄 卢布 卢氏 卢卡 卢龙 沈思 "
        "曲线美 季后赛 胡萝卜 胡辣汤 许可证 陈列室 陈列品 罗布泊 罗密欧 罗宾逊 卢蒙巴 唐人街 余姚人 何首乌 程式化 王府井 姜汤 姚家 肖像 肖恩 董事 樊笼 庞大 翁婿 鲍鱼 聂拉"
    ).split()
)


PLACE_ENDS = frozenset("市县庄镇乡村河湖岭口湾岛州郡省区性部者机器堡寺宫庙桥楼院馆")
TRANSLITERATED = frozenset("斯克尔拉特德里亚利尼罗巴科贝卡格布诺奥伦洛维弗瓦萨塔埃普曼姆顿戈夫托佩迪赫莫")


def main() -> None:
    rows = [line.split() for line in DICT.read_text(encoding="utf-8").splitlines()]
    entries = [(word, int(count), tag) for word, count, tag in rows]
    surnames = read_surnames()
    given = given_costs(entries, surnames)
    write("given", "各字在名中各位（首字 middle、末字 last、单名 only）出现的代价：负对数概率的十倍", given_lines(given))
    words = word_costs(entries, surnames, given)
    write("words", "词在行文中出现的代价：负对数概率的十倍；不含看似姓名的词", word_lines(words))


def read_surnames() -> dict[str, str]:
    """Single surnames and their tier."""
    tiers = {}
    for line in (DATA / "surnames.txt").read_text(encoding="utf-8").splitlines():
        tier, _, chars = line.partition("\t")
        if tier in "12345" and not line.startswith("#"):
            tiers.update({char: tier for char in chars if char not in tiers})
    return tiers


def given_costs(entries: list[tuple[str, int, str]], surnames: dict[str, str]) -> dict[str, dict[str, int]]:
    """Costs by place and character."""
    types: dict[tuple[str, str, str], int] = Counter()
    for word, _, tag in entries:
        if not tag.startswith("nr") or len(word) not in (2, 3) or surnames.get(word[0], "9") > "2" or word[1:] in TITLES:
            continue
        if len(word) == 2 and (word[0] not in ALWAYS or word in NOT_NAMES):
            continue
        if len(word) == 2:
            types["only", word[0], word[1]] += 1
        else:
            types["middle", word[0], word[1]] += 1
            types["last", word[0], word[2]] += 1
    counts: dict[str, Counter[str]] = {"middle": Counter(), "last": Counter(), "only": Counter()}
    for (place, _, char), number in types.items():
        # Many entries of one surname with one character are one figure of a novel, or one place.
        counts[place][char] += math.log2(1 + number)
    mix(counts["only"], counts["last"], 1.0)
    for place, common in COMMON.items():
        ranked = dict.fromkeys(common + _BOTH)
        mix(counts[place], Counter({char: 1 / (20 + rank) for rank, char in enumerate(ranked)}), 0.4)
    return {place: costs(counter) for place, counter in counts.items()}


def mix(counter: Counter[str], other: Counter[str], share: float) -> None:
    """Adds ``other``, scaled to ``share`` of the sum of ``counter``."""
    scale = share * sum(counter.values()) / sum(other.values())
    for char, weight in other.items():
        counter[char] += weight * scale


def costs(counter: Counter[str]) -> dict[str, int]:
    """Ten times the negative logarithm of each share; the rare ones share one floor and are left out."""
    total = sum(counter.values())
    del counter["某"]
    found = {char: round(-10 * math.log(weight / total)) for char, weight in counter.items()}
    return {char: cost for char, cost in found.items() if cost < FLOOR}


def word_costs(entries: list[tuple[str, int, str]], surnames: dict[str, str], given: dict[str, dict[str, int]]) -> dict[str, int]:
    """Costs of everything that is a word rather than a name."""
    total = sum(count for _, count, _ in entries)
    costs = {}
    for word, count, tag in entries:
        least = LEAST_OF_SURNAME if word[0] in surnames else LEAST
        if len(word) > 4 or count < least or not all("\u4e00" <= char <= "\u9fff" for char in word):
            continue
        # 周恩来 is tagged as a time there, other names as nz.
        if len(word) > 1 and (tag.startswith("nr") or (len(word) == 3 and tag in ("nz", "t"))) and looks_like_name(word, surnames, given):
            continue
        if len(word) == 3 and count < RARE and looks_like_name(word, surnames, given):
            continue  # Names stand under other tags, too.
        costs[word] = round(-10 * math.log(count / total))
    return costs


def looks_like_name(word: str, surnames: dict[str, str], given: dict[str, dict[str, int]]) -> bool:
    """Whether an entry tagged nr is a Chinese name as far as its characters tell."""
    if word[0] not in surnames:
        return False
    if len(word) == 2:
        return word[0] in ALWAYS and word not in NOT_NAMES
    if len(word) != 3 or word[1:] in TITLES or word[2] in PLACE_ENDS or TRANSLITERATED.issuperset(word[1:]):
        return False
    # Behind a surname that hardly begins other words the tag is right, however rare the characters.
    if word[0] in STRONG:
        return word not in NOT_NAMES
    cost = given["middle"].get(word[1], FLOOR) + given["last"].get(word[2], FLOOR)
    return cost < (150 if surnames[word[0]] < "3" else 135)


def given_lines(given: dict[str, dict[str, int]]) -> list[str]:
    lines = []
    for place in ("middle", "last", "only"):
        by_cost: dict[int, list[str]] = defaultdict(list)
        for char, cost in given[place].items():
            by_cost[cost].append(char)
        lines += [f"{place}\t{cost}\t{''.join(sorted(chars))}" for cost, chars in sorted(by_cost.items())]
    return lines


def word_lines(words: dict[str, int]) -> list[str]:
    by_cost: dict[int, list[str]] = defaultdict(list)
    for word, cost in words.items():
        by_cost[cost].append(word)
    return [f"{cost}\t{' '.join(sorted(found))}" for cost, found in sorted(by_cost.items())]


def write(name: str, purpose: str, lines: list[str]) -> None:
    head = [f"# name: {name}", f"# purpose: {purpose}", "# source: jieba 0.42.1 dict.txt，由 tools/make_names.py 导出"]
    head += ["# licence: MIT (jieba, Copyright (c) 2013 Sun Junyi)", "# date: 2026-11-29"]
    (DATA / f"{name}.txt").write_text("\n".join(head + lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
