package org.foyal.fablab.projects;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.fablab.booking.Bookings;
import org.foyal.fablab.kits.Kits;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.projects.Project.State;
import org.foyal.people.Actor;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Language;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of projects: written by the maker, looked at by the staff, shown to everybody, and
/// carried from one lab to another as Open Know-How.
@Service
public class Projects {
  private static final int MOST_FILES = 30;
  private static final int MOST_OF_ONE = 20;

  /// Of all files of a project together.
  private static final long MOST_bytes = 60_000_000;

  private static final Duration USED = Duration.ofDays(180);

  private final ProjectStore store;
  private final ProjectFiles files;
  private final ManifestArchive archive;
  private final Shop shop;
  private final Means means;

  /// What the maker used.
  @org.springframework.stereotype.Component("projectShop")
  record Shop(Bookings bookings, Machines machines, Kits kits) {}

  /// What else it needs of the house.
  @org.springframework.stereotype.Component("projectMeans")
  record Means(ApplicationEventPublisher events, Trail trail, SiteAddress site, Clock clock) {}

  Projects(
      ProjectStore store, ProjectFiles files, ManifestArchive archive, Shop shop, Means means) {
    this.store = store;
    this.files = files;
    this.archive = archive;
    this.shop = shop;
    this.means = means;
  }

  /// What can come of writing.
  public sealed interface Writing {
    /// It stands.
    ///
    /// @param left names of files that were not taken
    record Done(Project project, List<String> left) implements Writing {}

    /// It is not taken.
    ///
    /// @param words the key of the sentence that says why not
    record Refused(String words, String about) implements Writing {}

    /// There is none, or it is not theirs, or it can't be written at the moment.
    record NotNow() implements Writing {}
  }

  /// Begins a project, or writes one anew while it is open; the same form twice begins one.
  @Transactional
  public Writing write(UUID id, Member by, Project.Told told) {
    var now = means.clock().instant();
    var before = store.lock(id);
    if (before.isEmpty()) {
      if (store.of(by.id()).size() >= MOST_OF_ONE) {
        return new Writing.Refused("fablab.projects.problem.many", "");
      }
      store.add(id, by.id(), told, by.example(), now);
      return done(id);
    }
    if (!open(before.get(), by)) {
      return new Writing.NotNow();
    }
    store.update(id, told, now);
    return done(id);
  }

  private static boolean open(Project project, Member by) {
    return project.member().equals(by.id()) && project.state().open();
  }

  private Writing done(UUID id) {
    return new Writing.Done(store.find(id).orElseThrow(), List.of());
  }

  /// Adds a file; one of the same name is replaced.
  public Writing attach(UUID id, Member by, String name, InputStream file) throws IOException {
    var before = store.find(id).filter(one -> open(one, by));
    if (before.isEmpty()) {
      return new Writing.NotNow();
    }
    if (before.get().files().size() >= MOST_FILES) {
      return new Writing.Refused("fablab.projects.file.many", "");
    }
    return switch (files.take(name, file)) {
      case Received.Good(var kept) -> {
        if (size_bytes(before.get()) + kept.content().bytes().length > MOST_bytes) {
          yield new Writing.Refused("fablab.projects.file.full", "");
        }
        store.keep(id, kept);
        yield done(id);
      }
      case Received.Refused(var words) -> new Writing.Refused(words, "");
    };
  }

  private static long size_bytes(Project project) {
    return project.files().stream().mapToLong(Project.File::size_bytes).sum();
  }

  /// Takes a file away.
  @Transactional
  public Writing detach(UUID id, Member by, long file) {
    if (store.lock(id).filter(one -> open(one, by)).isEmpty()) {
      return new Writing.NotNow();
    }
    store.remove(id, file);
    return done(id);
  }

  /// Begins a project from a manifest, or an archive with one, of another lab; all of it or
  /// nothing.
  @Transactional
  public Writing bring(UUID id, Member by, Language language, InputStream upload)
      throws IOException {
    if (store.find(id).isPresent()) {
      return new Writing.NotNow();
    }
    return switch (archive.read(upload)) {
      case ManifestArchive.Brought.Refused(var words, var about) ->
          new Writing.Refused(words, about);
      case ManifestArchive.Brought.Good(var manifest, var kept, var skipped) -> {
        var licence = Licence.find(manifest.licence());
        if (licence.isEmpty()) {
          yield new Writing.Refused("fablab.projects.okh.licence", cut(manifest.licence(), 60));
        }
        var told =
            new Project.Told(
                cut(manifest.name(), 100),
                cut(manifest.function(), 1_000),
                cut(manifest.licensor(), 60),
                licence.get(),
                Language.find(manifest.language()).orElse(language),
                List.of(),
                List.of());
        if (!(write(id, by, told) instanceof Writing.Done)) {
          yield new Writing.Refused("fablab.projects.problem.many", "");
        }
        kept.stream().limit(MOST_FILES).forEach(file -> store.keep(id, file));
        yield new Writing.Done(store.find(id).orElseThrow(), skipped);
      }
    };
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }

  /// Hands a project to the staff.
  @Transactional
  public Writing send(UUID id, Member by) {
    var before = store.lock(id).filter(one -> open(one, by));
    if (before.isEmpty()) {
      return new Writing.NotNow();
    }
    if (before.get().told().steps().isEmpty()) {
      return new Writing.Refused("fablab.projects.problem.steps", "");
    }
    store.state(id, State.SENT, null, means.clock().instant());
    return done(id);
  }

  /// Takes a project away from everybody’s eyes; it can be written again.
  @Transactional
  public Writing withdraw(UUID id, Member by) {
    var before = store.lock(id).filter(one -> one.member().equals(by.id()));
    if (before.isEmpty()) {
      return new Writing.NotNow();
    }
    store.state(id, State.DRAFT, null, means.clock().instant());
    return done(id);
  }

  /// Shows a project to everybody; the first time, whoever documented it is told of to the house.
  ///
  /// @return whether it waited for it
  @Transactional
  public boolean publish(Actor by, UUID id) {
    var before = store.lock(id).filter(one -> one.state() == State.SENT);
    if (before.isEmpty()) {
      return false;
    }
    store.publish(id, by.id(), means.clock().instant());
    means.trail().append(by.did("fablab.projects.act.published", before.get().told().title()));
    if (before.get().publishedAt().isEmpty()) {
      means.events().publishEvent(new ProjectPublished(id, before.get().member()));
    }
    return true;
  }

  /// Gives a project back to its maker, with words; one that was shown is shown no more.
  ///
  /// @return whether it waited, or was shown
  @Transactional
  public boolean giveBack(Actor by, UUID id, String words) {
    var before =
        store.lock(id).filter(one -> one.state() == State.SENT || one.state() == State.PUBLISHED);
    if (before.isEmpty() || words.isBlank()) {
      return false;
    }
    store.state(id, State.RETURNED, words, means.clock().instant());
    means.trail().append(by.did("fablab.projects.act.returned", before.get().told().title()));
    return true;
  }

  /// What everybody sees, the latest first.
  @Transactional(readOnly = true)
  public List<Project> gallery(int most) {
    return store.in(State.PUBLISHED, most);
  }

  /// What waits for the staff.
  @Transactional(readOnly = true)
  public List<Project> waiting(int most) {
    return store.in(State.SENT, most);
  }

  /// A project that everybody may see.
  @Transactional(readOnly = true)
  public Optional<Project> find(UUID id) {
    return store.find(id).filter(one -> one.state() == State.PUBLISHED);
  }

  /// A project, shown or not, for the staff.
  @Transactional(readOnly = true)
  public Optional<Project> findAny(UUID id) {
    return store.find(id);
  }

  /// Somebody’s projects, the latest first.
  @Transactional(readOnly = true)
  public List<Project> listOf(Member member) {
    return store.of(member.id());
  }

  /// A file of a project.
  @Transactional(readOnly = true)
  public Optional<Kept> file(Project project, long file) {
    return store.file(project.id(), file);
  }

  /// What a project is made of, as the machines and the kits that its maker used tell it: they
  /// strike out what does not belong.
  @Transactional(readOnly = true)
  public List<String> proposed(Member member, Language reader) {
    var types = shop.machines().typesByCode();
    var machines =
        shop.bookings().listOf(member.id(), USED).stream()
            .flatMap(one -> Optional.ofNullable(types.get(one.type())).stream())
            .map(type -> type.title().in(reader));
    var kits = shop.kits().listOf(member.id()).stream().map(kit -> kit.texts().title().in(reader));
    return Stream.concat(machines, kits).distinct().limit(20).toList();
  }

  /// The manifest of a project, as Open Know-How writes it.
  public String manifest(Project project) {
    return ManifestToml.write(described(project));
  }

  /// Writes a project as an archive, its manifest and all its files, one after the other: no more
  /// than one of them is held.
  public void archive(Project project, OutputStream out) throws IOException {
    var kept = project.files().stream().flatMap(one -> store.file(project.id(), one.id()).stream());
    ManifestArchive.write(project, described(project), kept.iterator(), out);
  }

  private Manifest described(Project project) {
    var told = project.told();
    return new Manifest(
        told.title(),
        means.site().get() + "/" + told.language().code() + "/fablab/projects/" + project.id(),
        "1.0.0",
        told.licence().spdx(),
        told.author(),
        told.purpose(),
        told.language().code(),
        project.files().stream()
            .filter(Project.File::picture)
            .map(file -> "files/" + file.name())
            .toList(),
        project.files().stream()
            .filter(file -> !file.picture())
            .map(file -> "files/" + file.name())
            .toList());
  }
}
