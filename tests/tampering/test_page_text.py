"""Words of enforcement are counted once, however often somebody asks."""

from __future__ import annotations

import pytest

from govredact.tampering.text import PageText

TEXT = "警方抓获一人，警方又查处两家，严禁传播，欢迎举报。"


@pytest.mark.parametrize("asked", [(1, 4, 1), (4, 1), (9, 2, 9), (2, 3, 9)])
def test_who_asks_again_is_told_the_same(asked: tuple[int, ...]) -> None:
    page = PageText(TEXT)
    assert [page.against(most) for most in asked] == [PageText(TEXT).against(most) for most in asked]
    assert PageText(TEXT).against(9) == 5
    assert PageText("关于供水的通知").against(4) == 0
