package org.schoolhubs.sample;

import java.util.List;

/** Where the sample's schools lie: real authorities (the formats need their codes) and invented towns. */
final class Places {
    /** An authority and a point in its middle, British National Grid, metres. */
    record Authority(String region, String regionName, String code, String name, int easting, int northing) {
    }

    static final List<Authority> ENGLAND = List.of(
            new Authority("A", "North East", "840", "County Durham", 426_000, 542_000),
            new Authority("A", "North East", "394", "Sunderland", 437_000, 556_000),
            new Authority("A", "North East", "391", "Newcastle upon Tyne", 424_000, 567_000),
            new Authority("B", "North West", "352", "Manchester", 385_000, 395_000),
            new Authority("B", "North West", "888", "Lancashire", 354_000, 432_000),
            new Authority("B", "North West", "350", "Bolton", 371_000, 409_000),
            new Authority("D", "Yorkshire and the Humber", "383", "Leeds", 430_000, 435_000),
            new Authority("D", "Yorkshire and the Humber", "373", "Sheffield", 434_000, 387_000),
            new Authority("D", "Yorkshire and the Humber", "380", "Bradford", 416_000, 434_000),
            new Authority("E", "East Midlands", "891", "Nottinghamshire", 457_000, 347_000),
            new Authority("E", "East Midlands", "855", "Leicestershire", 454_000, 303_000),
            new Authority("E", "East Midlands", "831", "Derby", 435_000, 334_000),
            new Authority("F", "West Midlands", "330", "Birmingham", 409_000, 286_000),
            new Authority("F", "West Midlands", "331", "Coventry", 435_000, 280_000),
            new Authority("F", "West Midlands", "860", "Staffordshire", 402_000, 321_000),
            new Authority("G", "East of England", "919", "Hertfordshire", 520_000, 208_000),
            new Authority("G", "East of England", "874", "Peterborough", 518_000, 300_000),
            new Authority("G", "East of England", "873", "Cambridgeshire", 543_000, 261_000),
            new Authority("H", "London", "308", "Enfield", 534_000, 196_000),
            new Authority("H", "London", "316", "Newham", 541_000, 184_000),
            new Authority("H", "London", "306", "Croydon", 533_000, 167_000),
            new Authority("J", "South East", "936", "Surrey", 511_000, 160_000),
            new Authority("J", "South East", "931", "Oxfordshire", 451_000, 208_000),
            new Authority("J", "South East", "852", "Southampton", 442_000, 114_000),
            new Authority("K", "South West", "801", "Bristol, City of", 359_000, 175_000),
            new Authority("K", "South West", "838", "Dorset", 370_000, 94_000),
            new Authority("K", "South West", "933", "Somerset", 330_000, 135_000));
    static final Authority WALES = new Authority("W", "Wales (pseudo)", "681", "Cardiff", 318_000, 176_000);

    private static final List<String> BEGINNINGS = List.of("Bracken", "Hollow", "Thistle", "Raven", "Amber", "Copper", "Fallow", "Gorse", "Heron", "Juniper",
            "Kestrel", "Larch", "Marigold", "Nettle", "Ochre", "Pewter", "Quill", "Rowan", "Sorrel", "Teasel", "Umber", "Vesper", "Willow", "Yarrow", "Cinder",
            "Dapple", "Ember", "Fennel", "Harebell", "Ivory");
    private static final List<String> ENDINGS = List.of("moor", "mere", "wick", "holt", "ford", "combe", "garth", "stead", "thorpe", "dale", "fold", "hythe",
            "leigh", "marsh", "pool", "rigg", "shaw", "toft", "vale", "worth");

    private Places() {
    }

    /** An invented town; the first 600 numbers give 600 different ones. */
    static String town(long number) {
        int beginnings = BEGINNINGS.size();
        long spread = number * 7 % (beginnings * (long) ENDINGS.size());
        return BEGINNINGS.get((int) (spread % beginnings)) + ENDINGS.get((int) (spread / beginnings));
    }

    static int towns() {
        return BEGINNINGS.size() * ENDINGS.size();
    }
}
