#!/usr/bin/env python3
"""Makes the bundled text font out of Inter (Debian: fonts-inter, python3-fonttools).

JavaFX cannot switch on OpenType features, and Inter's default figures are proportional, so a
column of amounts would not line up and a running number would tremble. This script makes the
tabular figures the default ones, keeps Latin, Greek and Cyrillic, and gives the result a name of
its own, so that an Inter installed on the machine never takes its place.

    make-fonts.py FOLDER_WITH_INTER_OTF TARGET_FOLDER
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Timekeeper Sans"
WEIGHTS = {"Regular": "", "Medium": "Medium", "SemiBold": "SemiBold", "Bold": ""}
RANGES = [(0x20, 0x24F), (0x2B0, 0x2DD), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x4FF),
          (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F),
          (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2700, 0x27BF)]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]


def tabular(font):
    """Maps every digit to the glyph the feature `tnum` would have put in its place."""
    gsub = font["GSUB"].table
    swap = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    table = getattr(table, "ExtSubTable", table)
                    swap.update(table.mapping)
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            if code in table.cmap:
                # Tables may share one map: what is swapped already stays.
                table.cmap[code] = swap.get(table.cmap[code], table.cmap[code])


def rename(font, weight):
    family = (FAMILY + " " + WEIGHTS[weight]).strip()
    style = "Bold" if weight == "Bold" else "Regular"
    postscript = FAMILY.replace(" ", "") + "-" + weight
    values = {1: family, 2: style, 3: postscript, 4: (FAMILY + " " + weight).strip(), 6: postscript}
    names = font["name"]
    names.names = [n for n in names.names if n.nameID in (0, 5, 8, 9, 11, 12, 13, 14)]
    for name_id, value in values.items():
        names.setName(value, name_id, 3, 1, 0x409)
        names.setName(value, name_id, 1, 0, 0)
    names.setName("Inter with tabular figures by default, for Timekeeper", 10, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [postscript]
    cff.topDictIndex[0].FullName = values[4]
    cff.topDictIndex[0].FamilyName = FAMILY


def main(source, target):
    for weight in WEIGHTS:
        font = TTFont(Path(source) / f"Inter-{weight}.otf", recalcTimestamp=False)
        tabular(font)
        options = subset.Options()
        options.layout_features = FEATURES
        options.name_IDs = ["*"]
        options.notdef_outline = True
        options.hinting = True
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=[c for low, high in RANGES for c in range(low, high + 1)])
        subsetter.subset(font)
        rename(font, weight)
        font.save(Path(target) / f"TimekeeperSans-{weight}.otf")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
