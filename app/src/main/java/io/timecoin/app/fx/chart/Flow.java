package io.timecoin.app.fx.chart;

import java.util.List;

/**
 * Where the money of one spend comes from and goes to.
 *
 * @param inputs the outputs spent
 * @param outputs recipients, change and fee; together as much as the inputs
 */
public record Flow(List<Part> inputs, List<Part> outputs) {

  /** Nothing chosen yet. */
  public static final Flow NONE = new Flow(List.of(), List.of());

  public Flow {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** What a part of a spend is. */
  public enum Kind {
    INPUT,
    RECIPIENT,
    CHANGE,
    FEE
  }

  /**
   * One box of the picture.
   *
   * @param label who or what, short; for an input its outpoint
   * @param units amount in units of 10⁻⁸ TIME
   */
  public record Part(Kind kind, String label, long units) {}
}
