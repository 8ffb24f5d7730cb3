package org.foyal.things.alerts;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.people.Account;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;

/// A rule as typed.
record RuleForm(
    @Nullable String id,
    @Nullable String datastream,
    @Nullable String name,
    @Nullable String kind,
    @Nullable String bound,
    @Nullable String hysteresis,
    @Nullable String readings,
    @Nullable String minutes,
    @Nullable List<String> tell,
    @Nullable String opensCase,
    @Nullable String department,
    @Nullable String version) {
  /// The form of a new rule.
  static final RuleForm EMPTY =
      new RuleForm(null, null, null, "ABOVE", null, null, "1", "0", List.of(), null, null, null);

  private static final int YEAR_minutes = 527_040;
  private static final int MOST_readings = 10_000;
  private static final Set<String> KINDS = Set.of("ABOVE", "BELOW", "ABSENCE", "CONSTANT");

  /// A rule as it stands, to be changed.
  static RuleForm of(Rule rule) {
    var numbers = RuleStore.Numbers.of(rule.condition());
    return new RuleForm(
        rule.id().toString(),
        Long.toString(rule.datastream()),
        rule.name(),
        RuleStore.kind(rule.condition()),
        numbers.bound().map(RuleForm::plain).orElse(null),
        plain(numbers.hysteresis()),
        Integer.toString(numbers.readings()),
        Integer.toString(numbers.minutes()),
        rule.addressees().stream().map(UUID::toString).toList(),
        rule.opensCase() ? "yes" : null,
        rule.department().orElse(null),
        Integer.toString(rule.version()));
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /// Whether it has a bound.
  boolean threshold() {
    return "ABOVE".equals(kind) || "BELOW".equals(kind);
  }

  /// Whether somebody is told.
  boolean tells(UUID account) {
    return tell != null && tell.contains(account.toString());
  }

  /// Reads it; what can't stand is noted in the fields.
  Optional<Rule> read(Fields fields, List<Account> accounts, Map<String, String> departments) {
    var called = fields.line("name", name, 100);
    if (called.isEmpty()) {
      fields.refuse("name", "things.alerts.problem.name");
    }
    var number = Plain.line(datastream);
    if (!number.matches("\\d{1,18}")) {
      fields.refuse("datastream", "things.alerts.problem.datastream");
    }
    var condition = condition(fields);
    var chosen = Plain.line(department);
    boolean cases = "yes".equals(opensCase);
    if (cases && !chosen.isEmpty() && !departments.containsKey(chosen)) {
      fields.refuse("department", "things.alerts.problem.department");
    }
    if (!fields.good() || condition.isEmpty()) {
      return Optional.empty();
    }
    var row = Plain.line(version);
    return Optional.of(
        new Rule(
            Plain.formName(id),
            Long.parseLong(number),
            called,
            condition.get(),
            addressees(accounts),
            cases,
            Optional.of(chosen).filter(code -> cases && !code.isEmpty()),
            row.matches("\\d{1,6}") ? Integer.parseInt(row) : 0));
  }

  private Set<UUID> addressees(List<Account> accounts) {
    var chosen = new HashSet<UUID>();
    var typed = tell == null ? List.<String>of() : tell;
    accounts.stream()
        .map(Account::id)
        .filter(one -> typed.contains(one.toString()))
        .forEach(chosen::add);
    return chosen;
  }

  private Optional<Condition> condition(Fields fields) {
    var chosen = Plain.line(kind);
    if (!KINDS.contains(chosen)) {
      fields.refuse("kind", "things.alerts.problem.kind");
      return Optional.empty();
    }
    boolean constant = chosen.equals("CONSTANT");
    int least = constant ? 2 : 1;
    int inARow =
        chosen.equals("ABSENCE")
            ? 1
            : count(fields, "readings", readings, least, MOST_readings, least);
    int shortest = chosen.equals("ABSENCE") ? 1 : 0;
    var lasting = Duration.ofMinutes(count(fields, "minutes", minutes, shortest, YEAR_minutes, 0));
    return switch (chosen) {
      case "ABSENCE" ->
          lasting.isPositive() ? Optional.of(new Condition.Absence(lasting)) : Optional.empty();
      case "CONSTANT" -> Optional.of(new Condition.Constant(inARow, lasting));
      default -> threshold(fields, chosen.equals("ABOVE"), inARow, lasting);
    };
  }

  private Optional<Condition> threshold(
      Fields fields, boolean above, int inARow, Duration lasting) {
    var reached = number(bound);
    if (reached.isEmpty()) {
      fields.refuse("bound", "things.alerts.problem.bound");
    }
    var back = Plain.line(hysteresis).isEmpty() ? Optional.of(0.0) : number(hysteresis);
    if (back.isEmpty() || back.get() < 0) {
      fields.refuse("hysteresis", "things.alerts.problem.hysteresis");
      return Optional.empty();
    }
    return reached.map(from -> new Condition.Threshold(above, from, back.get(), inARow, lasting));
  }

  private static int count(
      Fields fields, String field, @Nullable String typed, int least, int most, int unlessSaid) {
    var text = Plain.line(typed);
    if (text.isEmpty() && unlessSaid >= least) {
      return unlessSaid;
    }
    int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      fields.refuse(field, "things.alerts.problem." + field);
      return least;
    }
    return number;
  }

  /// A number as people write it here, with a comma too.
  private static Optional<Double> number(@Nullable String typed) {
    var text = Plain.line(typed).replace(',', '.').replace('−', '-').replace(" ", "");
    return text.matches("[-+]?\\d{1,15}(\\.\\d{1,12})?")
        ? Optional.of(new BigDecimal(text).doubleValue())
        : Optional.empty();
  }
}
