package org.foyal.cases;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.foyal.cases.Case.State;
import org.foyal.cases.Question.Asker;
import org.foyal.kernel.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of what waits for an answer: the queue, what is due first at its head.
@Service
public class CaseQueue {
  /// How many cases a page of the queue shows.
  public static final int PAGE = 50;

  /// How many lines a file of the queue has at most.
  public static final int FILE = 100_000;

  /// How many cases a day sheet holds.
  public static final int SHEET = 120;

  private static final int WORDS = 6;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{1,40}");

  private final CaseStore store;
  private final QueueStore queue;
  private final Calendar calendar;

  CaseQueue(CaseStore store, QueueStore queue, Calendar calendar) {
    this.store = store;
    this.queue = queue;
    this.calendar = calendar;
  }

  /// Which cases of the queue are asked for.
  ///
  /// @param state null: all that are open
  /// @param department the code of one, or null for all
  /// @param agent whoever looks after them, or null for all
  /// @param free only what nobody looks after
  /// @param channel how they came, or null for all
  /// @param topic what they are about, or null for all
  /// @param area the code of a neighbourhood, or null for all
  /// @param words a reference, or the beginnings of words of the subject; nothing for all
  public record Selection(
      @Nullable State state,
      @Nullable String department,
      @Nullable UUID agent,
      boolean free,
      boolean late,
      @Nullable Channel channel,
      @Nullable Topic topic,
      @Nullable String area,
      String words) {
    /// All that are open.
    public static final Selection OPEN =
        new Selection(null, null, null, false, false, null, null, null, "");
  }

  /// What cases are about.
  ///
  /// @param kind the room that opened them
  /// @param code what that room calls it
  public record Topic(String kind, String code) {}

  /// A line of the day sheet.
  ///
  /// @param words what was asked
  /// @param last the last words of the thread since
  public record Owed(Case asked, Asker asker, Optional<String> words, Optional<String> last) {}

  /// What somebody looks after and owes today or has owed since, what is due first at its head; one
  /// more than a sheet when there is more.
  @Transactional(readOnly = true)
  public List<Owed> owed(UUID agent) {
    return queue.owed(agent, calendar.today(), SHEET + 1);
  }

  /// How the queue stands.
  public record Tally(int open, int late) {}

  /// A page of the queue; one more than a page when there is more. A reference finds its case, in
  /// whatever state.
  ///
  /// @param page from 0
  @Transactional(readOnly = true)
  public List<Case> list(Selection selection, int page) {
    var reference = Reference.read(selection.words());
    return reference.isPresent()
        ? reference.flatMap(store::find).filter(_ -> page == 0).stream().toList()
        : queue.list(filter(selection), page * PAGE, PAGE + 1);
  }

  /// Reads all that are asked for one after the other, so that a file of them needs no room.
  @Transactional(readOnly = true)
  public void each(Selection selection, Consumer<Case> reader) {
    var reference = Reference.read(selection.words());
    if (reference.isPresent()) {
      reference.flatMap(store::find).ifPresent(reader);
    } else {
      queue.each(filter(selection), FILE, reader);
    }
  }

  private QueueStore.Filter filter(Selection selection) {
    return new QueueStore.Filter(
        selection.state(),
        selection.department(),
        selection.agent(),
        selection.free(),
        selection.late() ? calendar.today() : null,
        selection.channel(),
        selection.topic(),
        selection.area(),
        search(selection.words()));
  }

  /// The first few words, each the beginning of one; null when there is none.
  private static @Nullable String search(String typed) {
    var plain =
        Normalizer.normalize(typed.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("[\\u0300-\\u036f]", "");
    var words =
        WORD.matcher(plain)
            .results()
            .limit(WORDS)
            .map(found -> found.group() + ":*")
            .collect(Collectors.joining(" & "));
    return words.isEmpty() ? null : words;
  }

  /// How many cases of a room are open that are about a topic.
  @Transactional(readOnly = true)
  public int count(String kind, String topic) {
    return queue.count(kind, topic);
  }

  /// How many of them are open in each neighbourhood, by its code; no examples are among them.
  @Transactional(readOnly = true)
  public Map<String, Integer> countByArea(String kind, String topic) {
    return queue.countByArea(kind, topic);
  }

  /// How many open cases a department has.
  @Transactional(readOnly = true)
  public int count(Department department) {
    return queue.countOf(department.code());
  }

  /// How many cases are open, and late.
  @Transactional(readOnly = true)
  public Tally count() {
    var count = queue.count(calendar.today());
    return new Tally(count.open(), count.late());
  }
}
