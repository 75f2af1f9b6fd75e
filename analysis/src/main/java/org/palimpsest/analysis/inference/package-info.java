/** Model packages and their sessions. The only room that knows the inference engine. */
package org.palimpsest.analysis.inference;
