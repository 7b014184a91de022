package org.schoolhubs.applications.notifications.rules;

/** What a template may leave open; filled in when the e-mail is sent. */
public enum Placeholder {
    NAME("name", "Name of the person it goes to.", "Asha Example"),
    APPLICANT("applicant", "Name of the school in the register.", "Ashdown Park School"),
    PROGRAMME("programme", "Name of the programme.", "Behaviour Hubs"),
    REFERENCE("reference", "Id of the application, to be quoted.", "0199f0c8-0000-7000-8000-000000000001"),
    COHORT("cohort", "Code of the cohort.", "2025-11"),
    REASONS("reasons", "The reasons of the decision in words, one a line.", "* All places are taken."),
    DAY("day", "Day on which it takes effect.", "21 November 2026"),
    CONFIRM_BY("confirm_by", "Last day on which an invitation can be confirmed.", "18 December 2026"),
    HUB("hub", "Name of the hub.", "Thames Hub"),
    STARTS_ON("starts_on", "First day of the support plan.", "21 November 2025"),
    ENDS_ON("ends_on", "Last day of the support plan.", "20 November 2026"),
    AMOUNT("amount", "Amount of the award.", "£4,800.00"),
    FINANCIAL_YEAR("financial_year", "Financial year of the award.", "2026/27"),
    UNSUBSCRIBE_LINK("unsubscribe_link", "Where the person can opt out of this kind of e-mail.", "https://hubs.example/v1/unsubscriptions/…");

    private final String word;
    private final String meaning;
    private final String sample;

    Placeholder(String word, String meaning, String sample) {
        this.word = word;
        this.meaning = meaning;
        this.sample = sample;
    }

    /** As it is written between double brackets. */
    public String word() {
        return word;
    }

    /** For those who write templates. */
    public String meaning() {
        return meaning;
    }

    /** For previews. */
    public String sample() {
        return sample;
    }
}
