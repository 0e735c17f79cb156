package net.sociallook.gateway.upstream;

import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;

/**
 * The answer of an adapter.
 *
 * @param body the receiver of a buffer releases it
 */
public record HolderAnswer(int status, Optional<MediaType> type, Flux<DataBuffer> body) {}
