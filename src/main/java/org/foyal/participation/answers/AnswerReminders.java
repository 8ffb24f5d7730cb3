package org.foyal.participation.answers;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.post.Letter;
import org.foyal.post.Post;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reminds whoever answers for an official of a question before the day that was promised and after
/// it, and of what an answer commits to. Each reminder is written once.
@Component
class AnswerReminders {
  /// How many days before (above 0) and after (below 0) the promised day of an answer.
  static final List<Integer> ANSWERS = List.of(7, 1, -1, -15, -45);

  /// The same, of what an answer commits to.
  static final List<Integer> PLEDGES = List.of(30, 7, -1, -30);

  /// So many nights may be missed without a reminder being lost.
  private static final int NIGHTS = 3;

  private final Answers answers;
  private final Questions questions;
  private final Officials officials;
  private final Post post;
  private final Words words;
  private final SiteAddress site;

  AnswerReminders(
      Answers answers,
      Questions questions,
      Officials officials,
      Post post,
      Words words,
      SiteAddress site) {
    this.answers = answers;
    this.questions = questions;
    this.officials = officials;
    this.post = post;
    this.words = words;
    this.site = site;
  }

  /// Queues what is to be remembered today.
  @Transactional
  void remind() {
    for (int offset : ANSWERS) {
      for (var question : questions.owedOn(days(offset))) {
        var key = "question." + question.caseId() + "." + question.dueOn() + "." + offset;
        write(question, question.dueOn(), "participation.reminder.answer", key, question.title());
      }
    }
    for (int offset : PLEDGES) {
      var pledges = answers.pledgesOn(days(offset));
      Map<Long, Question> of = answers.questionsOf(pledges);
      for (var pledge : pledges) {
        var question = of.get(pledge.caseId());
        if (question != null) {
          var key = "pledge." + pledge.id() + "." + offset;
          write(question, pledge.dueOn(), "participation.reminder.pledge", key, pledge.what());
        }
      }
    }
  }

  private List<LocalDate> days(int offset) {
    var today = questions.today();
    return Stream.iterate(today.plusDays(offset), day -> day.minusDays(1))
        .limit(NIGHTS)
        .filter(day -> offset < 0 || !day.isBefore(today)) // what is late is not announced
        .toList();
  }

  private void write(Question question, LocalDate due, String what, String key, String title) {
    boolean late = due.isBefore(questions.today());
    officials
        .answering(question)
        .forEach(account -> {
          var language = account.language();
          var date = language.write(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), due);
          var link = site.get() + "/" + language.code() + "/staff/answers/" + question.reference();
          post.queue(
              new Letter(
                  "participation.reminder." + key + "." + account.id(),
                  account.email(),
                  language,
                  Letter.Kind.ANSWER,
                  words.say(
                      language,
                      late ? "participation.reminder.late" : "participation.reminder.soon"),
                  words.say(language, what, title, date) + "\n" + link + "\n"));
        });
  }
}
