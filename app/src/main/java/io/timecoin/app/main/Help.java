package io.timecoin.app.main;

import io.timecoin.app.main.support.Facts;
import io.timecoin.app.main.support.LogBook;
import io.timecoin.app.main.support.SupportDesk;
import io.timecoin.app.vm.logs.LogsModel;
import io.timecoin.app.vm.settings.Preferences;
import io.timecoin.app.vm.support.SupportModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** What a desk offers when something is wrong. */
record Help(LogBook log, Exports exports, Background background, Path dataFolder) {

  LogsModel logs() {
    return new LogsModel(log);
  }

  /** Gathers what that desk knows. */
  SupportModel diagnostics(Desk desk, Preferences preferences) {
    return new SupportModel(
        new SupportDesk(
            () ->
                new Facts(desk.shown(), preferences, dataFolder, List.of(desk.site().adminToken())),
            log,
            background::run,
            background::backOnScreen,
            exports::bytes,
            Clock.systemUTC()));
  }
}
