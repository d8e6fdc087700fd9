package io.timecoin.app.view.news;

import io.timecoin.app.fx.Discretion;
import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.view.Looks;
import io.timecoin.app.vm.news.News;
import java.util.OptionalDouble;

/**
 * A headline and a sentence. Amounts are dots while they are hidden: a desktop shows its notices to
 * everybody who looks at it.
 */
public record NewsWords(String headline, String sentence) {

  private static final Texts TEXTS = Texts.of(NewsWords.class);

  /** The words for it. */
  public static NewsWords of(News news) {
    return switch (news) {
      case News.Received in ->
          words("received", amount(in.units()), Looks.who(in.from()), took(in.millis()));
      case News.Final out ->
          words("final", amount(out.units()), Looks.who(out.to()), took(out.millis()));
      case News.Rejected lost -> words("rejected", amount(lost.units()), Looks.who(lost.to()), "");
      case News.Several more ->
          new NewsWords(TEXTS.get("several"), TEXTS.get("several.sentence", more.count()));
      case News.NodeDegraded node ->
          new NewsWords(
              TEXTS.get("degraded"),
              node.reason().isEmpty()
                  ? TEXTS.get("degraded.unknown")
                  : (node.reason() + ". " + node.remedy()).strip());
      case News.NodeHealthy _ -> new NewsWords(TEXTS.get("healthy"), TEXTS.get("healthy.sentence"));
    };
  }

  private static NewsWords words(String key, String amount, String who, String took) {
    String sentence = TEXTS.get(key + (who.isEmpty() ? ".nobody" : ".sentence"), amount, who);
    return new NewsWords(TEXTS.get(key), took.isEmpty() ? sentence : sentence + " " + took);
  }

  private static String amount(long units) {
    return Discretion.amount(Formats.standard(), units);
  }

  private static String took(OptionalDouble millis) {
    return millis.isPresent()
        ? TEXTS.get("took", Formats.standard().millis(millis.getAsDouble()))
        : "";
  }
}
