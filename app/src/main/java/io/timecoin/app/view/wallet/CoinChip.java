package io.timecoin.app.view.wallet;

import io.timecoin.app.fx.Discretion;
import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.control.AmountLabel;
import io.timecoin.app.fx.state.BadgeState;
import io.timecoin.app.fx.state.StateShape;
import io.timecoin.app.view.Looks;
import io.timecoin.app.vm.wallet.WalletModel.CoinView;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** One output as a coin on the table: the shape of its state and its amount. */
final class CoinChip extends HBox {

  private static final double PENDING_PART = 0.5;

  CoinChip(CoinView coin) {
    super(8);
    BadgeState state = Looks.badge(coin.kind());
    getStyleClass().addAll("tk-coin", state.styleClass());
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.TEXT);
    String amount = Discretion.amount(Formats.standard(), coin.units());
    setAccessibleText(amount + ", " + state.word());
    StateShape shape = new StateShape();
    shape.show(state, PENDING_PART);
    getChildren().addAll(shape, new AmountLabel(coin.units()));
    Tooltip.install(this, new Tooltip(state.word() + "\n" + coin.outPoint()));
  }
}
