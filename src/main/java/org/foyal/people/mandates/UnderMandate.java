package org.foyal.people.mandates;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Does something for a person under a mandate that is named by its reference: the deed and its
/// line in the journal that the person reads, or neither.
@Component
public class UnderMandate {
  private final Mandates mandates;
  private final TransactionTemplate transactions;

  UnderMandate(Mandates mandates, TransactionTemplate transactions) {
    this.mandates = mandates;
    this.transactions = transactions;
  }

  /// What is to be done.
  ///
  /// @param mandate its reference as typed or chosen
  /// @param kind the code of the act
  /// @param about what it is, for the person to recognise
  /// @param form names the form: sent twice it is one act
  public record Act(String mandate, Actor by, String kind, String about, UUID form) {}

  /// Looks whether the mandate holds at this moment, does it, and writes it down.
  ///
  /// @param deed in the same transaction
  /// @param stands whether what came of it is done; if not, nothing is
  /// @param refused what comes of it where the mandate does not hold
  public <T> T act(Act act, Supplier<T> deed, Predicate<T> stands, Function<Acting, T> refused) {
    return Objects.requireNonNull(
        transactions.execute(status -> {
          var acting = acting(act);
          if (!(acting instanceof Acting.Done)) {
            return refused.apply(acting);
          }
          var came = deed.get();
          if (!stands.test(came)) {
            status.setRollbackOnly();
          }
          return came;
        }));
  }

  private Acting acting(Act act) {
    var helper = Objects.requireNonNull(act.by().id(), "a helper has an account");
    return Reference.read(act.mandate())
        .flatMap(named ->
            mandates.listOf(helper).stream()
                .filter(one -> one.reference().equals(named))
                .findFirst())
        .map(one -> mandates.act(one.id(), act.by(), act.kind(), act.about(), act.form()))
        .orElseGet(Acting.NotYours::new);
  }
}
