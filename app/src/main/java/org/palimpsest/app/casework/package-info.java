/**
 * The use cases: what an examiner does to a case, one verb each. The only room that knows both
 * libraries; knows no window.
 */
package org.palimpsest.app.casework;
