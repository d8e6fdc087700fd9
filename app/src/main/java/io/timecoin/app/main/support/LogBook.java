package io.timecoin.app.main.support;

import io.timecoin.app.vm.Exported;
import io.timecoin.app.vm.logs.LogPort;
import io.timecoin.app.vm.logs.LogRow;
import io.timecoin.app.vm.logs.LogRow.Weight;
import io.timecoin.app.vm.logs.LogsModel;
import io.timecoin.node.runtime.LogLine;
import io.timecoin.node.runtime.Logging;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.event.Level;

/**
 * Hears every line the program logs, remembers the latest, and has all of them written to files.
 */
public final class LogBook implements LogPort, AutoCloseable {

  private final Path folder;
  private final TextExport export;
  private final Deque<LogRow> latest = new ArrayDeque<>();
  private final Logging.Scope heard;
  private final Logging.Scope written;
  private long count;

  /** Asks where to, and writes a text. */
  @FunctionalInterface
  public interface TextExport {
    /** Returns at once; the answer comes on the thread of the screens. */
    void text(String suggestedName, String text, Consumer<Exported> done);
  }

  /** Hears from now on, and writes into that folder. */
  public LogBook(Path folder, TextExport export) {
    this.folder = folder;
    this.export = export;
    this.written = Logging.writeTo(folder);
    this.heard = Logging.listen(this::hear);
  }

  private synchronized void hear(LogLine line) {
    count++;
    latest.add(
        new LogRow(
            count, line.at().toEpochMilli(), weight(line.level()), line.source(), line.text()));
    if (latest.size() > LogsModel.ROWS_MAX) {
      latest.remove();
    }
  }

  private static Weight weight(Level level) {
    return switch (level) {
      case ERROR -> Weight.ERROR;
      case WARN -> Weight.WARNING;
      case INFO -> Weight.INFO;
      case DEBUG, TRACE -> Weight.DETAIL;
    };
  }

  @Override
  public synchronized List<LogRow> since(long number) {
    List<LogRow> more = new ArrayList<>();
    var backwards = latest.descendingIterator(); // mostly a few of thousands
    while (backwards.hasNext()) {
      LogRow row = backwards.next();
      if (row.number() <= number) {
        break;
      }
      more.add(row);
    }
    return more.reversed();
  }

  @Override
  public String folder() {
    return folder.toAbsolutePath().toString();
  }

  @Override
  public void export(List<LogRow> rows, Consumer<Exported> done) {
    export.text("timekeeper-log.txt", text(rows), done);
  }

  /** A line each, in UTC. */
  static String text(List<LogRow> rows) {
    return rows.stream()
        .map(
            row ->
                "%s %-7s %s - %s%n"
                    .formatted(
                        Instant.ofEpochMilli(row.atMillis()),
                        row.weight(),
                        row.source(),
                        row.text()))
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    heard.close();
    written.close();
  }
}
