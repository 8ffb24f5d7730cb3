package org.foyal.post.subscriptions;

/// What came of telling the subscribers of a topic, counted.
///
/// @param queued letters that leave after the commit
/// @param toldBefore subscribers who had this news already
/// @param heldBack subscribers who said STOP to optional letters or have had this week's
/// @param refused letters whose words can't be carried
public record Telling(int queued, int toldBefore, int heldBack, int refused) {}
