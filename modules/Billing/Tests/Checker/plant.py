#!/usr/bin/env python3
"""Writes bills-clean.csv and bills-faulty.csv: 50 bills without a fault and 50 with planted ones, over Pricing/items.csv.

Prices are worked out here by hand-written arithmetic, not by the engine. Every planted fault stands in its line's
columns planted (kind) and over (yuan charged too much). The same seed writes the same bytes.
"""
import csv, math, os, random
from decimal import Decimal as D

here = os.path.dirname(os.path.abspath(__file__))
HEAD = "bill,list,age,infectious,grade,total,line,name,quantity,unit,amount,match,km,floor,lift,cost,within,planted,over".split(",")
R = random.Random(20261122)


def line(name, quantity, unit, amount, **facts):
    return dict(name=name, quantity=quantity, unit=unit, amount=amount, planted="", over="", **facts)


# ---- every item once: how a clean line of it looks, and which names bills use for it ----
def yt(bill):
    km, days, hours, years = R.randint(3, 60), R.choice([1, 2, D("2.3"), 3, D("3.5"), 4]), R.choice([6, 7, D("7.5"), 10]), R.choice([D("0.4"), D("0.6"), 1, D("1.2"), 3])
    half = bill.get("age") is not None and bill["age"] < 7
    top = {"": 120, "一级": 156, "二级": 144, "三级": 132}[bill["grade"]]
    hall, hp = R.choice([("100㎡以下", 80), ("100至200㎡", 200), ("200㎡以上", 500)])
    cost = R.choice([50, 99, 320, 500])
    makeup, emb, wreaths = R.randint(100, 500), R.randint(400, 1000), R.randint(1, 20)
    halves = math.ceil(years * 2)
    return [
        line(R.choice(["火化费（普通殡仪馆）", "火化费", "火化费(普通殡仪馆)", "遗体火化"]), 1, top, top // 2 if half else top, key="cremation"),
        line(R.choice(["尸体接运费（普通型灵车）", "遗体接运费", "接运费（普通型灵车）"]), 1, 100, 100 + max(0, km - 20) * 2 * 3, km=km, key="transport"),
        line("骨灰寄存（全封闭式单盒）", years, 60, 30 * halves, key="ashes"),
        line(R.choice(["尸体寄存费（按日）", "遗体存放费（按日）"]), days, 20, 20 * math.ceil(days), key="days"),
        line("尸体寄存费（按小时）", hours, 5, 5 * math.ceil(hours), key="hours"),
        line(R.choice(["委托穿脱衣费", "委托 穿脱衣 费"]), 1, 100, 100, key="dressing"),
        line("一般整容", 1, makeup, makeup, key="makeup"),
        line("消毒费（车辆、尸体）", R.choice([1, 2]), 50, None, key="disinfection"),
        line("尸体防腐费", 1, emb, emb, key="embalming"),
        line(R.choice(["馆内抬尸费", "馆内抬遗体费"]), 1, 60, 60, key="carry"),
        line("告别厅", 1, hp, hp, match=hall, key="hall"),
        line(R.choice(["花圈（含挽联撰写）", "花圈"]), wreaths, 25, 25 * wreaths, key="wreath"),
        line("丧葬用品（骨灰盒）", 1, cost * D("1.25"), cost * D("1.25"), cost=cost, key="goods"),
    ]


def sh(bill):
    days, ashes, cold = R.choice([(1, 180), (2, 180), (3, 270), (5, 350), (7, 350)]), R.randint(1, 5), R.choice([1, 2, D("2.5"), 6])
    special = R.randint(600, 1000)
    grade, gp = R.choice([("1级", 150), ("2级", 100), ("3级", 50)])
    return [
        line(R.choice(["尸体火化，平板式火化炉", "遗体火化，平板式火化炉"]), 1, 180, 180, key="cremation"),
        line(R.choice(["接尸，基本型殡仪车", "接运，基本型殡仪车"]), 1, 240, 240, key="hearse"),
        line("接尸，高档灵车", 1, special, special, key="hearse-special"),
        line("车辆消毒", 1, 5, 5, key="disinfection"),
        line(R.choice(["殡仪馆骨灰寄存", "殡仪馆寄存骨灰"]), ashes, 100, 100 * ashes, key="ashes"),
        line("扛尸", 1, 30, 30, key="carry"),
        line(R.choice(["尸体更衣", "遗体更衣"]), 1, 20, 20, key="dressing"),
        line("遗体防腐，针防", days[0], None, days[1], key="embalm"),
        line("遗体防腐，冰防", cold, 10, 10 * math.ceil(cold), key="cold"),
        line("尸体一般整容化妆", 1, 20, 20, key="makeup"),
        line("尸体特殊整容化妆", 1, gp, gp, match=grade, key="makeup-special"),
        line(R.choice(["尸体入殓服务费", "遗体入殓服务费"]), 1, 80, 80, key="encoffin"),
    ]


def yc(bill):
    zone, zp = R.choice([("西陵区、伍家岗区以内", 270), ("土门桥边以内", 330), ("猇亭", 480)])
    half = bill.get("age") is not None and bill["age"] < 12
    days, months, nights = R.choice([1, D("2.2"), 3, D("4.6")]), R.choice([1, D("1.1"), 6, 12]), R.randint(1, 3)
    return [
        line("遗体接运（车费、抬尸、消毒、防护袋）", 1, zp, zp, match=zone, key="transport"),
        line(R.choice(["存放（含冷藏），一般", "存放(含冷藏)，一般"]), days, 100, 100 * math.ceil(days), key="storage"),
        line(R.choice(["火化，一般火化炉", "火化费，一般火化炉"]), 1, 300, 150 if half else 300, key="cremation"),
        line("骨灰寄存", months, 10, 10 * math.ceil(months), key="ashes"),
        line("整容化妆，穿衣", 1, 50, 50, key="dressing"),
        line(R.choice(["净身", "净身费"]), 1, 50, 50, key="washing"),
        line("防腐费（注射）", 1, 140, 140, key="embalm"),
        line("综合服务费", 1, 100, 100, key="service"),
        line("悼念主礼厅（200㎡以上）", 1, 650, 650, key="hall"),
        line(R.choice(["灵堂守灵（150㎡以上）", "灵堂守灵"]), nights, 450, 450 * nights, key="vigil"),
    ]


def other(bill):
    if bill["list"] == "jurong-2025":
        return [R.choice([line("墓葬费，单穴（含20年维护管理费）", 1, 1350, 1350, key="single"), line("墓葬费，双穴（含20年维护管理费）", 1, 1800, 1500, key="double") | {"unit": 1500}])]
    floor, days, lift = R.randint(1, 7), R.choice([10, 15, 20, D("15.2"), 30]), R.choice(["yes", ""])
    up = 0 if floor == 1 else (1 if lift else floor - 1)
    layer, lp = R.choice([("1层", 60), ("2层", 100), ("3层", 130), ("5层", 150), ("10层", 60)])
    years = R.randint(1, 5)
    return [
        line("接运（文山，按楼层）", 1, 360, (360 + 10 * up) * (2 if bill["infectious"] else 1), floor=floor, lift=lift, key="pickup"),
        line("存放（文山，15天内不收费）", days, 10, 10 * max(0, math.ceil(days) - 15), key="free"),
        line("骨灰寄存（大连，按层）", years, lp, lp * years, match=layer, key="niche"),
    ]


MAKE = {"yantai-2015": yt, "shanghai-2024": sh, "yichang-2021": yc, "jurong-2025": other, "domain-b6": other}
LISTS = ["yantai-2015"] * 4 + ["shanghai-2024"] * 3 + ["yichang-2021"] * 3 + ["domain-b6"] * 2 + ["jurong-2025"]


def amount(l):
    return D(l["amount"]) if l["amount"] is not None else D(l["unit"]) * D(l["quantity"])


def base(number, where=None, **facts):
    bill = dict(bill=number, list=where or R.choice(LISTS), age=R.choice([None, 30, 72, 88]), infectious=False, grade="", total=None) | facts
    if bill["list"] == "yantai-2015" and "grade" not in facts and R.random() < 0.3:
        bill["grade"] = R.choice(["一级", "二级", "三级"])
    if "age" not in facts and R.random() < 0.15:
        bill["age"] = R.choice([0, 3, 6])
    if bill["list"] == "domain-b6" and "infectious" not in facts and R.random() < 0.3:
        bill["infectious"] = True
    lines = MAKE[bill["list"]](bill)
    keep = set(facts.get("need", []))
    bill["lines"] = [l for l in lines if l["key"] in keep or R.random() < 0.7] or lines[:1]
    bill.pop("need", None)
    return bill


def of(bill, key):
    return next(l for l in bill["lines"] if l["key"] == key)


def plant(l, kind, over, **changes):
    l.update(changes)
    l["planted"], l["over"] = kind, over


def off(number):
    names = ["现场督导费", "红包", "加急钱", "鲜花绿植布景", "代客哭灵", "停车钱", "纪念影集", "夜间值守补贴", "风水选时"]
    bill = base(number)
    for name in R.sample(names, R.choice([1, 1, 2])):
        p = R.randint(50, 800)
        bill["lines"].append(line(name, 1, p, p, key="off") | {"planted": "OffList", "over": p})
    return bill


def above(number):
    kind = R.randint(0, 5)
    if kind == 0:
        bill = base(number, "yantai-2015", grade="三级", age=70, need=["cremation"]); plant(of(bill, "cremation"), "AboveCeiling", 18, unit=150, amount=150)
    elif kind == 1:
        bill = base(number, "shanghai-2024", need=["makeup"]); plant(of(bill, "makeup"), "AboveCeiling", 40, unit=60, amount=60)
    elif kind == 2:
        bill = base(number, "yantai-2015", need=["makeup"]); plant(of(bill, "makeup"), "AboveCeiling", 300, unit=800, amount=800)
    elif kind == 3:
        bill = base(number, "yichang-2021", need=["vigil"]); plant(of(bill, "vigil"), "AboveCeiling", 300, quantity=2, unit=600, amount=1200)
    elif kind == 4:
        bill = base(number, "jurong-2025"); bill["lines"] = [line("墓葬费，双穴（含20年维护管理费）", 1, 2000, 2000, key="double")]; plant(bill["lines"][0], "AboveCeiling", 200)
    else:
        bill = base(number, "shanghai-2024", need=["embalm"]); plant(of(bill, "embalm"), "AboveCeiling", 80, quantity=5, unit=None, amount=430)
    return bill


def product(number):
    where, key, unit, q, wrong = R.choice([("yantai-2015", "wreath", 25, 10, 350), ("shanghai-2024", "ashes", 100, 3, 480), ("yichang-2021", "vigil", 450, 2, 1350), ("yantai-2015", "wreath", 20, 8, 190), ("domain-b6", "niche", 60, 4, 250)])
    bill = base(number, where, need=[key])
    plant(of(bill, key), "WrongProduct", wrong - unit * q, quantity=q, unit=unit, amount=wrong, **({"match": "1层"} if key == "niche" else {}))
    return bill


def rounded(number):
    where, key, q, unit, wrong, over = R.choice([("yantai-2015", "days", D("2.3"), 20, 80, 20), ("yichang-2021", "storage", D("3.1"), 100, 500, 100), ("yantai-2015", "hours", D("7.5"), 5, 45, 5), ("yantai-2015", "ashes", D("0.4"), 60, 60, 30), ("shanghai-2024", "cold", D("2.5"), 10, 40, 10)])
    bill = base(number, where, need=[key])
    plant(of(bill, key), "RoundedWrongly", over, quantity=q, unit=unit, amount=wrong)
    return bill


def kilometres(number):
    bill = base(number, "yantai-2015", need=["transport"])
    km = R.randint(22, 60)
    right = 100 + (km - 20) * 6
    wrong = R.choice([100 + km * 6, right + 60, 100 + (km + 15 - 20) * 6])
    plant(of(bill, "transport"), "KilometresWrong", wrong - right, unit=100, amount=wrong, km=km)
    return bill


def infectious(number):
    bill = base(number, "domain-b6", infectious=False, need=["pickup"])
    l = of(bill, "pickup")
    plant(l, "InfectiousWithoutCause", amount(l), amount=amount(l) * 2)
    return bill


def age(number):
    if R.random() < 0.5:
        bill = base(number, "yantai-2015", grade="", age=R.randint(0, 6), need=["cremation"]); plant(of(bill, "cremation"), "AgeNotReduced", 60, unit=120, amount=120)
    else:
        bill = base(number, "yichang-2021", age=R.randint(0, 11), need=["cremation"]); plant(of(bill, "cremation"), "AgeNotReduced", 150, unit=300, amount=300)
    return bill


def free(number):
    bill = base(number, "domain-b6", need=["free"])
    plant(of(bill, "free"), "FreeNotGiven", 150, quantity=20, unit=10, amount=200)
    return bill


def duplicate(number):
    where, key = R.choice([("yantai-2015", "carry"), ("shanghai-2024", "dressing"), ("yichang-2021", "washing"), ("shanghai-2024", "encoffin"), ("yantai-2015", "wreath")])
    bill = base(number, where, need=[key])
    bill["lines"] = [l for l in bill["lines"]]
    again = dict(of(bill, key)); bill["lines"].append(again)
    plant(again, "Duplicate", amount(again))
    return bill


def twice(number):
    where, key, unit = R.choice([("shanghai-2024", "makeup", 20), ("yantai-2015", "dressing", 100), ("yichang-2021", "embalm", 140)])
    bill = base(number, where, need=[key]); plant(of(bill, key), "BodyCountedTwice", unit, quantity=2, unit=unit, amount=unit * 2)
    return bill


def package(number):
    where, parts = R.choice([("shanghai-2024", [("尸体更衣", 1, 20), ("尸体一般整容化妆", 1, 20), ("尸体入殓服务费", 1, 80)]), ("yichang-2021", [("净身", 1, 50), ("整容化妆，穿衣", 1, 50), ("综合服务费", 1, 100)])])
    bill = base(number, where)
    bill["lines"] = [l for l in bill["lines"] if l["name"] not in {p[0] for p in parts} and l["key"] not in ("dressing", "makeup", "encoffin", "washing", "service")]
    at = len(bill["lines"]) + 1
    alone = sum(q * u for _, q, u in parts)
    bill["lines"].append(line("一条龙服务", 1, alone + 180, alone + 180, key="package") | {"planted": "PackageDearer", "over": 180})
    bill["lines"] += [line(n, q, None, 0, within=at, key="part") for n, q, _ in parts]
    return bill


def markup(number):
    cost = R.choice([100, 320, 500])
    bill = base(number, "yantai-2015", need=["goods"])
    plant(of(bill, "goods"), "MarkupBeyond", cost * 2 - cost * D("1.3"), unit=cost * 2, amount=cost * 2, cost=cost)
    return bill


def total(number):
    bill = base(number)
    bill["total"] = sum(amount(l) for l in bill["lines"]) + 100
    bill["lines"][0]["planted"], bill["lines"][0]["over"] = "WrongTotal", 100
    return bill


def clean_package(number):
    bill = base(number, "shanghai-2024")
    bill["lines"] = [l for l in bill["lines"] if l["key"] not in ("dressing", "makeup", "encoffin")]
    at = len(bill["lines"]) + 1
    bill["lines"].append(line("入殓整理", 1, 110, 110, key="package"))
    bill["lines"] += [line(n, 1, None, 0, within=at, key="part") for n in ("尸体更衣", "尸体一般整容化妆", "尸体入殓服务费")]
    return bill


def write(name, bills):
    with open(os.path.join(here, name), "w", encoding="utf-8", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(HEAD)
        for b in bills:
            for i, l in enumerate(b["lines"], 1):
                cell = lambda k: "" if l.get(k) is None else l.get(k)
                out.writerow([b["bill"], b["list"], "" if b["age"] is None else b["age"], "yes" if b["infectious"] else "", b["grade"], "" if b["total"] is None else b["total"], i,
                              l["name"], cell("quantity"), cell("unit"), cell("amount"), cell("match"), cell("km"), cell("floor"), cell("lift"), cell("cost"), cell("within"), l["planted"], l["over"]])


KINDS = [off, above, product, rounded, kilometres, infectious, age, free, duplicate, twice, package, markup, total]
COUNTS = [5, 6, 5, 5, 4, 3, 4, 3, 4, 3, 3, 3, 2]
faulty = [make(0) for make, n in zip(KINDS, COUNTS) for _ in range(n)]
assert len(faulty) == 50
R.shuffle(faulty)
for i, b in enumerate(faulty, 1): b["bill"] = i
clean = [clean_package(0) for _ in range(4)] + [base(0) for _ in range(46)]
for i, b in enumerate(clean, 1):
    b["bill"] = i
    if R.random() < 0.5: b["total"] = sum(amount(l) for l in b["lines"])
write("bills-faulty.csv", faulty)
write("bills-clean.csv", clean)
