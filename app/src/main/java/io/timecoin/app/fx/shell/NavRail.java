package io.timecoin.app.fx.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The left rail: an icon and a word for every page, the current one marked. */
final class NavRail extends VBox {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  static final int SHORTCUTS_MAX = 9;

  /** Pages that fit the lowest window with the usual room around them. */
  private static final int ROOMY_MAX = 10;

  private final Map<String, Button> buttons = new LinkedHashMap<>();

  NavRail(Navigator navigator) {
    super(4);
    getStyleClass().add("tk-rail");
    setAlignment(Pos.TOP_CENTER);
    if (navigator.pages().size() > ROOMY_MAX) {
      getStyleClass().add("tk-many");
      setSpacing(1);
    }
    int number = 1;
    for (Page page : navigator.pages()) {
      Button button = new Button(page.title(), new FontIcon(page.icon()));
      button.getStyleClass().addAll("flat", "tk-rail-item");
      button.setContentDisplay(ContentDisplay.TOP);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setOnAction(_ -> navigator.go(page.id()));
      button.setId("rail-" + page.id());
      if (number <= SHORTCUTS_MAX) {
        button.setTooltip(
            new Tooltip(page.title() + "  " + Command.control(String.valueOf(number))));
      }
      number++;
      buttons.put(page.id(), button);
      getChildren().add(button);
    }
    navigator.pageProperty().subscribe(this::select);
  }

  private void select(@Nullable Page page) {
    buttons.forEach(
        (id, button) ->
            button.pseudoClassStateChanged(SELECTED, page != null && page.id().equals(id)));
  }
}
