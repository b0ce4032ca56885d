"""Homes and offices told apart; tables; the same address elsewhere; what must not be found again."""

from __future__ import annotations

import io

import pytest
from docx import Document

import govredact
from govredact.policy import load

HOME = "甲子市乙丑区望山路128号云湖苑3幢2单元501室"


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine()


def found(engine: govredact.Engine, text: str) -> list[tuple[str, str]]:
    return [(f.action, f.value) for f in engine.scan_text(text) if f.entity == "HOME_ADDRESS"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("家庭住址：望山村2社", "望山村2社"),
        ("户籍地址：云栖镇泰和小区B懂1097", "云栖镇泰和小区B懂1097"),
        ("张某某，男，汉族，住七塘镇望山村6组19号，联系电话：13800138000。", "七塘镇望山村6组19号"),
        ("申请人现住望山路18号云湖苑7-6-1046，家庭人口3人。", "望山路18号云湖苑7-6-1046"),
        ("收货人张某某13800138000甲子市乙丑区云栖路55号学府苑2栋11-4", "甲子市乙丑区云栖路55号学府苑2栋11-4"),
        ("房屋坐落：乙丑区白杨街道望山路88号荣景2期12幢1-7-3", "乙丑区白杨街道望山路88号荣景2期12幢1-7-3"),
        ("当事人：张某某，男，住所：望山路12号", "望山路12号"),
        (f"住所：{HOME}", HOME),
        ("姓名：张某某\n地址：望山路12号302室\n", "望山路12号302室"),
        ("被告人储某，捕前住响肠镇望山村河湾组。", "响肠镇望山村河湾组"),
        ("低保户：巴特尔，住阿鲁科尔沁旗巴彦温都尔苏木望山嘎查", "阿鲁科尔沁旗巴彦温都尔苏木望山嘎查"),
        ("不动产权证遗失，房屋坐落于厦门市同安区望山路18号2幢901室", "厦门市同安区望山路18号2幢901室"),
        ("反映人地址：泸县福集镇望山大道金山小区3-2-6。", "泸县福集镇望山大道金山小区3-2-6"),
        ("法定代表人住址：温岭市泽国镇望山洋下村16号", "温岭市泽国镇望山洋下村16号"),
        ("联系地址：沿河县谯家镇望山村水井组", "沿河县谯家镇望山村水井组"),
        ("租客登记地址：桃源街道望山村二区16栋502", "桃源街道望山村二区16栋502"),
        ("现住址 镜湖区望山社区冰冻街3号楼2单元202", "镜湖区望山社区冰冻街3号楼2单元202"),
        ("权利人：左某；坐落：番禺区望山街北二街三座1104", "番禺区望山街北二街三座1104"),
    ],
)
def test_a_home_is_masked(engine: govredact.Engine, text: str, value: str) -> None:
    assert found(engine, text) == [("mask", value)]


@pytest.mark.parametrize(
    "text",
    [
        "受理地点：甲子市乙丑区中山四路36号",
        "办公地址：甲子市府前街1号B128室",
        "采购人：甲子市教育局\n地址：望山路12号教育大楼3楼",
        "供应商名称：甲子市云栖科技有限公司，地址：望山路12号3幢501室",
        "请到便民服务中心（乙丑区望山路27号）办理",
        "咨询电话：12345。地址：望山路12号。",
        "经查，当事人在望山路88号经营的食品店销售过期食品",
        "云栖书店位于望山路5号",
        "望山路12号至云栖路8号路段施工，请绕行",
        "参赛地址：云栖体育馆望山路5号",
        "宗地编号\t位置\t面积\nG2024-01\t望山路12号\t300\nG2024-02\t云栖路8号\t500\n",
        "停电范围：望山路1号至望山路25号",
        "云栖镇司法所 地址：云栖镇望山路12号",
        "云栖律师事务所 负责人胡某 地址 望山路2188号8楼",
        "清晨，望山镇竹坝村三组的蔬菜大棚里，村民们正忙着采摘。",
        "村民反映双河村三组机耕道损毁严重",
        "新增停车位：体育馆北侧32个、望山路15号院外18个",
        "垃圾分类示范点：云湖小区1栋前",
        "乡村公路起于麻园村5组止于望山村2组",
        "投资者地址：望湖街328号创意产业园5幢302单元",
        "太平镇望山村五组的李子园里，游客络绎不绝。",
        "柳林村二组变压器至三组停电",
        "老宅地处西街24号，建于清末。",
        "二维码门牌安装3560块，其中一组412块",
        "殡仪馆业务厅：望山镇长岭村八组",
        "实体店地址：望山镇兴岛路12号",
        "家庭住址：已提供",
        "店铺名称：小杨生煎（解放店），门牌：解放路55号",
        "永兴村1、2、5组征地补偿安置方案公告",
        "邮寄投标文件请寄：钟山区望山大厦1507，收件人：杨工",
        "在望山社区3号楼前，志愿者正在为居民义诊。",
        "电商服务站设在望山村二组村民活动室",
        "第五选民小组：望山村七组至十一组",
        "监测点：望山村二社滑坡，威胁12户46人",
        "2024年5月11日，执法人员到当事人位于望山镇望山村一组沿街12号的经营场所检查",
        "被征收人\t房屋坐落\t面积\n张某某\t-\t60\n望山供销社\t北关正街60-64号\t512\n",
        "权利人：云栖机械有限公司，不动产坐落：望山开发区小港路28号1号厂房",
        "更换门牌1,265块，楼栋牌318块，单元牌702块",
        "户籍地址：指户口簿上登记的地址",
        "家庭住址：      省      市      县      乡（镇）      村",
        "住址：已隐去",
    ],
)
def test_a_public_place_is_no_home(engine: govredact.Engine, text: str) -> None:
    assert found(engine, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "望山路68号B128室",
        "沐川县沐溪镇望山村2组43号",
        "来信反映云栖镇望山村6组朱某家门前积水",
        "反映望山花城7栋3单元1502楼上漏水",
        "克山县云栖镇人和路210号",
        "该户位于会文镇望山村委会福田村26号，房屋鉴定为D级",
        "地址：望山路12号8室",
        "民警在望山路118号将其抓获",
    ],
)
def test_what_nobody_can_tell_is_for_review(engine: govredact.Engine, text: str) -> None:
    assert [action for action, _ in found(engine, text)] == ["review"]


@pytest.mark.parametrize(
    "text",
    [
        "个人住址须去标识化处理",
        "家庭住址：同上",
        "家庭住址：七塘镇",
        "住址：重庆市璧山区七塘镇**",
        "家庭住址：XX镇****",
        "现住人口1200人",
        "居住在北京市的居民",
        "户籍制度改革",
        "村组\t户数\t面积\n望山村2社\t30\t500\n云栖村1社\t20\t300\n",
    ],
)
def test_what_tells_of_no_home_is_not_found(engine: govredact.Engine, text: str) -> None:
    assert found(engine, text) == []


def test_a_column_of_addresses_is_found_whatever_they_look_like(engine: govredact.Engine) -> None:
    table = f"姓名\t家庭住址\t金额\n张某某\t城关东街老供销社后\t500\n李某某\t{HOME}\t300\n王某某\t七塘镇\t300\n"
    assert found(engine, table) == [("mask", "城关东街老供销社后"), ("mask", HOME)]


def test_a_column_of_village_groups_beside_names_is_found(engine: govredact.Engine) -> None:
    assert found(engine, "姓名\t村组\t金额\n张某某\t望山村2社\t500\n李某某\t云栖村\t300\n") == [("mask", "望山村2社")]
    assert found(engine, "姓名\t村组\t金额\n张某某\t望山村河湾组\t500\n李某某\t云栖村\t300\n") == [("mask", "望山村河湾组")]


def test_a_column_of_groups_beside_one_of_villages_is_found(engine: govredact.Engine) -> None:
    table = "乡镇\t村(社区)\t组别\t姓名\t人数\n白马镇\t望山村\t4组\t张某某\t2\n白马镇\t云栖村\t堰塘湾组\t李某某\t3\n"
    assert found(engine, table) == [("mask", "4组"), ("mask", "堰塘湾组")]
    assert found(engine, "姓名\t组别\t成绩\n张某某\t第3组\t88\n李某某\t4组\t90\n") == []


def test_the_address_column_of_firms_is_public(engine: govredact.Engine) -> None:
    assert found(engine, "企业名称\t地址\n云栖食品有限公司\t望山路1号3幢\n望山药店\t云栖路8号\n") == []


def test_what_follows_an_address_keeps_its_own_type(engine: govredact.Engine) -> None:
    findings = {f.entity: f.value for f in engine.scan_text("家庭住址：望山村2社13800138000，张某某")}
    assert findings["HOME_ADDRESS"] == "望山村2社"
    assert findings["CN_MOBILE"] == "13800138000"


def test_a_home_is_masked_wherever_it_stands_again(engine: govredact.Engine) -> None:
    text = f"户主家庭住址：{HOME}。\n\n经核查，本中心派员到{HOME}办理。"
    masked = engine.mask_text(text).text
    assert "云湖苑" not in masked
    assert "128号" not in masked


def test_the_masked_copy_shows_the_town_and_nothing_finer(engine: govredact.Engine) -> None:
    assert engine.mask_text("家庭住址：重庆市璧山区七塘镇望山村2社").text == "家庭住址：重庆市璧山区七塘镇**"


def test_the_register_of_the_office_makes_an_address_public() -> None:
    engine = govredact.Engine(load("gov-website", {"register.addresses": ["甲子市望山路68号B128室"]}))
    assert [f for f in engine.scan_text("望山路68号B128室") if not f.filtered_by and f.entity == "HOME_ADDRESS"] == []


def test_cells_of_a_word_table_are_read_by_their_column(engine: govredact.Engine) -> None:
    document = Document()
    table = document.add_table(rows=3, cols=2)
    for row, cells in enumerate((("姓名", "家庭住址"), ("张某某", "七塘镇\n望山村2社8号"), ("李某某", HOME))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    buffer = io.BytesIO()
    document.save(buffer)
    values = [f.value for f in engine.scan(buffer.getvalue(), name="名单.docx").findings if f.entity == "HOME_ADDRESS"]
    assert any("望山村2社8号" in value for value in values)
    assert HOME in values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("邹静\t望山路12弄4号306室\t500\n李春梅\t云栖镇望山村2社8号\t300\n", "望山路12弄4号306室"),
        ("邹静，住所：望山路12弄4号306室", "望山路12弄4号306室"),
        ("村民邹静（望山村1社）因残申请临时救助", "望山村1社"),
        ("沐溪镇望山村2组43号，邹静，女", "沐溪镇望山村2组43号"),
    ],
)
def test_an_undecided_address_beside_a_name_is_that_persons(engine: govredact.Engine, text: str, value: str) -> None:
    assert ("mask", value) in found(engine, text)


def test_whom_a_sentence_is_vaguely_about_does_not_make_an_office_a_home(engine: govredact.Engine) -> None:
    assert found(engine, "有市民反映，甲子市民政局一楼大厅望山路12号市民中心排队很长") == []


def test_columns_set_apart_by_spaces_are_not_read_into_the_address(engine: govredact.Engine) -> None:
    text = "姓名    身份证号    联系电话\n张某某    望山路12弄4号306室    1870.095.0142    690\n"
    assert [value for _, value in found(engine, text)] == ["望山路12弄4号306室"]


def test_a_table_of_parcels_is_nobodys_home_whatever_its_serial_numbers_look_like(engine: govredact.Engine) -> None:
    text = "宗地编号\t位　置\t起始价\n330302196887672892\t望山路12号行政中心B座1601室\t500\nG2024\t云栖路8号\t900\n"
    assert found(engine, text) == []


def test_the_label_behind_a_masked_address_stays(engine: govredact.Engine) -> None:
    masked = engine.mask_text("家庭住址 望山路12号302室 联系电话 13800138000").text
    assert masked == "家庭住址 ********** 联系电话 138****8000"


@pytest.mark.parametrize(
    "text",
    [
        "序号,姓名,住址\n1,罗小珍,望山社区云栖巷12号\n",
        "序号,住址,姓名\n1,望山社区云栖巷12号,罗小珍\n",
        "住址：望山社区云栖巷12号,罗小珍,1\n住址：望山社区云栖巷13号,罗小兰,2\n",
    ],
)
def test_a_comma_ends_the_address_in_a_row_of_cells_and_masking_leaves_the_others(engine: govredact.Engine, text: str) -> None:
    assert ("mask", "望山社区云栖巷12号") in found(engine, text) or ("review", "望山社区云栖巷12号") in found(engine, text)
    masked = govredact.Engine(policy="aid-list").mask_bytes(text.encode(), "名单.csv").decode()
    assert masked.count("\n") == text.count("\n")
    assert masked.replace("*", "") == text.replace("望山社区云栖巷12号", "").replace("望山社区云栖巷13号", "")
    assert not [value for _, value in found(engine, text) if "罗小珍" in value]


def test_masking_never_takes_the_header_beside_a_column_that_is_masked_away() -> None:
    text = "序号\t姓名\t救助原因\t救助金额\n1\t韦小英\t因病\t500\n"
    masked = govredact.Engine(policy="aid-list").mask_bytes(text.encode(), "名单.txt").decode()
    assert masked == "序号\t姓名\t救助原因\t救助金额\n1\t韦小英\t\t500\n"
