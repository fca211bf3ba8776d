#!/usr/bin/env python3
"""Builds the mechanical files of packs/ (divisions, holidays, cold boxes, niches).

    npm pack chinese-days@1.5.7 gb2260@0.6.0 id-validator@1.3.0     # unpack each as NPM/<name>
    eng/make-packs.py SHARED NPM

SHARED is the folder that holds data/divisions. Everything else in packs/ is written by hand.
"""
import csv
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "packs"
DIVISION = ["code", "name", "level", "parent", "effective_from", "effective_to", "successor"]
# Revisions of the list in gb2260, oldest first. A code that the next one no longer has was withdrawn by then.
REVISIONS = ["200212", "200312", "200412", "200512", "200612", "200712", "200812", "200912",
             "201010", "201110", "201210", "201308", "201410", "201509", "201607"]
LAST_SOURCE_YEAR = 2023  # the year of the current list in data/divisions

# Withdrawn codes whose story is plain: code: (name, in force from, withdrawn in, code of the same people today).
# Years only: a withdrawal is written as the last day of its year.
KNOWN = {
    # 宿迁: 淮阴地区、淮阴市时期的代码，和撤县设区
    "321321": ("宿豫县", 1996, 2004, "321311"), "320881": ("宿迁市", 1990, 1996, "321302"),
    "320823": ("沭阳县", 1983, 1996, "321322"), "320825": ("泗阳县", 1983, 1996, "321323"),
    "320827": ("泗洪县", 1983, 1996, "321324"), "320824": ("宿迁县", 1983, 1987, "321302"),
    "320822": ("灌南县", 1983, 1996, "320724"), "320821": ("淮阴县", 1983, 2000, "320804"),
    "320828": ("淮安县", 1983, 1987, "320803"), "320882": ("淮安市", 1990, 2000, "320803"),
    "320802": ("清河区", 1983, 2016, "320812"), "320811": ("清浦区", 1983, 2016, "320812"),
    "320829": ("洪泽县", 1983, 2016, "320813"),
    # 常州
    "320421": ("武进县", 1983, 1995, "320412"), "320483": ("武进市", 1995, 2002, "320412"),
    "320422": ("金坛县", 1983, 1993, "320413"), "320482": ("金坛市", 1993, 2015, "320413"),
    "320423": ("溧阳县", 1983, 1990, "320481"), "320405": ("戚墅堰区", 1983, 2015, "320412"),
    "320403": ("广化区", 1983, 1986, ""),
    # 开封
    "410224": ("开封县", 1983, 2014, "410212"), "410211": ("金明区", 2005, 2014, "410202"),
    # 直辖市
    "110103": ("崇文区", 1981, 2010, "110101"), "110104": ("宣武区", 1981, 2010, "110102"),
    "110221": ("昌平县", 1981, 1999, "110114"), "110222": ("顺义县", 1981, 1998, "110113"),
    "110223": ("通县", 1981, 1997, "110112"), "110224": ("大兴县", 1981, 2001, "110115"),
    "110226": ("平谷县", 1981, 2001, "110117"), "110227": ("怀柔县", 1981, 2001, "110116"),
    "110228": ("密云县", 1981, 2015, "110118"), "110229": ("延庆县", 1981, 2015, "110119"),
    "120107": ("塘沽区", 1981, 2009, "120116"), "120108": ("汉沽区", 1981, 2009, "120116"),
    "120109": ("大港区", 1981, 2009, "120116"), "120221": ("宁河县", 1981, 2015, "120117"),
    "120222": ("武清县", 1981, 2000, "120114"), "120223": ("静海县", 1981, 2015, "120118"),
    "120224": ("宝坻县", 1981, 2001, "120115"), "120225": ("蓟县", 1981, 2016, "120119"),
    "310103": ("卢湾区", 1981, 2011, "310101"), "310108": ("闸北区", 1981, 2015, "310106"),
    "310119": ("南汇区", 2001, 2009, "310115"), "310225": ("南汇县", 1981, 2001, "310115"),
    "310102": ("南市区", 1981, 2000, "310101"), "310111": ("吴淞区", 1981, 1988, "310113"),
    "310221": ("上海县", 1981, 1992, "310112"), "310222": ("嘉定县", 1981, 1992, "310114"),
    "310223": ("宝山县", 1981, 1988, "310113"), "310224": ("川沙县", 1981, 1992, "310115"),
    "310226": ("奉贤县", 1981, 2001, "310120"), "310227": ("松江县", 1981, 1998, "310117"),
    "310228": ("金山县", 1981, 1997, "310116"), "310229": ("青浦县", 1981, 1999, "310118"),
    "310230": ("崇明县", 1981, 2016, "310151"),
    # 重庆直辖以前属四川省的代码
    "510202": ("渝中区", 1983, 1997, "500103"), "510203": ("大渡口区", 1983, 1997, "500104"),
    "510211": ("江北区", 1983, 1997, "500105"), "510212": ("沙坪坝区", 1983, 1997, "500106"),
    "510213": ("九龙坡区", 1983, 1997, "500107"), "510214": ("南岸区", 1983, 1997, "500108"),
    "510215": ("北碚区", 1983, 1997, "500109"), "510216": ("万盛区", 1983, 1997, "500110"),
    "510217": ("双桥区", 1983, 1997, "500111"), "510218": ("渝北区", 1994, 1997, "500112"),
    "510219": ("巴南区", 1994, 1997, "500113"), "510221": ("长寿县", 1981, 1997, "500115"),
    "510222": ("巴县", 1981, 1994, "500113"), "510223": ("綦江县", 1981, 1997, "500110"),
    "510224": ("江北县", 1981, 1994, "500112"), "510225": ("江津县", 1983, 1992, "500116"),
    "510226": ("合川县", 1983, 1992, "500117"), "510227": ("潼南县", 1983, 1997, "500152"),
    "510228": ("铜梁县", 1983, 1997, "500151"), "510229": ("永川县", 1983, 1992, "500118"),
    "510230": ("大足县", 1983, 1997, "500111"), "510231": ("荣昌县", 1983, 1997, "500153"),
    "510232": ("璧山县", 1983, 1997, "500120"), "510281": ("永川市", 1992, 1997, "500118"),
    "510282": ("江津市", 1992, 1997, "500116"), "510283": ("合川市", 1992, 1997, "500117"),
}
NOT_BY_NAME = {"220604", "362401", "513001"}  # same name, other place
NOT_PLACES = {"市辖区", "县", "市", "省直辖县级行政区划", "自治区直辖县级行政区划"}


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path, head, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head)
        out.writerows(lines)


def stem(name):
    return re.sub(r"(?<=..)(自治县|林区|市|县|区|旗)$", "", name)


def old_names(npm):
    """Every county code that the packages know: code -> (name, first year if known, year by which it was gone)."""
    found = {}
    text = (npm / "id-validator/src/GB2260.js").read_text(encoding="utf-8")
    for code, full in re.findall(r"(\d{6})['\"]?\s*:\s*['\"]([^'\"]+)", text):
        if code[4:] == "00":
            continue
        name = re.sub(r"^[^省市区]{2,7}(省|自治区)|^(北京|天津|上海|重庆)市", "", full)
        name = re.sub(r"^.{2,14}?(市|地区|盟|自治州)(?=.)", "", name)
        found[code] = (name, None, 2002)
    for revision, after in zip(REVISIONS, [int(r[:4]) for r in REVISIONS[1:]] + [LAST_SOURCE_YEAR]):
        for code, name in json.loads((npm / f"gb2260/lib/{revision}.json").read_text(encoding="utf-8")).items():
            if code[4:] != "00":
                found[code] = (name, None, after)
    return {c: v for c, v in found.items() if v[0] and v[0] not in NOT_PLACES}


def nation(data, npm):
    lines = [["0", "全国", "nation", "", "", "", ""]]
    provinces = rows(data / "provinces.csv") + [
        {"code": c, "name": n} for c, n in (("71", "台湾省"), ("81", "香港特别行政区"), ("82", "澳门特别行政区"))]
    cities, counties = rows(data / "cities.csv"), rows(data / "areas.csv")
    lines += [[p["code"], p["name"], "province", "0", "", "", ""] for p in provinces]
    lines += [[c["code"], c["name"], "city", c["provinceCode"], "", "", ""] for c in cities]
    lines += [[a["code"], a["name"], "county", a["cityCode"], "", "", ""] for a in counties]
    current = {a["code"]: a["name"] for a in counties}
    known_cities = {c["code"] for c in cities}

    by_stem = {}
    for code, name in current.items():
        by_stem.setdefault((code[:2], stem(name)), []).append(code)

    retired = {}
    for code, (name, first, last) in old_names(npm).items():
        if code in current or code in KNOWN:
            continue
        same = by_stem.get((code[:2], stem(name)), [])
        near = [c for c in same if c[:4] == code[:4]] or ([] if name.endswith("区") else same)
        safe = len(near) == 1 and len(stem(name)) > 1 and code not in NOT_BY_NAME
        retired[code] = (name, first, last, near[0] if safe else "")
    retired.update(KNOWN)
    parents = {c[:4] for c in retired} - known_cities
    names = revision_cities(npm)
    gone = {p: max(year for code, (_, _, year, _) in retired.items() if code[:4] == p) for p in parents}
    lines += [[p, names[p], "city", p[:2], "", f"{gone[p]}-12-31", "50" if p == "5102" else ""] for p in sorted(parents)]
    lines += [[code, name, "county", code[:4], f"{first}-01-01" if first else "", f"{last}-12-31", successor]
              for code, (name, first, last, successor) in sorted(retired.items())]
    write(ROOT / "nation/divisions.csv", DIVISION, lines)
    return {line[0] for line in lines}


def revision_cities(npm):
    """Names of withdrawn prefectures, from the full names of their counties."""
    names = {}
    text = (npm / "id-validator/src/GB2260.js").read_text(encoding="utf-8")
    for code, full in re.findall(r"(\d{6})['\"]?\s*:\s*['\"]([^'\"]+)", text):
        tail = re.sub(r"^[^省市区]{2,7}(省|自治区)", "", full)
        if code[4:] == "00":
            names[code[:4]] = tail
        else:
            match = re.match(r"^.{2,14}?(地区|盟|自治州|市)(?=.)", tail)
            if match:
                names.setdefault(code[:4], match.group(0))
    for revision in REVISIONS:
        for code, name in json.loads((npm / f"gb2260/lib/{revision}.json").read_text(encoding="utf-8")).items():
            if code[4:] == "00":
                names[code[:4]] = name
    return names | {"5102": "重庆市", "4600": "省直辖县级行政区划", "5139": "资阳地区", "6541": "伊犁地区"}


def holidays(npm):
    version = json.loads((npm / "chinese-days/package.json").read_text(encoding="utf-8"))["version"]
    days = json.loads((npm / "chinese-days/dist/chinese-days.json").read_text(encoding="utf-8"))
    lines = [[day, kind, text.split(",")[1], f"chinese-days {version}"]
             for group, kind in (("holidays", "holiday"), ("workdays", "workday"))
             for day, text in days[group].items() if day >= "2013"]
    write(ROOT / "nation/holidays.csv", ["date", "kind", "name", "source"], sorted(lines))


def towns(data, pack, city):
    streets = [s for s in rows(data / "streets.csv") if s["cityCode"] == city]
    villages = [v for v in rows(data / "villages_suqian_changzhou_kaifeng.csv") if v["cityCode"] == city]
    lines = [[s["code"], s["name"], "town", s["areaCode"], "", "", ""] for s in streets]
    lines += [[v["code"], v["name"], "village", v["streetCode"], "", "", ""] for v in villages]
    write(ROOT / pack / "divisions.csv", DIVISION, lines)
    return {line[0] for line in lines}, {line[3] for line in lines}


# institution: boxes in each zone of its cold store
COLD = {
    "suqian": {"sq-fh-1": [40, 40, 30, 20], "sq-fh-2": [40, 40], "sq-fh-3": [40, 40], "sq-fh-4": [40, 40], "sq-fh-5": [30, 30]},
    "kaifeng": {"kf-fh-1": [40, 40, 20], "kf-fh-2": [40], "kf-fh-3": [40], "kf-fh-4": [40], "kf-fh-5": [40]},
    "changzhou": {"cz-fh-1": [40, 40, 40], "cz-fh-2": [40, 20], "cz-fh-3": [40, 20], "cz-fh-4": [40, 20]},
}
# institution: (rooms, cabinets a room, layers, numbers a layer)
NICHES = {
    "suqian": {"sq-fh-1": (["寄存一室"], 4, 6, 8), "sq-co-1": (["福寿堂", "怀思堂", "长青堂"], 10, 6, 8),
               "sq-co-2": (["一室", "二室"], 10, 6, 8), "sq-co-3": (["一室", "二室"], 8, 6, 8)},
    "kaifeng": {"kf-fh-1": (["寄存一室"], 3, 6, 8), "kf-co-1": (["一室", "二室"], 4, 6, 8)},
    "changzhou": {"cz-fh-1": (["寄存一室"], 3, 6, 8), "cz-co-1": (["一室", "二室"], 4, 6, 8)},
}


def stores(pack):
    boxes = [[f"{home}-box-{z}{n:02}", home, f"{z}区", n]
             for home, zones in COLD[pack].items() for z, count in enumerate(zones, 1) for n in range(1, count + 1)]
    write(ROOT / pack / "cold_boxes.csv", ["id", "institution", "zone", "number"], boxes)
    niches = [[f"{place}-n-{r}-{c:02}-{layer}-{n:02}", place, room, c, layer, n, "niche"]
              for place, (rooms, cabinets, layers, numbers) in NICHES[pack].items()
              for r, room in enumerate(rooms, 1) for c in range(1, cabinets + 1)
              for layer in range(1, layers + 1) for n in range(1, numbers + 1)]
    write(ROOT / pack / "niches.csv", ["id", "institution", "room", "cabinet", "layer", "number", "item"], niches)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    data, npm = Path(sys.argv[1]) / "data/divisions", Path(sys.argv[2])
    known = nation(data, npm)
    holidays(npm)
    for pack, city in (("suqian", "3213"), ("kaifeng", "4102"), ("changzhou", "3204")):
        codes, parents = towns(data, pack, city)
        missing = parents - codes - known
        if missing:
            sys.exit(f"{pack}: no row for {sorted(missing)}")
        stores(pack)


main()
