package io.timecoin.node.sim;

import io.timecoin.node.sim.Fault.Point;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The power supply of one machine: fails where its faults say. */
final class Mains {
  private final SimWorld world;
  private final List<Fault.Crash> due = new ArrayList<>();
  private final Map<Point, Integer> passed = new EnumMap<>(Point.class);

  Mains(SimWorld world) {
    this.world = world;
  }

  void plan(Fault.Crash crash) {
    due.add(crash);
  }

  /** The machine is at that point of its work. */
  void passes(Point point) {
    int times = passed.merge(point, 1, Integer::sum);
    if (!world.faulty) {
      return;
    }
    for (Fault.Crash crash : due) {
      if (crash.point() == point && crash.nth() == times) {
        due.remove(crash);
        world.coverage.fault(crash);
        world.trace.happened("node %d loses its power: %s, time %d", crash.node(), point, times);
        throw new PowerLoss(crash.downMs());
      }
    }
  }
}
