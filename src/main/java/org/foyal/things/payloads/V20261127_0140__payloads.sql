-- Finds the datastreams of a device as its network calls it, at each of its messages.
create index datastream_payload_device on things.datastream ((properties->'payload'->>'device'))
  where properties->'payload'->>'device' is not null;
