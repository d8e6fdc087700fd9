package io.timecoin.app.view.logs;

import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.logs.LogRow;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** When, how grave, who, what. */
final class LogCell extends ListCell<LogRow> {

  private static final double SOURCE_WIDTH = 140;
  private static final double BAR = 34;

  private final Label time = Parts.text("", "tk-small", "tk-muted");
  private final FontIcon icon = new FontIcon(Feather.INFO);
  private final Label source = Parts.text("", "tk-small", "tk-strong");
  private final Label text = Parts.paragraph("", "tk-small");
  private final HBox line = new HBox(10, time, icon, source, Parts.wide(text));

  LogCell() {
    line.setAlignment(Pos.TOP_LEFT);
    time.setMinWidth(Region.USE_PREF_SIZE);
    source.setMinWidth(SOURCE_WIDTH);
    source.setPrefWidth(SOURCE_WIDTH);
    setPrefWidth(0); // as wide as the list, never wider
    line.prefWidthProperty().bind(widthProperty().subtract(BAR));
  }

  @Override
  protected void updateItem(@Nullable LogRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    time.setText(LogsView.clock(row));
    icon.setIconCode(
        switch (row.weight()) {
          case DETAIL -> Feather.CODE;
          case INFO -> Feather.INFO;
          case WARNING -> Feather.ALERT_TRIANGLE;
          case ERROR -> Feather.ALERT_OCTAGON;
        });
    icon.setAccessibleText(LogsView.TEXTS.get("weight." + row.weight()));
    source.setText(row.source());
    text.setText(row.text());
    setGraphic(line);
  }
}
