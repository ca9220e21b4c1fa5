/** What was asked for cannot be made; the message names the way out and is all there is to say. */
export class NewRefused extends Error {}
