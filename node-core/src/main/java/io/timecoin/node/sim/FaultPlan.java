package io.timecoin.node.sim;

import io.timecoin.node.sim.Fault.Cut;
import io.timecoin.node.sim.Fault.Lie;
import io.timecoin.node.sim.Fault.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Draws a run's faults from its seed, with a random of their own. */
final class FaultPlan {
  /** Faults begin within so many milliseconds, and are over soon after. */
  static final int BEGIN_WITHIN_MS = 5_000;

  /** A block may be so far ahead of a node's clock and still be judged. */
  private static final int SKEW_MAX_MS = 3_000;

  private final SimProfile profile;
  private final Random random;
  private final List<Fault> faults = new ArrayList<>();

  private FaultPlan(long seed, SimProfile profile) {
    this.profile = profile;
    this.random = new Random(seed * 31 + profile.nodes());
  }

  static List<Fault> draw(long seed, SimProfile profile) {
    FaultPlan plan = new FaultPlan(seed, profile);
    SimProfile.Faults most = profile.faults();
    plan.some(most.doubleSpends(), plan::doubleSpend);
    plan.some(most.weathers(), plan::weather);
    plan.some(most.partitions(), plan::partition);
    plan.some(most.crashes(), plan::crash);
    plan.some(most.disks(), plan::disk);
    plan.some(most.skews(), plan::skew);
    plan.some(most.floods(), plan::flood);
    plan.lies();
    return List.copyOf(plan.faults);
  }

  /** None in a good part of the runs, so that each kind is also seen without the others. */
  private void some(int most, Runnable draw) {
    int count = most == 0 || random.nextInt(5) < 2 ? 0 : 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      draw.run();
    }
  }

  private long begin() {
    return random.nextInt(BEGIN_WITHIN_MS);
  }

  private long spell(int mostMs) {
    return 50L + random.nextInt(mostMs);
  }

  private int honest() {
    return random.nextInt(profile.nodes() - profile.liars());
  }

  private void doubleSpend() {
    faults.add(new Fault.DoubleSpend(begin(), 2 + random.nextInt(2)));
  }

  private void weather() {
    faults.add(
        new Fault.Weather(
            begin(),
            spell(1_500),
            random.nextInt(12),
            random.nextInt(60),
            10 + random.nextInt(290)));
  }

  private void partition() {
    TreeSet<Integer> side = new TreeSet<>();
    int size = 1 + random.nextInt(profile.nodes() - 1);
    while (side.size() < size) {
      side.add(random.nextInt(profile.nodes()));
    }
    faults.add(new Fault.Partition(begin(), spell(2_000), side, any(Cut.values())));
  }

  private void crash() {
    Point point = any(Point.values());
    faults.add(new Fault.Crash(honest(), point, 1 + random.nextInt(often(point)), spell(1_500)));
  }

  /** About how often a node passes there in a run. */
  private static int often(Point point) {
    return switch (point) {
      case BEFORE_WRITE, HALF_WRITTEN, WRITTEN, FORCED -> 150;
      case BEFORE_SEND -> 900;
      case FILE_CREATED -> 6;
      case BEFORE_DELETE, BEFORE_ARCHIVE, ARCHIVED -> 3;
    };
  }

  /** A contest is most telling where one of the voters cannot vote. */
  private void disk() {
    if (random.nextInt(3) > 0) {
      faults.add(new Fault.SlowDisk(honest(), begin(), spell(3_000), 5 + random.nextInt(200)));
      return;
    }
    long atMs = begin();
    if (profile.faults().doubleSpends() > 0) {
      faults.add(new Fault.DoubleSpend(atMs + 30, 2));
    }
    faults.add(new Fault.FullDisk(honest(), atMs, spell(1_500)));
  }

  private void skew() {
    faults.add(
        new Fault.Skew(
            honest(),
            random.nextInt(2 * SKEW_MAX_MS) - SKEW_MAX_MS,
            random.nextInt(2_000) - 1_000));
  }

  private void flood() {
    faults.add(
        random.nextBoolean()
            ? new Fault.Flood(honest(), begin(), 50 + random.nextInt(400))
            : new Fault.DeafWallet(honest(), begin(), spell(2_500)));
  }

  /** Each liar has its own mixture; a twin does nothing else, so that it is believed. */
  private void lies() {
    for (int node = profile.nodes() - profile.liars(); node < profile.nodes(); node++) {
      if (random.nextInt(3) == 0) {
        faults.add(new Fault.Lying(node, Lie.TWIN));
        continue;
      }
      for (Lie lie : Lie.values()) {
        if (lie != Lie.TWIN && random.nextInt(3) > 0) {
          faults.add(new Fault.Lying(node, lie));
        }
      }
    }
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
