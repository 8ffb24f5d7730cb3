package org.foyal.things.mqtt;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about MQTT.
@Validated
@ConfigurationProperties("foyal.things")
record MqttSettings(
    @Setting("Port of MQTT; 0: closed.") @DefaultValue("1883") @Min(0) @Max(65_535) int mqttPort,
    @Setting("Network address on which MQTT listens; `0.0.0.0`: all of the machine's.")
        @DefaultValue("0.0.0.0")
        @NotBlank
        String mqttAddress,
    @Setting("Most MQTT clients that are connected at once.")
        @DefaultValue("10000")
        @Min(1)
        @Max(1_000_000)
        int mqttMostClients,
    @Setting("Most MQTT clients of one network address that are connected at once.")
        @DefaultValue("2000")
        @Min(1)
        @Max(1_000_000)
        int mqttMostClientsOfOne,
    @Setting("Times that one sender may connect by MQTT in a minute.") @DefaultValue("600") @Min(1)
        int mqttConnectsPerMinute) {}
