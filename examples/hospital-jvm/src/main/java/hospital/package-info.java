/** A hospital system with the rules inside: what it stores, shows and sends. No rule is written here. */
package hospital;
