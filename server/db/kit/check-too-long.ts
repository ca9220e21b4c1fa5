/** What a file holds cannot be checked in the time there is: it is put away, and not tried again. */
export class CheckTooLong extends Error {
  constructor(batchId: string, options?: ErrorOptions) {
    super(`batch ${batchId} cannot be checked in the time there is`, options);
    this.name = 'CheckTooLong';
  }
}
