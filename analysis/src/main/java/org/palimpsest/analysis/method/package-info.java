/** What an analysis is: its plan, its outcome, its progress and how it is cancelled. */
package org.palimpsest.analysis.method;
