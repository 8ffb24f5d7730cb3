package org.foyal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.foyal.agreement.Signed;
import org.foyal.cases.Asked;
import org.foyal.fablab.Lab;
import org.foyal.learning.activity.Worked;
import org.foyal.learning.appointments.Booked;
import org.foyal.learning.courses.Taught;
import org.foyal.learning.enrolment.Joined;
import org.foyal.participation.Put;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/// A test against the whole house: the real program on a random port with a real PostgreSQL in a
/// folder of its own below `target/`. Tests that carry no more than this share one start, and the
/// fixtures of rooms with it: each start costs as much as a hundred tests. Those who sign in over
/// the wire import [org.foyal.people.TestStaff] and have a start of their own: the requests that
/// tests make up with a proof of their form put another keeper of such proofs into the house.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "foyal.shell.data=target/house/${random.uuid}",
      "foyal.shell.pages-per-minute=1000000",
      "foyal.shell.forms-per-minute=1000000",
      "foyal.things.mqtt-port=0", // tests of MQTT open it on a free one
      "foyal.things.mqtt-connects-per-minute=1000000",
      // tests of waiting lists let time pass themselves
      "enrolment.first-minute=P1D",
      // and so do those of roll-ups, months and alerts
      "things.first-minute=P1D",
      "things.first-hour=P1D",
      // and those of what is known of neighbourhoods
      "equality.first-feeding=P1D",
      "equality.first-minute=P1D"
    })
@AutoConfigureMockMvc
@Import({
  Asked.class,
  Booked.class,
  Joined.class,
  Lab.class,
  Put.class,
  Signed.class,
  Taught.class,
  Worked.class
})
public @interface HouseTest {}
