package io.timecoin.node.protocol;

import io.timecoin.node.protocol.StatusReport.Verdict;
import java.util.Comparator;
import java.util.List;

/**
 * The one verdict on a node: what the app, {@code status}, {@code /readyz} and the metrics show.
 *
 * @param reasons why it is what it is, the gravest first; none if the node is healthy
 */
public record Health(Verdict verdict, List<Reason> reasons) {
  /** Copies. */
  public Health {
    reasons = List.copyOf(reasons);
  }

  /** The verdict that the gravest of these reasons leads to. */
  public static Health of(List<Reason> reasons) {
    List<Reason> gravestFirst =
        reasons.stream().sorted(Comparator.comparing(Reason::code)).toList();
    Verdict verdict =
        gravestFirst.stream()
            .map(reason -> reason.code().verdict())
            .max(Comparator.naturalOrder())
            .orElse(Verdict.HEALTHY);
    return new Health(verdict, gravestFirst);
  }

  /** Whether it can take a payment now and see it become final. */
  public boolean ready() {
    return reasons.stream().noneMatch(reason -> reason.code().hinders());
  }
}
