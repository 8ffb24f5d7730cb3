package org.foyal.requests.desk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Stream;
import org.foyal.cases.Case.Due;
import org.foyal.cases.Cases;
import org.foyal.cases.Department;
import org.foyal.cases.Departments;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows a category before it is saved: what a resident would read of it in every language, with
/// the date that would be promised today, and what would change.
@Component
class CategoryPreview {
  private final Cases cases;
  private final Categories categories;
  private final Departments departments;
  private final Words words;
  private final ShellSettings shell;

  CategoryPreview(
      Cases cases,
      Categories categories,
      Departments departments,
      Words words,
      ShellSettings shell) {
    this.cases = cases;
    this.categories = categories;
    this.departments = departments;
    this.words = words;
    this.shell = shell;
  }

  /// What a reader of one language sees.
  record Seen(Language language, Category category, String promised, String silence) {}

  /// What would be seen, and what would change.
  ///
  /// @param answering who would answer
  /// @param open how many open cases are about the category
  /// @param before what is promised of a report today as the category stands
  record Shown(
      List<Seen> seen,
      String answering,
      boolean active,
      int open,
      @Nullable LocalDate before,
      LocalDate after) {
    boolean moves() {
      return before != null && !before.equals(after);
    }
  }

  /// @param now the category as it stands; nothing when it is a new one
  Shown show(@Nullable Category now, Category made) {
    var due = cases.promise(made.delay());
    return new Shown(
        Stream.of(Language.values()).map(language -> seen(language, made, due)).toList(),
        made.department()
            .flatMap(departments::find)
            .filter(Department::active)
            .map(Department::name)
            .orElseGet(shell::title),
        made.active(),
        now == null ? 0 : categories.countOpen(now),
        now == null ? null : cases.promise(now.delay()).promisedOn(),
        due.promisedOn());
  }

  private Seen seen(Language language, Category made, Due due) {
    return new Seen(
        language,
        made,
        words.say(
            language,
            due.objective() ? "cases.promised.objective" : "cases.promised",
            date(language, due.promisedOn())),
        words.say(
            language,
            due.silence().words(),
            due.silenceOn().map(on -> date(language, on)).orElse("")));
  }

  private static String date(Language language, LocalDate day) {
    return language.write(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), day);
  }
}
