package io.timecoin.node.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  @Test
  void columnsAreAlignedAndLinesEndWithoutBlanks() {
    Table table = new Table().row("a", "bbb", "c").row("aaaa", "b").row("a", "", "");
    assertThat(table.lines()).containsExactly("a     bbb  c", "aaaa  b", "a");
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    assertThat(Terminal.wantsColour(Map.of("TERM", "xterm"))).isTrue();
    assertThat(Terminal.wantsColour(Map.of("NO_COLOR", ""))).isTrue();
    assertThat(Terminal.wantsColour(Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(Terminal.wantsColour(Map.of("TERM", "dumb"))).isFalse();
  }

  @Test
  void timesAreReadWithTheirUnit() {
    assertThat(Converters.duration("250ms")).isEqualTo(Duration.ofMillis(250));
    assertThat(Converters.duration("10s")).isEqualTo(Duration.ofSeconds(10));
    assertThat(Converters.duration("5m")).isEqualTo(Duration.ofMinutes(5));
    assertThat(Converters.duration("1h")).isEqualTo(Duration.ofHours(1));
    for (String none : new String[] {"", "10", "s", "-1s", "1.5s", "1 s", "9999999999s"}) {
      assertThatThrownBy(() -> Converters.duration(none))
          .as(none)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void jsonLinesAreAsciiAndCompact() {
    assertThat(JsonLine.write(JsonLine.object().put("ä", "\u2028😀")))
        .isEqualTo("{\"\\u00E4\":\"\\u2028\\uD83D\\uDE00\"}");
  }
}
