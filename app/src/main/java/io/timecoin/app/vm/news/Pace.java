package io.timecoin.app.vm.news;

import java.util.function.Consumer;

/**
 * Lets a few news through at once and then one every few seconds; what came in between is told by
 * its number.
 */
final class Pace {

  /** Told one by one before the pace is kept. */
  static final int AT_ONCE = 4;

  /** Between two after that. */
  static final long PAUSE_MICROS = 3_000_000;

  private final Consumer<News> told;
  private double room = AT_ONCE;
  private long refilledAt;
  private int held;

  Pace(Consumer<News> told) {
    this.told = told;
  }

  /** Something happened. */
  void tell(News news, long now) {
    refill(now);
    if (held == 0 && room >= 1) {
      room--;
      told.accept(news);
    } else {
      held++;
    }
  }

  /** Time went by. */
  void tick(long now) {
    refill(now);
    if (held > 0 && room >= 1) {
      room--;
      int count = held;
      held = 0;
      told.accept(new News.Several(count));
    }
  }

  private void refill(long now) {
    if (refilledAt != 0) {
      room = Math.min(AT_ONCE, room + (double) (now - refilledAt) / PAUSE_MICROS);
    }
    refilledAt = now;
  }
}
