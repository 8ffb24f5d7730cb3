package org.foyal.innovation.applying;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.foyal.cases.codes.Codes;
import org.foyal.innovation.Call;
import org.foyal.innovation.Call.Phase;
import org.foyal.innovation.Calls;
import org.foyal.innovation.InnovationSettings;
import org.foyal.innovation.Registered;
import org.foyal.innovation.applying.Application.State;
import org.foyal.innovation.voice.Tongue;
import org.foyal.kernel.Reference;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.secrets.Secret;
import org.foyal.shell.uploads.Content;
import org.foyal.shell.uploads.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of applications: begun without an account, saved step by step, sent once.
///
/// Whoever has the reference and its code is whoever applies. Deadlines hold by the database's own
/// clock, whatever this machine's says.
@Service
public class Applications {
  /// Most files of one application.
  public static final int MOST_files = 5;

  private static final String KIND = "innovation";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Calls calls;
  private final ApplicationStore store;
  private final AttachmentStore files;
  private final ApplicationLetters letters;
  private final Codes codes;
  private final ShellSettings city;

  Applications(
      Calls calls,
      ApplicationStore store,
      AttachmentStore files,
      ApplicationLetters letters,
      Codes codes,
      ShellSettings city) {
    this.calls = calls;
    this.store = store;
    this.files = files;
    this.letters = letters;
    this.codes = codes;
    this.city = city;
  }

  /// What an application begins with.
  ///
  /// @param form names the form: sent twice, it is one draft
  /// @param helper of the staff, who begins it for somebody
  public record Start(
      UUID form,
      String call,
      Tongue tongue,
      String email,
      @Nullable UUID helper,
      boolean example) {}

  /// An application as whoever applies sees it.
  public record Opened(
      Application application,
      Call call,
      String code,
      List<Attachment> files,
      List<Rule> rules,
      Phase phase) {
    /// Keeps the lists as they are.
    public Opened {
      files = List.copyOf(files);
      rules = List.copyOf(rules);
    }

    /// Whether all rules are met.
    public boolean eligible() {
      return rules.stream().allMatch(Rule::met);
    }
  }

  /// A file as it is kept.
  public record Kept(Content content, String mediaType) {}

  /// Begins a draft.
  @Transactional
  public Starting begin(Start start) {
    var earlier = store.findByForm(start.form());
    if (earlier.isPresent()) {
      return started(earlier.get(), false);
    }
    var call = calls.findPublished(start.call());
    if (call.isEmpty()) {
      return new Starting.NoCall();
    }
    boolean open =
        call.get().phase(calls.now()) == Phase.OPEN && store.closed(start.call()).isEmpty();
    if (!open) {
      return new Starting.NotOpen(call.get());
    }
    var reference = reference();
    var made =
        store.add(
            new ApplicationStore.Beginning(
                UUID.randomUUID(), reference, start, Applicant.at(start.email()), calls.now()));
    var application = (made ? store.find(reference) : store.findByForm(start.form())).orElseThrow();
    return started(application, made && letters.begun(application, call.get(), code(application)));
  }

  private Starting started(Application application, boolean letter) {
    return new Starting.Started(application, code(application), letter);
  }

  private Reference reference() {
    var reference = Reference.next(RANDOM);
    while (store.isTaken(reference)) {
      reference = Reference.next(RANDOM);
    }
    return reference;
  }

  private String code(Application application) {
    return codes.of(KIND, application.reference());
  }

  /// What a reference and its code open.
  @Transactional(readOnly = true)
  public Optional<Opened> open(String reference, String code) {
    return find(reference, code).map(this::opened);
  }

  private Optional<Application> find(String reference, String code) {
    return Reference.read(reference)
        .filter(read -> codes.opens(KIND, read, code))
        .flatMap(store::find);
  }

  private Opened opened(Application application) {
    var call = calls.find(application.call()).orElseThrow();
    return new Opened(
        application,
        call,
        code(application),
        files.of(application.id()),
        Eligibility.of(call, application, city.timeZone()),
        call.phase(calls.now()));
  }

  /// Writes who applies. What breaks a rule of the call is kept and told by [Opened#rules]; only
  /// what can't be kept is refused.
  @Transactional
  public Saving save(String reference, String code, Applicant applicant) {
    if (!applicant.email().isEmpty() && !letters.reaches(applicant.email())) {
      return new Saving.Refused(Map.of("email", "innovation.problem.email"));
    }
    return write(
        reference,
        code,
        application -> {
          store.save(application.id(), applicant, calls.now());
          return new Saving.Saved();
        });
  }

  /// Writes what is to be done.
  @Transactional
  public Saving save(String reference, String code, Project project) {
    return write(
        reference,
        code,
        application -> {
          store.save(application.id(), project, calls.now());
          return new Saving.Saved();
        });
  }

  /// Writes the answers, by the number of the criterion; those to others than the call's are passed
  /// over.
  @Transactional
  public Saving save(String reference, String code, Map<Integer, String> answers) {
    return write(
        reference,
        code,
        application -> {
          var known = new java.util.TreeMap<>(answers);
          var call = calls.find(application.call()).orElseThrow();
          known
              .keySet()
              .removeIf(
                  number -> call.criteria().stream().noneMatch(one -> one.number() == number));
          known.values().removeIf(String::isBlank);
          store.save(application.id(), known);
          return new Saving.Saved();
        });
  }

  /// Keeps a file that was made anew; one that is refused says why.
  @Transactional
  public Saving attach(String reference, String code, Taken taken) {
    return switch (taken) {
      case Taken.Refused(var reason) -> new Saving.Refused(Map.of("file", reason.words()));
      case Taken.Picture(var content, var type, int _, int _) ->
          attach(reference, code, content, type);
      case Taken.Document(var content, var type, int _) -> attach(reference, code, content, type);
    };
  }

  private Saving attach(String reference, String code, Content content, String type) {
    return write(
        reference,
        code,
        application -> {
          if (files.of(application.id()).size() >= MOST_files) {
            return new Saving.Refused(Map.of("file", "innovation.problem.files"));
          }
          files.add(application.id(), content, type, calls.now());
          return new Saving.Saved();
        });
  }

  /// Takes a file away.
  @Transactional
  public Saving detach(String reference, String code, long file) {
    return write(
        reference,
        code,
        application -> {
          files.remove(application.id(), file);
          return new Saving.Saved();
        });
  }

  private Saving write(String reference, String code, Function<Application, Saving> deed) {
    var found = find(reference, code);
    if (found.isEmpty()) {
      return new Saving.NotThere();
    }
    var closed = store.closed(found.get().call());
    if (store.lock(found.get().id()) != State.DRAFT) {
      return new Saving.SentAlready();
    }
    return closed.<Saving>map(Saving.TooLate::new).orElseGet(() -> deed.apply(found.get()));
  }

  /// A file of one's own.
  @Transactional(readOnly = true)
  public Optional<Kept> file(String reference, String code, long file) {
    return find(reference, code).flatMap(one -> files.find(one.id(), file));
  }

  /// Sends it, once: two that come at the same moment are one.
  @Transactional
  public Submitting submit(String reference, String code) {
    var found = find(reference, code);
    if (found.isEmpty()) {
      return new Submitting.NotThere();
    }
    var id = found.get().id();
    var closed = store.closed(found.get().call());
    if (store.lock(id) != State.DRAFT) {
      return new Submitting.SubmittedBefore();
    }
    if (closed.isPresent()) {
      return new Submitting.TooLate(closed.get());
    }
    var application = store.find(id).orElseThrow();
    var call = calls.find(application.call()).orElseThrow();
    var unmet =
        Eligibility.of(call, application, city.timeZone()).stream()
            .filter(rule -> !rule.met())
            .toList();
    if (!unmet.isEmpty()) {
      return new Submitting.NotEligible(unmet);
    }
    var oneOf = oneOf(application.applicant());
    if (store.hasSent(call.code(), oneOf)) {
      return new Submitting.AppliedAlready();
    }
    store.submit(id, oneOf);
    return new Submitting.Submitted(letters.sent(application, call, code(application)));
  }

  /// By what the same holder is known: the number of a register, else how they are reached.
  private static String oneOf(Applicant applicant) {
    var holder = applicant.holder();
    var known =
        holder != null && holder.registered()
            ? Registered.read(applicant.registration()).map(Registered::number).orElse("")
            : applicant.email().isEmpty()
                ? applicant.phone().replaceAll("[^0-9]", "") + applicant.name()
                : applicant.email().toLowerCase(java.util.Locale.ROOT);
    return HexFormat.of().formatHex(Secret.hash("innovation:" + known));
  }

  /// Takes an application back: a draft is gone, a sent one is forgotten and only counted. What was
  /// decided stays.
  @Transactional
  public boolean withdraw(String reference, String code) {
    var found = find(reference, code);
    if (found.isEmpty()) {
      return false;
    }
    var id = found.get().id();
    return switch (store.lock(id)) {
      case DRAFT -> {
        store.delete(id);
        yield true;
      }
      case SUBMITTED -> {
        store.withdraw(id);
        store.erase(id, calls.now());
        yield true;
      }
      case FUNDED, DECLINED, WITHDRAWN -> false;
    };
  }

  /// An application as the staff sees it, once it was sent.
  @Transactional(readOnly = true)
  public Optional<Opened> findSent(Reference reference) {
    return store.find(reference).filter(one -> !one.draft()).map(this::opened);
  }

  /// What was sent to a call.
  @Transactional(readOnly = true)
  public List<Application> listSent(String call) {
    return store.of(call).stream().filter(one -> !one.draft()).toList();
  }

  /// How many are being written.
  @Transactional(readOnly = true)
  public int drafts(String call) {
    return (int) store.of(call).stream().filter(Application::draft).count();
  }

  /// A file of an application that was sent.
  @Transactional(readOnly = true)
  public Optional<Kept> file(Application application, long file) {
    return files.find(application.id(), file);
  }

  /// Tells whoever is writing that the deadline was moved.
  @Transactional
  void tellMoved(String code, int version) {
    var call = calls.find(code).orElseThrow();
    store.of(code).stream()
        .filter(Application::draft)
        .forEach(one -> letters.moved(one, call, code(one), version));
  }

  /// Forgets drafts that were never sent, and the people of what was decided long ago.
  @Transactional
  int forgetOld(InnovationSettings settings) {
    Instant now = calls.now();
    var drafts = store.staleDrafts(now.minus(Duration.ofDays(settings.keepDraftDays())));
    drafts.forEach(store::delete);
    var old = store.old(now.minus(Duration.ofDays(settings.keepDays())));
    old.forEach(id -> store.erase(id, now));
    return drafts.size() + old.size();
  }
}
