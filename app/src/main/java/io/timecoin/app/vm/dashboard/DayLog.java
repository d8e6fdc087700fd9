package io.timecoin.app.vm.dashboard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gauge over the last day: the last minutes as they were, the rest by the worst of each minute,
 * so that a short peak at night is still there in the morning.
 */
final class DayLog {

  static final long MINUTE_MILLIS = 60_000;

  /** How long every reading is kept. */
  static final long FINE_MILLIS = 5 * MINUTE_MILLIS;

  /** How long the worst of each minute is kept. */
  static final long DAY_MILLIS = 24 * 60 * MINUTE_MILLIS;

  private final Deque<Reading> fine = new ArrayDeque<>();
  private final Deque<Reading> minutes = new ArrayDeque<>();
  private @Nullable Reading minute;

  /** In order of time; what says nothing is left out, one from the past as well. */
  void add(Reading reading) {
    if (reading.isEmpty() || (!fine.isEmpty() && reading.atMillis() <= fine.getLast().atMillis())) {
      return;
    }
    fine.addLast(reading);
    forget(fine, reading.atMillis() - FINE_MILLIS);
    Reading current = minute;
    if (current != null
        && current.atMillis() / MINUTE_MILLIS == reading.atMillis() / MINUTE_MILLIS) {
      minute = current.worst(reading);
      return;
    }
    if (current != null) {
      minutes.addLast(current);
    }
    minute = reading;
    forget(minutes, reading.atMillis() - DAY_MILLIS);
  }

  private static void forget(Deque<Reading> readings, long before) {
    while (!readings.isEmpty() && readings.getFirst().atMillis() < before) {
      readings.removeFirst();
    }
  }

  /** The last minutes, oldest first. */
  List<Reading> fine() {
    return List.copyOf(fine);
  }

  /** The last day, a reading a minute, oldest first. */
  List<Reading> day() {
    List<Reading> day = new ArrayList<>(minutes);
    if (minute != null) {
      day.add(minute);
    }
    return List.copyOf(day);
  }

  /** The latest, or null. */
  @Nullable Reading last() {
    return fine.peekLast();
  }
}
