package io.timecoin.node.protocol.json;

import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.Health;
import io.timecoin.node.protocol.Reason;
import io.timecoin.node.protocol.StatusReport.Verdict;
import java.util.Arrays;
import java.util.List;

/** The JSON of a verdict: the same in a status and at {@code /readyz}. */
public final class HealthShapes {
  static final JsonCodec<Verdict> VERDICT =
      JsonTexts.named(
          Arrays.asList(Verdict.values()), verdict -> LookupMessages.lowerCase(verdict.name()));

  private static final JsonCodec<Reason.Code> CODE =
      JsonTexts.named(
          Arrays.asList(Reason.Code.values()), code -> LookupMessages.lowerCase(code.name()));

  static final JsonCodec<List<Reason>> REASONS =
      JsonLists.list(reason(), FrameLimits.STATUS_ENTRIES_MAX);

  /** {@code {"ready","verdict","reasons"}}. */
  public static final JsonCodec<Health> HEALTH = health();

  private HealthShapes() {}

  private static JsonCodec<Reason> reason() {
    ObjectCodec.Builder<Reason> o = ObjectCodec.of();
    Field<Reason, Reason.Code> code = o.required("code", CODE, Reason::code);
    Field<Reason, String> message = o.required("message", ValueShapes.SENTENCE, Reason::message);
    Field<Reason, String> remedy = o.required("remedy", ValueShapes.SENTENCE, Reason::remedy);
    return o.build(v -> new Reason(v.get(code), v.get(message), v.get(remedy)));
  }

  /** Whether it is ready follows from the reasons; it is written for those who read no further. */
  private static JsonCodec<Health> health() {
    ObjectCodec.Builder<Health> o = ObjectCodec.of();
    Field<Health, Boolean> _ = o.required("ready", JsonNumbers.BOOLEAN, Health::ready);
    Field<Health, Verdict> verdict = o.required("verdict", VERDICT, Health::verdict);
    Field<Health, List<Reason>> reasons = o.required("reasons", REASONS, Health::reasons);
    return o.build(v -> new Health(v.get(verdict), v.get(reasons)));
  }
}
