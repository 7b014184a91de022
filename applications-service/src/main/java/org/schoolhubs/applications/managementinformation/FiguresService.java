package org.schoolhubs.applications.managementinformation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Counts applications. One statement gives groups and total, so they speak of the same instant. */
@ApplicationScoped
class FiguresService {
    private static final String MEASURES = """
            count(*) as applications, count(submitted_at) as submitted,
            count(*) filter (where eligibility = 'ELIGIBLE') as eligible,
            count(*) filter (where eligibility = 'MANUAL_REVIEW') as manual_review,
            count(*) filter (where eligibility = 'NOT_ELIGIBLE') as not_eligible,
            count(*) filter (where outcome = 'ACCEPT') as accepted,
            count(*) filter (where outcome = 'DECLINE') as declined,
            count(*) filter (where origin = 'AUTOMATIC') as automatic,
            count(reconsideration) as reconsidered,
            percentile_cont(0.5) within group (order by days) filter (where origin <> 'AUTOMATIC') as median_days,
            percentile_cont(0.9) within group (order by days) filter (where origin <> 'AUTOMATIC') as ninetieth_days""";
    private final DataSource database;
    private final Clock clock;

    FiguresService(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param groupBy in any order; each counts once */
    @Transactional
    FiguresView figures(FiguresQuery query, List<Dimension> groupBy) {
        List<Dimension> dimensions = groupBy.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(groupBy));
        Map<String, Object> conditions = query.conditions();
        List<Figures> groups = new ArrayList<>();
        Figures total = null;
        try (var connection = database.getConnection(); var select = connection.prepareStatement(sql(dimensions, conditions))) {
            int next = 1;
            for (Object value : conditions.values()) {
                select.setObject(next++, value);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean("is_total")) {
                        total = figures(row, List.of());
                    } else {
                        groups.add(figures(row, dimensions));
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Figures cannot be read", failure);
        }
        return new FiguresView(dimensions, groups, total, clock.instant());
    }

    private static String sql(List<Dimension> dimensions, Map<String, Object> conditions) {
        String columns = dimensions.stream().map(one -> one.sql() + " as " + one.column() + ", ").collect(Collectors.joining());
        String names = dimensions.stream().map(Dimension::column).collect(Collectors.joining(", "));
        String isTotal = dimensions.isEmpty() ? "true" : "grouping(" + dimensions.get(0).column() + ") = 1";
        return "with counted as (select " + columns + FirstDecision.COLUMNS + " from application a " + FirstDecision.JOINS + FirstDecision.where(conditions)
                + ") select " + isTotal + " as is_total, " + (dimensions.isEmpty() ? "" : names + ", ") + MEASURES + " from counted group by grouping sets ("
                + (dimensions.isEmpty() ? "" : "(" + names + "), ") + "())" + (dimensions.isEmpty() ? "" : " order by is_total, " + names);
    }

    private static Figures figures(ResultSet row, List<Dimension> dimensions) throws SQLException {
        Map<String, String> group = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            group.put(dimension.column(), row.getString(dimension.column()));
        }
        long submitted = row.getLong("submitted");
        long eligible = row.getLong("eligible");
        long manualReview = row.getLong("manual_review");
        long notEligible = row.getLong("not_eligible");
        long accepted = row.getLong("accepted");
        long declined = row.getLong("declined");
        return new Figures(group, row.getLong("applications"), submitted, eligible, manualReview, notEligible, Figures.share(eligible, submitted),
                Figures.share(manualReview, submitted), Figures.share(notEligible, submitted), accepted + declined, accepted, declined, row.getLong("automatic"),
                row.getLong("reconsidered"), days(row, "median_days"), days(row, "ninetieth_days"));
    }

    private static BigDecimal days(ResultSet row, String column) throws SQLException {
        double days = row.getDouble(column);
        return row.wasNull() ? null : BigDecimal.valueOf(days).setScale(2, RoundingMode.HALF_UP);
    }
}
