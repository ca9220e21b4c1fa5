/** Which confirmed documents are read a second time: one of each row, where nobody who confirms can foresee. */
import { createHmac } from 'node:crypto';
import { findSetting } from '../../db/dealing/settings.ts';
import { insertSecondReading, takeSampleTurn } from '../../db/document/second-readings.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { isDrawn } from '../../domain/document/second-reading.ts';
import { deriveKey } from '../store/sealed-text.ts';

export interface SampleDraw {
  /** Draws a document that was just confirmed, or does not; whether it did. */
  draw(trx: Trx, document: { documentId: string; communeCode: string; firstReader: string }): Promise<boolean>;
}

export function createSampleDraw(personalDataKey: Buffer): SampleDraw {
  const key = deriveKey(personalDataKey, 'diaba documents read twice');
  return {
    async draw(trx, document) {
      const oneOf = Math.floor((await findSetting(trx, 'second_reading_one_of')) ?? 0);
      const turn = await takeSampleTurn(trx, document.communeCode);
      const chance = (row: number) =>
        createHmac('sha256', key).update(`${document.communeCode} ${oneOf} ${row}`).digest().readUInt32BE(0);
      if (!isDrawn(turn, oneOf, chance)) return false;
      await insertSecondReading(trx, { ...document, oneOf });
      return true;
    },
  };
}
