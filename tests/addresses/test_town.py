"""How far an address may be shown: down to the town, known or by its form, and nothing that lies below."""

from __future__ import annotations

import pytest

from govredact.addresses.town import town_end


@pytest.mark.parametrize(
    ("shown", "hidden"),
    [
        ("青山县三合乡", "桃树坪村4组12号"),
        ("青山县", "桃花路12号"),
        ("甲子市乙丑区", "丙寅路128号丁卯苑3幢"),
        ("浙江省海棠市望潮县白鹭镇", "金沙村2社"),
        ("浙江海棠县白鹭镇", "金沙村"),
        ("乙丑区丁卯镇", "望山村"),
        ("三合乡", "桃树坪村"),
        ("岩垴镇", "白石村3组"),
        ("江北新区沿江街道", "冯墙花苑86幢"),
        ("大化瑶族自治县七百弄乡", "弄合村弄塔屯2号"),
        ("湟源县城关镇", "万丰村"),
        ("望山县城关镇", "老街12号"),
        ("湖南省娄底市涟源市\n杨市镇", "三房村"),
        ("天津市和平区", "南京路5号"),
        ("白河市城西区双河镇", "望山村"),
        ("平江县南江镇", "桥市村大湾组207号"),
        ("文山州", "望山路12号"),
        ("甲子市经济开发区三合镇", "望山村"),
    ],
)
def test_what_ends_at_the_town_stays_also_where_no_list_knows_it(shown: str, hidden: str) -> None:
    assert town_end(shown + hidden) == len(shown)
    assert town_end(shown + "**") == len(shown)


@pytest.mark.parametrize(
    ("shown", "hidden"),
    [
        ("", "爱琴海小镇12幢"),
        ("吴兴区", "望湖小镇3幢"),
        ("", "桃花源古镇3栋"),
        ("", "阳光新镇12幢101"),
        ("", "解放街道12号"),
        ("", "东街道口12号"),
        ("", "步行街道12号"),
        ("甲子市", "市区解放路5号"),
        ("甲子市", "开发区创业路5号"),
        ("吴兴区", "乡镇企业局宿舍3号"),
        ("", "望乡村3组"),
        ("", "寻乡里社区3组"),
        ("", "世纪新城乡村别墅3幢"),
        ("", "幸福里小区3号楼"),
        ("", "菜市口胡同3号"),
        ("", "超市宿舍3号"),
        ("", "南都市花园3幢"),
        ("", "岩垴镇3组"),
        ("", "丙寅区12号"),
    ],
)
def test_what_only_looks_like_a_division_is_hidden(shown: str, hidden: str) -> None:
    assert town_end(shown + hidden) == len(shown)
