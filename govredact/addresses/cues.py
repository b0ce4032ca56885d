"""Words around an address, and in it, that tell whose it is; written for this project.

Patterns that end in ``$`` are searched in what stands before the address, the others begin where it ends or are searched around it.
"""

from __future__ import annotations

from govredact.addresses.words import any_of
from govredact.text import lazy

_LIVES = any_of("家住 捕前住 生前住 现住 暂住 租住 借住 寄住 常住 居住 住在 住于 入住 回家 户籍 户籍地 户籍所在地 户口 老家 家在 家中 原籍")
HOME_LEAD = lazy.compile(
    f"(?:{_LIVES}|[搬迁][到至入]|(?<!入)住|其家)(?:地址|地|址)?(?:[在于为是系的：:]|位于)?[ ]?(?:[本我][市区县镇村])?$",
)
_OFFICES = any_of("公司 中心 委员会 政府 法院 检察院 医院 学校 银行 酒店 宾馆 机构 单位 部门 院 厂 书店 店 馆 所 站 处")
_PLACES = any_of(
    """
    起于 止于 位于 坐落于 坐落在 坐落 座落 地处 设在 设于 迁址 地点 场所 会场 现场 办公 经营 注册 营业 受理 窗口 门店 店铺 大厅 展厅
    会议室 项目 工程 前往 走进 来到
    """
)
OFFICE_LEAD = lazy.compile(f"(?:{_PLACES}|{_OFFICES}|[^当结布格大]局)(?:地址|地点)?[：:为是在于到至]?[ ]?[（(]?$")
_DWELLERS = "业主|居民(?![楼委代小点区健活])|村民(?![委小活议会代自])"
HOME_TAIL = lazy.compile(f"[ ]?(?:的?(?:家[中里门，。]|住[处所宅户]|出租屋|{_DWELLERS})|家中|租住|居住)")
OFFICE_TAIL = lazy.compile(
    "[ ）)]{0,2}(?:（?邮编|，?邮政编码|认领|办理|领取|反映|咨询|报到|提交|递交|查询|查阅|举行|召开|开幕|开业|营业|办公|路段|交叉|施工"
    "|封闭|[至到]|以[东西南北]"
    "|的?[\u4e00-\u9fff]{0,4}(?:大棚|基地|[果茶桑菜]园|园里|变压器|[稻农麦]田|田间|地里|公路|道路|[水沟]渠|机耕[道路]|山洪沟|河道|山塘|路段|桥梁)"
    "|的?[\u4e00-\u9fff]{0,6}(?:公司|店|中心|大厦|单位|营业部|办事处|工地|项目|地块))"
)
# What is done in business premises, or what they are: stronger than whom the sentence is about.
BUSINESS_TAIL = lazy.compile(
    "[ ]?的?(?:从事|经营|开[设办]|设立|生产|加工|销售|摆摊|占道"
    "|(?:门面|[店铺]面|商铺)|(?:门店|店铺?|厂房?|车间|作坊|仓库|摊[位点]|商铺|餐馆|诊所|工地)(?![\u4e00-\u9fff]))"
)
# 该户位于, 房屋坐落于: what stands there is lived in.
DWELLING_LEAD = lazy.compile("(?:该户|房屋|住房|住宅|房产|家)(?:坐落|座落|位)于?[：:]?$")
SENT_TO = lazy.compile("(?:请寄|[邮寄]寄?至|寄[往到])[：:]?$")
# Words before 地址 or 地点 that say whose it is: 参赛地址, 门店地址.
_OF_OFFICE = any_of(
    """
    公司 单位 企业 机构 机关 部门 学校 医院 酒店 门店 店铺 商户 商家 厂 经营 营业 注册 办公 生产 加工 仓储 仓库 项目 工程 施工 建设 受理
    办理 报名 领取 递交 提交 采购 招标 投标 开标 代理 供应商 活动 会议 会场 展会 比赛 参赛 赛事 培训 考试 面试 体检 集合 演出 楼盘 物业
    销售 服务 服务点 网点 售后 咨询 展厅 场所 站 诊所 门诊 就诊 接种 采样 药店 药房 网吧 民宿 饭店 宾馆 幼儿园 敬老院
    养老院 养殖 种植 合作社 农场 接待 接待室 窗口 中心 大厅 考点 考场 工地 事务所 律所 派出所 司法所 园 公墓 陵园 殡仪馆 店
    """
)
OFFICE_PREFIX = lazy.compile(f"(?:{_OF_OFFICE})的?(?:详细|具体|现)?$")

PERSON_PREFIX = lazy.compile("(?:租客|租户|房客|住户|户主|业主|车主|学生|患者|死者|本人|个人|申请人|持证人|当事人)的?$")

# In the address: what homes have, what organisations have, and ranges and crossings, which are nobody's.
HOMELY = lazy.compile(
    "宿舍|家属|公租房|廉租房|安置房|经适房|出租房|民房|自建房|住宅|职工楼|过渡房|村民小组|[0-9一二三四五六七八九十][组社]|(?:村|社区)[\u4e00-\u9fff]{1,6}[组屯队]$",
)
UNIT = lazy.compile("[栋幢]|单元|[0-9]室|[0-9]号楼|[0-9][-－—][0-9]{1,3}[-－—][0-9]")
DEEP = lazy.compile(
    "单元|[村寨屯][^，。\n]{0,10}[0-9]{1,4}号|[栋幢][0-9]|[0-9][栋幢]|[一二三四五六七八九十][栋幢座][0-9]|(?:小区|新村|花园|公寓|家园|[苑园城庭湾郡府居])[^，。\n]{0,6}[0-9]{1,3}[-－—][0-9]",
)
_ORGANS = any_of(
    """
    产业园 科技园 创业园 软件园 创意园 物流园
    厂房 车间 仓库 商铺 门面 店面 铺面 摊位 市委 县委 区委 党委 党校 财政厅 公安厅 司法厅 教育厅 民政厅 水利厅
    农业农村厅 卫健委 发改委 采购办 人社局 残联 妇联 总工会 工商联
    供销社(?!宿舍|家属|职工) 卫生室 红十字会 营业厅 服务站 保健院
    公司 厂 法院 检察院 医院 学校 小学 中学 大学 银行 支行 政府 委员会 管委会 服务中心 派出所 幼儿园 超市
    酒店 宾馆 研究院 研究所 设计院 集团
    """
)
ORGAN = lazy.compile(_ORGANS)
RANGE = lazy.compile(
    "[—－-][一二三四五六七八九十]组|[0-9一二三四五六七八九十]、[0-9一二三四五六七八九十]{1,3}[组社]|[0-9][—–～~-][0-9]{1,3}[栋幢]"
    "|组[\u4e00-\u9fff]{0,4}至|[0-9号楼栋幢室组社队]至[0-9一二三四五六七八九十第]|[路街道]与[\u4e00-\u9fff]{1,8}[路街道河]|交[叉汇]",
)

# In the sentence: whom it is about, and the scene.
_PARTIES = any_of(
    """
    姓名 户主 申请人 当事人 嫌疑人 犯罪 被告 原告 上诉人 第三人 被处罚人 被申请人 被执行人 违法行为人 死者 伤者 患者 病例 确诊 密接 租户
    房客 房主 农户 低保户 五保户 特困户 承包方 承租人 出租人 被征收人 被拆迁人 征收户 拆迁户 安置户
    (?:权利|产权|经营权|使用权)人(?=[：:][\u4e00-\u9fff]{1,4}[，；。、\\s]) 担保人 收养人 送养人 继承人 被监护人
    (?<!中标)(?<!成交)候选人 反映人 诉求人 收货人 收件人 寄件人 举报人 投诉人 信访人 来电人 来信人 报警人 被害人 受害人 证人
    监护人 抓获 被抓 逮捕 拘留 归案 身份证 出生
    汉族 回族 满族 苗族 壮族 彝族 藏族 民警在 本人
    """
)
# Anybody: of such a sentence an office in the address says more.
_ANYBODY = any_of("业主 村民 居民 市民 学生 家长 先生 女士 老人 孩子 儿童 妇女 男子 女子")
_PERSON = f"{_PARTIES}|[，,、 （(\t][男女][，,、 ）)\t]|某某?[，,（( ]|[0-9]岁|(?<![0-9])[1-9][0-9]{{5}}(?:19|20)[0-9]{{9}}[0-9Xx]"
_FIRMS = any_of(
    """
    公司 商行 商店 集团 超市 药店 门市部 经营部 合作社 饭店 餐厅 酒店 宾馆 旅馆 民宿 网吧 网咖 KTV 诊所 药房 供销社(?!宿舍|家属|职工)
    幼儿园 敬老院 养老院 学校 医院 卫生院 银行 法院 政府 (?<!业主)委员会 居委会 村委会 残联 妇联 派出所 司法所 税务所
    财政所 事务所 中心 协会 研究院 研究所
    """
)
_STAFF = any_of("员工 职工 经理 工作 上班 退休 打工 干部 家属 的员工 的职工 司机 工人")
_ORG_WORDS = any_of(
    """
    (?<!人)名称(?=[：:]) 字号 红十字会 卫生室 营业厅 业务厅 服务站 食堂 殡仪馆 保健院
    法定代表人 负责人 经办人 统一社会信用代码 采购人 招标人 供应商 投标人 中标人 代理机构 企业 单位 机构 商户 门店 我局 本局 我院
    本院 我委 本中心 我中心 注册 经营(?!权|者) 办公 受理 窗口 邮编 邮政编码 传真 会议 监督电话 咨询电话 举报电话 办公电话 投诉电话 值班电话
    服务热线 监督举报
    """
)
SUBJECT = lazy.compile(
    f"(?P<person>{_PERSON})|(?P<anybody>{_ANYBODY})"
    f"|(?P<org>(?:{_FIRMS}|[\u4e00-\u9fff]{{2}}厂|[^当结布格大]局)(?!{_STAFF})|联系人(?!电话|手机|号码)|{_ORG_WORDS})"
    "|(?P<told>(?<![人者众民])反映(?!人))",
)
# 负责人胡某: whom an organisation names is not whom the address belongs to.
NAMED_BY_ORG = 4
# Before or beside a building: a place that everybody passes.
PLACE_TAIL = lazy.compile(
    "[ ]?(?:[院门]?外(?!来|地)|周边|沿[街线]|门前|楼前|楼下|旁边?|附近|对面|一带|门口|[前下](?=的|[^\u4e00-\u9fff]|$))",
)
# What an organisation is called, as a whole cell of a table.
FIRM_CELL = lazy.compile(
    "[\u4e00-\u9fffA-Za-z0-9（）()·]{1,40}(?:公司|厂|合作社|供销社|农场|[^书]店|馆|超市|中心|经营部|门市部|商行|饭庄|酒楼|会所|所|院|银行|支行|学校|[中小]学|KTV)"
    "(?:[（(][^（()）]{1,10}[）)])?",
)

_SCENES = any_of(
    """
    选址 硬化 停车位 教学点 变压器 台区 监测 采样 取水口
    交通管制 路段 交叉口 禁行 绕行 施工 停水 停电 停气 公交 站点 征收范围 四至 东至(?!县) 西至 南至 北至 起点 终点 工程 项目 地块 开标
    投标 招标 宗地 出让 竞买 起始价 标的 保证金 采购 报名 报到 参会 参赛 考点 考场 受理 咨询 营业时间 门票 景区 展览 楼盘 售楼
    滑坡 崩塌 泥石流 隐患点 监测点 文物 古树 采砂 河段 水源地 农田 林地 公厕 投放点 河长 加装电梯 增设电梯 旧小区改造
    开盘 竣工 验收 巡查 检查 调研 走访 慰问
    """
)
SCENE = lazy.compile(_SCENES)
