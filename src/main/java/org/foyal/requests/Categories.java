package org.foyal.requests;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.foyal.cases.CaseQueue;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the categories; administrators enter them.
@Service
public class Categories {
  private static final int LONGEST = 500; // what the audit trail keeps of a line

  private final CategoryStore store;
  private final CaseQueue queue;
  private final Trail trail;

  Categories(CategoryStore store, CaseQueue queue, Trail trail) {
    this.store = store;
    this.queue = queue;
    this.trail = trail;
  }

  /// All of them, in their order.
  @Transactional(readOnly = true)
  public List<Category> list() {
    return store.list();
  }

  /// The category of a code.
  @Transactional(readOnly = true)
  public Optional<Category> find(String code) {
    return Plain.isCode(code) ? store.find(code) : Optional.empty();
  }

  /// How many open cases are about a category.
  @Transactional(readOnly = true)
  public int countOpen(Category category) {
    return queue.count("requests", category.code());
  }

  /// The active ones that hold all of these words, or what they begin with, in any order; accents
  /// don't matter.
  List<Category> find(String words, Language language) {
    var wanted =
        Stream.of(plain(words).split("[^\\p{L}\\p{N}]+")).filter(w -> !w.isEmpty()).toList();
    return store.list().stream()
        .filter(Category::active)
        .filter(category -> {
          var held = held(category, language);
          return wanted.stream().allMatch(word -> held.contains(" " + word));
        })
        .toList();
  }

  private static String held(Category category, Language language) {
    var words =
        category.title().in(language)
            + " "
            + category.title().french()
            + " "
            + category.group().in(language)
            + " "
            + category.keywords();
    return " " + plain(words).replaceAll("[^\\p{L}\\p{N}]+", " ");
  }

  private static String plain(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace("œ", "oe")
        .toLowerCase(Locale.ROOT);
  }

  /// The codes of those that can be reported in a crisis, as administrators have marked them.
  @Transactional(readOnly = true)
  public Set<String> listForCrisis() {
    return store.listForCrisis();
  }

  /// Marks those that can be reported in a crisis. False: somebody else has marked others first.
  ///
  /// @param before those that were marked when this was decided
  @Transactional
  public boolean markForCrisis(Actor by, Set<String> before, Set<String> codes) {
    store.lock();
    if (!store.listForCrisis().equals(before)) {
      return false;
    }
    store.markForCrisis(codes);
    var said = String.join(", ", new TreeSet<>(codes));
    trail.append(
        by.did("requests.act.crisis", said.substring(0, Math.min(LONGEST, said.length()))));
    return true;
  }

  /// Enters one. False: its code is taken.
  @Transactional
  public boolean add(Actor by, Category made) {
    boolean added = store.add(made);
    if (added) {
      trail.append(by.did("requests.act.category", made.code()));
    }
    return added;
  }

  /// Changes one. False: somebody else did first.
  @Transactional
  public boolean update(Actor by, Category made) {
    boolean updated = store.update(made);
    if (updated) {
      trail.append(by.did("requests.act.category", made.code()));
    }
    return updated;
  }
}
