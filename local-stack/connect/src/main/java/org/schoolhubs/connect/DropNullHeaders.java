package org.schoolhubs.connect;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.transforms.Transformation;

/**
 * Leaves out headers without a value. The outbox router writes one for every additional column, also where the column is
 * null; in a CloudEvent an attribute that is not there must be absent, and readers fail on a null.
 *
 * @param <R> the kind of record
 */
public final class DropNullHeaders<R extends ConnectRecord<R>> implements Transformation<R> {

  @Override
  public R apply(R record) {
    Headers kept = new ConnectHeaders();
    for (Header header : record.headers()) {
      if (header.value() != null) {
        kept.add(header);
      }
    }
    if (kept.size() == record.headers().size()) {
      return record;
    }
    return record.newRecord(
        record.topic(),
        record.kafkaPartition(),
        record.keySchema(),
        record.key(),
        record.valueSchema(),
        record.value(),
        record.timestamp(),
        kept);
  }

  @Override
  public ConfigDef config() {
    return new ConfigDef();
  }

  @Override
  public void configure(Map<String, ?> settings) {
    // has none
  }

  @Override
  public void close() {
    // holds nothing
  }
}
