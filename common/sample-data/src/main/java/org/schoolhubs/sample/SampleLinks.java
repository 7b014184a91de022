package org.schoolhubs.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Links between the schools of a register. Every closed school takes the next of eight fates, in turn: conversion; merger, first and second; split; chain, its
 * beginning and its middle; none; a successor outside the register.
 */
final class SampleLinks {
    static final List<String> HEADER = List.of("URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final int FATES = 8;
    private static final String OUTSIDE = "100999";

    private final List<SampleSchool> schools;
    private final List<Link> links = new ArrayList<>();
    private final Map<String, String> successors = new LinkedHashMap<>();

    private record Link(String urn, String linkUrn, String name, String type, LocalDate establishedOn) {
    }

    SampleLinks(List<SampleSchool> schools) {
        this.schools = schools;
        var closed = new ArrayList<Integer>();
        for (int i = 0; i < schools.size(); i++) {
            if (schools.get(i).statusCode().equals("2")) {
                closed.add(i);
            }
        }
        for (int i = 0; i < closed.size(); i++) {
            meet(i % FATES, closed.get(i), i + 1 < closed.size() ? closed.get(i + 1) : -1);
        }
        sixthFormCentre();
    }

    /** By URN: the one open successor of each closed school that has one. */
    Map<String, String> successors() {
        return successors;
    }

    private void meet(int fate, int number, int nextClosed) {
        var old = schools.get(number);
        switch (fate) {
            case 0 -> follow(old, open(number, 1), "Successor", "Predecessor");
            case 1 -> follow(old, nextClosed < 0 ? open(number, 1) : open(nextClosed, 1), "Successor - merged", "Predecessor - merged");
            case 2 -> follow(old, open(number, 1), "Successor - amalgamated", "Predecessor - amalgamated");
            case 3 -> split(old, open(number, 1), open(number, 2));
            case 4 -> chain(old, nextClosed, number);
            case 5 -> follow(old, open(number, 1), "Successor", "Predecessor");
            case 6 -> { }
            default -> links.add(new Link(old.urn(), OUTSIDE, "A school outside", "Successor", old.closedOn()));
        }
    }

    /** The n-th open school after a number, none where the register is too small. */
    private SampleSchool open(int number, int n) {
        return schools.stream().skip(number + 1L).filter(SampleSchool::isOpen).skip(n - 1L).findFirst().orElse(null);
    }

    private void follow(SampleSchool old, SampleSchool next, String successor, String predecessor) {
        if (next != null) {
            link(old, next, successor, predecessor);
            successors.put(old.urn(), next.urn());
        }
    }

    private void split(SampleSchool old, SampleSchool first, SampleSchool second) {
        if (second != null) {
            link(old, first, "Successor - Split School", "Predecessor - Split School");
            link(old, second, "Successor - Split School", "Predecessor - Split School");
        }
    }

    /** The end of the chain is whom the next closed school is followed by. */
    private void chain(SampleSchool old, int nextClosed, int number) {
        var end = nextClosed < 0 ? null : open(nextClosed, 1);
        if (end == null) {
            follow(old, open(number, 1), "Successor", "Predecessor");
            return;
        }
        link(old, schools.get(nextClosed), "Successor", "Predecessor");
        successors.put(old.urn(), end.urn());
    }

    private void link(SampleSchool old, SampleSchool next, String successor, String predecessor) {
        links.add(new Link(old.urn(), next.urn(), next.name(), successor, old.closedOn()));
        links.add(new Link(next.urn(), old.urn(), old.name(), predecessor, old.closedOn()));
    }

    private void sixthFormCentre() {
        var secondaries = schools.stream().filter(school -> school.isOpen() && school.kind().isSecondary()).limit(2).toList();
        if (secondaries.size() == 2) {
            links.add(new Link(secondaries.get(0).urn(), secondaries.get(1).urn(), secondaries.get(1).name(), "Sixth Form Centre Link", null));
        }
    }

    void write(OutputStream out) throws IOException {
        try (var csv = new CsvRows(out, HEADER, "")) {
            for (var link : links) {
                csv.set("URN", link.urn()).set("LinkURN", link.linkUrn()).set("LinkName", link.name()).set("LinkType", link.type())
                        .set("LinkEstablishedDate", link.establishedOn() == null ? "" : DAY.format(link.establishedOn())).end();
            }
        }
    }
}
