import type pg from 'pg';
import { listPagesOfDocument } from '../../db/document/document-list.ts';
import { findParcelsOfPaper, findParcelsOfSerial, type RegisterParcel } from '../../db/document/register-match.ts';
import { actAs } from '../../db/kit/act-as.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DocumentDetail, ParcelOfDocument } from '../../domain/contract/document/documents.ts';
import { scanTroubleText } from '../../domain/document/scan-trouble.ts';
import type { Language } from '../../domain/words/language.ts';
import { readDocument } from './act-on-document.ts';

/** Without its holders: whose parcel it is stands on the page of the parcel, where the look is logged. */
const toCandidate = ({ parcelId, sheetNo, parcelNo, landUse, areaM2, legalAreaM2, address, serials }: RegisterParcel) =>
  ({
    parcelId,
    sheet: sheetNo,
    no: parcelNo,
    landUse,
    areaM2: legalAreaM2 ?? areaM2,
    address,
    serials: [...serials],
  }) satisfies ParcelOfDocument;

/** A document with its pages, and the parcels that its fields, as they stand, may mean. */
export function getDocument(
  pool: pg.Pool,
  actor: Actor,
  documentId: string,
  language: Language,
): Promise<DocumentDetail> {
  return actAs(pool, actor, async (trx) => {
    const document = await readDocument(trx, actor, documentId);
    const { commune, sheetNo, parcelNo, serial } = document;
    const pages = await listPagesOfDocument(trx, documentId);
    const named = sheetNo && parcelNo ? await findParcelsOfPaper(trx, commune.code, sheetNo, parcelNo) : [];
    const shown = serial ? await findParcelsOfSerial(trx, commune.code, serial) : [];
    const candidates = new Map([...named, ...shown].map((parcel) => [parcel.parcelId, parcel]));
    return {
      ...document,
      reason: document.trouble ? scanTroubleText(document.trouble, language) : document.reason,
      pageList: pages.map((page) => ({
        ...page,
        troubleText: page.trouble === null ? null : scanTroubleText(page.trouble, language),
      })),
      candidates: [...candidates.values()].map(toCandidate),
    };
  });
}
