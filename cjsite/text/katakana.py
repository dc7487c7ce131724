"""Where words in katakana may end a line: beside them, and in long ones between the words they are made of.

Japanese lines end between phrases (`word-break: auto-phrase`), and a phrase may be wider than a narrow cell: then
browsers part it wherever the line is full, and its last letter stands alone on the next.
"""

import re
from functools import lru_cache

_LONG, _LONGEST = 6, 60
"""Words of so many letters are parted: more than the narrowest columns have room for, as many as words have."""
_LEAST = 2
_BETWEEN_WORDS, _AFTER_AN_END, _WITHIN = -2.0, 1.0, 2.0
"""What a break costs: beside a word that is known, after a letter that often ends one, and elsewhere."""
_COST_OF_LENGTH = {2: 1.0, 3: 0.0, 4: 0.0, 5: 0.9}
"""What a part costs by its letters: five fill the narrowest columns, more are parted there where a line is full."""
_TOO_LONG = 2.5
"""What each letter more costs."""
_NEVER_FIRST = "ァィゥェォッャュョヮヵヶンー"
_OFTEN_LAST = "ーン"
_ENDS_A_WORD = "トドルズスムグクプブジチ"
"""Letters that a long vowel leads to rather than ends before: `カード`, `コール`."""
_FREQUENT = """
    アカウント アクセス アップ アドバイス アフター アプリ アンケート イベント インター インフラ ウィンドウ
    ウェブ エラー オンライン オーダー オーバー カスタマー カード ガイド キャンセル クラブ クレジット コール
    サイト サポート サービス システム ショップ ショート ステージ ストア スマート センター セールス ソーシャル
    タッチ ダウン チケット チャット チーム デジタル データ トラブル ニュース ネット バイダー バック バッテリー
    パスワード フィード フォロー フォン フォーム フロント プラット ヘルプ ペイメント ペイン ページ ボタン
    ボックス ポイント ポータル マガジン マニュアル マーケット メッセージ メディア メニュー メール モバイル
    ユーザー リスト レター レビュー レポート ログイン ロード
"""
_WORDS = frozenset(_FREQUENT.split())
"""Words that many longer ones are made of."""
_KANJI = r"\u3005\u4e00-\u9fff"
_WORD = re.compile(rf"(?P<before>[\u3041-\u309f{_KANJI}])?(?P<word>[ァ-ヺー]{{4,}})(?P<after>[{_KANJI}])?")
"""Of so many letters that it may stand on a line of its own, and what it stands between."""


def with_breaks(text: str, sign: str) -> str:
    """Return a text with a sign where a word in katakana may end a line.

    >>> with_breaks("お客様ポータルのショートメッセージ", "|")
    'お客様|ポータルの|ショート|メッセージ'
    """
    return _WORD.sub(lambda match: _beside(match["before"] or "", match["word"], match["after"] or "", sign), text)


def _beside(before: str, word: str, after: str, sign: str) -> str:
    return f"{before}{sign * bool(before)}{sign.join(_parts(word))}{sign * bool(after)}{after}"


@lru_cache(1 << 12)
def _parts(word: str) -> tuple[str, ...]:
    """Return the parts of a word that cost the least together."""
    if not _LONG <= len(word) <= _LONGEST:
        return (word,)
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for end in range(_LEAST, len(word) + 1):
        cost = _break_cost(word, end)
        if cost is not None:
            ways = ((best[start], word[start:end]) for start in range(end - _LEAST + 1) if start in best)
            best[end] = min((so_far + cost + _part_cost(part), (*parts, part)) for (so_far, parts), part in ways)
    return best[len(word)][1]


def _part_cost(part: str) -> float:
    if len(part) < _LONG:
        return _COST_OF_LENGTH[len(part)]
    return _TOO_LONG * (len(part) - _LONG + 2)


def _break_cost(word: str, place: int) -> float | None:
    """Return what a break before a place costs, None where there may be none."""
    if place == len(word):
        return 0.0
    last, first = word[place - 1], word[place]
    if first in _NEVER_FIRST or last == "ッ":
        return None
    if _is_between_words(word, place):
        return _BETWEEN_WORDS
    if last == "ー" and first in _ENDS_A_WORD and word[place + 1 : place + 2] != "ー":
        return None
    return _AFTER_AN_END if last in _OFTEN_LAST else _WITHIN


def _is_between_words(word: str, place: int) -> bool:
    lengths = range(_LEAST, _LONG)
    return any(word[:place][-length:] in _WORDS or word[place : place + length] in _WORDS for length in lengths)
