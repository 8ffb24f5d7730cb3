package org.foyal.people.keys;

import com.nulabinc.zxcvbn.Zxcvbn;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords: what makes one good enough, and its Argon2id hash.
///
/// Long ones, no rule of composition, none that a guesser would try first (NIST SP 800-63B,
/// 3.1.1.2). Argon2id with 19 MiB, 2 passes, 1 lane: the first choice of OWASP's Password Storage
/// Cheat Sheet. No more than four are worked out at once, so that a flood of sign-ins can't eat the
/// memory.
@Component
public class Passwords {
  /// The fewest characters of a password.
  public static final int SHORTEST = 12;

  /// The most; longer ones are work for us and no safer.
  public static final int LONGEST = 128;

  /// zxcvbn's bar for « safely unguessable » when guesses are slowed down.
  private static final double FEWEST_GUESSES = 1e8;

  /// What the estimator reads of a long password; its work grows with the square of it.
  private static final int ESTIMATED = 64;

  /// Signs that a password must have besides the person's own words.
  private static final int BESIDES = 8;

  private final PasswordEncoder argon2 =
      new Argon2Password4jPasswordEncoder(Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID));
  private final Semaphore atOnce = new Semaphore(4);
  private final Zxcvbn guesser = new Zxcvbn();
  private final String nobodys = hash("nobody has this password");

  /// Why a password is refused.
  public enum Weakness {
    /// Fewer characters than [#SHORTEST].
    SHORT,
    /// More characters than [#LONGEST].
    LONG,
    /// Little more than the person's own name or address.
    ABOUT_YOU,
    /// Among what a guesser tries first.
    COMMON
  }

  /// What is wrong with a password, if anything.
  ///
  /// @param ownWords what others know of the person: name, e-mail address, city
  public Optional<Weakness> weakness(String password, List<String> ownWords) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(Weakness.SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(Weakness.LONG);
    }
    var words =
        ownWords.stream()
            .flatMap(
                text -> List.of((text + " " + text.replaceAll("\\W+", " ")).split(" ")).stream())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .filter(word -> word.length() > 2)
            .distinct()
            .toList();
    var lower = password.toLowerCase(Locale.ROOT);
    var read = lower.substring(0, Math.min(ESTIMATED, lower.length()));
    var guesses = Math.min(guesses(read, words), guesses(joined(read), words));
    boolean own = words.stream().anyMatch(read::contains);
    if (own && without(read, words).length() < BESIDES) {
      return Optional.of(Weakness.ABOUT_YOU);
    }
    if (guesses >= FEWEST_GUESSES) {
      return Optional.empty();
    }
    return Optional.of(own ? Weakness.ABOUT_YOU : Weakness.COMMON);
  }

  /// What is left of a password when the longest own words are taken out first.
  private static String without(String password, List<String> words) {
    var left = password;
    for (var word :
        words.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
      left = left.replace(word, "");
    }
    return joined(left);
  }

  private double guesses(String password, List<String> words) {
    return password.isEmpty() ? 0 : guesser.measure(password, words).getGuesses();
  }

  /// « Mot de passe » is guessed as `motdepasse`: spaces and signs between words hide nothing.
  private static String joined(String password) {
    return password.replaceAll("[\\s\\p{Punct}]+", "");
  }

  /// The hash to keep.
  public final String hash(String password) {
    return inTurn(() -> String.valueOf(argon2.encode(normal(password))));
  }

  /// Whether the password is the one of that hash.
  public boolean matches(String password, String hash) {
    return inTurn(() -> argon2.matches(normal(password), hash));
  }

  /// Takes as long as [#matches] for an account that does not exist, so that the time of the answer
  /// does not tell who has one. Always false.
  public boolean matchesNobody(String password) {
    return matches(password, nobodys) && password.isEmpty();
  }

  /// The same keys on two machines may send the same letters in different bytes.
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  private <T> T inTurn(Supplier<T> work) {
    atOnce.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      atOnce.release();
    }
  }
}
