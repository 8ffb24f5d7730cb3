package org.foyal.cases;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Case.Silence;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;

/// What somebody asks, for [Cases#open].
///
/// @param form names the form that was sent; the same form opens one case however often it comes
/// @param kind the room that it is about
/// @param subject one line
/// @param words what was said; plain text
/// @param about what it is counted under, and where it is
/// @param department the code of whoever shall answer
/// @param takenBy the account that wrote it down for somebody else
/// @param receivedOn the day on which it came to the city, from which its days are counted; nothing
///   where that is today
/// @param rule why this department shall answer, for the staff
public record Question(
    UUID form,
    String kind,
    String subject,
    String words,
    About about,
    Channel channel,
    Asker asker,
    Optional<String> department,
    Delay delay,
    @Nullable UUID takenBy,
    boolean example,
    Optional<LocalDate> receivedOn,
    Optional<String> rule) {
  /// How whoever asks agreed to being noted: they wrote it themselves, or said yes to somebody of
  /// the staff.
  String consent() {
    return takenBy == null || channel == Channel.EMAIL ? "TYPED" : "SPOKEN";
  }

  /// What a case is about: what it is counted under, and what the staff must know to go there.
  ///
  /// @param topic a code of the room that it is about, for example of a category
  /// @param area the code of the neighbourhood that holds the place
  /// @param place where it is, in words and numbers; for the staff alone
  /// @param titled what it is about in every language, where the city has a name for it
  public record About(
      Optional<String> topic,
      Optional<String> area,
      Optional<String> place,
      Optional<Told> titled) {
    /// Nothing is known of it; a case that goes on with another is about the same as that one.
    public static final About NOTHING = new About(Optional.empty(), Optional.empty());

    /// Something without a place.
    public About(Optional<String> topic, Optional<String> area) {
      this(topic, area, Optional.empty(), Optional.empty());
    }
  }

  /// Who asks and how they want to be reached; all of it may be missing.
  ///
  /// @param language what they are written to in
  public record Asker(
      Optional<String> name, Optional<String> email, Optional<String> phone, Language language) {
    /// Somebody who leaves nothing.
    public static Asker unknown(Language language) {
      return new Asker(Optional.empty(), Optional.empty(), Optional.empty(), language);
    }
  }

  /// What is promised of such a case.
  ///
  /// @param working_days from 1 to 1,000
  /// @param accepted whether a department has accepted it; until then it is an objective
  /// @param silence what it means when the city says nothing for two months
  public record Delay(int working_days, boolean accepted, Silence silence) {}
}
