package io.timecoin.app.fx.control;

import io.timecoin.app.fx.Discretion;
import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * An amount of money: "1,000.00" in tabular figures, the unit dimmed, at the right.
 *
 * <p>For larger ones add the style class {@code tk-large} (28 px) or {@code tk-medium-size} (20
 * px).
 */
public final class AmountLabel extends HBox {

  private static final Texts TEXTS = Texts.of(AmountLabel.class);

  private final LongProperty units = new SimpleLongProperty(this, "units");
  private final BooleanProperty signed = new SimpleBooleanProperty(this, "signed");
  private final BooleanProperty concealed = new SimpleBooleanProperty(this, "concealed");
  private final Formats formats;
  private final ChangeListener<Boolean> discretion = (_, _, _) -> refresh();
  private final Label number = new Label();
  private final Label unit = new Label(Formats.UNIT);

  /** Nothing: 0.00 TIME. */
  public AmountLabel() {
    this(0);
  }

  /** An amount in units of 10⁻⁸ TIME. */
  public AmountLabel(long firstUnits) {
    super(4);
    formats = Formats.standard();
    units.set(firstUnits);
    getStyleClass().add("tk-amount");
    setAlignment(Pos.BASELINE_RIGHT);
    // A baseline is kept at the top of a box stretched in height: never be stretched.
    setMaxHeight(Region.USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
    number.getStyleClass().add("tk-amount-number");
    unit.getStyleClass().add("tk-amount-unit");
    number.setMinWidth(Region.USE_PREF_SIZE);
    unit.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(number, unit);
    units.addListener((_, _, _) -> refresh());
    signed.addListener((_, _, _) -> refresh());
    concealed.addListener((_, _, _) -> refresh());
    // Weakly: the process-wide switch outlives every label.
    Discretion.onProperty().addListener(new WeakChangeListener<>(discretion));
    refresh();
  }

  /** The amount in units of 10⁻⁸ TIME. */
  public LongProperty unitsProperty() {
    return units;
  }

  /** Whether a plus or minus is put before it, for changes of a balance. */
  public BooleanProperty signedProperty() {
    return signed;
  }

  /** Whether dots stand in for the digits here, whatever {@link Discretion} says. */
  public BooleanProperty concealedProperty() {
    return concealed;
  }

  private void refresh() {
    boolean hidden = concealed.get() || Discretion.onProperty().get();
    String text = hidden ? Discretion.DOTS : formats.amount(Math.absExact(units.get()));
    if (!hidden && (signed.get() || units.get() < 0)) {
      text = (units.get() < 0 ? "−" : "+") + text;
    }
    number.setText(text);
    setAccessibleText(hidden ? TEXTS.get("amount.concealed") : text + " " + Formats.UNIT);
  }
}
