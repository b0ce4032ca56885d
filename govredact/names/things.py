"""Headers and labels of things, below or behind which nobody's name stands: 停水区域, 品种, 企业名称, 途经站点.

The lists of labels (``lexicons/labels.tsv``) hold what numbers and persons are called; these are the ends of everything else.
"""

from __future__ import annotations

from govredact.names import values
from govredact.text import lazy

_ALL_ENDS = (
    "名称 品名 物名 地名 村名 站名 书名 剧名 曲名 片名 区域 地域 领域 地区 片区 市区 县区 镇区 乡区 园区 地点 地址 位置 站 站点 站台"
    " 线路 起点 终点 途经 产地 断面 乡镇 街道 社区 村 村居 单位 部门 机构 企业 公司 商家 商户 店铺 品牌 厂商 厂家 供应商 科目 课程"
    " 专业 考点 考场 教室 学校 院校 班级 院系 项目 工程 产品 商品 药品 品种 型号 车型 设备 作品 书目 曲目 剧目 节目 景点 景区 河流"
    " 河段 水库 道路 路段 楼盘 小区 类别 类型 指标 内容 事项 岗位 职务 职位 职称 民族 籍贯 职业 城市 省份 国家 代表队 行业 星期一"
    " 星期二 星期三 星期四 星期五 星期六 星期日"
)
_ENDS = tuple(_ALL_ENDS.split())
# What lists are made of whose items are never persons; 单位, 项目 and 地址 may hold the name of whom they concern.
_ALL_LISTS = (
    "品种 品名 药品 药物 菜品 菜肴 食品 水果 蔬菜 商品 产品 课程 科目 专业 站点 车站 站台 线路 途经 区域 地区 片区 品牌 车型 疫苗"
    " 书目 图书 剧目 曲目 企业 社区 街道 乡镇 学校 景点 景区 河流 支流 水库 路段 道路 农药名称 药品名称 商品名称 产品名称 品牌名称"
    " 企业名称 单位名称 小区 楼盘 城市 民族"
)
_LISTS = tuple(_ALL_LISTS.split())
# Among organisations a person stands now and then: 供应商：张三.
_ALL_ORGANISATIONS = "单位 机构 企业 公司 商家 商户 店铺 厂商 厂家 供应商"
_ORGANISATIONS = tuple(word + end for word in _ALL_ORGANISATIONS.split() for end in ("", "名称"))
_OF_PERSONS = lazy.compile("(?:[姓人员者户主员]|学生|选手|专家|当事).{0,2}名")
# The ends of headers of persons, and of those that head numbers or groups all the same.
_ALL_PEOPLE = "人 者 户 户主 人员 对象 教师 学生 学员 选手 队员 名单 教练 组长 队长 班长 裁判长 领队 讲师 嘉宾 骨干 代表"
_PEOPLE = tuple(_ALL_PEOPLE.split())
_GROUPS = ("法人", "工业户", "商户", "门户", "账户", "用户", "客户", "单位名单", "企业名单", "项目名单", "机构名单", "村名单")
_LONGEST = 10
_REMARK = lazy.compile("[（(].*")


def is_header(header: str) -> bool:
    """Whether a column under ``header`` holds things: no name is read there by its form alone."""
    written = _bare(header)
    return written.endswith(_ENDS) and not _OF_PERSONS.search(written) and not values.is_likely(written)


def heads_people(header: str) -> bool:
    """Whether ``header`` can only head a column of persons by its end, though no list of labels holds it: 结对帮扶户, 获奖教师."""
    written = _bare(header)
    return 1 < len(written) < _LONGEST and written.endswith(_PEOPLE) and not written.endswith(_GROUPS)


def is_list(label: str) -> bool:
    """Whether what ``label`` and a colon lead in are things: 途经站点：黄花岗、杨箕."""
    return label.endswith(_LISTS) and not _OF_PERSONS.search(label)


def holds_anybody(header: str) -> bool:
    """Whether the header or label is one of organisations, among which persons stand now and then."""
    return _bare(header).endswith(_ORGANISATIONS)


def _bare(header: str) -> str:
    """``header`` without blanks and without the remark in brackets behind it."""
    return _REMARK.sub("", "".join(header.split()))
