package org.foyal.fablab.kits;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.codes.Codes;
import org.foyal.fablab.kits.Loan.Back;
import org.foyal.fablab.machines.Written;
import org.foyal.fablab.members.Member;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Trail;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The façade of kits: what there is of them, who has them until when, how they come back.
@Service
public class Kits {
  private static final String KIND = "fablab-kit";
  private static final int DRAWS = 20;

  private final KitStore store;
  private final KitLetters letters;
  private final SensorWatch watch;
  private final Means means;
  private final SecureRandom random = new SecureRandom();

  /// What else it needs of the house.
  @org.springframework.stereotype.Component("kitMeans")
  record Means(
      Codes codes,
      Trail trail,
      TransactionTemplate transactions,
      ShellSettings city,
      Clock clock) {}

  Kits(KitStore store, KitLetters letters, SensorWatch watch, Means means) {
    this.store = store;
    this.letters = letters;
    this.watch = watch;
    this.means = means;
  }

  /// A kit with how many boxes of it are in.
  public record Stock(Kit kit, int in) {}

  /// All kits by their French titles, those that are not lent at the moment too.
  @Transactional(readOnly = true)
  public List<Stock> list() {
    return store.list().stream()
        .map(kit -> new Stock(kit, Math.max(0, kit.boxes() - store.out(kit.id()))))
        .toList();
  }

  /// A kit by its identifier.
  @Transactional(readOnly = true)
  public Optional<Kit> find(UUID id) {
    return store.find(id);
  }

  /// Enters a kit; the same form twice enters one.
  @Transactional
  public Written add(Actor by, Kit made) {
    store.add(made);
    means.trail().append(by.did("fablab.kits.act.kit", made.texts().title().french()));
    return Written.DONE;
  }

  /// Changes a kit; not to fewer boxes than are lent.
  public Written update(Actor by, Kit made) {
    try {
      boolean done =
          Boolean.TRUE.equals(
              means
                  .transactions()
                  .execute(_ -> {
                    boolean written = store.update(made);
                    if (written) {
                      means
                          .trail()
                          .append(by.did("fablab.kits.act.kit", made.texts().title().french()));
                    }
                    return written;
                  }));
      return done ? Written.DONE : Written.OVERTAKEN;
    } catch (DataIntegrityViolationException stillLent) {
      return Written.TAKEN;
    }
  }

  /// Lends a box to somebody, from today for as long as the kit is lent; the same form twice lends
  /// one.
  public Lending lend(Actor by, UUID form, UUID kit, Member to) {
    for (int drawn = 0; drawn < DRAWS; drawn++) {
      var came = means.transactions().execute(_ -> lendNow(by, form, kit, to));
      if (came != null && came.isPresent()) {
        return came.get();
      }
    }
    return new Lending.NoneLeft();
  }

  /// Nothing: somebody else was given that box at the same moment, or the reference is taken.
  private Optional<Lending> lendNow(Actor by, UUID form, UUID kit, Member to) {
    var before = store.findLoan(form);
    if (before.isPresent()) {
      return Optional.of(new Lending.Lent(before.get(), code(before.get())));
    }
    var lent = store.lockKit(kit).filter(Kit::active); // whoever lends at once waits for us
    if (lent.isEmpty()) {
      return Optional.of(new Lending.NotThere());
    }
    if (store.out(kit) >= lent.get().boxes()) {
      return Optional.of(new Lending.NoneLeft());
    }
    var made =
        new Loan(
            form,
            Reference.next(random),
            kit,
            1,
            to.id(),
            means.clock().instant(),
            today().plusDays(lent.get().loan_days()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            to.example());
    return store
        .lend(made, by.id())
        .map(_ -> {
          var loan = store.findLoan(form).orElseThrow();
          means.trail().append(by.did("fablab.kits.act.lent", loan.reference().toString()));
          letters.lent(loan, lent.get(), code(loan));
          return new Lending.Lent(loan, code(loan));
        });
  }

  /// The loan that a reference and its code open.
  @Transactional(readOnly = true)
  public Optional<Loan> find(Reference reference, String code) {
    return means.codes().opens(KIND, reference, code)
        ? store.findLoan(reference)
        : Optional.empty();
  }

  /// A loan by its identifier, for the staff.
  @Transactional(readOnly = true)
  public Optional<Loan> findLoan(UUID id) {
    return store.findLoan(id);
  }

  /// Those that are lent, whoever should be back first; then those that came back last.
  @Transactional(readOnly = true)
  public List<Loan> listLoans(int most) {
    return store.loans(most);
  }

  /// The kits that somebody has or had, the last one first.
  @Transactional(readOnly = true)
  public List<Kit> listOf(UUID member) {
    return store.of(member);
  }

  /// The code that goes with the reference of a loan.
  public String code(Loan loan) {
    return means.codes().of(KIND, loan.reference());
  }

  /// Lets somebody keep a kit until a later day.
  ///
  /// @return whether they may: it is still lent, and the day is to come
  @Transactional
  public boolean prolong(Actor by, UUID loan, LocalDate until) {
    var found = store.lock(loan).filter(Loan::out);
    if (found.isEmpty() || !until.isAfter(today()) || until.isAfter(today().plusYears(1))) {
      return false;
    }
    store.prolong(loan, until);
    means
        .trail()
        .append(by.did("fablab.kits.act.prolonged", found.get().reference() + " " + until));
    return true;
  }

  /// Takes a box back: its key opens nothing any more, and nobody is told of its silence. What it
  /// reported stays on the map.
  ///
  /// @return whether it was lent
  @Transactional
  public boolean takeBack(Actor by, UUID loan, Loan.State state, Optional<String> words) {
    var found = store.lock(loan).filter(Loan::out);
    if (found.isEmpty()) {
      return false;
    }
    store.back(loan, new Back(means.clock().instant(), state, words));
    watch.end(by, found.get());
    means
        .trail()
        .append(by.did("fablab.kits.act.back", found.get().reference() + " " + state.name()));
    return true;
  }

  /// Writes to those whose kit should be back in two days or by now.
  @Transactional
  public void remind() {
    for (var loan : store.dueBy(today().plusDays(2))) {
      store
          .find(loan.kit())
          .ifPresent(kit -> letters.due(loan, kit, code(loan), loan.late(today())));
    }
  }

  /// Today, where the city is.
  public LocalDate today() {
    return LocalDate.ofInstant(means.clock().instant(), means.city().timeZone());
  }
}
