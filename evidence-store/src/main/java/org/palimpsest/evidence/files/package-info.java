/** Files that are either there in full after a power loss, or not at all; and where they belong. */
package org.palimpsest.evidence.files;
