/**
 * A fictional register of schools in the exact formats of GIAS and Ofsted, for trying, touring and measuring the system. Places, schools and trusts are invented;
 * local authorities, regions and codes are real, because the formats need them.
 */
package org.schoolhubs.sample;
