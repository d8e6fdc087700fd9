package io.timecoin.app.view;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small parts screens are put together from. */
public final class Parts {

  private Parts() {}

  /** A text with style classes. */
  public static Label text(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /** A text of several lines, never cut off. */
  public static Label paragraph(String text, String... styleClasses) {
    Label label = text(text, styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  /** What takes the room that is left in a row. */
  public static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  /** Lets a node take the room that is left in a row. */
  public static <T extends Node> T wide(T node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    return node;
  }

  /** Lets a node take the room that is left in a column. */
  public static <T extends Node> T tall(T node) {
    VBox.setVgrow(node, Priority.ALWAYS);
    return node;
  }

  /** A button with an icon. */
  public static Button button(String text, Ikon icon, Runnable action, String... styleClasses) {
    Button button = new Button(text, new FontIcon(icon));
    button.getStyleClass().addAll(styleClasses);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /**
   * One of several that exclude each other.
   *
   * @param id of its button, after {@code pill-}
   */
  public record Pill(String id, String text, Runnable chosen) {}

  /** Buttons of which one is always pressed, the first to begin with. */
  public static HBox pills(List<Pill> pills) {
    HBox row = new HBox();
    ToggleGroup group = new ToggleGroup();
    for (Pill pill : pills) {
      ToggleButton button = new ToggleButton(pill.text());
      button.setId("pill-" + pill.id());
      int at = pills.indexOf(pill);
      button.getStyleClass().add(pillStyle(at, pills.size()));
      button.setToggleGroup(group);
      button.setSelected(at == 0);
      button.setOnAction(
          _ -> {
            button.setSelected(true); // one of them always is
            pill.chosen().run();
          });
      row.getChildren().add(button);
    }
    return row;
  }

  /** The style class of one of several buttons that stand together. */
  public static String pillStyle(int index, int count) {
    return index == 0 ? "left-pill" : index == count - 1 ? "right-pill" : "center-pill";
  }

  /** Buttons that choose a value; the one of the value chosen is pressed. */
  public static <T> List<ToggleButton> oneOf(
      ObjectProperty<T> chosen, List<T> all, Function<T, ToggleButton> made) {
    ToggleGroup group = new ToggleGroup();
    return all.stream()
        .map(
            value -> {
              ToggleButton button = made.apply(value);
              button.setToggleGroup(group);
              button.setSelected(value.equals(chosen.get()));
              button.setOnAction(
                  _ -> {
                    button.setSelected(true); // one of them always is
                    chosen.set(value);
                  });
              return button;
            })
        .toList();
  }

  /** The same, standing together. */
  public static <T> HBox pills(
      ObjectProperty<T> chosen, List<T> all, Function<T, ToggleButton> made) {
    List<ToggleButton> buttons = oneOf(chosen, all, made);
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).getStyleClass().add(pillStyle(i, buttons.size()));
    }
    return new HBox(buttons.toArray(ToggleButton[]::new));
  }

  /**
   * A button for what cannot be taken back: the first press says what the second one will do, and
   * leaving it takes the first one back.
   */
  public static Button armed(String text, String sure, Ikon icon, Runnable action) {
    Button button = button(text, icon, () -> {}, "danger");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(
        _ -> {
          if (button.getStyleClass().contains("tk-armed")) {
            action.run();
          } else {
            button.getStyleClass().add("tk-armed");
            button.setText(sure);
          }
        });
    button
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                button.getStyleClass().remove("tk-armed");
                button.setText(text);
              }
            });
    return button;
  }

  /** Shows a node or leaves no gap where it would be. */
  public static void shown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** A column that scrolls when the window is too low for it. */
  public static ScrollPane scrolling(Region content) {
    ScrollPane pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.getStyleClass().addAll("edge-to-edge", "tk-scroll");
    pane.setFocusTraversable(false);
    return pane;
  }
}
