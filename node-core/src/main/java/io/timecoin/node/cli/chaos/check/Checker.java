package io.timecoin.node.cli.chaos.check;

import io.timecoin.node.cli.chaos.history.Event;
import java.util.ArrayList;
import java.util.List;

/** Judges a history by every rule. Pure. */
public final class Checker {
  /** Breaches told of one rule; more of the same say nothing new. */
  private static final int TOLD_MAX = 20;

  private final List<Rule> rules;

  /** For a network of that many nodes and that much money. */
  public Checker(int nodes, Economy economy) {
    this.rules =
        List.of(
            new NoConflictRule(),
            new FinalForeverRule(),
            new SequenceRule(),
            new SameStateRule(nodes),
            new HonestyRule(),
            new SettledRule(),
            new AcceptedFinalRule(nodes),
            new LocksEndRule(nodes),
            new ValueRule(nodes, economy));
  }

  /**
   * What came of one rule.
   *
   * @param judged false where the run was cut short before it could be
   * @param times how often it was broken
   */
  public record Outcome(String title, boolean judged, int times) {}

  /** All rules in their order, and the breaches to tell of. */
  public record Judgement(List<Outcome> outcomes, List<Breach> breaches) {
    /** Copies. */
    public Judgement {
      outcomes = List.copyOf(outcomes);
      breaches = List.copyOf(breaches);
    }

    /** How often any rule was broken. */
    public int times() {
      return outcomes.stream().mapToInt(Outcome::times).sum();
    }

    /** The same with what another rule came to. */
    public Judgement with(String title, boolean judged, List<String> broken) {
      List<Outcome> more = new ArrayList<>(outcomes);
      more.add(new Outcome(title, judged, broken.size()));
      List<Breach> all = new ArrayList<>(breaches);
      tell(title, broken, all);
      return new Judgement(more, all);
    }
  }

  /**
   * Judges.
   *
   * @param complete whether the run went to its end
   */
  public Judgement judge(List<Event> history, boolean complete) {
    Judgement judgement = new Judgement(List.of(), List.of());
    for (Rule rule : rules) {
      boolean judged = complete || !rule.needsTheEnd();
      judgement = judgement.with(rule.title(), judged, judged ? rule.broken(history) : List.of());
    }
    return judgement;
  }

  private static void tell(String title, List<String> broken, List<Breach> all) {
    broken.stream().limit(TOLD_MAX).forEach(what -> all.add(new Breach(title, what)));
    if (broken.size() > TOLD_MAX) {
      all.add(new Breach(title, "and %d more".formatted(broken.size() - TOLD_MAX)));
    }
  }
}
