package org.schoolhubs.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The groups of a register: the trusts its schools name, closed and coming ones, federations and sponsors; and who is in which since when. */
final class SampleGroups {
    static final List<String> GROUP_HEADER = List.of("Group UID", "Group ID", "Group Name", "Companies House Number", "Group Type (code)", "Group Type",
            "Closed Date", "Open date", "Incorporated on (open date)", "Group Status (code)", "Group Status", "Group Street", "Group Locality",
            "Group Address 3", "Group Town", "Group County", "Group Postcode", "UKPRN");
    static final List<String> LINK_HEADER = List.of("URN", "Group UID", "Group ID", "Group Name", "Companies House Number", "Group Type (code)", "Group Type",
            "Closed Date", "Open date", "Incorporated on (open date)", "Group Status (code)", "Group Status", "Joined date", "EstablishmentName",
            "TypeOfEstablishment (code)", "TypeOfEstablishment (name)", "PhaseOfEducation (code)", "PhaseOfEducation (name)", "LA (code)", "LA (name)");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter DASHED = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final LocalDate ACADEMIES_ACT = LocalDate.of(2010, 9, 1);
    private static final int SPONSOR_EVERY = 9;

    private final List<SampleSchool> schools;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<Membership> memberships = new ArrayList<>();

    /** @param typeCode as GIAS writes it, with leading zero */
    private record Group(String uid, String id, String name, String company, String typeCode, String typeName, LocalDate closedOn, LocalDate openedOn,
            String status, String ukprn) {
        private boolean isCompany() {
            return company != null;
        }
    }

    private record Membership(SampleSchool school, Group group, LocalDate joinedOn) {
    }

    SampleGroups(List<SampleSchool> schools, LocalDate asAt) {
        this.schools = schools;
        trusts();
        others(asAt);
    }

    private void trusts() {
        var byTrust = schools.stream().filter(school -> school.trustUid() != null)
                .collect(Collectors.groupingBy(SampleSchool::trustUid, TreeMap::new, Collectors.toList()));
        byTrust.forEach((uid, members) -> {
            boolean alone = members.size() == 1;
            var opened = ACADEMIES_ACT.plusYears(Integer.parseInt(uid) % 8);
            var trust = new Group(uid, "TR" + uid.substring(1), members.get(0).trustName(), "09" + uid, alone ? "10" : "06",
                    alone ? "Single-academy trust" : "Multi-academy trust", null, opened, "OPEN", "1098" + uid.substring(2));
            groups.put(uid, trust);
            members.stream().filter(SampleSchool::isOpen).forEach(school -> memberships.add(new Membership(school, trust,
                    school.openedOn().isAfter(opened) ? school.openedOn() : opened)));
        });
    }

    /** What the real file has besides: closed trusts with IDs that were marked by hand, blank IDs, trusts that will open, sponsors of schools in trusts. */
    private void others(LocalDate asAt) {
        add(new Group("995001", "TR95001_old", "Fallowmere Learning Trust", "09950010", "06", "Multi-academy trust", asAt.minusYears(3).withDayOfMonth(1),
                LocalDate.of(2012, 9, 1), "CLOSED", "10985001"));
        add(new Group("995002", "TR95002.old", "Gorsewick Academy Trust", "09950020", "10", "Single-academy trust", asAt.minusYears(5).withDayOfMonth(1),
                LocalDate.of(2011, 9, 1), "CLOSED", null));
        add(new Group("995003", "TR95003", "Heronford Learning Trust", "09950030", "06", "Multi-academy trust", null, null, "PROPOSED_TO_OPEN", null));
        add(new Group("995004", null, "Zo\u00eb and \u201cLarch\u201d Valley Federation", null, "01", "Federation", null, LocalDate.of(2015, 9, 1), "OPEN", null));
        add(new Group("995005", "Head\u2019s Office", "Brackenpool Federation", null, "01", "Federation", asAt.minusYears(2).withDayOfMonth(1),
                LocalDate.of(2009, 4, 1), "CLOSED", null));
        add(new Group("995006", null, "Amberdale Children's Centres", null, "08", "Children's Centres Group", null, null, "OPEN", null));
        add(new Group("995007", "TR95007", "Ravenholt Foundation", null, "02", "Trust", null, LocalDate.of(2010, 1, 1), "OPEN", null));
        var sponsor = add(new Group("995008", "SP95008", "Copperfold Sponsorship", null, "05", "School sponsor", null, null, "OPEN", null));
        var sponsored = schools.stream().filter(school -> school.kind() == SchoolKind.SECONDARY_SPONSORED && school.isOpen()).toList();
        for (int i = 0; i < sponsored.size(); i += SPONSOR_EVERY) {
            memberships.add(new Membership(sponsored.get(i), sponsor, null));
        }
    }

    private Group add(Group group) {
        groups.put(group.uid(), group);
        return group;
    }

    void writeGroups(OutputStream out) throws IOException {
        try (var csv = new CsvRows(out, GROUP_HEADER, "")) {
            for (var group : groups.values()) {
                identify(group, csv);
                csv.set("Group County", group.isCompany() ? "" : "Not recorded").set("UKPRN", group.ukprn());
                csv.end();
            }
        }
    }

    void writeLinks(OutputStream out) throws IOException {
        try (var csv = new CsvRows(out, LINK_HEADER, "")) {
            memberships.stream().sorted(Comparator.comparing((Membership membership) -> membership.school().urn()).thenComparing(m -> m.group().uid()))
                    .forEach(membership -> write(membership, csv));
        }
    }

    private static void write(Membership membership, CsvRows csv) {
        var school = membership.school();
        identify(membership.group(), csv);
        csv.set("URN", school.urn()).set("Joined date", membership.joinedOn() == null ? "" : DASHED.format(membership.joinedOn()))
                .set("EstablishmentName", school.name())
                .set("TypeOfEstablishment (code)", school.kind().typeCode).set("TypeOfEstablishment (name)", school.kind().typeName)
                .set("PhaseOfEducation (code)", school.kind().phaseCode).set("PhaseOfEducation (name)", school.kind().phaseName)
                .set("LA (code)", school.laCode()).set("LA (name)", school.laName()).end();
    }

    private static void identify(Group group, CsvRows csv) {
        csv.set("Group UID", group.uid()).set("Group ID", group.id()).set("Group Name", group.name()).set("Companies House Number", group.company())
                .set("Group Type (code)", group.typeCode()).set("Group Type", group.typeName()).set("Closed Date", day(group.closedOn()))
                .set(group.isCompany() ? "Incorporated on (open date)" : "Open date", day(group.openedOn()))
                .set("Group Status (code)", group.status()).set("Group Status", statusName(group.status()));
    }

    private static String statusName(String status) {
        return switch (status) {
            case "OPEN" -> "Open";
            case "CLOSED" -> "Closed";
            default -> "Proposed to open";
        };
    }

    private static String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}
