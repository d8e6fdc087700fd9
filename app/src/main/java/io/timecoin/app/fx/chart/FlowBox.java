package io.timecoin.app.fx.chart;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.AmountLabel;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One end of a flow: what it is, who, how much. */
final class FlowBox extends HBox {

  private static final Texts TEXTS = Texts.of(FlowBox.class);

  FlowBox(Flow.Part part) {
    super(10);
    getStyleClass().addAll("tk-flow-box", "tk-flow-" + part.kind().name().toLowerCase(Locale.ROOT));
    setAlignment(Pos.CENTER_LEFT);
    VBox words = words(part);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    AmountLabel amount = new AmountLabel(part.units());
    amount.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(new FontIcon(iconOf(part.kind())), words, amount);
  }

  /** Who gets it in bold, what it is dimmed; change and fee need no name. */
  private static VBox words(Flow.Part part) {
    String what = TEXTS.get("flow." + part.kind().name());
    Label kind = new Label(what);
    kind.getStyleClass().add("tk-flow-kind");
    Label who = new Label(part.label());
    who.getStyleClass().add(part.kind() == Flow.Kind.INPUT ? "tk-flow-outpoint" : "tk-flow-who");
    if (!part.label().isEmpty()) {
      return new VBox(kind, who);
    }
    who.setText(what);
    kind.setText(TEXTS.get("flow." + part.kind().name() + ".note"));
    return new VBox(who, kind);
  }

  private static Ikon iconOf(Flow.Kind kind) {
    return switch (kind) {
      case INPUT -> Feather.DATABASE;
      case RECIPIENT -> Feather.USER;
      case CHANGE -> Feather.CORNER_UP_LEFT;
      case FEE -> Feather.ZAP;
    };
  }
}
