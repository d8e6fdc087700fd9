package io.timecoin.app.main;

import io.timecoin.app.client.ClientSettings;
import io.timecoin.app.client.MicroClock;
import io.timecoin.app.client.NodeClient;
import io.timecoin.app.client.Session;
import io.timecoin.app.client.Watched;
import io.timecoin.app.fx.FxPulse;
import io.timecoin.app.main.trial.DemoTrial;
import io.timecoin.app.state.FeedEntry;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.Screen;
import io.timecoin.app.vm.blocks.BlocksModel;
import io.timecoin.app.vm.dashboard.DashboardModel;
import io.timecoin.app.vm.network.NetworkModel;
import io.timecoin.app.vm.news.News;
import io.timecoin.app.vm.news.NewsModel;
import io.timecoin.app.vm.shell.StatusModel;
import io.timecoin.app.vm.transaction.TransactionModel;
import io.timecoin.app.vm.transaction.TransactionsModel;
import io.timecoin.app.vm.trial.TrialModel;
import io.timecoin.app.vm.utxos.CoinModel;
import io.timecoin.app.vm.utxos.UtxosModel;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.finality.CertificateVerifier;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.StatusReport;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ChangeListener;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connection, the state it is folded into, and the view-models that follow it: everything behind
 * the screens of one node. Made and used on the FX thread; the state arrives there once a frame.
 */
final class Desk implements AutoCloseable {

  private static final String SUBSCRIBER = "timekeeper";
  private static final Duration AGE_TICK = Duration.millis(500);
  private static final Hash256 NO_GENESIS = Hash256.of(new byte[Hash256.BYTES]);

  private final Site site;
  private final MicroClock clock = new MicroClock(Clock.systemUTC());
  private final StatusModel status = new StatusModel();
  private final TransactionsModel transactions;
  private final UtxosModel utxos;
  private final NewsModel news;
  private final DashboardModel dashboard = new DashboardModel();
  private final BlocksModel blocks;
  private final List<Screen> screens = new ArrayList<>();
  private final Proofs proofs;
  private final NodeClient client;
  private final Operator operator;
  private final NetworkModel network;
  private final Timeline ticker = new Timeline(new KeyFrame(AGE_TICK, _ -> tick()));
  private final @Nullable WalletSide wallet;
  private final @Nullable TrialModel trial;
  private final ChangeListener<Object> addressesChanged = (_, _, _) -> watchAnew();
  private @Nullable Screen followed;
  private Watched watched = Watched.NOTHING;
  private Consumer<News> teller = _ -> {};
  private SessionState shown;

  Desk(Site site, Background background, FileTarget files) {
    this.site = site;
    this.shown = SessionState.start(site.addresses());
    this.utxos = new UtxosModel(site.purse());
    this.transactions = new TransactionsModel(site.names());
    MessageCodec codec = new MessageCodec();
    this.proofs = new Proofs(codec, this::genesisHash, new Exports(files, background));
    this.blocks = new BlocksModel(this::findBlock);
    this.news = new NewsModel(site.names(), happened -> teller.accept(happened));
    screens.addAll(List.of(status, transactions, utxos, dashboard, blocks, news));
    FxPulse<SessionState> pulse = FxPulse.perFrame(this::show);
    this.client =
        new NodeClient(
            ClientSettings.standard(site.node(), SUBSCRIBER),
            codec,
            session(site, shown, pulse),
            clock);
    this.operator = new Operator(client, site.adminToken());
    this.network = new NetworkModel(operator);
    screens.add(network);
    this.wallet = walletSide(background, files);
    if (wallet != null) {
      screens.addAll(wallet.screens());
    }
    this.trial = trial(background);
    if (trial != null) {
      screens.add(trial);
    }
    ticker.setCycleCount(Animation.INDEFINITE);
  }

  private @Nullable TrialModel trial(Background background) {
    Devnet demo = site.network();
    Purse purse = site.purse();
    if (demo == null || purse == null) {
      return null;
    }
    return new TrialModel(
        new DemoTrial(demo, client, purse, background::run, background::backOnScreen),
        purse,
        site.names(),
        demo.genesis().minFee(),
        new Payer(purse, this::genesisHash, client, background, Clock.systemUTC()));
  }

  private @Nullable WalletSide walletSide(Background background, FileTarget files) {
    Purse purse = site.purse();
    if (purse == null) {
      return null;
    }
    purse.keyringProperty().addListener(addressesChanged);
    return WalletSide.of(site, purse, this::genesisHash, client, background, files);
  }

  private static Session session(Site site, SessionState start, FxPulse<SessionState> pulse) {
    Genesis genesis = site.genesis();
    if (genesis == null) {
      return Session.believing(start, pulse);
    }
    CertificateVerifier verifier = new CertificateVerifier(genesis.hash(), genesis.masternodes());
    return Session.proving(start, certificate -> verifier.check(certificate).isEmpty(), pulse);
  }

  void open() {
    watchAnew();
    client.start();
    operator.open();
    ticker.play();
  }

  /** Follows one payment, instead of the one followed before. */
  TransactionModel follow(String txid) {
    TransactionModel model = new TransactionModel(txid, site.names(), proofs);
    followed = model;
    model.show(shown, clock.now());
    return model;
  }

  /** Follows one output, instead of what was followed before. */
  CoinModel followCoin(String outPoint) {
    CoinModel model = new CoinModel(outPoint, site.purse());
    followed = model;
    model.show(shown, clock.now());
    return model;
  }

  private void show(SessionState state) {
    shown = state;
    long now = clock.now();
    screens.forEach(screen -> screen.show(state, now));
    Screen one = followed;
    if (one != null) {
      one.show(state, now);
    }
  }

  /** The age of the data grows also when nothing arrives. */
  private void tick() {
    long now = clock.now();
    status.show(shown, now);
    utxos.show(shown, now);
    news.show(shown, now);
  }

  private void watchAnew() {
    Watched now = Watched.of(site.addresses());
    if (!now.equals(watched)) {
      watched = now;
      client.watch(now);
    }
  }

  /** Where news go from now on; FX thread. */
  void onNews(Consumer<News> told) {
    teller = told;
  }

  /** Changes of outputs shown since this desk was opened. */
  long changesShown() {
    List<FeedEntry> feed = shown.wallet().feed();
    return feed.isEmpty() ? 0 : feed.getLast().number();
  }

  /**
   * Of the wallet, the genesis file or the node's report; a private one before anything is known.
   */
  Network networkName() {
    Purse purse = site.purse();
    StatusReport report = shown.network().report();
    return purse != null
        ? purse.keyring().network()
        : report == null ? Network.DEVNET : report.network();
  }

  /** What the screens show now. */
  SessionState shown() {
    return shown;
  }

  /** How often everything had to be asked for anew. */
  int resyncs() {
    return shown.network().resyncs();
  }

  private Hash256 genesisHash() {
    Genesis genesis = site.genesis();
    StatusReport report = shown.network().report();
    return genesis != null ? genesis.hash() : report == null ? NO_GENESIS : report.genesisHash();
  }

  Site site() {
    return site;
  }

  /** The side with the keys, or null where addresses are only watched. */
  @Nullable WalletSide wallet() {
    return wallet;
  }

  /** What can be broken here, or null where the network is not ours. */
  @Nullable TrialModel trial() {
    return trial;
  }

  StatusModel status() {
    return status;
  }

  TransactionsModel transactions() {
    return transactions;
  }

  UtxosModel utxos() {
    return utxos;
  }

  BlocksModel blocks() {
    return blocks;
  }

  private void findBlock(String text) {
    client.findBlock(text);
  }

  NetworkModel network() {
    return network;
  }

  DashboardModel dashboard() {
    return dashboard;
  }

  @Override
  public void close() {
    ticker.stop();
    Purse purse = site.purse();
    if (purse != null) {
      purse.keyringProperty().removeListener(addressesChanged);
    }
    operator.close();
    client.close();
  }
}
