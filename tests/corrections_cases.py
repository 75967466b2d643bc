"""Articles on whose rows somebody decides, and who does."""

import pyarrow.parquet as pq

from hoinghi.corrections import Change, Decision, Store
from hoinghi.corrections.applying import tables_of
from hoinghi.corrections.merging import picked
from hoinghi.corrections.rows import target_of
from hoinghi.run import Options, run
from hoinghi.settings import Settings
from hoinghi.tables import SCHEMAS

RULES = Settings(model="none")  # loads faster; what is tested here does not depend on it

ARTICLES = {
    "a": (
        "Sáng 12/3/2024, tại Hội trường UBND xã, Ủy ban MTTQ Việt Nam xã Tam Đại, huyện Phú Ninh, "
        "tỉnh Quảng Nam tổ chức Hội nghị tổng kết công tác Mặt trận năm 2023. Ông Đoàn Ngọc Khiêm, "
        "Bí thư Đảng ủy xã Tam Đại phát biểu chỉ đạo. Bà Trịnh Thị Thảo, Chủ tịch Ủy ban MTTQ Việt "
        "Nam xã Tam Đại chủ trì hội nghị."
    ),
    "b": (
        "Chiều 5/4/2024, tại Nhà văn hóa thôn Trung Đàn, Hội Nông dân xã Bình Sa, huyện Thăng "
        "Bình, tỉnh Quảng Nam tổ chức Lễ phát động phong trào nông dân thi đua sản xuất giỏi. Ông "
        "Phan Tấn Hào, Chủ tịch Hội Nông dân xã Bình Sa phát biểu phát động. Cùng ngày, Hội Phụ nữ "
        "xã Bình Sa tổ chức Hội thảo giữ gìn nghề dệt chiếu."
    ),
    "c": "Giá cam ở các chợ đầu mối tuần này tăng nhẹ so với tuần trước vì mưa kéo dài nhiều ngày.",
    "d": (
        "Ngày 20/6/2024, Hội Cựu chiến binh phường Tân Thạnh, thành phố Tam Kỳ, tỉnh Quảng Nam tổ "
        "chức Hội nghị sơ kết công tác Hội 6 tháng đầu năm. Ông Lưu Quang Tiến, Chủ tịch Hội Cựu "
        "chiến binh phường Tân Thạnh chủ trì."
    ),
}


def write(folder, names="abcd"):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(ARTICLES[name], encoding="utf-8")


def extract(folder, out, **options):
    return run([folder], out, settings=RULES, options=Options(**{"workers": 1, **options}))


class Desk:
    """Somebody who decides on rows of a folder."""

    def __init__(self, out, who="An"):
        self.out, self.who, self.store = out, who, Store(out)

    def rows(self, table):
        return pq.read_table(self.out / "parquet" / f"{table}.parquet").to_pylist()

    def row(self, table, name):
        return next(row for row in self.rows(table) if name in row["name"])

    def decide(self, action, table, name, /, **to):
        """Decide on the row with ``name`` in its name; fields as they are to be."""
        machine = self.row(table, name)
        document = machine["document_id"]
        rows = picked(tables_of(self.out), [document], SCHEMAS)[document]
        target = target_of(rows, table, machine)
        last = self.store.read().last(target.key)
        fields = {
            key: value if isinstance(value, Change) else Change(machine.get(key), value)
            for key, value in to.items()
        }
        decision = Decision(
            id=f"{self.who}{len(self.store.decisions)}",
            target=last.target if last else target,
            action=action,
            fields=fields,
            who=self.who,
            when="2026-11-23T14:00:00+07:00",
            after=last.id if last else "",
        )
        self.store.add(decision)
        return decision

    def again(self, decision, action):
        """Decide once more on the row of an earlier decision."""
        last = self.store.read().last(decision.target.key)
        made = Decision(
            f"{self.who}{len(self.store.decisions)}", decision.target, action,
            who=self.who, when="2026-11-23T15:00:00+07:00", after=last.id,
        )  # fmt: skip
        self.store.add(made)
        return made


def contents(out):
    """Return the bytes of every table."""
    return {p.name: p.read_bytes() for form in ("csv", "parquet") for p in (out / form).iterdir()}
