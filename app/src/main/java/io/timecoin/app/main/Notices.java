package io.timecoin.app.main;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.shell.Notifier;
import io.timecoin.app.view.news.NewsWords;
import io.timecoin.app.vm.news.News;
import io.timecoin.app.vm.settings.Notice;
import io.timecoin.app.vm.settings.SettingsModel;
import javafx.stage.Stage;

/**
 * Where news go: over the screen always, and to the desktop while the window is not in front and
 * somebody wants it. FX thread.
 */
record Notices(Stage stage, SettingsModel settings, DesktopNotices desktop) {

  private static final Texts TEXTS = Texts.of(Notices.class);

  void tell(News news, Notifier notifier) {
    NewsWords words = NewsWords.of(news);
    String text = words.headline() + ": " + words.sentence();
    switch (news) {
      case News.Received _, News.Final _, News.Several _, News.NodeHealthy _ ->
          notifier.success(text);
      case News.Rejected _, News.NodeDegraded _ -> notifier.info(text);
    }
    if (!stage.isFocused() && settings.now().notices().contains(kind(news))) {
      desktop.tell(words.headline(), words.sentence());
    }
  }

  /** Both ways at once, whatever was chosen. */
  void tryOut(Notifier notifier) {
    notifier.info(TEXTS.get("notice.try"));
    desktop.tell(TEXTS.get("title"), TEXTS.get("notice.try"));
  }

  private static Notice kind(News news) {
    return switch (news) {
      case News.Received _ -> Notice.RECEIVED;
      case News.Final _, News.Several _ -> Notice.FINAL;
      case News.Rejected _ -> Notice.REJECTED;
      case News.NodeDegraded _, News.NodeHealthy _ -> Notice.NODE;
    };
  }
}
