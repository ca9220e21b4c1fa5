/** Papers of the demonstration's archive: which there are, about which parcels, and how each came off the scanner. */
import type pg from 'pg';
import { listIdentityCiphers } from '../../../server/db/document/certificate-rows.ts';
import { actAs } from '../../../server/db/kit/act-as.ts';
import type { Actor } from '../../../server/domain/actor.ts';
import type { Parcel } from '../../../server/domain/contract/parcel/parcels.ts';
import { getParcelRights } from '../../../server/registry/parcel/get-parcel-rights.ts';
import { listParcels } from '../../../server/registry/parcel/list-parcels.ts';
import { createIdentityCipher } from '../../../server/registry/store/identity-cipher.ts';
import { createRandom, type Random } from '../file/random.ts';
import {
  type CertificateFacts,
  drawCertificateFacts,
  drawFourPageFacts,
  type ParcelOfPaper,
} from '../paper/certificate-facts.ts';
import { certificatePaper, type DossierPaper } from '../paper/draw-dossier.ts';
import { openPaper } from '../paper/paper-sheet.ts';
import { bindPages, CLEAN_SCAN, type ScanTraits, scanPaper } from '../paper/scan-paper.ts';
import { createNames } from '../sheet/names.ts';

/** How far a paper has come: `review` and `differs` wait for the archivist, the second with a QR code that says something else. */
export type PaperFate = 'registered' | 'proposed' | 'again' | 'alone' | 'review' | 'differs';

export interface ArchivePaper {
  readonly name: string;
  readonly fate: PaperFate;
  readonly bytes: Buffer;
  readonly truth: DossierPaper['truth'];
  /** The parcel it is about; null: one that the register does not have. */
  readonly parcelId: string | null;
}

interface Wanted {
  readonly fate: PaperFate;
  readonly form: 'qr' | 'four_page';
  readonly traits: Partial<ScanTraits>;
  /** Pages that were scanned: offices often scan the first side alone. */
  readonly pages: number;
}

const WANTED: readonly Wanted[] = [
  { fate: 'registered', form: 'qr', traits: {}, pages: 2 },
  { fate: 'proposed', form: 'qr', traits: { mode: 'grey', skew: 0.7 }, pages: 1 },
  { fate: 'again', form: 'qr', traits: { skew: -0.9, noise: 5 }, pages: 1 },
  { fate: 'alone', form: 'qr', traits: { mode: 'grey' }, pages: 1 },
  { fate: 'differs', form: 'qr', traits: { skew: 1.2, noise: 6, quality: 75 }, pages: 1 },
  { fate: 'review', form: 'four_page', traits: { mode: 'grey', skew: -0.6, noise: 5 }, pages: 2 },
];

/** Serials as the two forms have them. */
const SERIALS = { qr: /^[A-Z]{2} \d{8}$/, four_page: /^[A-Z]{2} \d{6}$/ } as const;
/** One person by name: households and couples are spelt otherwise on paper than in the old tables. */
const PERSON = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){2,3}$/u;
const USES = ['ONT', 'CLN', 'LUC', 'LUK', 'HNK', 'NTS'];
/** Parcels that are looked at, at most, to find those that a paper can be about. */
const LOOKED_AT = 400;

interface LandOfPaper {
  readonly parcelId: string;
  readonly land: ParcelOfPaper;
  readonly form: Wanted['form'];
}

/** Parcels with one holder and a certificate of a form that can be printed, in the order of their numbers. */
async function* findLand(pool: pg.Pool, officer: Actor, commune: string, key: Buffer): AsyncIterable<LandOfPaper> {
  const cipher = createIdentityCipher(key);
  const { items } = await listParcels(pool, officer, { commune, limit: 500 });
  const fit = items.filter(({ landUse, legalAreaM2 }: Parcel) => USES.includes(landUse) && legalAreaM2 !== null);
  for (const { id, sheet, no, landUse, legalAreaM2, address } of fit.slice(0, LOOKED_AT)) {
    const { rights } = await getParcelRights(pool, officer, id, {});
    const [right] = rights;
    const serial = right?.certificateSerial ?? '';
    const form = SERIALS.qr.test(serial) ? 'qr' : SERIALS.four_page.test(serial) ? 'four_page' : null;
    if (!right || rights.length > 1 || form === null || right.verified || !PERSON.test(right.holder)) continue;
    const [number] = await actAs(pool, officer, (trx) => listIdentityCiphers(trx, [right.partyId]));
    const land: ParcelOfPaper = {
      sheetNo: sheet,
      parcelNo: no,
      areaM2: legalAreaM2 ?? 0,
      landUse,
      address: `${address ?? 'Thôn Lĩnh Hạ'}, xã Yên Lĩnh, tỉnh Bắc Ninh`,
      serial,
      holder: right.holder,
      ...(number ? { identityNumber: cipher.open(number.cipher) } : {}),
    };
    yield { parcelId: id, land, form };
  }
}

/** Of a sheet that nobody brought in yet. */
const NOWHERE = {
  sheetNo: '118',
  parcelNo: '204',
  areaM2: 412.5,
  landUse: 'CLN',
  address: 'Xứ đồng Gốc Sim, xã Yên Lĩnh',
};

async function scanned(wanted: Wanted, facts: CertificateFacts, random: Random): Promise<Buffer> {
  const paper = await openPaper();
  certificatePaper(facts, random.fork('hand')).print(paper);
  const traits = { ...CLEAN_SCAN, dpi: 200 as const, ...wanted.traits };
  const pages = [];
  for (let page = 0; page < wanted.pages; page++)
    pages.push(...(await scanPaper(await paper.bytes(), traits, random.fork(`page ${page}`), page)));
  return Buffer.from(await bindPages(pages));
}

/** The papers, each about a parcel of its own; fewer where the district has no parcel that is fit for one. The same seed gives the same files. */
export async function* drawArchive(
  pool: pg.Pool,
  officer: Actor,
  {
    commune,
    seed,
    personalDataKey,
  }: { readonly commune: string; readonly seed: number; readonly personalDataKey: Buffer },
): AsyncIterable<ArchivePaper> {
  const open = [...WANTED];
  const take = async (
    wanted: Wanted,
    found: { parcelId: string; land: ParcelOfPaper } | null,
  ): Promise<ArchivePaper> => {
    const at = WANTED.indexOf(wanted) + 1;
    const random = createRandom(seed).fork(`archive ${at}`);
    const names = createNames(() => random.next());
    const draw = wanted.form === 'qr' ? drawCertificateFacts : drawFourPageFacts;
    const drawn = draw(random, names, found?.land ?? { ...NOWHERE });
    const facts = wanted.fate === 'differs' ? { ...drawn, qrSerial: 'AB 00000001' } : drawn;
    const bytes = await scanned(wanted, facts, random);
    const { truth } = certificatePaper(facts, random);
    return {
      name: `quet-${String(at).padStart(3, '0')}.pdf`,
      fate: wanted.fate,
      bytes,
      truth,
      parcelId: found?.parcelId ?? null,
    };
  };
  const leave = (wanted: Wanted) => open.splice(open.indexOf(wanted), 1);
  for (const wanted of WANTED.filter(({ fate }) => fate === 'alone')) {
    leave(wanted);
    yield await take(wanted, null);
  }
  for await (const found of findLand(pool, officer, commune, personalDataKey)) {
    const wanted = open.find(({ form }) => form === found.form);
    if (wanted) {
      leave(wanted);
      yield await take(wanted, found);
    }
    if (open.length === 0) return;
  }
}
