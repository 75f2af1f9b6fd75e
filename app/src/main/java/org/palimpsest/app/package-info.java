/** The program: its entry point, which wires everything once. */
package org.palimpsest.app;
