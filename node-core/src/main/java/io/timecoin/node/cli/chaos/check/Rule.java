package io.timecoin.node.cli.chaos.check;

import io.timecoin.node.cli.chaos.history.Event;
import java.util.List;

/** One promise. */
interface Rule {
  /** In a few words, for reports. */
  String title();

  /** Whether only a run that went to its end can be judged by it. */
  boolean needsTheEnd();

  /** How often the history breaks it, each in words. */
  List<String> broken(List<Event> history);
}
