"""What masking brings to light is masked in the next round, for as many rounds as that takes."""

from __future__ import annotations

from govredact import Engine

# Each address goes by the words before it: where one before it is hidden, the next is a home.
CHAIN = (
    '{"text": "家庭住址：宁波江北区投资创业中心C区金山路413弄"}\n'
    + "".join(
        f'{{"text": "户籍地址：{place}"}}\n'
        for place in (
            "黄龙万科中心g座1263",
            "滨江区长河路1195号中软科技有限公司",
            "黄龙万科中心h座801",
            "临城街道翁山路14号新锐手机店",
            "万科中心a座9",
        )
    )
).encode()


def test_a_chain_of_addresses_is_masked_to_its_end() -> None:
    engine = Engine()
    copy = engine.mask_file(CHAIN, "a.jsonl")
    assert not [f for f in copy.report.findings if f.action == "mask"]
    assert "长河路" not in copy.data.decode()
    assert engine.verify(CHAIN, copy.data, "a.jsonl").passed
