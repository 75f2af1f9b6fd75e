/** Content under the name of its own SHA-256, written once and never changed. */
package org.palimpsest.evidence.blob;
