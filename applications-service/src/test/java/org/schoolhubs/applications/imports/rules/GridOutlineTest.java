package org.schoolhubs.applications.imports.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.kernel.GridReference;

class GridOutlineTest {
    @ParameterizedTest
    @CsvSource({
        "London,                528159, 184498",
        "St Mary's in Scilly,    91300,  10500",
        "Land's End,            134300,  25000",
        "Penzance,              147000,  30300",
        "The Lizard,            170100,  12500",
        "Salcombe,              273900,  39000",
        "Weymouth,              367900,  79100",
        "Ventnor,               456200,  77500",
        "Dungeness,             609000, 117000",
        "Dover,                 631900, 141500",
        "Margate,               635300, 170600",
        "Southminster,          595900, 199700",
        "Harwich,               626000, 232500",
        "Lowestoft,             654900, 293200",
        "Great Yarmouth,        652300, 307600",
        "Cromer,                621900, 342200",
        "Skegness,              556700, 363300",
        "Spurn,                 540000, 411000",
        "Scarborough,           504300, 488700",
        "Whitby,                489900, 510900",
        "Berwick,               399900, 653200",
        "Holy Island,           412700, 641900",
        "Carlisle,              340000, 556000",
        "Whitehaven,            297300, 518200",
        "Barrow,                319800, 469400",
        "Blackpool,             330700, 436300",
        "Holyhead,              224700, 382500",
        "Pembroke,              198500, 201500",
        "Lundy,                 213500, 145500"})
    void schoolsAtTheEdgesOfTheCountryAreInside(String place, int easting, int northing) {
        assertThat(GridOutline.holds(new GridReference(easting, northing))).as(place).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "the Channel,            500000,  30000",
        "the North Sea,          600000, 500000",
        "off Norfolk,            690000, 330000",
        "the Irish Sea,          240000, 480000",
        "the Atlantic,            20000, 100000",
        "Ireland,                110000, 330000",
        "Glasgow,                259000, 665000",
        "Edinburgh,              325000, 673000",
        "Shetland,               447000, 1141000",
        "the origin,                  1,      1",
        "the corner of the grid, 700000, 1300000"})
    void theSeaAndOtherCountriesAreOutside(String place, int easting, int northing) {
        assertThat(GridOutline.holds(new GridReference(easting, northing))).as(place).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "on its western edge,          150000, 212500, true",
        "a metre to the west of it,    149999, 212500, false",
        "on its eastern edge,          666000, 305000, false",
        "a metre to the west of that,  665999, 305000, true",
        "on its southern edge,         425000,  62000, true",
        "a metre to the south of it,   425000,  61999, false",
        "on its northernmost corner,   405000, 668000, false",
        "a metre to the south of that, 405000, 667999, true",
        "on its westernmost corner,     72000,      0, true"})
    void theOutlineIsDrawnToTheMetre(String where, int easting, int northing, boolean inside) {
        assertThat(GridOutline.holds(new GridReference(easting, northing))).as(where).isEqualTo(inside);
    }

    @Test
    void whatIsInsideLiesInTheBoxOfEnglandAndWales() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            var point = new GridReference(random.nextInt(700_001), random.nextInt(1_300_001));
            if (GridOutline.holds(point)) {
                assertThat(point.easting()).as("seed %d, %s", seed, point).isBetween(72_000, 668_000);
                assertThat(point.northing()).as("seed %d, %s", seed, point).isBetween(0, 668_000);
            }
        }
    }
}
