"""Chinese names: told by the family name they begin with, of which a few hundred serve nearly everybody."""

from __future__ import annotations

import re

# The most frequent family names of China and Taiwan (census of 2020 of the one, of 2018 of the other), in both scripts.
_ONE = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭"
    "廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢路岳齐"
    "梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游阳裴席卫查屈鲍覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴车冉房边辜吉饶刁瞿戚丘古米"
    "池滕晋苑邬臧畅宫苟褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙喻揭窦迟宇敖糜鄢冷卓仇艾蓝巩稽练仲虞卞封竺冼原衣楚佟栗匡宗应巫鞠桑荆谌"
    "银沙伏岑习胥蔺水昌凤皮苍闫肖付尚代华向成时全"
    "張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鐘鍾譚鄒陸顧龍萬錢湯賴龔龐蘭嚴蘆魯韋畢聶叢齊莊塗關費紀歐項陽衛單閔車邊饒晉鄔宮簡婁黨燕郎"
    "談連欒鬱竇遲鞏練應鄺諶藺廈隨"
)  # fmt: skip
_TWO = (
    "欧阳|歐陽|上官|司马|司馬|诸葛|諸葛|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|司徒|夏侯|端木|南宫|南宮|澹台|"
    "范姜|张简|張簡"
)
_NAME = re.compile(rf"(?:(?:{_TWO})[\u3400-\u9fff]{{1,2}}|[{''.join(sorted(_ONE))}][\u3400-\u9fff]{{1,2}})$")
# What outlets, desks and departments end with.
_NO_PERSON = re.compile(r"[网網报報社台臺台号號讯訊刊部局院厅廳室组組站店会會团團校系科处處委办辦]$")
HAN = re.compile("[\u3400-\u9fff]")
_OTHER_SCRIPT = re.compile("[\u3040-\u30ff\uac00-\ud7af]")  # of Japan and Korea, which write Han too


def is_chinese(text: str, language: str | None) -> bool:
    """Whether a text with Han letters is Chinese: the page says so, or there is neither kana nor hangul in it.

    >>> is_chinese("十艘船驶入推罗港", None), is_chinese("船が港に入った", None), is_chinese("Ten ships", "zh")
    (True, False, False)
    """
    if not HAN.search(text):
        return False
    return (language or "").startswith("zh") or not _OTHER_SCRIPT.search(text)


def chinese_names(name: str) -> list[str]:
    """The people in a name of Han letters, as a Chinese page gives it; names in other letters are left as they are.

    >>> chinese_names("周敏 陆一鸣"), chinese_names("周 敏"), chinese_names("新京报"), chinese_names("Ada Byron")
    (['周敏', '陆一鸣'], ['周敏'], [], ['Ada Byron'])
    """
    if not HAN.search(name):
        return [name]
    parts = name.split()
    if all(map(_is_name, parts)):
        return parts
    whole = "".join(parts)
    return [whole] if _is_name(whole) else []


def _is_name(text: str) -> bool:
    return _NAME.match(text) is not None and not _NO_PERSON.search(text)
