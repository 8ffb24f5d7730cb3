/// Devices: who may write into the connected city, by which secret, on which things, and how much.
///
/// Owns the tables `things.device`, `device_thing` and `claim`. Façade: [Devices]; [DeviceGate]
/// lets whoever shows credentials in, slowing those who guess. Doors: [DevicesPage] (web,
/// administrators and the FabLab), [ClaimsApi] (a claim code against credentials), [DevicesNightly]
/// (forgets codes that nobody exchanged). Tells [DeviceShut]. Calls `people`.
@org.springframework.modulith.NamedInterface("devices")
@org.jspecify.annotations.NullMarked
package org.foyal.things.devices;
