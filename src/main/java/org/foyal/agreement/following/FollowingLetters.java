package org.foyal.agreement.following;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.foyal.agreement.Change;
import org.foyal.agreement.Commitment;
import org.foyal.people.Account;
import org.foyal.post.Letter;
import org.foyal.post.subscriptions.News;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// The letters about promises, in the reader's language.
@Component
class FollowingLetters {
  /// The topic of whoever follows all promises.
  static final String ALL = "agreement.changes";

  private static final int TITLE = 120;
  private static final int REASON = 400;

  private final Words words;
  private final SiteAddress site;

  FollowingLetters(Words words, SiteAddress site) {
    this.words = words;
    this.site = site;
  }

  /// The topic of whoever follows one promise.
  static String topic(Commitment commitment) {
    return topic(commitment.id());
  }

  static String topic(long commitment) {
    return "agreement.commitment." + commitment;
  }

  /// A text in each language, the French where nobody has translated it.
  static Map<Language, String> titles(Told told) {
    var titles = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      titles.put(language, told.in(language));
    }
    return titles;
  }

  /// News of a day's changes.
  ///
  /// @param changes not empty
  News news(LocalDate day, List<Change> changes) {
    var letters = new EnumMap<Language, News.Words>(Language.class);
    for (var language : Language.values()) {
      letters.put(
          language,
          new News.Words(
              words.say(language, "following.news.subject", changes.size()),
              text(language, changes)));
    }
    return new News(day.toString(), letters);
  }

  private String text(Language language, List<Change> changes) {
    var text = new StringBuilder(words.say(language, "following.news.hello")).append('\n');
    for (var change : changes) {
      text.append("\n- ")
          .append(brief(change.title().in(language), TITLE))
          .append(" : ")
          .append(words.say(language, "agreement.change." + change.kind().name()));
      change
          .state()
          .ifPresent(state ->
              text.append(", ")
                  .append(words.say(language, "agreement.state." + state.declared().name())));
      change
          .about()
          .ifPresent(about -> text.append("\n  ").append(brief(about.in(language), REASON)));
      change.why().ifPresent(why -> text.append("\n  ").append(brief(why.in(language), REASON)));
      var code = change.commitmentCode();
      text.append("\n  ")
          .append(
              link(
                  language,
                  code == null ? "/agreements/" + change.agreement() : "/commitments/" + code));
    }
    return text.append('\n').toString();
  }

  /// A line, and no longer than a subject or a letter can hold.
  private static String brief(String text, int longest) {
    var line = text.replaceAll("\\s+", " ").strip();
    return line.length() > longest ? line.substring(0, longest - 1) + "…" : line;
  }

  private String link(Language language, String path) {
    return site.get() + "/" + language.code() + path;
  }

  /// Reminds whoever looks after a promise, or one of its steps, of its day.
  ///
  /// @param offset which reminder it is, so that each is written once
  /// @param days how far off the day is today; below 0 when it has passed
  Letter reminder(Account to, Reminders.Owed owed, int offset, long days) {
    var language = to.language();
    var due = owed.due();
    var title = brief(owed.title().in(language), TITLE);
    var date = language.write(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), due);
    var when = days >= 0 ? "following.reminder.before" : "following.reminder.after";
    return new Letter(
        "agreement.reminder." + owed.key() + "." + due + "." + offset + "." + to.id(),
        to.email(),
        language,
        Letter.Kind.ANSWER,
        words.say(language, when + ".subject", title),
        words.say(language, when, title, date, Math.abs(days))
            + "\n\n"
            + words.say(language, "following.reminder.do")
            + "\n"
            + link(language, owed.path())
            + "\n");
  }
}
