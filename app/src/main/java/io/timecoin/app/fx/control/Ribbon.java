package io.timecoin.app.fx.control;

import io.timecoin.app.fx.Texts;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says permanently that this money is not real money, or which network it is on. */
public final class Ribbon extends Label {

  private static final Texts TEXTS = Texts.of(Ribbon.class);

  /** A ribbon with this text. */
  public Ribbon(String text) {
    super(text);
    getStyleClass().add("tk-ribbon");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(Region.USE_PREF_SIZE);
    setGraphic(new FontIcon(Feather.INFO));
  }

  /** "Demo: no value". */
  public static Ribbon demo() {
    return new Ribbon(TEXTS.get("ribbon.demo"));
  }

  /** "Test network: no value". */
  public static Ribbon testnet() {
    return new Ribbon(TEXTS.get("ribbon.testnet"));
  }
}
