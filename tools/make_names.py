"""Writes govredact/names/data/given.txt and words.txt from the dictionary of jieba (MIT licence). Run: python tools/make_names.py

``given.txt``: how likely a character stands at a place of a given name, from the entries tagged nr. These tags are noisy, so that only
entries count that begin with a frequent surname and do not end like a title, and each counts by the logarithm of its frequency.
``words.txt``: how likely a word is in running text, from all other entries of two to four characters, and from entries tagged nr
that look like no name. Costs are negative natural logarithms in tenths.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

import jieba

DATA = Path(__file__).parents[1] / "govredact" / "names" / "data"
DICT = Path(jieba.__file__).with_name("dict.txt")
LEAST = 40
LEAST_OF_SURNAME = 12
LEAST_OF_IDIOM = 3
LEAST_OF_KNOWN = 25
RARE = 100
PLACE = 125
FLOOR = 115
PAIR = 25
HAND = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
TITLES, NAMES, NOT_NAMES = (frozenset(HAND[kind].split()) for kind in ("titles", "names", "not_names"))
ALWAYS, STRONG = frozenset(HAND["always"]), frozenset(HAND["strong"])
PLACE_ENDS, TRANSLITERATED = frozenset(HAND["place_ends"]), frozenset(HAND["transliterated"])


def read_compound() -> frozenset[str]:
    """Surnames of two characters."""
    lines = (DATA / "surnames.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(surname for line in lines if line.startswith("c") for surname in line.partition("\t")[2].split())


COMPOUND = read_compound()


def main() -> None:
    """Write both files."""
    rows = [line.split() for line in DICT.read_text(encoding="utf-8").splitlines()]
    entries = retagged([(word, int(count), tag) for word, count, tag in rows])
    surnames = read_surnames()
    given = given_costs(entries, surnames)
    places = "首字 middle、末字 last、单名 only"
    write("given", f"各字在名中各位（{places}）出现的代价：负对数概率的十倍；又是词的双名（pair）便宜多少", given_lines(given))
    words = word_costs(entries, surnames, given)
    known = word_lines(known_costs(entries, surnames, given))
    write("known", "词典所载人名（多为历史、文艺和公众人物）出现的代价：负对数概率的十倍", known)
    write("words", "词在行文中出现的代价：负对数概率的十倍；不含看似姓名的词", word_lines(words))


def retagged(entries: list[tuple[str, int, str]]) -> list[tuple[str, int, str]]:
    """张家界 is tagged as a person, 张家界市 as a place: both are places."""
    towns = {word[:-1] for word, _, tag in entries if tag == "ns" and len(word) > 2 and word[-1] in "市县区镇"}
    return [(word, count, "ns" if word in towns and tag.startswith("nr") else tag) for word, count, tag in entries]


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
    for place in counts:
        ranked = dict.fromkeys("".join((HAND["given"][place] + HAND["given"]["both"]).split()))
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
        if len(word) == 4 and tag in ("i", "l") and count >= LEAST_OF_IDIOM and holds_name(word, surnames, given):
            least = count  # 走马观花 looks like somebody's name inside
        place = tag in ("ns", "nt") and len(word) > 1 and word[0] in surnames
        if place:
            least = 1  # 张家界 is a place however rarely it stands in the dictionary's texts
        if word in NAMES or len(word) > 4 or count < least or not all("\u4e00" <= char <= "\u9fff" for char in word):
            continue
        if tag.startswith("nr") and len(word) > 2 and word[:2] in COMPOUND and word not in NOT_NAMES:
            continue  # 上官云 can be anybody's name
        # 周恩来 is tagged as a time there, other names as nz.
        if len(word) > 1 and (tag.startswith("nr") or (len(word) == 3 and tag in ("nz", "t"))) and looks_like_name(word, surnames, given):
            continue
        if place and word not in costs:
            costs[word] = min(PLACE, round(-10 * math.log(count / total)))
            continue
        if len(word) == 3 and count < RARE and looks_like_name(word, surnames, given):
            continue  # Names stand under other tags, too.
        costs[word] = round(-10 * math.log(count / total))
    return costs


def holds_name(word: str, surnames: dict[str, str], given: dict[str, dict[str, int]]) -> bool:
    """Whether two or three characters inside look like a name."""
    for start in range(3):
        if word[start] in surnames:
            first, second = word[start + 1], word[start + 2 : start + 3]
            if given["only"].get(first, FLOOR) < 75 or given["middle"].get(first, FLOOR) + given["last"].get(second, FLOOR) < 150:
                return True
    return False


def known_costs(entries: list[tuple[str, int, str]], surnames: dict[str, str], given: dict[str, dict[str, int]]) -> dict[str, int]:
    """Costs of names of three characters that the dictionary holds."""
    total = sum(count for _, count, _ in entries)
    return {
        word: round(-10 * math.log(count / total))
        for word, count, tag in entries
        if (word in NAMES and tag.startswith("nr"))
        or (len(word) == 3 and count >= LEAST_OF_KNOWN and tag[:2] in ("nr", "nz", "t") and looks_like_name(word, surnames, given))
    }


def looks_like_name(word: str, surnames: dict[str, str], given: dict[str, dict[str, int]]) -> bool:
    """Whether an entry tagged nr is a Chinese name as far as its characters tell."""
    if word[:2] in COMPOUND:
        return len(word) > 2 and word not in NOT_NAMES
    if word[0] not in surnames:
        return False
    if len(word) == 2:
        return word[0] in ALWAYS and word not in NOT_NAMES
    if len(word) != 3 or word[1:] in TITLES or word[2] in PLACE_ENDS or TRANSLITERATED.issuperset(word[1:]):
        return False
    # Behind a surname that hardly begins other words the tag is right, however rare the characters.
    if word in NOT_NAMES or word[0] in STRONG:
        return word not in NOT_NAMES
    cost = given["middle"].get(word[1], FLOOR) + given["last"].get(word[2], FLOOR)
    return cost < (150 if surnames[word[0]] < "3" else 135)


def given_lines(given: dict[str, dict[str, int]]) -> list[str]:
    """Lines of place, cost, characters."""
    lines = []
    for place in ("middle", "last", "only"):
        by_cost: dict[int, list[str]] = defaultdict(list)
        for char, cost in given[place].items():
            by_cost[cost].append(char)
        lines += [f"{place}\t{cost}\t{''.join(sorted(chars))}" for cost, chars in sorted(by_cost.items())]
    return [*lines, f"pair\t{PAIR}\t{' '.join(sorted(set(HAND['pairs'].split())))}"]


def word_lines(words: dict[str, int]) -> list[str]:
    """Lines of cost, words."""
    by_cost: dict[int, list[str]] = defaultdict(list)
    for word, cost in words.items():
        by_cost[cost].append(word)
    return [f"{cost}\t{' '.join(sorted(found))}" for cost, found in sorted(by_cost.items())]


def write(name: str, purpose: str, lines: list[str]) -> None:
    """Write a data file with its header."""
    head = [f"# name: {name}", f"# purpose: {purpose}", "# source: jieba 0.42.1 dict.txt，由 tools/make_names.py 导出"]
    head += ["# licence: MIT (jieba, Copyright (c) 2013 Sun Junyi)", "# date: 2026-11-29"]
    (DATA / f"{name}.txt").write_text("\n".join(head + lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
