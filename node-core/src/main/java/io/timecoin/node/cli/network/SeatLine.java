package io.timecoin.node.cli.network;

import io.timecoin.node.cli.console.Terminal;
import io.timecoin.node.protocol.Seat;
import java.util.List;

/** Every masternode's votes as one sign each, in the order of the seats. */
final class SeatLine {
  private static final String UNICODE = "○◐●✕";
  private static final String ASCII = ".o#x";

  private final String signs;

  SeatLine(Terminal terminal) {
    this.signs = terminal.canShow(UNICODE) ? UNICODE : ASCII;
  }

  /** With counts in words, so that the signs are never alone. */
  String of(List<Seat> seats, int total) {
    StringBuilder line = new StringBuilder();
    seats.forEach(seat -> line.append(sign(seat)).append(' '));
    line.repeat(signs.charAt(0) + " ", total - seats.size());
    long prepared = seats.stream().filter(s -> s.prepareMs() != null && !s.rejected()).count();
    long committed = seats.stream().filter(seat -> seat.commitMs() != null).count();
    return prepared == 0 && committed == 0
        ? line.toString().stripTrailing()
        : line + " " + prepared + " prepared, " + committed + " committed";
  }

  private char sign(Seat seat) {
    if (seat.rejected()) {
      return signs.charAt(3);
    }
    if (seat.commitMs() != null) {
      return signs.charAt(2);
    }
    return signs.charAt(seat.prepareMs() == null ? 0 : 1);
  }
}
