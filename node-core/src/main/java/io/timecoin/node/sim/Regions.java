package io.timecoin.node.sim;

import java.util.Random;

/**
 * Masternodes spread over six regions of the world. The one-way delays are synthetic: great-circle
 * distance at two thirds of the speed of light, times 1.5 for the cable's way, half a millisecond
 * within a region, and up to a tenth more at random. Public measurements between cloud regions are
 * of the same size.
 */
final class Regions implements Latency {
  private static final double KM_A_MICRO = 0.2; // light in glass
  private static final double DETOUR = 1.5;
  private static final long WITHIN_MICROS = 500;
  private static final int JITTER = 10;
  private static final double EARTH_KM = 6_371;

  /**
   * Latitude and longitude in degrees: Virginia, Oregon, São Paulo, Frankfurt, Singapore, Tokyo.
   */
  private static final double[][] PLACES = {
    {38.9, -77.4}, {45.8, -119.7}, {-23.5, -46.6}, {50.1, 8.7}, {1.3, 103.8}, {35.7, 139.7}
  };

  private final long[][] micros = new long[PLACES.length][PLACES.length];

  Regions() {
    for (int a = 0; a < PLACES.length; a++) {
      for (int b = 0; b < PLACES.length; b++) {
        micros[a][b] =
            WITHIN_MICROS + Math.round(kilometres(PLACES[a], PLACES[b]) * DETOUR / KM_A_MICRO);
      }
    }
  }

  private static double kilometres(double[] a, double[] b) {
    double latA = Math.toRadians(a[0]);
    double latB = Math.toRadians(b[0]);
    double across = Math.toRadians(b[1] - a[1]);
    double cosine =
        Math.sin(latA) * Math.sin(latB) + Math.cos(latA) * Math.cos(latB) * Math.cos(across);
    return EARTH_KM * Math.acos(Math.min(1, cosine));
  }

  @Override
  public long micros(int from, int to, Random random) {
    long base = micros[from % PLACES.length][to % PLACES.length];
    return base + random.nextLong(base / JITTER + 1);
  }
}
