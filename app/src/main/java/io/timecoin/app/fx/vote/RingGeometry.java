package io.timecoin.app.fx.vote;

/**
 * Where things lie on the ring. Angles run clockwise from the top, in radians; seat {@code i} sits
 * in the middle of its {@code n}-th part, so that the quorum tick falls into the gap between seats.
 *
 * @param x the middle
 * @param y the middle
 * @param orbit distance of the seats from the middle
 * @param seat radius of one seat
 * @param gauge distance of the inner gauge, 0 where there is none
 * @param dense so many seats that each is a bar like the minute marks of a watch
 */
record RingGeometry(
    double x, double y, double orbit, double seat, double gauge, int seats, boolean dense) {

  private static final double LABEL_ROOM = 22;
  private static final double HALO_ROOM = 3;
  private static final double FULL_SEAT_MAX = 0.06;
  private static final double FULL_SEAT_MIN = 6.5;
  private static final double COMPACT_SEAT_MAX = 0.085;
  private static final double COMPACT_SEAT_MIN = 2.4;
  private static final double FILL_OF_SPACING = 0.34;
  private static final double DENSE_HALF_LENGTH_FULL = 8;
  private static final double DENSE_HALF_LENGTH_COMPACT = 3;
  private static final double GAUGE_GAP = 15;

  static RingGeometry full(double width, double height, int seats) {
    double radius = Math.min(width, height) / 2 - LABEL_ROOM;
    double seatMax = Math.min(width, height) * FULL_SEAT_MAX;
    double spacing = 2 * Math.PI * (radius - seatMax) / Math.max(1, seats);
    double seat = Math.min(seatMax, spacing * FILL_OF_SPACING);
    boolean dense = seat < FULL_SEAT_MIN;
    double half = dense ? DENSE_HALF_LENGTH_FULL : seat;
    double orbit = radius - half;
    return new RingGeometry(
        width / 2, height / 2, orbit, half, orbit - half - GAUGE_GAP, seats, dense);
  }

  static RingGeometry compact(double width, double height, int seats) {
    double radius = Math.min(width, height) / 2 - HALO_ROOM;
    double seatMax = Math.min(width, height) * COMPACT_SEAT_MAX;
    double spacing = 2 * Math.PI * (radius - seatMax) / Math.max(1, seats);
    double seat = Math.min(seatMax, spacing * FILL_OF_SPACING);
    boolean dense = seat < COMPACT_SEAT_MIN;
    double half = dense ? DENSE_HALF_LENGTH_COMPACT : seat;
    return new RingGeometry(width / 2, height / 2, radius - half, half, 0, seats, dense);
  }

  double angle(int seat) {
    return turn(seat + 0.5);
  }

  /** The angle after the given number of seats; all of them make a full turn. */
  double turn(double passed) {
    return 2 * Math.PI * passed / Math.max(1, seats);
  }

  double px(double angle, double distance) {
    return x + Math.sin(angle) * distance;
  }

  double py(double angle, double distance) {
    return y - Math.cos(angle) * distance;
  }

  /** The seat under a point, or -1. */
  int seatAt(double pointX, double pointY) {
    double distance = Math.hypot(pointX - x, pointY - y);
    if (seats == 0 || Math.abs(distance - orbit) > seat + HALO_ROOM) {
      return -1;
    }
    double angle = Math.atan2(pointX - x, y - pointY);
    double turned = (angle + 2 * Math.PI) % (2 * Math.PI);
    int index = Math.min(seats - 1, (int) (turned / turn(1)));
    double off = Math.hypot(pointX - px(angle(index), orbit), pointY - py(angle(index), orbit));
    return dense || off <= seat + HALO_ROOM ? index : -1;
  }
}
