package org.foyal.post;

/// How many letters wait: for the carrier or a printer, and for somebody to look at their failure.
record Waiting(int queued, int failed) {}
