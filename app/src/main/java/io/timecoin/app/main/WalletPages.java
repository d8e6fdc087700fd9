package io.timecoin.app.main;

import io.timecoin.app.main.wallets.OpenedWallet;
import io.timecoin.app.main.wallets.WalletsFolder;
import io.timecoin.app.view.wallets.CreateView;
import io.timecoin.app.view.wallets.OpenView;
import io.timecoin.app.view.wallets.RestoreView;
import io.timecoin.app.view.wallets.WalletsView;
import io.timecoin.app.vm.wallets.CreateModel;
import io.timecoin.app.vm.wallets.OpenModel;
import io.timecoin.app.vm.wallets.RestoreModel;
import io.timecoin.app.vm.wallets.WalletForm;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Network;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.function.Consumer;
import javafx.scene.Parent;

/**
 * The pages of wallets outside the shell, and how they follow each other. A wallet that was made or
 * opened is told by the {@link WalletsFolder} itself.
 *
 * @param put shows a page instead of what is shown
 * @param back returns to where the pages were opened
 */
record WalletPages(
    WalletsFolder folder, Consumer<Parent> put, Runnable back, Network network, String node) {

  /** The list, as soon as the folder is read. */
  void list() {
    folder.list(wallets -> put.accept(new WalletsView(wallets, actions(), back)));
  }

  private WalletsView.Actions actions() {
    return new WalletsView.Actions() {
      @Override
      public void create() {
        CreateModel model = new CreateModel(folder, form(), new SecureRandom(), () -> {});
        put.accept(new CreateView(model, WalletPages.this::list));
      }

      @Override
      public void restore() {
        RestoreModel model = new RestoreModel(folder, form(), () -> {});
        put.accept(new RestoreView(model, WalletPages.this::list));
      }

      @Override
      public void open(String name) {
        OpenModel model = OpenModel.opening(folder, name, () -> {});
        put.accept(new OpenView(model, WalletPages.this::list));
      }

      @Override
      public void delete(String name) {
        folder.delete(name, _ -> list());
      }
    };
  }

  private WalletForm form() {
    return new WalletForm(folder, network, node);
  }

  /** Asks for the password of a locked wallet; afterwards back. */
  void unlock(OpenedWallet wallet, Collection<Address> paidMeanwhile) {
    OpenModel model =
        new OpenModel(
            wallet.name(),
            (password, done) -> folder.unlock(wallet, password, paidMeanwhile, done),
            back);
    put.accept(new OpenView(model, back));
  }
}
