/** What the name of a file that is sent, or lies in a folder, says of it. */

/** Endings of scanned papers; what is inside is looked at by who reads it. */
const SCAN = /\.(?:pdf|jpe?g|png|tiff?)$/i;
export const isScanName = (name: string): boolean => SCAN.test(name);

/** Written into folders by the machine, not by whoever sends them. */
const OF_THE_MACHINE = /^(?:\.|Thumbs\.db$|desktop\.ini$)/i;
export const isOfMachine = (name: string): boolean => OF_THE_MACHINE.test(name);
