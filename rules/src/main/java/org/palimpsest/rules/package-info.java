/** Architecture rules shared by the tests of every module. Never on a user's machine. */
package org.palimpsest.rules;
