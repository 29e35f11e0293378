"""Chinese names: told by the family name they begin with, of which some five hundred serve nearly everybody."""

from __future__ import annotations

import re

from tasks.core.lazy_regex import lazy_regex

# Family names of China and Taiwan as the press writes them, in both scripts, put down from use; the rarest are missing.
_ONE = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭"
    "廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢路岳齐"
    "梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游阳裴席卫查屈鲍覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴车冉房边辜吉饶刁瞿戚丘古米"
    "池滕晋苑邬臧畅宫苟褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙喻揭窦迟宇敖糜鄢冷卓仇艾蓝巩稽练仲虞卞封竺冼原衣楚佟栗匡宗应巫鞠桑荆谌"
    "银沙伏岑习胥蔺水昌凤皮苍闫肖付尚代华向成时全"
    "張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鐘鍾譚鄒陸顧龍萬錢湯賴龔龐蘭嚴蘆魯韋畢聶叢齊莊塗關費紀歐項陽衛單閔車邊饒晉鄔宮簡婁黨燕郎"
    "談連欒鬱竇遲鞏練應鄺邝諶藺廈隨麦麥骆駱区區佘劳勞蒲芮茅容寇储儲闻聞麻幸班浦惠束戎晁郗亓仝邰逯逄禹敬税贡貢师師鹿漆来來呼户矫嵇蹇禄祿由荀"
    "鄂智於贝貝花粘那阚闞濮朴富寿壽樂羊明庾操忻粟昝谯譙宿乐钮撒蒯暨鲜帅雒訾郅隗汝郏郄幺暴賀喬藍狄樓買闕鈕顏"
)  # fmt: skip
_TWO = (
    "欧阳|歐陽|上官|司马|司馬|诸葛|諸葛|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|司徒|夏侯|端木|南宫|南宮|澹台|"
    "范姜|张简|張簡|淳于|呼延|申屠|闾丘|閭丘"
)
_LISTED = lazy_regex(rf"(?:(?:{_TWO})[\u3400-\u9fff]{{1,2}}|[{''.join(sorted(_ONE))}][\u3400-\u9fff]{{1,2}})$")
_MARRIED = lazy_regex(rf"[{''.join(sorted(_ONE))}]{{2}}[\u3400-\u9fff]{{2}}$")  # `陳林敏儀`, as in Hong Kong
# What outlets end with, and desks and departments, but for people's names; what else stands in the place of a name.
_OUTLET = re.compile(r"[网網报報社]$")
_DESK = re.compile(r"[台臺号號讯訊刊部局院厅廳室组組站店团團校系处處委办辦]$")
_OTHER = lazy_regex(
    r"新闻|新聞|科技|财经|財經|消息|观察|觀察|频道|頻道|整合|综合|綜合|编辑|編輯|小编|小編|来源|來源|原创|原創|转载|轉載|注册|註冊|登录|登錄|登入|首页|首頁|"
    r"关注|關注|分享|收藏|评论|評論|转发|轉發|更多|搜索|搜尋|匿名|佚名|未知|网友|網友|官方|本站|站长|站長|管理|后台|客服|责编|責編|审核|審核|作者|记者|記者|"
    r"头条|頭條|资讯|資訊|快讯|快訊|播报|播報|报道|報導|生活|娱乐|娛樂|体育|體育|汽车|汽車|健康|教育|旅行|旅游|旅遊|笔记|筆記|工作室|传媒|傳媒|公司|集团|"
    r"集團|大学|大學|先生|女士|小姐|同志|谢谢|謝謝|[请請您]"
)
_HAN = lazy_regex("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]")
_FOUR = 4  # letters
_OTHER_SCRIPT = lazy_regex("[\u3040-\u30ff\uac00-\ud7af]")  # of Japan and Korea, which write Han too


def _has_han(text: str) -> bool:
    return not text.isascii() and _HAN.search(text) is not None


def is_chinese(text: str, language: str | None) -> bool:
    """Whether a text is Chinese: the page says so, or most of its letters are Han, and none kana or hangul.

    >>> is_chinese("十艘船驶入推罗港", "en"), is_chinese("船が港に入った", None), is_chinese("市議会新橋建設決定", "ja")
    (True, False, False)
    """
    if not _has_han(text) or (language or "")[:2] in ("ja", "ko"):
        return False
    is_told = (language or "")[:2] == "zh" or 2 * len(_HAN.findall(text)) > sum(map(str.isalpha, text))
    return is_told and not _OTHER_SCRIPT.search(text)


def chinese_names(name: str, *, is_sure: bool) -> list[str]:
    """The people in a name of Han letters, as a Chinese page gives it; names in other letters are left as they are.

    Where it is not sure that people are named, for outlets may be, names must begin with a frequent family name.

    >>> chinese_names("周敏 陆一鸣", is_sure=False), chinese_names("新京报", is_sure=True)
    (['周敏', '陆一鸣'], [])
    >>> chinese_names("扎西", is_sure=True), chinese_names("扎西", is_sure=False)
    (['扎西'], [])
    """
    if not _has_han(name) or _LATIN.search(name):
        return [name]
    is_name = _is_name if is_sure else is_listed
    parts = name.split()
    if min(map(len, parts)) == 1:  # `周 敏`
        parts = ["".join(parts)]
    return [part for part in parts if is_name(part)]


def is_listed(name: str) -> bool:
    """Whether a name begins with a frequent family name, or two, and is no longer than names are, or is from abroad."""
    is_one = _LISTED.match(name) is not None or _MARRIED.match(name) is not None or "·" in name
    return is_one and not (_OUTLET.search(name) or _OTHER.search(name))


def _is_name(text: str) -> bool:
    """Whether letters may be a name: with a frequent family name, of two or three letters, or of another people."""
    if _OUTLET.search(text) or _OTHER.search(text):
        return False
    return is_listed(text) or (1 < len(text) < _FOUR and not _DESK.search(text))
