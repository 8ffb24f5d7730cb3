package org.foyal.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.foyal.fibre.files.partners.Operator;
import org.foyal.fibre.files.partners.Partners;
import org.foyal.people.Account;
import org.foyal.people.Account.Status;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.people.ExampleStaff;
import org.foyal.people.TryAs;
import org.foyal.requests.open311.Clients;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Role;
import org.foyal.things.devices.Credentials;
import org.foyal.things.devices.Device;
import org.foyal.things.devices.Devices;
import org.foyal.things.model.Rights;
import org.foyal.things.model.Writer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// One invented member of the staff for each role and one program that speaks Open311, one that
/// delivers fibre files for an invented operator, one device that writes into the connected city,
/// made once. Their keys, which no two demonstrations share, stand in a file of the data folder
/// that only its owner reads.
@Component
@Order(0)
@ConditionalOnProperty("foyal.demo.city")
class DemoStaff implements ApplicationRunner, TryAs {
  private static final Logger LOG = LoggerFactory.getLogger(DemoStaff.class);
  private static final int PASSWORD_bytes = 15;
  private static final String PROGRAM = "open311.api-key";
  private static final String OPERATOR = "operator.api-key";
  private static final String CODE = "EXMP";
  private static final String THINGS_USERNAME = "things.username";
  private static final String THINGS_PASSWORD = "things.password";

  /// Enough for whoever tries the doors with loads.
  private static final Device.Quota FREELY = new Device.Quota(2_000_000_000, 1_000_000_000);

  private final ExampleStaff staff;
  private final Accounts accounts;
  private final Clients programs;
  private final Partners partners;
  private final Devices devices;
  private final Path file;

  DemoStaff(
      ExampleStaff staff,
      Accounts accounts,
      Clients programs,
      Partners partners,
      Devices devices,
      ShellSettings shell) {
    this.staff = staff;
    this.accounts = accounts;
    this.programs = programs;
    this.partners = partners;
    this.devices = devices;
    this.file = shell.data().resolve("demo-credentials.properties");
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var keys = keys();
    int made = 0;
    for (var role : Role.values()) {
      made += make(role, keys) ? 1 : 0;
    }
    if (!keys.containsKey(PROGRAM)) {
      programs
          .add(
              Actor.CONSOLE,
              UUID.randomUUID(),
              "Application d’exemple",
              "app@exemple.invalid",
              true)
          .ifPresent(key -> keys.setProperty(PROGRAM, key));
      write(keys);
    }
    if (!keys.containsKey(OPERATOR)) {
      operator().ifPresent(key -> keys.setProperty(OPERATOR, key));
      write(keys);
    }
    if (!keys.containsKey(THINGS_PASSWORD)) {
      device()
          .ifPresent(key -> {
            keys.setProperty(THINGS_USERNAME, key.username());
            keys.setProperty(THINGS_PASSWORD, key.secret());
          });
      write(keys);
    }
    if (made > 0) {
      LOG.info("Made {} example accounts; the page of sign-in offers them in one click.", made);
    }
  }

  private Properties keys() throws IOException {
    var keys = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        keys.load(reader);
      }
    }
    return keys;
  }

  /// A device that may write anything, all of it an example.
  private Optional<Credentials> device() {
    var order =
        new Devices.Order(
            UUID.randomUUID(), "Stations d’exemple", new Rights.Everything(), FREELY, true);
    return devices.open(Actor.CONSOLE, order) instanceof Devices.Entered.Opened(var credentials)
        ? Optional.of(credentials)
        : Optional.empty();
  }

  /// Whoever writes for the example stations, if their key still opens.
  Optional<Writer> station() throws IOException {
    var keys = keys();
    return devices.find(
        keys.getProperty(THINGS_USERNAME, ""), keys.getProperty(THINGS_PASSWORD, ""));
  }

  /// An invented operator of a network, with a program, for which the example account speaks.
  private Optional<String> operator() {
    partners.add(Actor.CONSOLE, new Operator(CODE, "Opérateur d’exemple", true));
    accounts
        .findByEmail(address(Role.OPERATOR))
        .ifPresent(account -> partners.letSpeak(Actor.CONSOLE, account.id(), Optional.of(CODE)));
    return partners.add(
        Actor.CONSOLE,
        new Partners.Program(
            UUID.randomUUID(), "Programme d’exemple", "reseau@exemple.invalid", CODE, true));
  }

  private boolean make(Role role, Properties keys) throws IOException {
    var password = password();
    var secret = staff.add(address(role), name(role), role, password);
    if (secret.isPresent()) {
      var key = "staff." + role.code();
      keys.setProperty(key + ".email", address(role));
      keys.setProperty(key + ".password", password);
      keys.setProperty(key + ".totp-secret", secret.get());
      write(keys);
    }
    return secret.isPresent();
  }

  private static String password() {
    var bytes = new byte[PASSWORD_bytes];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String address(Role role) {
    return role.code() + "@exemple.invalid";
  }

  private static String name(Role role) {
    return switch (role) {
          case ADMIN -> "Ada";
          case AGENT -> "Ange";
          case MEDIATOR -> "Mélanie";
          case FABLAB -> "Fabrice";
          case ELECTED -> "Élise";
          case OPERATOR -> "Opale";
          case ANALYST -> "Anaïs";
        }
        + " (exemple)";
  }

  /// Nobody else may read it, not even while it is being written.
  private void write(Properties keys) throws IOException {
    var onlyOwner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var making = file.resolveSibling(file.getFileName() + ".making");
    Files.deleteIfExists(making);
    Files.createFile(making, onlyOwner);
    try (var writer = Files.newBufferedWriter(making)) {
      keys.store(writer, "Keys of the demonstration's example accounts");
    }
    Files.move(making, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public Set<Role> roles() {
    var roles = EnumSet.noneOf(Role.class);
    for (var role : Role.values()) {
      email(role).ifPresent(_ -> roles.add(role));
    }
    return roles;
  }

  @Override
  public Optional<String> email(Role role) {
    return accounts
        .findByEmail(address(role))
        .filter(account -> account.example() && account.status() == Status.ACTIVE)
        .map(Account::email);
  }
}
