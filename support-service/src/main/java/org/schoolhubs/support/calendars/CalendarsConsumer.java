package org.schoolhubs.support.calendars;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolhubs.kernel.AcademicYear;
import org.schoolhubs.kit.inbox.EventConsumer;
import org.schoolhubs.kit.inbox.EventHandlers;
import org.schoolhubs.kit.inbox.Inbox;
import org.schoolhubs.kit.inbox.InboundEvent;

/** Reads calendars.v1. */
@ApplicationScoped
class CalendarsConsumer implements EventConsumer {
    private final Inbox inbox;
    private final TermCalendarService calendars;

    CalendarsConsumer(Inbox inbox, TermCalendarService calendars) {
        this.inbox = inbox;
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "calendars";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.on("TermCalendarUpdated", TermCalendarUpdated.class, this::updated)
                .and("TermCalendarWithdrawn", TermCalendarWithdrawn.class, this::withdrawn);
    }

    @Incoming("calendars-in")
    @Blocking
    void receive(ConsumerRecord<String, String> record) {
        inbox.receive(this, record);
    }

    private void updated(InboundEvent event, TermCalendarUpdated payload) {
        calendars.keep(payload.calendar());
    }

    private void withdrawn(InboundEvent event, TermCalendarWithdrawn payload) {
        calendars.forget(payload.laCode(), AcademicYear.parse(payload.academicYear()));
    }
}
