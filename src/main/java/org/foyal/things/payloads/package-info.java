/// Payloads of others than the standard: uplinks of The Things Stack v3 and readings of
/// Sensor.Community become observations, through the same intake.
///
/// Owns no table: which field goes to which datastream stands in the datastream's own properties,
/// `{"payload": {"device": "eui-70b3…", "field": "temperature"}}`. Façade: [Payloads]. Door:
/// [PayloadsApi] (what programs send, with credentials of a device). Calls
/// [org.foyal.things.devices] and [org.foyal.things.intake].
@org.jspecify.annotations.NullMarked
package org.foyal.things.payloads;
