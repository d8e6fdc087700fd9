package io.timecoin.node.cli.chaos.report;

import java.util.Locale;

/**
 * A picture in SVG, written shape by shape, with nothing that a simple viewer may lack: no style
 * sheets, no patterns. Coordinates are pixels from the upper left corner.
 */
final class Svg {
  private final StringBuilder body = new StringBuilder();
  private final int width;
  private final int height;

  Svg(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** Where a text stands in relation to its point. */
  enum Anchor {
    /** It begins there. */
    START,
    /** It is around it. */
    MIDDLE,
    /** It ends there. */
    END
  }

  /** How a text looks. */
  record Type(int size, String colour, boolean bold, Anchor anchor) {}

  private Svg raw(String element) {
    body.append("  ").append(element).append('\n');
    return this;
  }

  /** A rectangle; {@code title} is shown by viewers when it is pointed at, empty for none. */
  Svg rect(double x, double y, double w, double h, double radius, String fill, String title) {
    String shape =
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"none\""
            .formatted(number(x), number(y), number(w), number(h), number(radius), fill);
    return raw(
        title.isEmpty() ? shape + "/>" : shape + "><title>" + escape(title) + "</title></rect>");
  }

  /** {@code dash} as in {@code stroke-dasharray}, empty for a whole line. */
  Svg line(double x1, double y1, double x2, double y2, String colour, double w, String dash) {
    return raw(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>"
            .formatted(
                number(x1),
                number(y1),
                number(x2),
                number(y2),
                colour,
                number(w),
                dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\""));
  }

  /** Any shape. */
  Svg path(String d, String fill, String stroke, double strokeWidth) {
    return raw(
        "<path d=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>"
            .formatted(d, fill, stroke, number(strokeWidth)));
  }

  /** A circle. */
  Svg circle(double x, double y, double radius, String fill, String stroke, double strokeWidth) {
    return raw(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>"
            .formatted(number(x), number(y), number(radius), fill, stroke, number(strokeWidth)));
  }

  /** {@code y} is that of the baseline. */
  Svg text(double x, double y, Type type, String text) {
    return raw(
        "<text x=\"%s\" y=\"%s\" font-size=\"%d\" fill=\"%s\" stroke=\"none\" text-anchor=\"%s\"%s>%s</text>"
            .formatted(
                number(x),
                number(y),
                type.size(),
                type.colour(),
                type.anchor().name().toLowerCase(Locale.ROOT),
                type.bold() ? " font-weight=\"600\"" : "",
                escape(text)));
  }

  /** The whole document. */
  String document(String description) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d"
        font-family="Inter, 'Segoe UI', 'DejaVu Sans', Helvetica, Arial, sans-serif" role="img">
      <title>%3$s</title>
    """
            .formatted(width, height, escape(description))
        + body
        + "</svg>\n";
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
