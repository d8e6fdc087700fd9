package io.timecoin.app.fx.vote;

import io.timecoin.app.fx.Motion;
import java.util.List;

/**
 * Where every seat is between what it showed and what it shows now. Knows no clock: the time of the
 * frame comes in, in nanoseconds.
 */
final class RingMotion {

  private static final double NANOS = Motion.NORMAL.toMillis() * 1e6;

  private double[] from = {};
  private double[] to = {};
  private double[] level = {};
  private double[] ripple = {};
  private long[] start = {};
  private SeatState[] shown = {};
  private boolean moving;

  /**
   * Takes the new seats; only those that changed will move, or none at all under reduced motion.
   */
  void retarget(List<Seat> seats, boolean reduced, long now) {
    boolean sameSeats = seats.size() == to.length;
    if (!sameSeats) {
      resize(seats.size());
    }
    for (int i = 0; i < seats.size(); i++) {
      SeatState state = seats.get(i).state();
      boolean still = reduced || !sameSeats;
      if (still) {
        level[i] = state.level();
        ripple[i] = 1;
      } else if (shown[i] != state) {
        from[i] = level[i];
        start[i] = now;
        ripple[i] = 0;
        moving = true;
      }
      to[i] = state.level();
      shown[i] = state;
    }
  }

  /** Moves every seat to where it is at {@code now}; false once all have arrived. */
  boolean advance(long now) {
    boolean going = false;
    for (int i = 0; i < to.length; i++) {
      if (ripple[i] < 1) {
        double progress = (now - start[i]) / NANOS;
        level[i] = from[i] + (to[i] - from[i]) * Motion.easeOut(progress);
        ripple[i] = Math.clamp(progress, 0, 1);
        going |= progress < 1;
      }
    }
    moving = going;
    return going;
  }

  /** Whether a frame has to be painted for the sake of motion. */
  boolean moving() {
    return moving;
  }

  /** How full the seat is, 0…1. */
  double level(int seat) {
    return level[seat];
  }

  /** How far the wave around a seat that changed has run, 1 when gone. */
  double ripple(int seat) {
    return ripple[seat];
  }

  private void resize(int seats) {
    from = new double[seats];
    to = new double[seats];
    level = new double[seats];
    ripple = new double[seats];
    start = new long[seats];
    shown = new SeatState[seats];
    moving = false;
  }
}
