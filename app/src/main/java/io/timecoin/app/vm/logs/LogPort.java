package io.timecoin.app.vm.logs;

import io.timecoin.app.vm.Exported;
import java.util.List;
import java.util.function.Consumer;

/** Where the log comes from and goes to. */
public interface LogPort {

  /** Lines of a higher number, oldest first; those that are still known. */
  List<LogRow> since(long number);

  /** The folder of the log's files, or empty where none are written. */
  String folder();

  /**
   * Asks where to, and writes these lines; returns at once.
   *
   * @param done told on the thread of the screens
   */
  void export(List<LogRow> rows, Consumer<Exported> done);
}
