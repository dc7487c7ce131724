"""Spreadsheets and tables damaged one at a time: grids, or a refusal in a sentence, must come of each."""

import io
import random
import re
import zipfile
from collections import Counter
from time import perf_counter

from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from cjsite.exchange import csv_table, ods, xlsx
from cjsite.exchange.imported import NotImported
from tests.support import mutate, sheets

MOST_SECONDS = 5.0
_READERS = (
    (xlsx.is_xlsx, xlsx.xlsx_grids),
    (ods.is_ods, ods.ods_grids),
    (csv_table.is_csv_table, csv_table.csv_table_grids),
)
_VALUES = ("", "-1", "0", "1048577", "9e99", "99999999999999999999", "A1:XFD1048576", "ZZZZ1", "x", "true", "&amp;")
_ATTRIBUTE = re.compile(rb'="([^"]*)"')


def _fill(sheet: Worksheet) -> None:
    sheets.rows_in(("A late ferry",), (), ("Stage", "Waits", None, "Boards"), ("Emotion", -1, 0.25, "=1+1"))(sheet)
    sheet.merge_cells("B3:C3")
    sheet["C4"].number_format = "0%"
    sheet["B3"].hyperlink = "https://example.org/"
    sheet["B4"].comment = Comment("ask Ada", "Ada")
    sheet.column_dimensions["D"].hidden = True


def bases() -> dict[str, bytes]:
    """Return whole files, one of each kind."""
    spanned = ' table:number-columns-spanned="2"'
    cell = f'<table:table-cell office:value-type="{{}}"{spanned}><text:p>{{}}</text:p></table:table-cell>'
    row = f"<table:table-row>{cell.format('string', 'Stage')}{cell.format('float', '1,5')}</table:table-row>"
    return {
        "a.xlsx": sheets.workbook(("Ferry", _fill), ("Old", _fill)),
        "b.xlsx": sheets.xlsxwriter_book(lambda sheet: sheet.write_row(0, 0, ("Stage", "=1+1", 3))),
        "a.ods": sheets.ods(f'<table:table table:name="A"><table:table-column/>{row * 2}</table:table>'),
        "a.csv": 'Stage;Waits\r\n"Quote";"one\r\n""two"""\r\n'.encode("utf-16"),
    }


def damage_and_read(seed: int, rounds: int) -> Counter[str]:
    """Damage a file a round; return how often there were grids, and how often a refusal."""
    random_ = random.Random(seed)
    outcomes: Counter[str] = Counter()
    whole = bases()
    for number in range(rounds):
        path = random_.choice(sorted(whole))
        data = _damaged(random_, whole[path])
        begin = perf_counter()
        outcomes[_read(path, data)] += 1
        assert perf_counter() - begin < MOST_SECONDS, (seed, number, path)
    return outcomes


def _read(path: str, data: bytes) -> str:
    for recognises, grids in _READERS:
        if recognises(path, data):
            try:
                assert grids(path, data)
            except NotImported as refusal:
                assert refusal.sentence
                return "refused"
            return "read"
    return "not recognised"


def _damaged(random_: random.Random, data: bytes) -> bytes:
    """Return a file with some bytes changed; of an archive, mostly inside one of its parts."""
    if not data.startswith(b"PK") or random_.random() < 0.2:
        return mutate.by_byte(random_, data)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = random_.choice(sorted(parts))
    choice = random_.randrange(4)
    if choice == 0:
        parts[name] = mutate.by_byte(random_, parts[name])
    elif choice == 1:
        del parts[name]
    elif choice == 2:
        parts[name] = parts[random_.choice(sorted(parts))]
    elif spans := [match.span(1) for match in _ATTRIBUTE.finditer(parts[name])]:
        begin, end = random_.choice(spans)
        parts[name] = parts[name][:begin] + random_.choice(_VALUES).encode() + parts[name][end:]
    return sheets.archive(parts)
