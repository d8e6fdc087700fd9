package io.timecoin.app.fx.gallery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Parent;

/** All sheets by the name of their picture. */
final class Gallery {

  private Gallery() {}

  static Map<String, Supplier<Parent>> sheets() {
    Map<String, Supplier<Parent>> sheets = new LinkedHashMap<>();
    sheets.put("badges", StateSheet::badges);
    sheets.put("rings-counting", () -> StateSheet.rings(0, 2));
    sheets.put("rings-final", () -> StateSheet.rings(2, 4));
    sheets.put("rings-many", () -> StateSheet.rings(4, 7));
    sheets.put("parts", PartsSheet::parts);
    sheets.put("tiles", PartsSheet::tiles);
    sheets.put("controls", ControlsSheet::controls);
    sheets.put("tracks", PictureSheet::tracks);
    sheets.put("spend", PictureSheet::spend);
    sheets.put("latency", PictureSheet::latency);
    sheets.put("shell-payment", ShellSheet::payment);
    sheets.put("shell-table", ShellSheet::table);
    return sheets;
  }

  /** Sheets keep clear of the window's edge, whole windows do not. */
  static double padding(String name) {
    return name.startsWith("shell") ? 0 : 24;
  }
}
