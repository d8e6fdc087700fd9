package io.timecoin.app.view.welcome;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.PlainPage;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;

/** How to run a masternode today, from a terminal, and what the app will do about it later. */
public final class MasternodeView extends PlainPage {

  private static final Texts TEXTS = Texts.of(MasternodeView.class);

  private static final String COMMANDS =
      """
      ./timekeeper genesis create --masternodes 7 --out my-network
      ./timekeeper node --config my-network/node-1/node.conf --print-config
      ./timekeeper node --config my-network/node-1/node.conf
      """;

  private static final String LOCAL_COMMANDS =
      """
      ./timekeeper devnet --nodes 7 --base-port 24200 --data-dir ./devnet
      ./timekeeper status --node ws://127.0.0.1:24202
      """;

  /** The page. */
  public MasternodeView(Runnable back) {
    super(
        TEXTS.get("masternode"),
        TEXTS.get("masternode.page"),
        back,
        commands(TEXTS.get("masternode.own"), TEXTS.get("masternode.own.text"), COMMANDS),
        commands(TEXTS.get("masternode.local"), TEXTS.get("masternode.local.text"), LOCAL_COMMANDS),
        Parts.paragraph(TEXTS.get("masternode.later"), "tk-small", "tk-muted"));
  }

  private static Card commands(String title, String sentence, String lines) {
    TextArea text = new TextArea(lines.strip());
    text.setEditable(false);
    text.getStyleClass().addAll("tk-mono", "tk-code");
    text.setPrefRowCount((int) lines.strip().lines().count());
    text.setAccessibleText(title);
    Button copy =
        Parts.button(
            TEXTS.get("copy"),
            Feather.COPY,
            () -> {
              ClipboardContent content = new ClipboardContent();
              content.putString(lines.strip());
              Clipboard.getSystemClipboard().setContent(content);
            },
            "flat");
    return Card.titled(title, Parts.paragraph(sentence, "tk-muted"), text).actions(copy);
  }
}
