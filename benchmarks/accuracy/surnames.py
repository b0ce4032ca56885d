"""Chinese surnames by which the benchmark tells Han-shaped names: those of 百家姓 that are in use, and common ones it lacks.

Written down for the benchmark alone; govredact has a list of its own, so that the two cannot share a mistake.
"""

from __future__ import annotations

SINGLE = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐"
    "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁"
    "杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚"
    "程嵇邢滑裴陆荣翁荀羊於惠甄曲封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶"
    "幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏"
    "柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养"
    "鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖付闫代邸仝佟阳候苑甯尧冼揭锺肇岳覃檀兰佘佴帅战青海占展原郎但粟商同行亢信修漆才银仁乃汝鹿"
    "邝辜闾丛仉楼刀敬谌迟初门勒哈玉塔宝线智忻甫苟智庹禤黎邬肇涂揣巨英郇郄郸鄢"
)
_COMPOUND = """
欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠
公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁
拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 左丘 东门 西门 第五 南荣 纳兰 完颜 叶赫 爱新 那拉 呼和
欧陽
"""
COMPOUND = frozenset(_COMPOUND.split())
# A name of these characters alone is a foreign one, even where its first is a surname as well.
TRANSLITERATED = frozenset(
    "斯克尔拉特德里亚利马尼罗巴科贝卡格布诺奥伦洛维弗莱瓦萨哈塔埃普曼姆顿戈夫托佩迪赫莫鲁穆宾勒伊比米达多茨恩西泽费吉雷纳什蒂舍库兹基阿加查沙耶因菲"
)
