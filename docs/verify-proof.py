#!/usr/bin/env python3
"""Checks an exported record of one case without us:  python3 verify-proof.py FILE.json  (docs/journal.md)."""
import hashlib, json, sys

p = json.load(open(sys.argv[1], encoding="utf-8"))
p = p.get("proof", p)
digest = lambda data: hashlib.new({"standard": "sha256", "guomi": "sm3"}[p["suite"]], data).digest()
chained = lambda previous, text: digest((previous + "\n" + text).encode()).hex()

def need(true, what):
    if not true: sys.exit("BROKEN " + what)

def climb(leaf, path):
    for step in path:
        other = bytes.fromhex(step["hash"])
        need(other.hex() == step["hash"], "a path: hashes are lower-case hex")
        leaf = digest(b"\x01" + {"left": other + leaf, "right": leaf + other}[step["side"]])
    return leaf.hex()

days, blocks, last = {d["date"]: d for d in p["days"]}, {b["number"]: b for b in p["blocks"]}, "0" * 64
for date, d in days.items():
    need(chained(d["previous"], d["text"]) == d["hash"] and d["text"].split("\n")[::3] == [date, d["root"]], f"day {date}")
for number, b in blocks.items():
    need(chained(b["previous"], b["text"]) == b["hash"] and b["text"].split("\n")[::4] == [str(number), b["root"]], f"block {number}")
    if b["day"] is not None:
        first, final = map(int, days[b["day"]]["text"].split("\n")[1:3])
        need(first <= number <= final and climb(digest(b"\x00" + bytes.fromhex(b["hash"])), b["path"]) == days[b["day"]]["root"], f"block {number} in day {b['day']}")
for seq, line in enumerate(p["lines"], 1):
    need(line["text"].split("\n")[:3] == [p["subjectKind"], p["subjectId"], str(seq)], f"line {seq}: not the next line of this subject")
    need((last := chained(last, line["text"])) == line["hash"], f"line {seq}: text and hash differ")
    if line["block"] is not None:
        need(climb(digest(b"\x00" + f"{line['id']}|{line['tx']}|{last}".encode()), line["path"]) == blocks[line["block"]]["root"], f"line {seq} in block {line['block']}")
waiting = sum(line["block"] is None or blocks[line["block"]]["day"] is None for line in p["lines"])
print(f"OK {len(p['lines'])} lines of {p['subjectKind']} {p['subjectId']}, {waiting} not yet under a day's root")
for date, d in days.items(): print(f"day {date} root {d['root']}: compare with the root the city published")
