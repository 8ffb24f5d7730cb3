package org.foyal.people.entry;

import java.util.Set;
import java.util.UUID;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;

/// A person signed in, as the account is at this request.
record StaffMember(UUID id, String displayName, Set<Role> roles, String from) implements SignedIn {}
