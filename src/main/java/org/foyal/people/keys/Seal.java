package org.foyal.people.keys;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Seals the secrets of second steps before they reach the database, with a key that is not in it:
/// who reads a table, a dump or a replica reads no secret.
///
/// The database knows the numbers of its keys, so that a second instance with a key of its own, or
/// a folder that lost the file, is told at the start and not when people sign in.
@Component
public class Seal {
  private static final Logger LOG = LoggerFactory.getLogger(Seal.class);

  private final SealStore store;
  private final SealFile file;
  private volatile List<SealKey> keys = List.of();

  Seal(SealStore store, KeySettings settings, ShellSettings shell) {
    this.store = store;
    this.file =
        new SealFile(
            settings.file().isBlank()
                ? shell.data().resolve("staff-keys")
                : Path.of(settings.file()));
  }

  /// What an account's secret is sealed under.
  public static String account(UUID id) {
    return "account:" + id;
  }

  /// What the secret that a link offers is sealed under.
  public static String link(byte[] hash) {
    return "link:" + HexFormat.of().formatHex(hash);
  }

  /// Seals a secret; it opens under the same name only.
  public byte[] close(String name, byte[] secret) {
    return keys().getFirst().seal(name, secret);
  }

  /// Opens what was sealed under a name; none for another name, another key, or altered bytes.
  public Optional<byte[]> open(String name, byte[] sealed) {
    if (keys().stream().noneMatch(key -> key.sealed(sealed))) {
      var again = file.read(); // another process may have made a new key
      keys = again.isEmpty() ? keys : again;
    }
    var secret =
        keys.stream()
            .filter(key -> key.sealed(sealed))
            .findFirst()
            .flatMap(key -> key.open(name, sealed));
    if (secret.isEmpty()) {
      LOG.warn(
          "What was sealed for {} does not open with the keys in {}. An administrator, or bin/staff"
              + " reset-second-factor, gives that person a new second step.",
          name,
          file.path());
    }
    return secret;
  }

  /// The keys; the first time they are proved against what the database knows.
  ///
  /// @throws StartRefused when they are missing or of another house, with what to do
  private List<SealKey> keys() {
    var known = keys;
    return known.isEmpty() ? prove() : known;
  }

  private synchronized List<SealKey> prove() {
    if (keys.isEmpty()) {
      keys = store.prove(this::provenAgainst);
    }
    return keys;
  }

  private List<SealKey> provenAgainst(List<byte[]> numbers) {
    var found = file.read();
    if (found.isEmpty() && numbers.isEmpty()) {
      return file.make(SealKey.fresh());
    }
    if (found.isEmpty()) {
      throw new StartRefused(
          "The key of the staff's second steps, " + file.path() + ", is missing.",
          "Put the file back from the data folder's backup, or from the other instance of this"
              + " city. If it is lost: bin/staff new-key, then everybody chooses a new second step.");
    }
    boolean ours =
        numbers.isEmpty()
            || found.stream()
                .anyMatch(
                    key -> numbers.stream().anyMatch(one -> Arrays.equals(one, key.number())));
    if (!ours) {
      throw new StartRefused(
          "The key of the staff's second steps, " + file.path() + ", is not this database's.",
          "Put the right file there: the one of this city's other instance, or of the backup that"
              + " this database is from. If it is lost: bin/staff new-key.");
    }
    return found;
  }

  /// Proves the keys, then seals what an earlier version left open and what an older key sealed.
  ///
  /// @throws StartRefused when the keys are missing or of another house
  void sealAll() {
    var first = keys().getFirst();
    boolean open = store.anyOpen();
    int sealed = store.reseal(first, this::open);
    if (sealed > 0) {
      LOG.info(
          "{} secrets of second steps are sealed by the first key of {}.", sealed, file.path());
    }
    if (open) {
      store.sweep();
    }
  }

  /// Makes a new key and seals all that opens with it; what opens no more is let go, and whose it
  /// was chooses a new second step at the next sign-in.
  ///
  /// @return how many people that is
  @Transactional
  public int renew() {
    var old = file.read();
    var fresh = SealKey.fresh();
    keys = old.isEmpty() ? file.make(fresh) : file.putFirst(fresh, old);
    var first = keys.getFirst();
    store.know(first);
    store.reseal(first, this::open);
    return store.letGo(first);
  }

  /// Where the keys are kept.
  public Path path() {
    return file.path();
  }
}
