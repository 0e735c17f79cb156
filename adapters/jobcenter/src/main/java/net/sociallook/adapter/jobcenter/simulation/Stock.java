package net.sociallook.adapter.jobcenter.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** All that the case system holds, in memory. Rows are as they are answered. */
public final class Stock {
  private final Map<String, ObjectNode> customers = new ConcurrentHashMap<>();
  private final Map<String, NavigableMap<Long, ObjectNode>> collections = new ConcurrentHashMap<>();
  private final Map<String, StoredFile> files = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong(100_000);

  /** Adds a row under the next number of all, which is its {@code satznr}. */
  public long add(String collection, ObjectNode row) {
    long number = numbers.incrementAndGet();
    row.put("satznr", String.valueOf(number));
    rows(collection).put(number, row);
    return number;
  }

  public Optional<ObjectNode> row(String collection, long number) {
    return Optional.ofNullable(rows(collection).get(number));
  }

  public void put(String collection, long number, ObjectNode row) {
    rows(collection).put(number, row);
  }

  public void addCustomer(String number, ObjectNode row) {
    customers.put(number, row);
  }

  public Optional<ObjectNode> customer(String number) {
    return Optional.ofNullable(customers.get(number));
  }

  public void addFile(long document, long file, StoredFile content) {
    files.put(document + "/" + file, content);
  }

  Optional<StoredFile> file(String document, String file) {
    return Optional.ofNullable(files.get(document + "/" + file));
  }

  /** The rows of a collection by their numbers; grows while it is looked at. */
  NavigableMap<Long, ObjectNode> rows(String collection) {
    return collections.computeIfAbsent(collection, name -> new ConcurrentSkipListMap<>());
  }

  /** The bytes of a file, made again whenever they are wanted. */
  public record StoredFile(long size, Supplier<InputStream> stream) {
    static StoredFile of(long size, Supplier<byte[]> bytes) {
      return new StoredFile(size, () -> new ByteArrayInputStream(bytes.get()));
    }
  }
}
