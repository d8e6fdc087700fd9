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
    Label kind = new Label(TEXTS.get("flow." + part.kind().name()));
    kind.getStyleClass().add(part.label().isEmpty() ? "tk-flow-who" : "tk-flow-kind");
    Label label = new Label(part.label());
    label.getStyleClass().add(part.kind() == Flow.Kind.INPUT ? "tk-flow-outpoint" : "tk-flow-who");
    VBox words = new VBox(kind);
    if (!part.label().isEmpty()) {
      words.getChildren().add(label);
    }
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    AmountLabel amount = new AmountLabel(part.units());
    amount.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(new FontIcon(iconOf(part.kind())), words, amount);
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
