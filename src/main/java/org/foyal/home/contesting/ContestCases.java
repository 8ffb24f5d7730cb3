package org.foyal.home.contesting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Cases;
import org.foyal.cases.Channel;
import org.foyal.cases.Opening;
import org.foyal.cases.Question;
import org.foyal.cases.desk.CaseTopics;
import org.foyal.equality.contest.Contest;
import org.foyal.equality.contest.Contests;
import org.foyal.shell.language.Words;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Opens a case for a contested figure, once: the case is named after the form that was sent.
@Service
class ContestCases {
  private static final String KIND = "equality";
  private static final String TOPIC = "figure";
  private static final int DAYS_to_answer = 30;

  private final Contests contests;
  private final Cases cases;
  private final Territory territory;
  private final Words words;

  ContestCases(Contests contests, Cases cases, Territory territory, Words words) {
    this.contests = contests;
    this.cases = cases;
    this.territory = territory;
    this.words = words;
  }

  @Bean
  static CaseTopics equalityTopics(Words words) {
    return new CaseTopics(KIND, () -> Map.of(TOPIC, words.everywhere("home.contesting.topic")));
  }

  /// Those that are no case, as a process died before.
  List<Long> missing() {
    return contests.listWaiting();
  }

  /// Opens the case of one, in a transaction of its own.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void open(long id) {
    contests
        .findWaiting(id)
        .ifPresent(contest ->
            contests.tie(
                contest,
                switch (cases.open(question(contest))) {
                  case Opening.Opened(var made, var code, _) ->
                      new Contests.Opened(made.reference().toString(), code);
                  case Opening.OpenedBefore(var made, var code) ->
                      new Contests.Opened(made.reference().toString(), code);
                }));
  }

  private Question question(Contest contest) {
    var figure = words.say(contest.language(), "equality.indicator." + contest.indicator());
    var area = territory.findArea(contest.area()).map(Area::name).orElse(contest.area());
    return new Question(
        contest.form(),
        KIND,
        words.say(contest.language(), "home.contesting.subject", figure, area),
        contest.words(),
        new Question.About(Optional.of(TOPIC), Optional.of(contest.area())),
        Channel.WEB,
        new Question.Asker(Optional.empty(), contest.email(), Optional.empty(), contest.language()),
        Optional.empty(),
        new Question.Delay(DAYS_to_answer, false, Silence.NOTHING),
        null,
        false,
        Optional.empty(),
        Optional.empty());
  }
}
