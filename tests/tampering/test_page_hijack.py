"""Rewritten pages are noticed by each signature, lawful neighbours of each are not, and every replaced name is covered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import govredact
from govredact.models import Origin

if TYPE_CHECKING:
    from govredact.models import Finding

BODY = "为做好今年的防汛工作，各单位要落实责任，加强值班值守，及时排查隐患，确保群众生命财产安全。"


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine(entities={"PAGE_HIJACK", "KEYWORD"})


def hijacks(engine: govredact.Engine, text: str) -> list[Finding]:
    return [f for f in engine.scan_text(text) if f.entity == "PAGE_HIJACK"]


TAMPERED = {
    "a brand before 章程": f"金沙威尼斯章程\n第一条 学校名称为金沙威尼斯。{BODY}",
    "digits and a brand": f"受主办方邀请，37000cm威尼斯李教授带领研究生参会。37000cm威尼斯师生参观了展区。{BODY}",
    "a brand as the source": f"工作动态\n来源：雨燕体育直播\n{BODY}",
    "a Latin brand": f"williamhill英国第一届教职工大会召开。{BODY}",
    "a brand with symbols between": f"必·威·体·育官网人民政府关于做好工作的通知\n{BODY}",
    "a brand in full width letters": f"ｂｅｔ３６５体育在线民政局关于做好工作的通知\n{BODY}",
    "joined phrases": f"任何个人不得以365官方app_世界杯网址打不开_365官网是多少民政局的名义开设账号。{BODY}",
    "a domain for a name": f"2022年www.ylg88888.com预算调整方案\n{BODY}",
    "junk tags": f'<sup id="h4sia"></sup><mark id="h4sia"><del id="h4sia"></del></mark>\n{BODY}',
    "pinyin behind traditional characters": "為加強(qiáng)政務(wù)服務(wù)，現(xiàn)將事項(xiàng)通知如下。",
    "pinyin behind simplified characters": "为使来信能(néng)够得到办理，我们将(jiāng)对(duì)您的信息保密，处理过(guò)程中请勿重复提交。",
    "a converted document": "石桥縣人民政府關于加強安全生產的意見\n各縣、市人民政府：我市將規范管理，防范風險。后續工作另行安排。"
    "為貫徹落實國務院的部署，現結合實際，提出以下實施意見，請認真執行。",
    "a row of obscene keywords": f"国产精品自拍_亚洲欧美一区二区三区_人妻少妇无码视频_久久免费高清\n{BODY}",
    "a private lottery as a notice": f"关于印发“今晚澳门开奖结果”推广方式的通知\n{BODY}",
    "numbers of a private lottery": "最精准的澳门021期10-03-40-06-39-20 T:39",
    "an answer that was carried out": f"新澳资料大全，全面解答落实_V2.36\n{BODY}",
    "tea": "临江同城品茶上课工作室，临江喝茶资源群\n朋友推荐了临江同城品茶上课工作室。",
    "a contact in disguise": "临江喝茶外卖工作室【Q溦—7925—7433—】",
    "symbols": f"★官网◆注册■登录★地址◆首页■最新★\n{BODY}",
}


@pytest.mark.parametrize("text", TAMPERED.values(), ids=TAMPERED)
def test_tampered(engine: govredact.Engine, text: str) -> None:
    found = hijacks(engine, text)
    assert found
    assert {(f.action, f.severity, f.category) for f in found} == {("review", "critical", "sensitive")}


LAWFUL = {
    "police": "近日，县公安局打掉一个为“新葡京”“皇冠体育”等赌博网站推广的团伙，抓获犯罪嫌疑人12名。民警提醒，切勿登录赌博网站。",
    "a court": "被告人李某利用“bet365”赌博网站代理账号接受投注，被判处有期徒刑三年，并处罚金。",
    "against private lotteries": "派出所民警发放宣传单，告知群众买码、特码资料均属违法，请勿参与六合彩赌博。",
    "against fraud": "这些“内部开奖结果”“精准资料”都是骗局，受害人被诱导下载“亚博娱乐”APP，警方提醒谨防受骗。",
    "the state's lottery": "双色球第2024021期开奖公告\n开奖号码为05、09、12、18、25、30，蓝球11。购彩者可登录中国福彩网官网查询开奖结果。",
    "against pornography": "某网站传播淫秽色情视频，涉及成人视频、色情小说，被依法关闭。请继续举报网上淫秽色情信息。",
    "against prostitution": "全市查处散发招嫖卡片案件18起，警方提醒同城约炮、上门服务多为诈骗。",
    "tea culture": "茶艺老师讲解泡茶、品茶的步骤，大家一边喝茶一边交流，茶艺工作室建立了微信群，方便预约上课。",
    "a teahouse fair": "新茶上市，县供销社开展品茶推介会，消费者可通过平台预约购买，外卖配送上门。",
    "readings of rare words": "易读错的字：载重(zài) 血液(xuè) 憎恶(zēng) 卓越(zhuó)。郪(qī)江镇、亳(bó)州市、歙(shè)县、枞(zōng)阳县。",
    "readings of one character": "和(hé)平、和(hè)诗、和(huó)面；重(chóng)新、重(zhòng)量；长(zhǎng)大、长(cháng)短。",
    "a poem with all readings": "床(chuáng)前(qián)明(míng)月(yuè)光(guāng)，疑(yí)是(shì)地(dì)上(shàng)霜(shuāng)。",
    "Macao": "澳門特別行政區政府新聞局\n統計資料顯示，住宅樓價指數較上期下跌。特區政府將繼續關注市場，後續安排另行公佈，"
    "敬請市民留意有關情況。",
    "casinos of Macao": "經濟財政司司長表示，娛樂場幸運博彩經營批給的競投正在籌備，永利、銀河、金沙等企業依法參與，"
    "澳門博彩監察協調局負責監管。",
    "Taiwan": "臺北市政府教育局公告 本市國民小學新生入學事宜\n請家長於期限內辦理報到，相關資訊請至教育局網站查詢，逾期將影響分發結果。",
    "an old book": "余讀史至此，未嘗不廢書而嘆也。夫天下之勢，合久必分，關於氣數者半，關於人事者半，學者其可不察乎。縣廟學舊矣，"
    "枕城之艮隅。",
    "places with such names": "金沙县人民政府办公室通知：永利街道办事处、银河社区居委会、太阳城小区业主委员会。金沙县教育局组织开展检查。",
    "a hotel": "第二十八届贸易展览会在澳门威尼斯人举行，来自内地的企业参展。",
    "sports": "中央广播电视总台体育频道CCTV5体育直播欧洲杯，登录国家体育总局官网查询成绩，2024体育中考平台登录方式另行通知。",
    "a title with the site's name": f"区政府召开常务会议_政务动态_石桥区人民政府\n{BODY}",
    "names of files": "附件：report_2024_最终版.docx，字段user_name，数据表t_学生_信息，文件“通知_附件_名单”。",
    "required items of a tender": "★1.投标人须具有独立法人资格；★2.设备须为国产；▲3.支持高清视频；★4.质保三年。\n★★★★★",
    "domains to go to": "请登录www.example-zhaopin.com报名系统填报，或访问http://www.example.gov.cn信息公开专栏。"
    "关注www.example-edu.com学院官网。",
    "ids of a page": '<div id="main"><p id="p1">通知</p><p id="p2">各单位：</p><span id="zoom">现将事项通知</span></div>',
    "a hospital": "购置国产超声设备，高清视频系统免费开放。成人接种门诊在一区、二区、三区设立，午夜急诊在线预约，三级医院评审。",
    "films": "国产影片票房占比提高，观众可在视频平台免费观看高清影视作品，欧美、日韩影片受欢迎。",
    "a football club": "国际米兰举行新闻发布会，AC米兰队参加，米兰理工大学代表出席。",
    "a listing": "我市两家企业在香港联交所挂牌上市\n港澳居民健康码一码通行，历史街区一码游上线。香港代表团到六合区考察。",
    "a site to apply at": "报名详见www.example-zhaopin.com县人民医院招聘专栏，查分上www.example-ks.com学院网站。",
    "a novel": "市图书馆举办讲座《金瓶梅》与明代社会，主讲教授介绍小说中的市井生活。",
}


@pytest.mark.parametrize("text", LAWFUL.values(), ids=LAWFUL)
def test_lawful(engine: govredact.Engine, text: str) -> None:
    assert hijacks(engine, text) == []


def test_each_replaced_name_is_covered(engine: govredact.Engine) -> None:
    phrase = "bet·365_黑帮第3季是真实的吗_365信誉线上"
    text = f"云河区{phrase}人民政府办公室关于印发云河区{phrase}政府网站管理办法的通知\n{BODY}\n云河区{phrase}人民政府办公室\n2021年7月8日"
    spans = [(f.start, f.end) for f in hijacks(engine, text)]
    places = [match.span() for match in re.finditer(re.escape(phrase), text)]
    assert len(places) == 3
    assert all(any(start <= first and last <= end for start, end in spans) for first, last in places)


def test_an_office_may_offer_its_page_in_traditional_characters() -> None:
    text = TAMPERED["a converted document"]
    official = govredact.Engine(origin=Origin(url="http://www.qingshan.gov.cn/big5/a.html"), entities={"PAGE_HIJACK"})
    foreign = govredact.Engine(origin=Origin(url="http://www.example.com/a.html"), entities={"PAGE_HIJACK"})
    assert official.scan_text(text) == []
    assert foreign.scan_text(text) != []


def test_the_words_of_the_list_alone_are_no_finding(engine: govredact.Engine) -> None:
    assert engine.scan_text("威尼斯电影节开幕，国产影片入围") == []


def test_a_person_is_not_shown_hundreds_of_places(engine: govredact.Engine) -> None:
    text = "为加強(qiáng)政務(wù)服務(wù)，現(xiàn)將有關(guān)事項(xiàng)通知如下。\n" * 200 + "bet365体育在线民政局通知\n" * 400
    assert 0 < len(hijacks(engine, text)) <= 60
