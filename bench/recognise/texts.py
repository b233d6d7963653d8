"""Writes the texts of the benchmark: texts.py FOLDER MEGABYTES [SEED]. Same seed, same bytes.

catalogue.jsonl   10,000 datasets of one portal
patterns.txt      their ids, for ripgrep
texts.txt         files of a repository one behind the other: program, prose, settings; about 8 KB each
texts.jsonl       the same files as lines {"where", "path", "text"}
planted.txt       one line per planted reference: where, dataset. A tenth of the files have one to three, in one of
                  nine forms. Beside them stand decoys: ids of the same form that no dataset has, uuids, other hosts.
"""

import json
import random
import sys

folder, megabytes = sys.argv[1], int(sys.argv[2])
draw = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 20261126)
ALPHABET = "23456789abcdefghijkmnpqrstuvwxyz"
PORTAL = "data.example.gov"
FORMS = [
    "https://{p}/resource/{i}.json",
    "https://{p}/d/{i}",
    "https://{p}/Public-Safety/Some-Title/{i}/about_data",
    "https:\\/\\/{p}\\/api\\/views\\/{i}\\/rows.csv",
    "https%3A%2F%2F{p}%2Fd%2F{i}",
    "https://{p}/api/v3/views/{i}/query.json",
    "client = Socrata('{p}', None); client.get('{i}')",
    "{p}/download/{i}/application%2Fzip",
    "https://{p}/api/geospatial/{i}?method=export&format=KML",
]
WORDS = (
    "the of and to in is for that with as are on be this by from or at it an was not we can which if have return def "
    "import self value result name data list index count total order filter group table column row file path url "
    "request response client server config option default true false null none string number function class const "
    "let var async await export module require print format join split map reduce date time year month day city "
    "street address permit inspection license crime traffic school park tree water energy health budget service"
).split()


def four_by_four():
    while True:
        text = "".join(draw.choice(ALPHABET) for _ in range(8))
        if any(c.isdigit() for c in text) and any(c.isalpha() for c in text):
            return text[:4] + "-" + text[4:]


ids = set()
while len(ids) < 10_000:
    ids.add(four_by_four())
ids = sorted(ids)
known = set(ids)

with open(f"{folder}/catalogue.jsonl", "w") as catalogue, open(f"{folder}/patterns.txt", "w") as patterns:
    for number, id in enumerate(ids):
        catalogue.write(json.dumps({"id": id, "title": f"Dataset {number}", "permalink": f"https://{PORTAL}/d/{id}"}) + "\n")
        patterns.write(id + "\n")


def decoy():
    kind = draw.randrange(4)
    if kind == 0:
        id = four_by_four()
        return "https://data.other.example/d/" + (id if id not in known else "none")
    if kind == 1:
        return "%08x-%04x-%04x-%04x-%012x" % tuple(draw.getrandbits(b) for b in (32, 16, 16, 16, 48))
    if kind == 2:
        return "https://www.example.com/api/v3/datasets/" + draw.choice(WORDS) + ".json"
    return "well-known open-data " + draw.choice(WORDS) + "." + draw.choice(WORDS) + "()"


# Lines are drawn once and used again in a new order: drawing 200 MB word by word would take minutes.
LINES = []
for _ in range(20_000):
    words = " ".join(draw.choices(WORDS, k=draw.randint(4, 14)))
    LINES.append("    " * draw.randrange(4) + words + (" " + decoy() if draw.random() < 0.08 else "") + draw.choice(["", ".", ";", ")", ":"]))

written = 0
number = 0
with open(f"{folder}/texts.txt", "w") as plain, open(f"{folder}/texts.jsonl", "w") as lines, open(
    f"{folder}/planted.txt", "w"
) as planted:
    while written < megabytes * 1_000_000:
        where = f"repository/{number}"
        path = f"src/file{number}" + draw.choice([".py", ".js", ".md", ".R", ".yml"])
        chosen = draw.choices(LINES, k=draw.randint(80, 200))
        if draw.random() < 0.1:
            for id in draw.sample(ids, draw.randint(1, 3)):
                form = draw.choice(FORMS).replace("{p}", PORTAL).replace("{i}", id)
                chosen.insert(draw.randrange(len(chosen)), "url = '" + form + "'" if "'" not in form else form)
                planted.write(f"{where} {id}\n")
        text = "\n".join(chosen) + "\n"
        plain.write(text)
        lines.write(json.dumps({"where": where, "path": path, "text": text}) + "\n")
        written += len(text)
        number += 1
