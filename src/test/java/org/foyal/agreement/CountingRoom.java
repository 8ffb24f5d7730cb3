package org.foyal.agreement;

import java.util.ArrayList;
import java.util.List;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Figures;
import org.foyal.kernel.Period;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;

/// A room that counts what a test tells it to.
@TestComponent
public class CountingRoom implements Figures {
  private final List<Figure> counted = new ArrayList<>();
  private final ObjectProvider<Measuring> measuring;

  CountingRoom(ObjectProvider<Measuring> measuring) {
    this.measuring = measuring;
  }

  @Override
  public List<Figure> figures(Period period) {
    return counted.stream().filter(figure -> period.contains(figure.asOf())).toList();
  }

  /// Counts this and nothing else.
  public void count(Figure figure) {
    counted.clear();
    counted.add(figure);
  }

  /// Counts nothing.
  public void clear() {
    counted.clear();
  }

  /// Lets the night pass in which promises are measured.
  public void night() {
    measuring.getObject().measure();
  }
}
