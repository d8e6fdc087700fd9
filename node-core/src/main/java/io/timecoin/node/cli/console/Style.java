package io.timecoin.node.cli.console;

/** A colour for a terminal that shows colours; always beside a word or a sign, never alone. */
public enum Style {
  /** Good. */
  GREEN("32"),
  /** Under way, or needs attention. */
  YELLOW("33"),
  /** Refused or failed. */
  RED("31"),
  /** Less important. */
  DIM("2"),
  /** More important. */
  BOLD("1");

  private static final String ESCAPE = "\u001b[";

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** The text in this style, or as it is where there are no colours. */
  public String on(Terminal terminal, String text) {
    return terminal.colour() ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
  }
}
