package io.timecoin.app.view.trial;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.state.BadgeState;
import io.timecoin.app.fx.state.StateBadge;
import io.timecoin.app.fx.vote.VoteRing;
import io.timecoin.app.view.Looks;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.PaymentWords;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.trial.Contest;
import io.timecoin.app.vm.trial.TrialPayments;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Two payments of one coin side by side: who voted for which, which one lost, and why. */
public final class ContestView extends StackPane {

  private static final Texts TEXTS = Texts.of(ContestView.class);
  private static final double RING = 240;

  private final FontIcon icon = new FontIcon(Feather.ZAP);
  private final Label verdict = Parts.paragraph("", "tk-heading");
  private final Label meaning = Parts.paragraph("", "tk-muted");
  private final Card head = new Card();
  private final Side left;
  private final Side right;

  /**
   * Shows the last double spend, as it goes on.
   *
   * @param open takes the txid of a payment to look at
   */
  public ContestView(TrialPayments payments, Consumer<String> open) {
    setId("contest");
    verdict.setId("contest-verdict");
    left = new Side(open);
    right = new Side(open);
    HBox line = new HBox(12, icon, Parts.wide(new VBox(4, verdict, meaning)));
    line.setAlignment(Pos.CENTER_LEFT);
    head.getChildren().add(line);
    HBox both = new HBox(16, left, right);
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().add(Parts.scrolling(new VBox(16, head, both)));
    payments.contestProperty().subscribe(this::show);
  }

  private void show(@Nullable Contest contest) {
    if (contest == null) {
      return; // the next one begins; its payments are not seen yet
    }
    left.show(contest.one());
    right.show(contest.other());
    Contest.Verdict how = contest.verdict();
    verdict.setText(sentence(contest, how));
    meaning.setText(TEXTS.get("meaning." + how.name(), contest.one().votes().quorum()));
    BadgeState colours =
        switch (how) {
          case VOTING -> BadgeState.SPENT_PENDING;
          case SPLIT -> BadgeState.CONTESTED;
          case DECIDED, DECIDED_BY_BLOCK -> BadgeState.SPENT_FINALIZED;
          case RELEASED -> BadgeState.UNSPENT;
        };
    icon.setIconCode(
        switch (how) {
          case VOTING -> Feather.LOADER;
          case SPLIT -> Feather.ZAP;
          case DECIDED, DECIDED_BY_BLOCK -> Feather.CHECK_CIRCLE;
          case RELEASED -> Feather.ROTATE_CCW;
        });
    head.getStyleClass().setAll("tk-card", "tk-alert", "tk-verdict-card", colours.styleClass());
  }

  private static String sentence(Contest contest, Contest.Verdict how) {
    String winner = Looks.who(contest.winner().counterparty());
    String loser = Looks.who(contest.loser().counterparty());
    return switch (how) {
      case VOTING -> TEXTS.get("verdict.VOTING");
      case SPLIT ->
          TEXTS.get(
              "verdict.SPLIT",
              contest.one().votes().approvals(),
              Looks.who(contest.one().counterparty()),
              contest.other().votes().approvals(),
              Looks.who(contest.other().counterparty()));
      case DECIDED, DECIDED_BY_BLOCK -> TEXTS.get("verdict." + how.name(), winner, loser);
      case RELEASED -> TEXTS.get("verdict.RELEASED");
    };
  }

  /** One of the two. */
  private static final class Side extends Card {
    private final Label headline = Parts.text("", "tk-heading");
    private final StateBadge badge = new StateBadge(BadgeState.LOCKED);
    private final VoteRing ring = new VoteRing(VoteRing.Size.FULL);
    private final Label standing = Parts.paragraph("", "tk-strong");
    private final Label voters = Parts.paragraph("");
    private final Label why = Parts.paragraph("", "tk-small", "tk-muted");
    private String txid = "";

    Side(Consumer<String> open) {
      ring.setPrefSize(RING, RING);
      ring.setMaxSize(RING, RING);
      StackPane middle = new StackPane(ring);
      HBox head = new HBox(12, headline, Parts.space(), badge);
      head.setAlignment(Pos.CENTER_LEFT);
      Button details =
          Parts.button(TEXTS.get("details"), Feather.ARROW_RIGHT, () -> open.accept(txid), "flat");
      setPrefWidth(1); // both get the same room, whatever they say
      getChildren().addAll(head, middle, standing, voters, why, details);
    }

    void show(PaymentView payment) {
      txid = payment.txid();
      headline.setText(PaymentWords.headline(payment));
      badge.show(Looks.badge(payment.kind()), payment.votes().approvals(), payment.votes().total());
      ring.show(Looks.votes(payment));
      standing.setText(PaymentWords.standing(payment));
      List<String> names = Contest.voters(payment);
      voters.setText(
          names.isEmpty()
              ? TEXTS.get("voters.none")
              : TEXTS.get("voters", names.size(), String.join(", ", names)));
      String reason = payment.isFinal() ? "" : PaymentWords.reason(payment);
      why.setText(reason);
      Parts.shown(why, !reason.isEmpty());
    }
  }
}
