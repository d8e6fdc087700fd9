package io.timecoin.app.vm.send;

import io.timecoin.node.base.Amount;

/**
 * An amount as people type it: digits and the decimal separator of their language. Separators of
 * thousands are refused, since "1.000" means a thousand to some and one to others.
 */
record AmountText(char decimalSeparator) {

  private static final int DECIMALS = 8;

  /** What reading came to: an amount, or what is wrong. */
  record Read(Amount amount, FieldError error) {}

  Read read(String typed) {
    String text = typed.strip();
    char other = decimalSeparator == '.' ? ',' : '.';
    if (text.indexOf(other) >= 0) {
      return refused(FieldError.Kind.NOT_A_NUMBER);
    }
    String plain = text.replace(decimalSeparator, '.');
    int point = plain.indexOf('.');
    if (point >= 0 && plain.length() - point - 1 > DECIMALS && plain.matches("[0-9]+\\.[0-9]+")) {
      return refused(FieldError.Kind.TOO_MANY_DECIMALS);
    }
    try {
      Amount amount = Amount.parseTime(plain);
      return amount.units() == 0
          ? refused(FieldError.Kind.ZERO)
          : new Read(amount, FieldError.NONE);
    } catch (IllegalArgumentException e) {
      return refused(
          plain.matches("[0-9]+(\\.[0-9]+)?")
              ? FieldError.Kind.TOO_LARGE
              : FieldError.Kind.NOT_A_NUMBER);
    }
  }

  String write(Amount amount) {
    return amount.toTimeString().replace('.', decimalSeparator);
  }

  private static Read refused(FieldError.Kind kind) {
    return new Read(Amount.ZERO, FieldError.of(kind));
  }
}
