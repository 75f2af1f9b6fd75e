/** The model packages on this computer. */
package org.palimpsest.app.ui.packages;
