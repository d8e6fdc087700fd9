package io.timecoin.app.vm.settings;

import java.util.List;

/**
 * Where things are, for people to look up.
 *
 * @param version of the program
 * @param places name of the fact, as a key of the page's texts, and what it is
 */
public record Facts(String version, List<Place> places) {

  /** One fact; an empty value is left out. */
  public record Place(Kind kind, String value) {}

  /** The facts there are words for. */
  public enum Kind {
    NETWORK,
    GENESIS,
    NODE,
    DATA_FOLDER,
    WALLETS,
    PEERS_PORT,
    WALLETS_PORT,
    METRICS
  }

  /** Copies. */
  public Facts {
    places = List.copyOf(places);
  }
}
