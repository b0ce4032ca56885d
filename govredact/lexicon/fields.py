"""All fields that a label or column header can name, with a one-line meaning each.

Detectors take them as evidence for a value, or (the last group) against one. ``lexicons/labels.tsv`` may use no others.
"""

from __future__ import annotations

_IDENTITY = {
    "RESIDENT_ID": "居民身份证号: 18 or 15 digits; also 社会保障号码 and 个人税号, which equal it",
    "ID_ANY": "证件号码: an identity document of any kind",
    "ID_TYPE": "证件类型: names the kind of document that stands beside it",
    "HMT_RESIDENCE": "港澳台居民居住证号",
    "FOREIGNER_ID": "外国人永久居留身份证号",
    "HKM_PERMIT": "港澳居民来往内地通行证号 (回乡证), 往来港澳通行证号",
    "TW_PERMIT": "台湾居民来往大陆通行证号 (台胞证), 往来台湾通行证号",
    "PASSPORT": "护照号",
    "MILITARY_ID": "军官证, 士兵证, 退役证 and 优待证 numbers",
    "DISABILITY_ID": "残疾人证号",
    "STUDENT_ID": "学籍号 (national, holds the ID number)",
    "STUDENT_NO": "学号 (of one school)",
    "SOCIAL_CARD": "社会保障卡号",
    "MEDICAL_INSURANCE": "医保编号, 新农合证号",
    "DRIVER_LICENCE": "驾驶证号 (equals the ID number)",
    "ARCHIVE_NO": "档案编号 (of a driving licence or a person's file)",
    "EXAM_NO": "准考证号, 考号, 报名序号",
    "MEDICAL_RECORD": "病历号, 住院号, 门诊号",
    "HOUSEHOLD_NO": "户口簿号, 户号",
    "PROPERTY_NO": "不动产权证号, 房产证号, 土地证号",
}
_CONTACT = {
    "MOBILE": "手机号码",
    "PHONE": "电话, 联系方式: mobile or landline, of a person or an office",
    "HOME_PHONE": "家庭电话, 宅电",
    "OFFICE_PHONE": "办公电话, 值班电话, 监督电话, 热线, 传真: published on purpose",
    "QQ": "QQ号",
    "WECHAT": "微信号",
    "EMAIL": "电子邮箱",
    "ADDRESS_HOME": "家庭住址, 户籍地址, 房屋坐落: where a person lives",
    "ADDRESS": "地址, 住所: a person's or an organisation's",
    "ADDRESS_OFFICE": "办公地址, 受理地点, 供应商地址: of an organisation or an event",
    "ADDRESS_VILLAGE": "行政村, 村组, 社区",
    "ADDRESS_TOWN": "乡镇, 街道, 区县",
}
_MONEY = {
    "BANK_CARD": "银行卡号",
    "BANK_ACCOUNT": "银行账号, 一卡通账号, 存折号",
    "BANK_NAME": "开户银行",
    "INCOME": "收入, 工资: of a person or household",
}
_THINGS_OWNED = {
    "PLATE": "车牌号",
    "VIN": "车辆识别代号, 车架号",
}
_PEOPLE = {
    "PERSON": "姓名 of a citizen",
    "PERSON_MINOR": "姓名 of a child",
    "PERSON_PROTECTED": "举报人, 投诉人, 信访人, 被害人, 证人",
    "CONTACT_PERSON": "联系人",
    "OFFICIAL": "经办人, 负责人, 审核人: a person in office",
    "LEGAL_REP": "法定代表人",
    "PERSON_OR_ORG": "户名, 当事人, 收款人: a person or an organisation",
    "SIGNATURE": "签字, 签名, 手印",
    "RELATION": "与户主关系",
    "BIRTH_DATE": "出生日期",
    "BIRTH_MONTH": "出生年月",
    "AGE": "年龄",
    "GENDER": "性别",
    "ETHNICITY": "民族",
    "RELIGION": "宗教信仰",
    "POLITICAL_STATUS": "政治面貌",
    "MARITAL": "婚姻状况",
    "EDUCATION": "文化程度, 学历",
    "OCCUPATION": "职业, 职务, 岗位",
    "EMPLOYER": "工作单位",
    "SCHOOL": "毕业院校",
    "SCHOOL_MINOR": "就读学校, 班级: of a child",
    "HEALTH": "病种, 诊断, 健康状况",
    "HEALTH_CONTEXT": "就诊医院, 检查日期: tells that someone was ill",
    "DISABILITY": "残疾类别, 残疾等级",
    "POVERTY_REASON": "致贫原因, 困难类型, 救助原因",
    "FAMILY_SIZE": "家庭人口, 保障人数",
}
_ACCESS = {
    "USERNAME": "用户名, 登录账号",
    "PASSWORD": "密码, 口令",
    "SECRET_KEY": "密钥, token, AccessKey",
    "IP": "IP地址",
    "MAC": "MAC地址",
    "COORDINATES": "坐标, 经纬度",
}
_ORGANISATIONS = {
    "USCC": "统一社会信用代码, 纳税人识别号 of an organisation",
    "ORG": "单位名称, 供应商",
}
_THINGS = {
    "OTHER_NO": "订单号, 合同编号, 项目编号, 许可证号: the number of a thing",
    "DOC_NO": "文号, 案号, 索引号: the number of a document",
    "AMOUNT": "金额, 单价, 预算",
    "COUNT": "访问量, 人数, 件数",
    "AREA": "面积",
    "DATE": "日期, 时间: not of a birth",
    "POSTCODE": "邮编",
    "SCORE": "成绩, 得分, 名次",
    "FREE_TEXT": "备注, 说明: anything may stand here",
}

FIELDS: dict[str, str] = {
    **_IDENTITY,
    **_CONTACT,
    **_MONEY,
    **_THINGS_OWNED,
    **_PEOPLE,
    **_ACCESS,
    **_ORGANISATIONS,
    **_THINGS,
}

# Fields whose values are never a person's: a number after such a label is vetoed as an identifying one.
NOT_PERSONAL: frozenset[str] = frozenset(_THINGS) - {"FREE_TEXT"} | {"USCC"}
