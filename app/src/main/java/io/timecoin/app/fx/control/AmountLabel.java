package io.timecoin.app.fx.control;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
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

  /** Whether dots stand in for the digits, from eyes over the shoulder. */
  public BooleanProperty concealedProperty() {
    return concealed;
  }

  private void refresh() {
    String text = concealed.get() ? "•••••" : formats.amount(Math.absExact(units.get()));
    if (!concealed.get() && (signed.get() || units.get() < 0)) {
      text = (units.get() < 0 ? "−" : "+") + text;
    }
    number.setText(text);
    setAccessibleText(concealed.get() ? TEXTS.get("amount.concealed") : text + " " + Formats.UNIT);
  }
}
