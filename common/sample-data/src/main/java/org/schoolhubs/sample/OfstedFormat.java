package org.schoolhubs.sample;

import java.util.List;

/** Header of Ofsted's management information on state-funded schools, latest inspections, as it was in 2026: 85 columns, in their order. */
public final class OfstedFormat {
    /** Names of the columns. */
    public static final List<String> HEADER = List.of("""
            Web Link (opens in new window)|URN|LAESTAB|School name|Ofsted phase|Type of education|School open date|Admissions policy|\
            Sixth form|Designated religious character|Religious ethos|Faith grouping|Ofsted region|Region|Local authority|\
            Parliamentary constituency|Postcode|Multi-academy trust UID|Multi-academy trust name|Academy sponsor UID|Academy sponsor name|\
            The income deprivation affecting children index (IDACI) quintile|Total number of pupils|Statutory lowest age|\
            Statutory highest age|Inspection number of latest full inspection|Inspection type|Inspection type grouping|Event type grouping|\
            Inspection start date|Publication date|Does the latest full inspection relate to the URN of the current school?|\
            URN at time of latest full inspection|LAESTAB at time of latest full inspection|School name at time of latest full inspection|\
            School type at time of latest full inspection|Category of concern|Safeguarding standards|Safeguarding standards - date of grade|\
            Inclusion|Inclusion - date of grade|Curriculum and teaching|Curriculum and teaching - date of grade|Achievement|\
            Achievement - date of grade|Attendance and behaviour|Attendance and behaviour - date of grade|Personal development and wellbeing|\
            Personal development and wellbeing - date of grade|Early years (where applicable)|Early years - date of grade|\
            Post-16 provision (where applicable)|Post-16 provision - date of grade|Leadership and governance|\
            Leadership and governance - date of grade|Inspection number of latest OEIF graded inspection|\
            Inspection type of latest OEIF graded inspection|Inspection type grouping of latest OEIF graded inspection|\
            Event type grouping of latest OEIF graded inspection|Inspection start date of latest OEIF graded inspection|\
            Publication date of latest OEIF graded inspection|Does the latest OEIF graded inspection relate to the URN of the current school?|\
            URN at time of latest OEIF graded inspection|LAESTAB at time of latest OEIF graded inspection|\
            School name at time of latest OEIF graded inspection|School type at time of latest OEIF graded inspection|\
            Latest OEIF category of concern|Latest OEIF overall effectiveness|Latest OEIF quality of education|\
            Latest OEIF behaviour and attitudes|Latest OEIF personal development|Latest OEIF effectiveness of leadership and management|\
            Latest OEIF  safeguarding is effective?|Latest OEIF early years provision (where applicable)|\
            Latest OEIF sixth form provision (where applicable)|Latest ungraded inspection number|Date of latest ungraded inspection|\
            Ungraded inspection publication date|Does the ungraded inspection relate to the URN of the current school?|\
            URN at time of the ungraded inspection|LAESTAB at time of the ungraded inspection|School name at time of the ungraded inspection|\
            School type at time of the ungraded inspection|Ungraded inspection overall outcome|Most recent category of concern""".split("\\|", -1));

    private OfstedFormat() {
    }
}
