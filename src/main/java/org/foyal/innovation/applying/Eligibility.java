package org.foyal.innovation.applying;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.foyal.innovation.Call;
import org.foyal.innovation.Holder;
import org.foyal.innovation.Origin;
import org.foyal.innovation.Registered;
import org.foyal.innovation.applying.Rule.Kind;
import org.foyal.innovation.applying.Rule.Verdict;
import org.jspecify.annotations.Nullable;

/// Whether an application may be sent: each rule of its call with whether it is met. Pure rules.
final class Eligibility {
  /// The most that the table holds.
  private static final int MOST_euros = 100_000_000;

  private Eligibility() {}

  /// The rules, in the order in which the form asks.
  static List<Rule> of(Call call, Application application, ZoneId zone) {
    var rules = new ArrayList<Rule>();
    who(call, application.applicant(), zone, rules);
    var project = application.project();
    boolean said = !project.title().isEmpty() && !project.summary().isEmpty();
    rules.add(new Rule(Kind.PROJECT, said ? Verdict.MET : Verdict.MISSING, List.of(), List.of()));
    var most = call.terms().most_euros();
    rules.add(
        most == null
            ? new Rule(
                Kind.EUROS,
                project.euros() == null ? Verdict.MISSING : Verdict.MET,
                List.of(),
                List.of(MOST_euros))
            : new Rule(
                Kind.EUROS,
                verdict(project.euros(), euros -> euros <= most),
                List.of(),
                List.of(most)));
    int answered =
        (int)
            call.criteria().stream()
                .filter(one -> application.answers().containsKey(one.number()))
                .count();
    rules.add(
        new Rule(
            Kind.ANSWERS,
            answered == call.criteria().size() ? Verdict.MET : Verdict.MISSING,
            List.of(),
            List.of(call.criteria().size(), answered)));
    return List.copyOf(rules);
  }

  private static void who(Call call, Applicant applicant, ZoneId zone, List<Rule> rules) {
    var terms = call.terms();
    rules.add(
        new Rule(
            Kind.HOLDER,
            verdict(applicant.holder(), terms.holders()::contains),
            terms.holders().stream().sorted().map(Holder::words).toList(),
            List.of()));
    rules.add(
        new Rule(
            Kind.ORIGIN,
            verdict(applicant.origin(), terms.origins()::contains),
            terms.origins().stream().sorted().map(Origin::words).toList(),
            List.of()));
    var holder = applicant.holder();
    if (terms.asksAge() && (holder == null || !holder.registered())) {
      age(call, applicant, zone, rules);
    }
    if (holder != null && holder.registered()) {
      rules.add(registration(applicant, holder));
    }
    boolean reachable = !applicant.email().isEmpty() || !applicant.phone().isEmpty();
    rules.add(
        new Rule(
            Kind.CONTACT,
            reachable && !applicant.name().isEmpty() ? Verdict.MET : Verdict.MISSING,
            List.of(),
            List.of()));
  }

  /// In the year of the deadline: whoever has a birthday later in that year is not shut out.
  private static void age(Call call, Applicant applicant, ZoneId zone, List<Rule> rules) {
    int year = call.span().closesAt().atZone(zone).getYear();
    var born = applicant.birthYear();
    var youngest = call.terms().youngest_years();
    var oldest = call.terms().oldest_years();
    if (youngest != null) {
      rules.add(
          new Rule(
              Kind.YOUNGEST,
              verdict(born, one -> year - one >= youngest),
              List.of(),
              List.of(youngest, year)));
    }
    if (oldest != null) {
      rules.add(
          new Rule(
              Kind.OLDEST,
              verdict(born, one -> year - one <= oldest),
              List.of(),
              List.of(oldest, year)));
    }
  }

  private static Rule registration(Applicant applicant, Holder holder) {
    var typed = applicant.registration();
    var verdict =
        typed.isEmpty()
            ? Verdict.MISSING
            : Registered.read(typed).filter(one -> one.fits(holder)).isPresent()
                ? Verdict.MET
                : Verdict.UNMET;
    return new Rule(Kind.REGISTRATION, verdict, List.of(), List.of());
  }

  private static <T> Verdict verdict(@Nullable T said, Predicate<T> good) {
    if (said == null) {
      return Verdict.MISSING;
    }
    return good.test(said) ? Verdict.MET : Verdict.UNMET;
  }
}
