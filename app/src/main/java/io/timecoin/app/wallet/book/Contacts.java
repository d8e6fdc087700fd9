package io.timecoin.app.wallet.book;

import io.timecoin.app.wallet.Contact;
import io.timecoin.node.base.Address;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * People to pay, each name and each address once. Names that differ in upper and lower case or in
 * white space around them are the same.
 *
 * @param list in the order of their names
 */
public record Contacts(List<Contact> list) {

  /** Contacts of one wallet at most. */
  public static final int CONTACTS_MAX = 5_000;

  /** Characters of a name at most. */
  public static final int NAME_CHARS_MAX = 60;

  private static final Comparator<Contact> BY_NAME =
      Comparator.comparing((Contact contact) -> key(contact.name())).thenComparing(Contact::name);

  /** Nobody. */
  public static final Contacts NONE = new Contacts(List.of());

  /** Sorts; refuses the same name or address twice, and more than {@link #CONTACTS_MAX}. */
  public Contacts {
    list = list.stream().sorted(BY_NAME).toList();
    if (list.size() > CONTACTS_MAX
        || list.stream().map(contact -> key(contact.name())).distinct().count() < list.size()
        || list.stream().map(Contact::address).distinct().count() < list.size()) {
      throw new IllegalArgumentException("contacts are too many, or have a name or address twice");
    }
  }

  /** What a change came to. */
  public sealed interface Change {}

  /** Done. */
  public record Changed(Contacts contacts) implements Change {}

  /** Somebody has that name already. */
  public record NameTaken(Contact by) implements Change {}

  /** Somebody has that address already. */
  public record AddressTaken(Contact by) implements Change {}

  /** The name is blank. */
  public record NameMissing() implements Change {}

  /** The name has more than {@link #NAME_CHARS_MAX} characters. */
  public record NameTooLong() implements Change {}

  /** Nobody has that name. */
  public record Unknown(String name) implements Change {}

  /** There are {@link #CONTACTS_MAX} already. */
  public record Full() implements Change {}

  /** With one more. */
  public Change add(String name, Address address) {
    Optional<Contact> same = of(address);
    if (same.isPresent()) {
      return new AddressTaken(same.get());
    }
    if (list.size() == CONTACTS_MAX) {
      return new Full();
    }
    return put(list, new Contact(Labels.tidied(name), address));
  }

  /** With another name for somebody. */
  public Change rename(String oldName, String newName) {
    Optional<Contact> found = of(oldName);
    return found.isEmpty()
        ? new Unknown(oldName)
        : put(without(found.get()), new Contact(Labels.tidied(newName), found.get().address()));
  }

  /** Without somebody. */
  public Change remove(String name) {
    Optional<Contact> found = of(name);
    return found.isEmpty() ? new Unknown(name) : new Changed(new Contacts(without(found.get())));
  }

  private static Change put(List<Contact> others, Contact contact) {
    if (contact.name().isEmpty()) {
      return new NameMissing();
    }
    if (contact.name().length() > NAME_CHARS_MAX) {
      return new NameTooLong();
    }
    Optional<Contact> same = find(others, named(contact.name()));
    if (same.isPresent()) {
      return new NameTaken(same.get());
    }
    List<Contact> more = new ArrayList<>(others);
    more.add(contact);
    return new Changed(new Contacts(more));
  }

  /** Who has that name. */
  public Optional<Contact> of(String name) {
    return find(list, named(name));
  }

  /** Who is paid at that address. */
  public Optional<Contact> of(Address address) {
    return find(list, contact -> contact.address().equals(address));
  }

  private List<Contact> without(Contact contact) {
    return list.stream().filter(other -> !other.equals(contact)).toList();
  }

  private static Optional<Contact> find(List<Contact> contacts, Predicate<Contact> which) {
    return contacts.stream().filter(which).findFirst();
  }

  private static Predicate<Contact> named(String name) {
    String key = key(name);
    return contact -> key(contact.name()).equals(key);
  }

  private static String key(String name) {
    return Labels.tidied(name).toLowerCase(Locale.ROOT);
  }
}
