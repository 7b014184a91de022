package org.schoolhubs.applications.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.eligibility.rules.InspectionEvidence;
import org.schoolhubs.applications.eligibility.rules.Need;
import org.schoolhubs.applications.eligibility.rules.OverallGrade;
import org.schoolhubs.applications.eligibility.rules.SchoolFacts;
import org.schoolhubs.applications.eligibility.rules.SelectionFact;
import org.schoolhubs.applications.eligibility.rules.SharingFact;
import org.schoolhubs.applications.eligibility.rules.Source;
import org.schoolhubs.applications.eligibility.rules.Subject;
import org.schoolhubs.applications.eligibility.rules.TrustFacts;
import org.schoolhubs.applications.eligibility.rules.TrustType;
import org.schoolhubs.applications.imports.ImportedFiles;
import org.schoolhubs.applications.register.InspectionRecord;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.RegisteredTrust;
import org.schoolhubs.applications.register.SchoolBatches;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.applications.selection.SelectedSchool;
import org.schoolhubs.applications.selection.SelectionLists;
import org.schoolhubs.kernel.TrustUid;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.Problem;

/** Reads the facts that rules look at: those that they need and no others, a batch of schools at a time. */
@ApplicationScoped
class FactsReader {
    private static final Source NO_SOURCE = new Source(null, null, null, null);

    private final SchoolRegister register;
    private final SchoolBatches schools;
    private final SelectionLists selections;
    private final ImportedFiles files;

    FactsReader(SchoolRegister register, SchoolBatches schools, SelectionLists selections, ImportedFiles files) {
        this.register = register;
        this.schools = schools;
        this.selections = selections;
        this.files = files;
    }

    /**
     * For which pathway facts are read, and for whose eyes.
     *
     * @param needs    what the rules look at
     * @param inDetail whether the asker may see which selection list it is
     */
    record Question(String programme, String pathway, Set<Need> needs, boolean inDetail) {
        boolean needs(Need need) {
            return needs.contains(need);
        }
    }

    /** Facts as on a day, and whether the register goes back that far for all of them. */
    record PastSubject(Subject subject, boolean complete) {
    }

    /**
     * The facts of today about who is judged.
     *
     * @param on the day on which a trust's schools are its own
     * @throws Problem 404 {@code school-not-found}, {@code trust-not-found}
     */
    Subject now(Applicant applicant, LocalDate on, Question question) {
        return applicant.role().isTrust() ? Subject.of(trust(applicant, on, members -> schoolsOf(members, question)))
                : Subject.of(schoolsOf(List.of(school(applicant.urn())), question).get(0));
    }

    /** The facts as the files described them on a day; today's where they do not go back that far. Selection lists are always those of today. */
    PastSubject asOn(Applicant applicant, LocalDate on, Question question) {
        List<Boolean> gaps = new ArrayList<>();
        Function<Collection<RegisteredSchool>, List<SchoolFacts>> past = members -> members.stream().map(school -> past(school, on, question, gaps)).toList();
        Subject subject = applicant.role().isTrust() ? Subject.of(trust(applicant, on, past)) : Subject.of(past.apply(List.of(school(applicant.urn()))).get(0));
        return new PastSubject(subject, gaps.isEmpty() && !question.needs(Need.SELECTION));
    }

    /** The facts of schools, with as many queries for many as for one. */
    List<SchoolFacts> schoolsOf(Collection<RegisteredSchool> rows, Question question) {
        List<Urn> urns = rows.stream().map(RegisteredSchool::urn).toList();
        Map<Urn, List<InspectionRecord>> inspections = question.needs(Need.INSPECTIONS) ? schools.inspections(urns) : Map.of();
        Map<Urn, SchoolBatches.AttendanceSharing> sharing = question.needs(Need.SHARING) ? schools.sharing(urns) : Map.of();
        Map<Urn, SelectedSchool> selected = question.needs(Need.SELECTION) ? selections.find(question.programme(), question.pathway(), urns) : Map.of();
        Source searched = question.needs(Need.INSPECTIONS) && !inspections.keySet().containsAll(urns) ? fileOfInspections() : null;
        return rows.stream().map(row -> facts(row, inspections.getOrDefault(row.urn(), List.of()), sharing.get(row.urn()), selection(selected.get(row.urn()), question),
                searched)).toList();
    }

    /** What was searched where a school has no inspection; null where no file of them came yet. */
    private Source fileOfInspections() {
        return files.newestOfInspections().map(file -> Source.register(file.fileName(), file.asAt())).orElse(null);
    }

    private SchoolFacts past(RegisteredSchool today, LocalDate on, Question question, List<Boolean> gaps) {
        Optional<RegisteredSchool> then = schools.asOn(today.urn(), on);
        if (then.isEmpty()) {
            gaps.add(true);
            return schoolsOf(List.of(today), question).get(0);
        }
        List<InspectionRecord> inspections = question.needs(Need.INSPECTIONS) ? schools.inspectionsAsOn(today.urn(), on) : List.of();
        SchoolBatches.AttendanceSharing sharing = question.needs(Need.SHARING) ? schools.sharing(List.of(today.urn())).get(today.urn()) : null;
        return facts(then.get(), inspections, sharing,
                selection(selections.find(question.programme(), question.pathway(), today.urn()).orElse(null), question), null);
    }

    private TrustFacts trust(Applicant applicant, LocalDate on, Function<Collection<RegisteredSchool>, List<SchoolFacts>> facts) {
        TrustUid uid = applicant.trustUid();
        RegisteredTrust trust = register.trust(uid).orElseThrow(() -> Problem.of(EligibilityError.TRUST_NOT_FOUND,
                "Check the UID %s: the register knows no such trust. Federations and sponsors are no trusts.".formatted(uid))
                .at("/trustUid", "trust-not-found", "No trust has this UID."));
        List<RegisteredSchool> members = register.schoolsOf(uid, on);
        boolean named = !applicant.schools().isEmpty();
        List<RegisteredSchool> judged = members.stream().filter(school -> named ? applicant.schools().contains(school.urn()) : school.status().isOpen()).toList();
        Set<Urn> own = members.stream().map(RegisteredSchool::urn).collect(Collectors.toSet());
        List<TrustFacts.Stranger> strangers = applicant.schools().stream().distinct().filter(urn -> !own.contains(urn)).map(urn -> stranger(urn, on)).toList();
        return new TrustFacts(uid.value(), trust.name() == null ? "Trust " + uid : trust.name(), TrustType.ofCode(trust.typeCode()), trust.typeCode(),
                trust.status() == null ? TrustFacts.Status.UNKNOWN : TrustFacts.Status.valueOf(trust.status()), source(trust.source()), named, facts.apply(judged),
                strangers);
    }

    private TrustFacts.Stranger stranger(Urn urn, LocalDate on) {
        Optional<RegisteredSchool> school = register.find(urn);
        return new TrustFacts.Stranger(urn.value(), school.map(RegisteredSchool::name).orElse(null), register.trustOf(urn, on).map(TrustUid::value).orElse(null),
                school.map(one -> source(one.source())).orElse(NO_SOURCE));
    }

    private RegisteredSchool school(Urn urn) {
        return schools.of(List.of(urn)).stream().findFirst().orElseThrow(() ->
                Problem.of(ApplicationError.SCHOOL_NOT_FOUND, "Check the URN %s: the register does not know it.".formatted(urn))
                        .at("/urn", "school-not-found", "No school has this URN."));
    }

    private static SelectionFact selection(SelectedSchool selected, Question question) {
        if (!question.needs(Need.SELECTION)) {
            return null;
        }
        return new SelectionFact(selected != null,
                selected != null && question.inDetail() ? Source.register(selected.fileName(), selected.datedOn()) : NO_SOURCE);
    }

    private static SchoolFacts facts(RegisteredSchool school, List<InspectionRecord> inspections, SchoolBatches.AttendanceSharing sharing, SelectionFact selection,
            Source searched) {
        return new SchoolFacts(school.urn().value(), school.name(), school.status(), school.typeCode(), school.typeGroupCode(), school.phase(), school.provision(),
                school.region(), school.laCode(), school.furtherEducationType(), school.urbanRural(), school.trustUid(), school.pupils(), school.percentFsm(),
                source(school.source()), inspections.stream().map(FactsReader::evidence).toList(), sharing(sharing), selection, inspections.isEmpty() ? searched : null);
    }

    private static SharingFact sharing(SchoolBatches.AttendanceSharing sharing) {
        return sharing == null ? null
                : new SharingFact(SharingFact.Status.valueOf(sharing.status()), sharing.checkedOn(), sharing.lastDataOn(), source(sharing.source()));
    }

    private static Source source(org.schoolhubs.applications.register.Source source) {
        return Source.register(source.fileName(), source.asAt());
    }

    private static InspectionEvidence evidence(InspectionRecord inspection) {
        InspectionEvidence.Kind kind = switch (inspection.kind()) {
            case OEIF_GRADED -> InspectionEvidence.Kind.GRADED;
            case UNGRADED -> InspectionEvidence.Kind.UNGRADED;
            case REPORT_CARD -> InspectionEvidence.Kind.REPORT_CARD;
        };
        OverallGrade grade = OverallGrade.ofCode(inspection.overallEffectiveness()).orElse(null);
        return new InspectionEvidence(kind, inspection.inspectedOn(), grade,
                kind == InspectionEvidence.Kind.UNGRADED ? inspection.ungradedOutcome() : grade == null ? inspection.overallEffectiveness() : null,
                inspection.categoryOfConcern(),
                Source.inspection(inspection.source().fileName(), inspection.source().asAt(), inspection.inspectionNumber(), inspection.predecessor()));
    }
}
