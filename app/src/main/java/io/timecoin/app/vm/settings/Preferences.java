package io.timecoin.app.vm.settings;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What people chose. Immutable; anything out of range becomes the default.
 *
 * @param language ISO 639 code of {@link #LANGUAGES}, or empty for the desktop's
 * @param calm whether nothing moves, also where the desktop would allow it
 * @param discreet whether amounts are hidden
 * @param notices what the desktop is told of
 * @param lockMinutes idle minutes after which a wallet locks, 0 for never
 */
public record Preferences(
    Look look,
    String language,
    boolean calm,
    boolean discreet,
    Set<Notice> notices,
    int lockMinutes) {

  /** The languages there are texts in. */
  public static final List<String> LANGUAGES = List.of("en", "de");

  /** The idle times offered, in minutes. */
  public static final List<Integer> LOCK_MINUTES = List.of(1, 5, 15, 60, 0);

  private static final int LOCK_DEFAULT = 5;

  /** Before anything was chosen. */
  public static final Preferences STANDARD =
      new Preferences(Look.SYSTEM, "", false, false, EnumSet.allOf(Notice.class), LOCK_DEFAULT);

  /** Copies, and mends what cannot be. */
  public Preferences {
    notices = Set.copyOf(notices);
    language = LANGUAGES.contains(language) ? language : "";
    lockMinutes = LOCK_MINUTES.contains(lockMinutes) ? lockMinutes : LOCK_DEFAULT;
  }

  /** With other colours. */
  public Preferences with(Look chosen) {
    return new Preferences(chosen, language, calm, discreet, notices, lockMinutes);
  }

  /** In another language. */
  public Preferences inLanguage(String chosen) {
    return new Preferences(look, chosen, calm, discreet, notices, lockMinutes);
  }

  /** Moving or still. */
  public Preferences calm(boolean chosen) {
    return new Preferences(look, language, chosen, discreet, notices, lockMinutes);
  }

  /** Amounts hidden or not. */
  public Preferences discreet(boolean chosen) {
    return new Preferences(look, language, calm, chosen, notices, lockMinutes);
  }

  /** Telling the desktop of that or not. */
  public Preferences telling(Notice notice, boolean chosen) {
    Set<Notice> changed = EnumSet.noneOf(Notice.class);
    changed.addAll(notices);
    if (chosen) {
      changed.add(notice);
    } else {
      changed.remove(notice);
    }
    return new Preferences(look, language, calm, discreet, changed, lockMinutes);
  }

  /** Locking after so many minutes, 0 for never. */
  public Preferences lockAfter(int minutes) {
    return new Preferences(look, language, calm, discreet, notices, minutes);
  }
}
