package org.foyal.fablab.members;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.codes.Codes;
import org.foyal.kernel.Reference;
import org.foyal.learning.enrolment.Draft.Person;
import org.foyal.learning.enrolment.Learners;
import org.foyal.learning.enrolment.Participation.Learner;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of whoever comes to the lab: there is no account, a reference and its code open one’s
/// own page.
@Service
public class Members {
  private static final String KIND = "fablab";
  private static final int DRAWS = 8;

  private final MemberStore store;
  private final Learners learners;
  private final Codes codes;
  private final Trail trail;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Members(MemberStore store, Learners learners, Codes codes, Trail trail, Clock clock) {
    this.store = store;
    this.learners = learners;
    this.codes = codes;
    this.trail = trail;
    this.clock = clock;
  }

  /// Somebody who is known, with what opens their page.
  ///
  /// @param fresh whether their name by that contact was not known anywhere before: whoever typed
  ///   it on a page is the person; where it was, they must show their reference and code
  public record Known(Member member, String code, boolean fresh) {}

  /// The member of this name by this contact, noted now if they are new; what can’t be is said by
  /// [Learners#check] before.
  ///
  /// @param trusted whether somebody of the staff writes it down
  @Transactional
  public Known known(Person person, boolean example, boolean trusted) {
    var learner = learners.known(person, example, trusted);
    var member = enter(learner.id(), person, example, trusted || learner.fresh());
    return new Known(member, code(member), learner.fresh());
  }

  /// The member whom a learner of `learning` is, noted now if they did not come to the lab before.
  ///
  /// @throws java.util.NoSuchElementException when there is no such learner
  @Transactional
  public Member enter(UUID learner, boolean example) {
    var who = learners.find(learner).orElseThrow();
    var person =
        new Person(
            who.name(), who.email(), who.phone(), who.birthYear(), who.area(), who.language());
    return enter(who.id(), person, example, true);
  }

  private Member enter(UUID learner, Person person, boolean example, boolean believed) {
    var now = clock.instant();
    var before = ofLearner(learner);
    if (before.isPresent()) {
      store.seen(
          before.get().id(),
          now,
          believed ? person.birthYear() : Optional.empty(),
          believed ? person.area() : Optional.empty());
      return store.find(before.get().id()).orElseThrow();
    }
    for (int drawn = 0; drawn < DRAWS; drawn++) {
      store.add(
          new Member(
              learner,
              Reference.next(random),
              person.birthYear(),
              person.area(),
              Optional.empty(),
              now,
              example));
      var made = store.find(learner);
      if (made.isPresent()) {
        return made.get();
      }
    }
    throw new IllegalStateException("no reference is free");
  }

  /// The member whom a learner is, also one whom the desk of `learning` has joined into them since.
  @Transactional(readOnly = true)
  public Optional<Member> ofLearner(UUID learner) {
    return store.list(learners.identifiers(learner)).stream().findFirst();
  }

  /// A member by their identifier.
  @Transactional(readOnly = true)
  public Optional<Member> find(UUID id) {
    return store.find(id);
  }

  /// Several by their identifiers; who is not known is left out.
  @Transactional(readOnly = true)
  public List<Member> list(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : store.list(ids);
  }

  /// The member whose page a reference and its code open.
  @Transactional(readOnly = true)
  public Optional<Member> find(Reference reference, String code) {
    return codes.opens(KIND, reference, code) ? store.find(reference) : Optional.empty();
  }

  /// The member of a reference, for whoever has the person before them.
  @Transactional(readOnly = true)
  public Optional<Member> findAtTheCounter(Reference reference) {
    return store.find(reference);
  }

  /// Those whose names hold some words; without words, those who were here last.
  @Transactional(readOnly = true)
  public List<Member> search(String words, int most) {
    return words.isBlank() ? store.recent(most) : store.list(learners.named(words, most));
  }

  /// The code that goes with somebody’s reference.
  public String code(Member member) {
    return codes.of(KIND, member.reference());
  }

  /// What somebody is called and how they are reached; no name once it was erased.
  @Transactional(readOnly = true)
  public Optional<Learner> who(UUID member) {
    return learners.find(member);
  }

  /// The same for several, by the identifier that was asked for.
  @Transactional(readOnly = true)
  public Map<UUID, Learner> who(Collection<UUID> members) {
    return learners.list(members);
  }

  /// Notes that a guardian’s consent was seen.
  @Transactional
  public void guardianSeen(Actor by, UUID member, LocalDate on) {
    var one = store.find(member).orElseThrow();
    store.guardianSeen(member, on);
    trail.append(by.did("fablab.members.act.guardian", one.reference().toString()));
  }

  /// Notes that somebody was here: their name is kept from now.
  @Transactional
  public void seen(UUID member) {
    store.seen(member, clock.instant(), Optional.empty(), Optional.empty());
    learners.seen(member);
  }
}
