package org.schoolhubs.applications.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.Action;

/** Shows imports and what they change. */
@ApplicationScoped
class ImportViews {
    private static final TypeReference<TreeMap<String, ImportChangeView.FieldChange>> FIELDS = new TypeReference<>() {
    };

    private final ObjectMapper json;
    private final Caller caller;
    private final ImportRepository imports;

    ImportViews(ObjectMapper json, Caller caller, ImportRepository imports) {
        this.json = json;
        this.caller = caller;
        this.imports = imports;
    }

    /** As in lists. */
    ImportView of(RegisterImport run) {
        return ImportView.of(run, report(run), null);
    }

    /** As a single resource: with what the caller may do. */
    ImportView detailed(RegisterImport run) {
        return ImportView.of(run, report(run), actions(run));
    }

    ImportChangeView of(ImportChange change) {
        return new ImportChangeView(change.urn(), change.name(), change.changes(), read(change.fields(), FIELDS), change.liveApplications());
    }

    /** The report as the import keeps it. */
    String write(ImportReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ImportReport report(RegisterImport run) {
        return run.report() == null ? null : read(run.report(), new TypeReference<>() {
        });
    }

    private <V> V read(String text, TypeReference<V> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What an import kept is not what was written", impossible);
        }
    }

    private List<Action> actions(RegisterImport run) {
        var actions = new ArrayList<Action>();
        var path = "/v1/imports/" + run.id() + "/";
        if (run.state() == ImportState.AWAITING_CONFIRMATION) {
            boolean sender = caller.subject().equals(run.requester().id());
            actions.add(decision("confirmation", path, sender ? Action.refused("confirmation", path + "confirmation", ImportError.IMPORT_NEEDS_ANOTHER_PERSON,
                    "You sent this file: ask somebody else.") : null));
            actions.add(decision("cancellation", path, null));
        } else if (run.state() == ImportState.COMPLETED) {
            actions.add(decision("reversal", path, imports.findLater(run).map(later -> Action.refused("reversal", path + "reversal", ImportError.IMPORT_BUILT_UPON,
                    "Import " + later.id() + " came later and changed the register.")).orElse(null)));
        }
        return List.copyOf(actions);
    }

    /** A decision of a person of the programme team or the Department, unless something stands against it. */
    private Action decision(String name, String path, Action against) {
        if (!caller.hasAny(Roles.PROGRAMME_TEAM, Roles.DFE)) {
            return Action.refused(name, path + name, CommonError.FORBIDDEN, "The programme team or the Department decides this.");
        }
        if (!caller.isPerson()) {
            return Action.refused(name, path + name, CommonError.PERSON_REQUIRED, "Sign in as a person.");
        }
        return against == null ? Action.allowed(name, path + name) : against;
    }
}
