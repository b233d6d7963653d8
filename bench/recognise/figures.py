"""Prints the figures of one run: figures.py FOLDER MEGABYTES."""

import json
import statistics
import sys

folder, megabytes = sys.argv[1], float(sys.argv[2])
planted = {tuple(line.split()) for line in open(f"{folder}/planted.txt")}


def finds(name):
    with open(f"{folder}/{name}") as lines:
        return {(find["where"], find["dataset"]) for find in map(json.loads, lines)}


def median(name):
    return statistics.median(float(line) for line in open(f"{folder}/{name}.cpu"))


rg = median("rg")
print(f"rg -F -f      {rg:6.2f} CPU s  {megabytes / rg:6.0f} MB/s")
command = median("command")
print(f"recognise     {command:6.2f} CPU s  {megabytes / command:6.0f} MB/s  {rg / command:5.1f} times rg (start of the JVM, catalogue and JSON included)")
rounds = [line.split() for line in open(f"{folder}/core.txt")]
core = statistics.median(float(round[1]) for round in rounds)
print(f"recogniser    {core:6.2f} CPU s  {megabytes / core:6.0f} MB/s  {rg / core:5.1f} times rg (in one running process, without JSON; first round {rounds[0][1]})")
found = finds("finds.jsonl")
print(f"planted {len(planted)}, found {len(planted & found)}, missed {len(planted - found)}, not planted {len(found - planted)}")
sys.exit(0 if planted <= found and found <= planted else 1)
