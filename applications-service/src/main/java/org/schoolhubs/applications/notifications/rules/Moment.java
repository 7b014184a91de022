package org.schoolhubs.applications.notifications.rules;

import static org.schoolhubs.applications.notifications.rules.Placeholder.AMOUNT;
import static org.schoolhubs.applications.notifications.rules.Placeholder.APPLICANT;
import static org.schoolhubs.applications.notifications.rules.Placeholder.COHORT;
import static org.schoolhubs.applications.notifications.rules.Placeholder.CONFIRM_BY;
import static org.schoolhubs.applications.notifications.rules.Placeholder.DAY;
import static org.schoolhubs.applications.notifications.rules.Placeholder.ENDS_ON;
import static org.schoolhubs.applications.notifications.rules.Placeholder.FINANCIAL_YEAR;
import static org.schoolhubs.applications.notifications.rules.Placeholder.HUB;
import static org.schoolhubs.applications.notifications.rules.Placeholder.NAME;
import static org.schoolhubs.applications.notifications.rules.Placeholder.PROGRAMME;
import static org.schoolhubs.applications.notifications.rules.Placeholder.REASONS;
import static org.schoolhubs.applications.notifications.rules.Placeholder.REFERENCE;
import static org.schoolhubs.applications.notifications.rules.Placeholder.STARTS_ON;
import static org.schoolhubs.applications.notifications.rules.Placeholder.UNSUBSCRIBE_LINK;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The moments at which an e-mail goes out: which event makes it, of which category it is, what its template may leave open. */
public enum Moment {
    APPLICATION_SUBMITTED("application-submitted", "ApplicationSubmitted", Category.DECISION, COHORT),
    APPLICATION_ACCEPTED("application-accepted", "ApplicationAccepted", Category.DECISION, COHORT, DAY),
    APPLICATION_DECLINED("application-declined", "ApplicationDeclined", Category.DECISION, COHORT, REASONS),
    APPLICATION_WITHDRAWN("application-withdrawn", "ApplicationWithdrawn", Category.DECISION, COHORT, DAY),
    RECONSIDERATION_REQUESTED("reconsideration-requested", "ReconsiderationRequested", Category.DECISION, COHORT, DAY),
    RECONSIDERATION_UPHELD("reconsideration-upheld", "ReconsiderationUpheld", Category.DECISION, COHORT, REASONS, DAY),
    DECISION_AMENDED("decision-amended", "DecisionAmended", Category.DECISION, COHORT, DAY),
    SCHOOL_INVITED("school-invited", "SchoolInvited", Category.DECISION, COHORT, CONFIRM_BY),
    EXPRESSION_OF_INTEREST_DRAFTED("expression-of-interest-drafted", "ExpressionOfInterestBecameDraft", Category.NEXT_COHORT, COHORT),
    EXPRESSION_OF_INTEREST_OFFERED("expression-of-interest-offered", "ExpressionOfInterestOffered", Category.NEXT_COHORT),
    MEMBERSHIP_CONFIRMED("membership-confirmed", "MembershipConfirmed", Category.PLACEMENT, COHORT, HUB, DAY),
    MEMBERSHIP_ACTIVATED("membership-activated", "MembershipActivated", Category.PLACEMENT, COHORT, HUB, DAY),
    MEMBERSHIP_REFUSED("membership-refused", "MembershipRefused", Category.PLACEMENT, COHORT, HUB, DAY),
    MEMBERSHIP_WITHDRAWN("membership-withdrawn", "MembershipWithdrawn", Category.PLACEMENT, COHORT, HUB, DAY),
    PLAN_OPENED("plan-opened", "PlanOpened", Category.PROGRESS, STARTS_ON, ENDS_ON, DAY),
    PLAN_COMPLETED("plan-completed", "PlanCompleted", Category.PROGRESS, STARTS_ON, ENDS_ON, DAY),
    AWARD_OFFERED("award-offered", "AwardOffered", Category.GRANT, AMOUNT, FINANCIAL_YEAR, DAY),
    AWARD_PAID("award-paid", "AwardPaid", Category.GRANT, AMOUNT, FINANCIAL_YEAR, DAY);

    private final String code;
    private final String eventType;
    private final Category category;
    private final Set<Placeholder> placeholders;

    Moment(String code, String eventType, Category category, Placeholder... further) {
        this.code = code;
        this.eventType = eventType;
        this.category = category;
        this.placeholders = EnumSet.copyOf(Arrays.asList(NAME, APPLICANT, PROGRAMME, REFERENCE));
        this.placeholders.addAll(Arrays.asList(further));
        if (!category.mandatory()) {
            this.placeholders.add(UNSUBSCRIBE_LINK);
        }
    }

    /** The moment whose template has this code. */
    public static Optional<Moment> of(String code) {
        return Arrays.stream(values()).filter(moment -> moment.code.equals(code)).findFirst();
    }

    /** Code of its template. */
    public String code() {
        return code;
    }

    /** Type of the event that makes it. */
    public String eventType() {
        return eventType;
    }

    public Category category() {
        return category;
    }

    /** What its template may leave open. */
    public Set<Placeholder> placeholders() {
        return EnumSet.copyOf(placeholders);
    }
}
