package io.timecoin.node.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.protocol.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the reasons in docs/OPERATE.md true; the metrics there are compared in MetricsIT. */
final class OperatePageTest {
  private static final Path PAGE = Path.of("..", "docs", "OPERATE.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\w+) \\| (yes|no) \\| ");

  @Test
  void everyReasonStandsThereInTheOrderOfItsGravity() throws Exception {
    List<String> rows = new ArrayList<>();
    Matcher row = ROW.matcher(Files.readString(PAGE));
    while (row.find()) {
      rows.add(row.group(1) + " " + row.group(2) + " " + row.group(3));
    }
    assertThat(rows)
        .isEqualTo(Arrays.stream(Reason.Code.values()).map(OperatePageTest::row).toList());
  }

  private static String row(Reason.Code code) {
    return "%s %s %s"
        .formatted(code.name(), code.verdict().name(), code.hinders() ? "yes" : "no")
        .toLowerCase(Locale.ROOT);
  }
}
