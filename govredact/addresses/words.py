"""Words that stand in addresses, and words that end one, by what they are; written for this project.

Each list becomes an alternation, longest word first. What needs to look at its neighbours (路 in 公路 and 道路) stands in ``elements``.
"""

from __future__ import annotations


def any_of(words: str) -> str:
    """A pattern that matches one of the words (separated by white space); the longest first."""
    return "|".join(sorted(words.split(), key=len, reverse=True))


# Words behind which a new place begins, and which are no part of one.
LEADS = any_of(
    """
    住在 位于 地处 坐落 座落 来到 前往 赶到 赶赴 抵达 途经 途径 行至 驶至 至今 设在 设于 发现 抓获 查获 经营 工作 租住 暂住 现住 家住 户籍
    地址 地点 住址 负责 组织 参加 出席 会议 活动 项目 工程 施工 位置 范围 起点 终点 起至
    """
)
# Words of sentences that go on after an address. Single characters are those that hardly any place name holds.
SENTENCE = any_of(
    """
    的 了 把 被 因 由于 以及 联系 电话 手机 邮编 身份证 姓名 进行 实施 举行 召开 举办 开展 发生 公布 发布 认为 表示 通过 根据 按照 他
    她 我们 你 这 此 其 已 也 就 还 又 很 给 说 称
    """
)
# What is counted: a number before one of these is none of an address.
COUNTED = any_of(
    """
    元 万 亿 % ％ 平方 公里 千米 米 岁 年 个 次 件 分钟 小时 秒 时 点 月 日 届 倍 吨 亩 公顷 公斤 克 票 路公交 字 条 项 款 种 台 辆
    套 所 册 多 余 块 网格
    """
)
# What stands before 组 and 队 in groups and teams of people that are no part of a village.
NO_GROUP = "小作导专案考审评委验领班查员编督别题分项机重全各该本课剧党学词短一二三四五六七八九十"
NO_TEAM = "志愿务察测建球歌斗工作锋卫巡防演艺军部团舰车商船乐仪仗支大总中小分纠特刑交警消援疗排列梯领插站带组产救宣"
# What follows 号 where it is no house: 12号线, 3号文件, 5号高炉.
NO_HOUSE = any_of(
    """
    线 文 令 公告 通知 机 高炉 桥 隧道 煤 矿 井 泊位 车 选手 球 种子 决议 决定 议案 提案 病 楼梯 航 国道 省道 召 称 码 台风 公报 指令
    仓 船 舰 卫 实验 人物 嫌 首长 主力 探
    """
)
# Documents and people by number.
DOCUMENTS = "令|公告|公报|通知|文件|决议|决定|议案|提案|建议|选手|球员"
ZONE_KINDS = any_of(
    """
    经济 技术 高新 工业 科技 产业 农业 旅游 开发 软件 物流 电子 商贸 轻纺 创业 智慧 信息 生态 管理 保税
    """
)
ZONES = any_of(
    """
    开发区 高新区 工业园 工业园区 产业园 产业园区 科技园 科技园区 创业园 软件园 工业区 园区 新区 管理区 保税区 街区 片区 商务区
    度假区 大学城 农场 林场
    """
)
ESTATES = any_of(
    """
    小区 新村 花园 公寓 家园 花苑 嘉园 佳苑 名邸 府邸 公馆 山庄 别墅 大院 家属院 家属楼 宿舍 宿舍楼 安置房 公租房 廉租房 职工楼 住宅
    住宅区 生活区 华庭 花都 苑 小镇 新城 名城 豪庭 雅居 雅苑 庄园 国际城 人家 华府 学府 名苑 景苑 组团 楼宇
    """
)
# One character is too little inside a sentence; before a number it is the end of a name (后田巷48号, 望江府12幢).
NAME_ENDS = "城园湾居里坊郡庭府港阁轩台墅庄岸口邸湖浜浦埠桥塘岙坞垟坪坑岭坝头厝埭圩埕弄堡营店沟洼峪川河江溪洲岛泉井田山堂庙都"
BUILDINGS = any_of(
    """
    大厦 大楼 广场 写字楼 商厦 购物中心 中心 商务楼 综合楼 办公楼 商城 商贸城 购物城 百货 市场 商场 街面 老街面 厂房 车间 教学楼
    门诊楼 住院楼 天地
    """
)
ORGANS = any_of(
    """
    公司 工厂 集团 超市 商店 门店 专卖店 药店 饭店 酒店 宾馆 旅馆 餐厅 餐馆 火锅 学校 小学 中学 大学 学院 幼儿园 医院 保健院 卫生院 卫生所
    诊所 银行 支行 信用社 派出所 政府 法院 检察院 委员会 管委会 服务中心 服务站 研究院 研究所 设计院 专柜 门市 门市部 鞋业 布业 服饰
    纺织 实业 印刷 电子 门卫 保安处 传达室 办公室 物业 快递柜 驿站 食堂 网吧 浴室 影院 健身 美容 理发 汽修 加油站 车站 码头 仓库 工地
    岗亭 停车场 菜场 农贸市场
    """
)
LANDMARKS = any_of(
    """
    门口 对面 附近 旁边 隔壁 后面 前面 楼下 楼上 斜对面 背后 侧面 东侧 西侧 南侧 北侧 路口 交叉口 路边 地下室 大厅 内侧
    """
)
