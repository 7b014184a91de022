/** What Connect needs beyond Kafka's and Debezium's own plugins to publish the journals as CloudEvents. */
package org.schoolhubs.connect;
