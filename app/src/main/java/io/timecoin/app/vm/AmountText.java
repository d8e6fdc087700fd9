package io.timecoin.app.vm;

import io.timecoin.node.base.Amount;

/**
 * An amount as people type it: digits and the decimal separator of their language. Separators of
 * thousands are refused, since "1.000" means a thousand to some and one to others.
 */
public record AmountText(char decimalSeparator) {

  private static final int DECIMALS = 8;

  /** What can be wrong. */
  public enum Problem {
    NONE,
    NOT_A_NUMBER,
    TOO_MANY_DECIMALS,
    ZERO,
    TOO_LARGE
  }

  /** What reading came to: an amount, or what is wrong. */
  public record Read(Amount amount, Problem problem) {
    /** Whether there is no amount. */
    public boolean isError() {
      return problem != Problem.NONE;
    }
  }

  /** Reads a text that is not blank. */
  public Read read(String typed) {
    String text = typed.strip();
    char other = decimalSeparator == '.' ? ',' : '.';
    if (text.indexOf(other) >= 0) {
      return refused(Problem.NOT_A_NUMBER);
    }
    String plain = text.replace(decimalSeparator, '.');
    int point = plain.indexOf('.');
    if (point >= 0 && plain.length() - point - 1 > DECIMALS && plain.matches("[0-9]+\\.[0-9]+")) {
      return refused(Problem.TOO_MANY_DECIMALS);
    }
    try {
      Amount amount = Amount.parseTime(plain);
      return amount.units() == 0 ? refused(Problem.ZERO) : new Read(amount, Problem.NONE);
    } catch (IllegalArgumentException e) {
      return refused(
          plain.matches("[0-9]+(\\.[0-9]+)?") ? Problem.TOO_LARGE : Problem.NOT_A_NUMBER);
    }
  }

  /** As somebody would type it. */
  public String write(Amount amount) {
    return amount.toTimeString().replace('.', decimalSeparator);
  }

  private static Read refused(Problem problem) {
    return new Read(Amount.ZERO, problem);
  }
}
