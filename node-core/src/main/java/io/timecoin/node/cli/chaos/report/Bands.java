package io.timecoin.node.cli.chaos.report;

import io.timecoin.node.cli.chaos.history.FaultKind;

/** Draws faults as bands: each kind has a colour, and a pattern or a word. */
final class Bands {
  /** Of a band. */
  static final int HEIGHT = 17;

  private static final double GAP = 1;
  private static final double WIDTH_MIN = 2;
  private static final double LETTER = 6.2;
  private static final double STRIPE = 4;
  private static final double ARROW = 11;
  private static final int RADIUS = 3;

  private Bands() {}

  /** With its words, if they fit. */
  static void draw(Svg svg, Band band, double x, double y, double width) {
    double wide = Math.max(WIDTH_MIN, width - GAP);
    String words = band.words();
    if (band.starting()) {
      starting(svg, x, y, wide);
    } else {
      ground(svg, band.kind(), x, y, wide, words);
    }
    String shown = fits(words, wide) ? words : shorter(band);
    if (fits(shown, wide)) {
      Svg.Type type =
          new Svg.Type(
              11,
              band.starting() ? Palette.INK : Palette.words(band.kind()),
              false,
              Svg.Anchor.MIDDLE);
      if (isPatterned(band.kind())) {
        double under = shown.length() * LETTER + 4;
        svg.rect(x + (wide - under) / 2, y, under, HEIGHT, 0, Palette.fill(band.kind()), words);
      }
      svg.text(x + wide / 2, y + HEIGHT - 5, type, shown);
    }
  }

  private static boolean isPatterned(FaultKind kind) {
    return switch (kind) {
      case FLAP, ONE_WAY -> true;
      case KILL, PAUSE, CLOCK, CUT, DELAY -> false;
    };
  }

  private static boolean fits(String words, double width) {
    return width > words.length() * LETTER + 10;
  }

  private static String shorter(Band band) {
    return switch (band.kind()) {
      case CLOCK, DELAY -> band.detail();
      case KILL, PAUSE, CUT, ONE_WAY, FLAP -> band.starting() ? "starting" : band.kind().label();
    };
  }

  /** A killed node that comes back. */
  static void starting(Svg svg, double x, double y, double width) {
    svg.rect(x, y, width, HEIGHT, RADIUS, Palette.STARTING, "starting");
  }

  /** Without words. */
  static void ground(Svg svg, FaultKind kind, double x, double y, double width, String title) {
    svg.rect(x, y, width, HEIGHT, RADIUS, Palette.fill(kind), title);
    switch (kind) {
      case FLAP -> stripes(svg, x, y, width);
      case ONE_WAY -> arrows(svg, x, y, width);
      case KILL, PAUSE, CLOCK, CUT, DELAY -> {}
    }
  }

  /** There and gone. */
  private static void stripes(Svg svg, double x, double y, double width) {
    for (double at = STRIPE; at + STRIPE <= width; at += 2 * STRIPE) {
      svg.rect(x + at, y, STRIPE, HEIGHT, 0, Palette.STRIPE, "");
    }
  }

  private static void arrows(Svg svg, double x, double y, double width) {
    StringBuilder path = new StringBuilder();
    for (double at = 5; at + 5 <= width; at += ARROW) {
      path.append(
          "M%s %sl4 5l-4 5".formatted(Svg.number(x + at), Svg.number(y + HEIGHT / 2.0 - 5)));
    }
    if (!path.isEmpty()) {
      svg.path(path.toString(), "none", Palette.ARROW, 1.4);
    }
  }
}
