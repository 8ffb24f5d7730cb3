package org.foyal.people.entry;

/// Told once somebody's wish for a new password is committed; who it was, the table knows.
record PasswordForgotten() {}
