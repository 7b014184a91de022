package org.schoolhubs.applications.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.schoolhubs.applications.register.rules.Postcode;

/**
 * What a list of schools is narrowed to; null leaves a filter out.
 *
 * @param words    text query of the name's words, see {@code SearchText.query}
 * @param statuses empty for all of them
 * @param near     the middle and radius of a circle
 */
record SchoolQuery(String words, Postcode postcode, String laCode, String trustUid, String region, Phase phase, Provision provision, String typeCode,
        List<SchoolStatus> statuses, Near near) {

    /**
     * A circle on the British National Grid.
     *
     * @param metres radius
     */
    record Near(int easting, int northing, int metres) {
    }

    /** A condition on the entity {@code e} with its parameters. Each is written so that its index answers it. */
    record Condition(String text, Map<String, ?> parameters) {
    }

    List<Condition> conditions() {
        List<Condition> all = new ArrayList<>();
        add(all, words, "cast(sql('(school_search_words(?) @@ cast(? as tsquery))', e.searchName, :words) as Boolean) = true", "words");
        if (postcode != null) {
            add(all, postcode.outward(), "cast(sql('postcode_outward(?)', e.postcode) as String) = :outward", "outward");
            add(all, postcode.whole(), "cast(sql('postcode_compact(?)', e.postcode) as String) = :whole", "whole");
        }
        add(all, laCode, "e.laCode = :laCode", "laCode");
        add(all, trustUid, "e.trustUid = :trustUid", "trustUid");
        add(all, region, "e.region = :region", "region");
        add(all, phase, "e.phase = :phase", "phase");
        add(all, provision, "e.provision = :provision", "provision");
        add(all, typeCode, "e.typeCode = :typeCode", "typeCode");
        add(all, statuses.isEmpty() ? null : statuses, "e.status in :statuses", "statuses");
        if (near != null) {
            all.add(new Condition("cast(sql('(point(?, ?) <@ circle(point(?, ?), ?))', e.easting, e.northing, :nearEasting, :nearNorthing, :nearMetres) "
                    + "as Boolean) = true",
                    Map.of("nearEasting", near.easting(), "nearNorthing", near.northing(), "nearMetres", near.metres())));
        }
        return all;
    }

    private static void add(List<Condition> all, Object value, String condition, String name) {
        if (value != null) {
            all.add(new Condition(condition, Map.of(name, value)));
        }
    }
}
