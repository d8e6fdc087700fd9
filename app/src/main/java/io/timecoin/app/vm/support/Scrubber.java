package io.timecoin.app.vm.support;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes out of texts what nobody else needs to know. What is the same stays recognizable: the third
 * address found is {@code address-3} everywhere. Public facts stay: transactions, blocks, keys of
 * masternodes. Not for several threads.
 */
public final class Scrubber {

  private static final String REMOVED = "[removed]";

  /** As this node writes them: {@code TIME}, a digit, base 58. */
  private static final Pattern ADDRESS =
      Pattern.compile("\\bTIME[01][1-9A-HJ-NP-Za-km-z]{20,60}\\b");

  /** What is assigned to a name that sounds secret. */
  private static final Pattern NAMED_SECRET =
      Pattern.compile(
          "(?i)((?:password|passphrase|passwd|token|secret|mnemonic|private[_ -]?key|seed)"
              + "[\"']?\\s*[:=]\\s*[\"']?)([^\\s\"',;}]+)");

  private static final Pattern BEARER = Pattern.compile("(?i)(bearer\\s+)(\\S+)");

  private static final Pattern IP4 =
      Pattern.compile(
          "\\b(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}\\b");

  /** Two colons at least, so that a time of day is none. */
  private static final Pattern IP6 =
      Pattern.compile("(?i)\\[(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?:%\\w+)?]");

  /** Twelve words of three to eight letters and nothing else: too close to a phrase. */
  private static final Pattern WORDS = Pattern.compile("\\b(?:[a-z]{3,8} ){11,23}[a-z]{3,8}\\b");

  private final Map<String, String> exact = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> found = new HashSet<>();

  /**
   * For texts of this computer.
   *
   * @param secrets never shown, wherever they stand; empty ones are passed over
   * @param home the folder of the person, or empty
   * @param person the name they log in with, or empty
   */
  public Scrubber(Collection<String> secrets, String home, String person) {
    secrets.stream().filter(secret -> !secret.isBlank()).forEach(s -> exact.put(s, REMOVED));
    if (home.length() > 1) {
      exact.put(home, "~");
    }
    if (person.length() > 2 && !person.equals("root")) {
      exact.put(person, "[user]");
    }
  }

  /** The text without them. */
  public String clean(String text) {
    String clean = text;
    for (Map.Entry<String, String> secret :
        exact.entrySet().stream()
            .sorted((a, b) -> b.getKey().length() - a.getKey().length())
            .toList()) {
      if (clean.contains(secret.getKey())) {
        found.add(secret.getKey());
        clean = clean.replace(secret.getKey(), secret.getValue());
      }
    }
    clean = named(NAMED_SECRET, clean);
    clean = named(BEARER, clean);
    clean = WORDS.matcher(clean).replaceAll(this::phrase);
    clean = ADDRESS.matcher(clean).replaceAll(match -> alias("address", match.group()));
    clean = IP4.matcher(clean).replaceAll(this::host);
    return IP6.matcher(clean).replaceAll(this::host);
  }

  private String named(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .replaceAll(
            match -> {
              String value = match.group(2);
              if (value.equals(REMOVED)) {
                return java.util.regex.Matcher.quoteReplacement(match.group());
              }
              found.add(value);
              return java.util.regex.Matcher.quoteReplacement(match.group(1) + REMOVED);
            });
  }

  private String phrase(MatchResult match) {
    found.add(match.group());
    return REMOVED;
  }

  /** The computer itself says nothing about anybody. */
  private String host(MatchResult match) {
    String host = match.group().toLowerCase(Locale.ROOT);
    boolean own =
        host.startsWith("127.")
            || host.equals("0.0.0.0")
            || host.equals("[::1]")
            || host.equals("[::]");
    return own ? java.util.regex.Matcher.quoteReplacement(match.group()) : alias("host", host);
  }

  private String alias(String kind, String value) {
    found.add(value);
    return aliases.computeIfAbsent(value, _ -> kind + "-" + counts.merge(kind, 1, Integer::sum));
  }

  /** How many different texts were taken out so far. */
  public int removed() {
    return found.size();
  }
}
