"""Passwords and keys are found where a value stands, not where a rule speaks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact.models import Candidate

    Found = Callable[[str], list[tuple[str, Candidate]]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("用户名：admin，密码：Gov#2024", "admin，密码：Gov#2024"),
        ("用户名: admin 密码: admin123", "admin 密码: admin123"),
        ("账号admin，密码admin888", "admin，密码admin888"),
        ("密码：Ab1!cd，用户名：lisi", "Ab1!cd，用户名：lisi"),
        ("账号密码：admin/Abc@123", "admin/Abc@123"),
        ("账号和密码都是admin", "admin"),
        ("初始密码均为Zj@2023", "Zj@2023"),
        ("默认密码123456，请及时修改", "123456"),
        ("密码重置为：abc@123。", "abc@123"),
        ("密码“Gov@2024”", "Gov@2024"),
        ('{"password": "P@ssw0rd!"}', "P@ssw0rd!"),
        ("PASSWORD=Abc12345", "Abc12345"),
        ("用户名 | 密码\nadmin | Admin@123\n", "Admin@123"),
        ("系统登录地址：http://10.10.1.5:8080/oa 账号：bgs01 密码：Oa@2024", "bgs01 密码：Oa@2024"),
    ],
)
def test_a_password_is_masked_with_its_account(text: str, value: str, found: Found) -> None:
    assert [(v, c.action) for v, c in found(text) if c.entity == "CREDENTIAL"] == [(value, "")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("系统地址http://192.168.1.10，用户名：bgs01", "bgs01"),
        ("网盘链接见附件，提取码：ab12", "ab12"),
        ("弱口令：123456", "123456"),
    ],
)
def test_what_tells_a_way_in_is_for_review(text: str, value: str, found: Found) -> None:
    assert [(v, c.action) for v, c in found(text) if c.entity == "CREDENTIAL"] == [(value, "review")]


@pytest.mark.parametrize(
    "text",
    [
        "密码应当包含大小写字母和数字",
        "初始密码为身份证后6位",
        "初始密码：本人手机号",
        "账号为身份证号，密码为身份证号后六位",
        "请妥善保管密码，不得转借他人",
        "加强对账号密码的安全管理，防止账号被盗用",
        "密码长度为8-16位",
        "密码8位以上",
        "密码：8-16位数字",
        "密码：必填",
        "密码：******",
        "密码：xxxx",
        "密码：\n确认密码：",
        "忘记密码\n2019-07-13",
        "忘记密码 2021-03-05 公告",
        "修改密码 | 退出",
        "密码：${DB_PASSWORD}",
        "password = os.environ['PW']",
        '"password": null',
        "验证码：8848",
        "不得使用弱口令，如123456",
        "密钥：由省密码管理局统一分发",
        "商用密码应用安全性评估",
        "用户名：zhangsan",
        "secret_key：ABCDEF",
        "task-list-abcdefghijklmnopqr12",
        "https://www.example.gov.cn:8080/a@b",
        "-----BEGIN PUBLIC KEY-----",
        "jdbc:mysql://10.0.0.8/oa",
        "mysql://root:****@10.0.0.3/oa",
    ],
)
def test_a_rule_or_a_form_holds_no_credential(text: str, found: Found) -> None:
    assert [v for v, c in found(text) if c.entity == "CREDENTIAL"] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("AccessKey ID LTAI5tQ9example00Kx7", "LTAI5tQ9example00Kx7"),
        ('api_key = "9f8e7d6c5b4a39281706"', "9f8e7d6c5b4a39281706"),
        ("Authorization: Bearer abcdef1234567890abcdef", "abcdef1234567890abcdef"),
        ("redis://:S3cretPw@10.1.1.9:6379/0", "redis://:S3cretPw@10.1.1.9:6379/0"),
        ("jdbc:oracle:thin:oa/Oa2024@10.0.0.3:1521:orcl", "jdbc:oracle:thin:oa/Oa2024@10.0.0.3:1521:orcl"),
        ("eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkifQ.abcDEF-_123", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkifQ.abcDEF-_123"),
        ("sk-proj-abcdefghijklmnopqrst1234", "sk-proj-abcdefghijklmnopqrst1234"),
    ],
)
def test_keys_by_form_or_label(text: str, value: str, found: Found) -> None:
    assert (value, "CREDENTIAL") in [(v, c.entity) for v, c in found(text)]


def test_a_private_key_is_found_as_a_whole(found: Found) -> None:
    key = "-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJBAK\nabc+/=\n-----END RSA PRIVATE KEY-----"
    assert [v for v, _ in found(f"附：\n{key}\n完")] == [key]
