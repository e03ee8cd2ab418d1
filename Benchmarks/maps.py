#!/usr/bin/env python3
"""Makes realistic journey maps for the benchmarks, the same ones each time.

  maps.py DIR small      DIR/small.yaml and DIR/small.json, 10 KB
  maps.py DIR large      the same with 1 MB
  maps.py DIR huge       the same with 50 MB
  maps.py DIR folder     DIR/folder/yaml/m00000.yaml … and DIR/folder/json/…, 10,000 maps of 4 to 12 KB

Sizes are those of the YAML form.
"""

import json
import random
import sys
from pathlib import Path

import yamltext

SETS = {"small": (10_000, 1), "large": (1_000_000, 2), "huge": (50_000_000, 3)}
FOLDER_COUNT = 10_000
FOLDER_SEED = 7
# Maps larger than this take each stage from another language.
MIXED_FROM = 200_000

CHANNELS = ["website", "mobile-app", "phone", "email", "store", "chat", "event", "reviews", "social-media"]
LANES = ["actions", "thoughts", "emotions", "touchpoints", "pain-points", "opportunities"]
# What people add to a sentence, and what a writer of YAML or JSON must quote or escape.
TAILS = ["", " (p. 12)", " – 3/5", " 😀", " 😤", " #later", ": see note"]
TAILS += [' "again"', " & more", " <b>", " it's fine", " 100 %", " \\path"]


def load_texts():
    """The words of the maps, by language."""
    folder = Path(__file__).parent / "texts"
    languages = ["nb", "ru", "et", "fil", "ja", "ar"]
    return {x: json.loads((folder / f"{x}.json").read_text(encoding="utf-8")) for x in languages}


TEXTS = load_texts()


def sentence(rng, texts, low=1, high=3):
    text = texts["separator"].join(rng.sample(texts["phrases"], rng.randint(low, high)))
    return text + (rng.choice(TAILS) if rng.random() < 0.25 else "")


def touchpoint(rng, texts):
    return {
        "text": rng.choice(texts["steps"]),
        "channel": rng.choice(CHANNELS),
        "mode": rng.choice(["online", "offline"]),
        "impact": rng.randint(1, 5),
        "importance": rng.randint(1, 5),
    }


def pain_point(rng, texts, identifier):
    return {"id": identifier, "text": sentence(rng, texts), "severity": rng.randint(1, 5)}


def opportunity(rng, texts, pains):
    text = sentence(rng, texts)
    return {"text": text, "solves": [pain["id"] for pain in pains]} if pains else text


def step(rng, texts, identifier):
    score = rng.randint(-2, 2)
    cards = {"actions": [sentence(rng, texts, 1, 2) for _ in range(rng.randint(1, 3))]}
    thoughts = [sentence(rng, texts, 1, 2) for _ in range(rng.randint(0, 2))]
    if thoughts:
        cards["thoughts"] = thoughts
    cards["emotions"] = [{"text": texts["emotions"][score + 3], "emotion": score}]
    cards["touchpoints"] = [touchpoint(rng, texts) for _ in range(rng.randint(1, 2))]
    pains = [pain_point(rng, texts, f"{identifier}-p{n}") for n in range(rng.choice([0, 0, 1, 1, 2]))]
    opportunities = [opportunity(rng, texts, pains) for _ in range(rng.choice([0, 1, 1]))]
    if pains:
        cards["pain-points"] = pains
    if opportunities:
        cards["opportunities"] = opportunities
    title = rng.choice(texts["steps"])
    return {"id": identifier, "title": title, "actors": [f"a{rng.randint(1, 4)}"], "cards": cards}


def stage(rng, texts, number):
    title = texts["stages"][(number - 1) % len(texts["stages"])] + ("" if number <= 8 else f" {number}")
    count = rng.randint(2, 5)
    return {"id": f"s{number}", "title": title, "steps": [step(rng, texts, f"s{number}-{k + 1}") for k in range(count)]}


def actor(rng, texts, number):
    person = texts["actors"][number]
    return {
        "id": f"a{number + 1}",
        "name": person["name"],
        "roles": [rng.choice(["buyer", "end-user", "influencer"])],
        "lifestyle": person["lifestyle"],
        "goals": [sentence(rng, texts, 1, 1)],
    }


def journey(rng, target, number):
    """A map of about `target` bytes of YAML."""
    language = rng.choice(list(TEXTS))
    texts = TEXTS[language]
    journey_map = {
        "journeymap": 1,
        "id": f"map-{number}",
        "title": rng.choice(texts["titles"]),
        "language": language,
        "kind": "journey",
        "state": rng.choice(["current", "future"]),
        "market": rng.choice(["b2b", "b2c"]),
        "description": sentence(rng, texts, 3, 5),
        "owner": "CX",
        "review": {"last": f"2026-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}", "every": "P3M"},
        "actors": [actor(rng, texts, n) for n in range(len(texts["actors"]))],
        "lanes": [{"id": lane} for lane in LANES],
        "stages": [],
    }
    size = len(yamltext.document(journey_map).encode())
    stages = journey_map["stages"]
    while size < target or len(stages) < 2:
        words = TEXTS[rng.choice(list(TEXTS))] if target > MIXED_FROM else texts
        stages.append(stage(rng, words, len(stages) + 1))
        size += len(yamltext.item(stages[-1], 2).encode())
    return journey_map


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def write_both(yaml_path, json_path, journey_map):
    write(yaml_path, yamltext.document(journey_map))
    write(json_path, json.dumps(journey_map, ensure_ascii=False, indent=2) + "\n")


def make(folder, name):
    if name == "folder":
        rng = random.Random(FOLDER_SEED)
        for n in range(FOLDER_COUNT):
            journey_map = journey(rng, rng.randint(4000, 12000), n)
            target = folder / "folder"
            write_both(target / "yaml" / f"m{n:05d}.yaml", target / "json" / f"m{n:05d}.json", journey_map)
    else:
        target, seed = SETS[name]
        journey_map = journey(random.Random(seed), target, 0)
        write_both(folder / f"{name}.yaml", folder / f"{name}.json", journey_map)


if __name__ == "__main__":
    if len(sys.argv) < 3 or not set(sys.argv[2:]) <= {*SETS, "folder"}:
        sys.exit(__doc__)
    for each in sys.argv[2:]:
        make(Path(sys.argv[1]), each)
