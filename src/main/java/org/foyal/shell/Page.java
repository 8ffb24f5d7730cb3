package org.foyal.shell;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.foyal.shell.crisis.Crisis;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.jspecify.annotations.Nullable;

/// What every template knows of the page being made: its reader's language, the house's words,
/// where it stands, who is signed in. Made by the frame for each request; never kept.
///
/// @param path the address below the language, for example `/areas/751010101`; `/` for the home
///   page
/// @param query the query string with its question mark, or empty; only of GET requests
/// @param staff who is signed in on the staff's pages; nobody on public pages
/// @param scripts what stands on every page for residents
/// @param crisis the crisis that the city is in, if it is in one
public record Page(
    Language language,
    String path,
    String query,
    @Nullable Staff staff,
    @Nullable CsrfField csrf,
    Words words,
    ShellSettings settings,
    Assets assets,
    List<Door> doors,
    List<Script> scripts,
    @Nullable Crisis crisis) {

  /// A script of a room that stands on every page for residents: a bean of that room. It is a few
  /// hundred bytes that look whether there is anything to do, and fetch what does it only then.
  ///
  /// @param asset the file that looks
  /// @param then the file that it fetches
  public record Script(String asset, String then) {}

  /// The signed-in person as the layout shows them.
  public record Staff(String name, boolean administrator) {}

  /// The hidden field that proves that a form comes from our own page.
  public record CsrfField(String name, String value) {}

  /// The house's words for a key, in the reader's language.
  public String say(String key, Object... arguments) {
    return words.say(language, key, arguments);
  }

  /// Whether the house has words for a key that came from data.
  public boolean has(String key) {
    return words.has(language, key);
  }

  /// The address of a page in the reader's language.
  public String href(String pathBelowLanguage) {
    return "/" + language.code() + pathBelowLanguage;
  }

  /// This very page in another language of the house; a room's own language, which `in` asks for,
  /// is left behind.
  public String hrefIn(Language other) {
    return "/" + other.code() + path + query.replaceFirst("^\\?in=[a-z]+$", "");
  }

  /// The address of a static file, with its fingerprint, for example `shell/foyal.css`.
  public String asset(String file) {
    return assets.href(file);
  }

  /// The doors that an audience is shown, in their order.
  public List<Door> doorsFor(Door.Audience audience) {
    return doors.stream().filter(door -> door.audience() == audience).toList();
  }

  /// The pages that a public service owes its public, by the last part of their addresses.
  public List<String> owed() {
    return List.of("contact", "accessibility", "privacy", "legal");
  }

  /// Whether this page stands at an address or below it.
  public boolean at(String pathBelowLanguage) {
    return path.equals(pathBelowLanguage) || path.startsWith(pathBelowLanguage + "/");
  }

  /// Whether this page comes in as few bytes as can be: the front page and reporting, to the
  /// public, while the city is in a crisis.
  public boolean light() {
    return crisis != null && staff == null && (path.equals("/") || at("/report"));
  }

  /// A number in the reader's writing, with at most one decimal.
  public String number(double number) {
    var format = NumberFormat.getNumberInstance(language.formats());
    format.setMaximumFractionDigits(1);
    return format.format(number);
  }

  /// A number in the reader's writing with all its decimals.
  public String exactly(BigDecimal number) {
    var format = NumberFormat.getNumberInstance(language.formats());
    format.setMaximumFractionDigits(Math.max(0, number.scale()));
    return format.format(number);
  }

  /// Euros in the reader's writing, for example « 1 200,50 € »; cents only where there are some.
  public String euros(BigDecimal euros) {
    var format = NumberFormat.getCurrencyInstance(language.formats());
    format.setCurrency(Currency.getInstance("EUR"));
    boolean whole = euros.stripTrailingZeros().scale() <= 0;
    format.setMinimumFractionDigits(whole ? 0 : 2);
    format.setMaximumFractionDigits(whole ? 0 : 2);
    return format.format(euros);
  }

  /// A date in the reader's writing, for example « 23 novembre 2026 ».
  public String date(LocalDate date) {
    return language.write(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), date);
  }

  /// The month of a date in the reader's writing, for example « juin 2018 ».
  public String month(LocalDate date) {
    return DateTimeFormatter.ofPattern("MMMM y", language.formats()).format(date);
  }

  /// A date and time in the city's zone, in the reader's writing.
  public String time(Instant at) {
    return language.write(
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withZone(settings.timeZone()),
        at);
  }

  /// The name of the city in titles.
  public String city() {
    return settings.title();
  }

  /// Who is signed in, if anybody.
  public Optional<Staff> signedIn() {
    return Optional.ofNullable(staff);
  }
}
