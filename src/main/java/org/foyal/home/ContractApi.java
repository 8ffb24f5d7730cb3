package org.foyal.home;

import java.io.IOException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The OpenAPI document of every JSON door of the house.
@RestController
class ContractApi {
  private final byte[] contract;

  ContractApi() throws IOException {
    contract = new ClassPathResource("openapi.json", ContractApi.class).getContentAsByteArray();
  }

  @GetMapping("/api/openapi.json")
  ResponseEntity<byte[]> read() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .body(contract);
  }
}
