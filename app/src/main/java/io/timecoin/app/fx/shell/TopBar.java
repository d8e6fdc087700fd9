package io.timecoin.app.fx.shell;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.Theme;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar above the content: back, title, network ribbon, search, light or dark. */
public final class TopBar extends HBox {

  private static final Texts TEXTS = Texts.of(TopBar.class);
  private static final double SEARCH_WIDTH = 260;

  private final HBox ribbon = new HBox();
  private final SearchField search = new SearchField();
  private Consumer<String> onSearch = _ -> {};

  TopBar(Navigator navigator, Theme theme) {
    super(12);
    getStyleClass().add("tk-top");
    setAlignment(Pos.CENTER_LEFT);
    Label title = new Label();
    title.getStyleClass().add("tk-title");
    title.textProperty().bind(navigator.titleProperty());
    title.setMinWidth(0);
    ribbon.setAlignment(Pos.CENTER);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    search.setPrefWidth(SEARCH_WIDTH);
    search.setPromptText(TEXTS.get("search.prompt"));
    search.setAccessibleText(TEXTS.get("search.prompt"));
    search.setOnAction(_ -> onSearch.accept(search.getText().strip()));
    search
        .textProperty()
        .subscribe(
            (before, text) -> {
              if (text.isEmpty() && !before.isEmpty()) { // what is wiped out is not looked for
                onSearch.accept("");
              }
            });
    getChildren().addAll(back(navigator), title, ribbon, space, search, toggle(theme));
  }

  /** Puts the network's ribbon, or nothing, beside the title. */
  public void setRibbon(Node... nodes) {
    ribbon.getChildren().setAll(nodes);
  }

  /** What happens with a text somebody looks for. */
  public void setOnSearch(Consumer<String> action) {
    onSearch = action;
  }

  /** Moves the keyboard to the search field. */
  public void focusSearch() {
    search.requestFocus();
  }

  private static Button back(Navigator navigator) {
    Button back = iconButton(Feather.ARROW_LEFT, TEXTS.get("back"));
    back.setOnAction(_ -> navigator.back());
    back.visibleProperty().bind(navigator.canGoBackProperty());
    back.managedProperty().bind(navigator.canGoBackProperty());
    return back;
  }

  private static Button toggle(Theme theme) {
    Button button = iconButton(Feather.MOON, TEXTS.get("theme.dark"));
    button.setId("theme-toggle");
    button.setOnAction(_ -> theme.toggle());
    theme
        .darkProperty()
        .subscribe(
            dark -> {
              String text = TEXTS.get(dark ? "theme.light" : "theme.dark");
              button.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON));
              button.setAccessibleText(text);
              button.setTooltip(new Tooltip(text));
            });
    return button;
  }

  private static Button iconButton(Feather icon, String text) {
    Button button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll("flat", "tk-icon-button");
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(text));
    return button;
  }
}
