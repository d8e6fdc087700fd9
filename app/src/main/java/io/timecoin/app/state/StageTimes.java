package io.timecoin.app.state;

/**
 * When each station was reached, as the app heard of it; {@link #NEVER} where it was not, or was
 * before the app looked.
 */
public record StageTimes(
    long unspent, long locked, long spentPending, long spentFinalized, long confirmed) {

  /** No time. */
  public static final long NEVER = Long.MIN_VALUE;

  /** Nothing was seen happening. */
  public static final StageTimes NONE = new StageTimes(NEVER, NEVER, NEVER, NEVER, NEVER);

  /** When the station was reached, or {@link #NEVER}. */
  public long of(Stage stage) {
    return switch (stage) {
      case UNSPENT -> unspent;
      case LOCKED -> locked;
      case SPENT_PENDING -> spentPending;
      case SPENT_FINALIZED -> spentFinalized;
      case CONFIRMED -> confirmed;
    };
  }

  /**
   * The first time the station is reached is kept, however often its votes grow. A lock starts a
   * new walk, a release ends one: what was stamped before is forgotten.
   */
  StageTimes reached(Stage stage, long at) {
    return switch (stage) {
      case UNSPENT -> new StageTimes(at, NEVER, NEVER, NEVER, NEVER);
      case LOCKED -> new StageTimes(unspent, at, NEVER, NEVER, NEVER);
      case SPENT_PENDING ->
          spentPending == NEVER
              ? new StageTimes(unspent, locked, at, spentFinalized, confirmed)
              : this;
      case SPENT_FINALIZED -> new StageTimes(unspent, locked, spentPending, at, confirmed);
      case CONFIRMED -> new StageTimes(unspent, locked, spentPending, spentFinalized, at);
    };
  }
}
