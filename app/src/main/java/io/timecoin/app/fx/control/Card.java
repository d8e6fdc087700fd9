package io.timecoin.app.fx.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A surface with a soft border and 16 pixels inside, its children 12 pixels apart. */
public class Card extends VBox {

  private static final double GAP = 12;

  /** A card without a heading. */
  public Card(Node... children) {
    super(GAP, children);
    getStyleClass().add("tk-card");
  }

  /** A card with a heading, and things beside it at the right, such as buttons. */
  public static Card titled(String title, Node... children) {
    Card card = new Card(children);
    card.head(title);
    return card;
  }

  /** Gives a card that has none its heading. */
  protected final void head(String title) {
    getChildren().addFirst(new Heading(title));
  }

  /** Puts nodes at the right end of the heading. */
  public final Card actions(Node... nodes) {
    heading().getChildren().addAll(nodes);
    return this;
  }

  private Heading heading() {
    if (getChildren().getFirst() instanceof Heading heading) {
      return heading;
    }
    throw new IllegalStateException("this card has no heading");
  }

  private static final class Heading extends HBox {

    private final Label label = new Label();

    Heading(String title) {
      super(8);
      setAlignment(Pos.CENTER_LEFT);
      setMinHeight(24);
      label.setText(title);
      label.getStyleClass().add("tk-heading");
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      getChildren().addAll(label, space);
    }
  }
}
