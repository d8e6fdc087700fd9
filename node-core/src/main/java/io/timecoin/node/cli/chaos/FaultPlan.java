package io.timecoin.node.cli.chaos;

import io.timecoin.node.cli.chaos.history.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which faults there will be: drawn from a seed alone, so that the same run can be tried again. At
 * any time a node has at most one fault of its process and one of its ways to others.
 */
final class FaultPlan {
  private static final int FIRST_MS = 500;
  private static final int BETWEEN_MS_MIN = 700;
  private static final int BETWEEN_MS_MAX = 3_200;
  private static final int LENGTH_MS_MIN = 1_500;
  private static final int LENGTH_MS_MAX = 8_000;

  /** A killed node needs time to start; the next fault of its process waits for that. */
  private static final int PROCESS_REST_MS = 6_000;

  private static final int WAY_REST_MS = 1_000;
  private static final int EVERYBODY_ONE_IN = 20;
  private static final int CLOCK_MS_MIN = 1_000;
  private static final int CLOCK_MS_MAX = 15_000;
  private static final int DELAY_MS_MIN = 50;
  private static final int DELAY_MS_MAX = 1_500;
  private static final int FLAP_MS_MIN = 200;
  private static final int FLAP_MS_MAX = 900;

  private final Random random;
  private final int nodes;
  private final long[][] freeAtMs;

  private FaultPlan(Random random, int nodes) {
    this.random = random;
    this.nodes = nodes;
    this.freeAtMs = new long[2][nodes];
  }

  /** Faults of these kinds that all end within the time; none if there is no kind. */
  static List<Planned> of(long seed, int nodes, Duration time, Set<FaultKind> kinds) {
    List<FaultKind> drawn = Arrays.stream(FaultKind.values()).filter(kinds::contains).toList();
    return drawn.isEmpty()
        ? List.of()
        : new FaultPlan(new Random(seed), nodes).draw(time.toMillis(), drawn);
  }

  private List<Planned> draw(long totalMs, List<FaultKind> kinds) {
    List<Planned> plan = new ArrayList<>();
    long atMs = FIRST_MS;
    while (atMs + LENGTH_MS_MIN <= totalMs) {
      FaultKind kind = kinds.get(random.nextInt(kinds.size()));
      long lengthMs = Math.min(between(LENGTH_MS_MIN, LENGTH_MS_MAX), totalMs - atMs);
      List<Integer> victims = victims(kind, atMs, lengthMs);
      if (!victims.isEmpty()) {
        plan.add(
            new Planned(
                Duration.ofMillis(atMs), Duration.ofMillis(lengthMs), kind, victims, amount(kind)));
      }
      atMs += between(BETWEEN_MS_MIN, BETWEEN_MS_MAX);
    }
    return plan;
  }

  private int between(int min, int max) {
    return min + random.nextInt(max - min);
  }

  private List<Integer> victims(FaultKind kind, long atMs, long lengthMs) {
    long[] freeAt = freeAtMs[kind.isOfProcess() ? 0 : 1];
    List<Integer> free =
        new ArrayList<>(IntStream.range(0, nodes).filter(n -> freeAt[n] <= atMs).boxed().toList());
    Collections.shuffle(free, random);
    List<Integer> victims = free.subList(0, Math.min(free.size(), howMany(kind)));
    long rest = kind.isOfProcess() ? PROCESS_REST_MS : WAY_REST_MS;
    victims.forEach(node -> freeAt[node] = atMs + lengthMs + rest);
    return victims;
  }

  /** Mostly few, so that there is a quorum most of the time; sometimes too many. */
  private int howMany(FaultKind kind) {
    if (kind == FaultKind.KILL && random.nextInt(EVERYBODY_ONE_IN) == 0) {
      return nodes;
    }
    int most = Math.max(1, kind.isOfProcess() ? (nodes - 1) / 3 : nodes / 2);
    return 1 + Math.min(random.nextInt(most), random.nextInt(most));
  }

  private int amount(FaultKind kind) {
    return switch (kind) {
      case KILL, PAUSE, CUT -> 0;
      case ONE_WAY -> random.nextInt(2);
      case CLOCK -> between(CLOCK_MS_MIN, CLOCK_MS_MAX) * (random.nextBoolean() ? 1 : -1);
      case DELAY -> between(DELAY_MS_MIN, DELAY_MS_MAX);
      case FLAP -> between(FLAP_MS_MIN, FLAP_MS_MAX);
    };
  }
}
