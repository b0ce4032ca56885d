"""What stands where a name should stand and is none: greetings, remarks, grades of schools, forms of address, sums.

Notices write 居民：大家好 and 参赛选手：须知, and a column of names holds 暂缺, 弃权, 高一 or 合计 where there is no person.
"""

from __future__ import annotations

from govredact.names import store
from govredact.text import lazy

_ALL_REMARKS = (
    "须知 待定 暂定 暂缺 暂无 空缺 空白 缺席 缺考 缺额 弃权 弃考 弃奖 放弃 退出 退赛 替补 候补 保密 匿名 佚名 无名 网友 网民 市民"
    " 群众 游客 访客 全体 全部 全家 若干 免费 半价 优先 凭证 报到 报名 签到 签字 签名 盖章 手印 姓名 名单 名字 名额 人数 户数 人员"
    " 家长 家属 本人 自己 父母 夫妻 双方 集体 单位 个人 合计 小计 总计 共计 累计 平均 均值 最高 最低 总数 总分 备注 说明 如下 附后"
    " 附件 另附 见附件 详见附件 特此公告 特此公示 死亡 去世 亡故 注销 停发 取消 作废 更正 变更 新增 续保 退保 在职 退休 在校 在读"
    " 毕业 请假 外出 务工 务农 原告 被告 第三人 上诉人 申请人 审判长 审判员 书记员 正常 正式 临时 常住 暂住 男性 女性 汉族 贫困 一般"
    " 普通"
)
_REMARKS = frozenset(_ALL_REMARKS.split())
_FORMS = lazy.compile(
    "(?:大家|你们?|您|各位|下午|上午|中午|早上?|晚上?|新年|节日|[学老家朋]?[生师长友]?们)?[好安]|.{1,3}们"
    "|须.*|[小初高大][一二三四五六](?:新生|学生|[上下]|班)?|[一二三四五六七八九](?:年级|班|组|队)|.{0,3}(?:须知|通知|公告|名单|情况)"
)
# Forms of address behind a surname: such a value names nobody (张先生); 委员 and 代表 may be given names of none.
_ADDRESSED = (
    "先生",
    "女士",
    "小姐",
    "同志",
    "老师",
    "师傅",
    "大爷",
    "大妈",
    "大娘",
    "大叔",
    "大姐",
    "大哥",
    "阿姨",
    "太太",
    "同学",
    "老汉",
)
_STATES = frozenset("中后前时内外")
# Words that hardly any given name holds: up to this cost a word is a frequent one.
_FREQUENT = 115


def is_refused(value: str) -> bool:
    """Whether ``value``, which stands in the place of a name, is certainly none."""
    return value in _REMARKS or _FORMS.fullmatch(value) is not None or (len(value) < 5 and value.endswith(_ADDRESSED))


def holds_word(value: str) -> bool:
    """Whether three or more characters begin or end with a frequent word (大家好, 生前住): no name that starts with a rare surname does."""
    if value[-1] in _STATES and store.is_word(value[:-1]):
        return True  # 报名中
    return len(value) > 2 and (store.cost(value[:2]) <= _FREQUENT or store.cost(value[-2:]) <= _FREQUENT)
