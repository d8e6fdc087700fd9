package io.timecoin.app.view.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A few values side by side, of which the one in force is pressed. */
final class Choices extends HBox {

  private final List<Choice> choices;
  private final List<ToggleButton> buttons = new ArrayList<>();

  /** One of them. */
  record Choice(long value, String text) {}

  /**
   * Nothing pressed yet, see {@link #show}.
   *
   * @param id of the row; a button's is this, a hyphen and its value
   * @param inForce asked after a press, since not every press has an effect
   */
  Choices(String id, String spoken, List<Choice> choices, LongSupplier inForce, LongConsumer to) {
    this.choices = choices;
    setId(id);
    setMinWidth(Region.USE_PREF_SIZE);
    for (Choice choice : choices) {
      ToggleButton button = new ToggleButton(choice.text());
      button.setId(id + "-" + choice.value());
      button.setAccessibleText(spoken + ": " + choice.text());
      button.getStyleClass().addAll("small", pill(choice));
      button.setOnAction(
          _ -> {
            to.accept(choice.value());
            show(inForce.getAsLong());
          });
      buttons.add(button);
    }
    getChildren().addAll(buttons);
  }

  private String pill(Choice choice) {
    boolean first = choice.equals(choices.getFirst());
    return first ? "left-pill" : choice.equals(choices.getLast()) ? "right-pill" : "center-pill";
  }

  /** Presses the button of that value. */
  void show(long value) {
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setSelected(choices.get(i).value() == value);
    }
  }
}
