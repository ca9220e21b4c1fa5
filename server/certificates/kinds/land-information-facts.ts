/** What the register says of one parcel, for the blocks of an information sheet. */

import { listUseNames } from '../../db/document/papers.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { listLayersInForce, listLookedUpLayers, listOverlays } from '../../db/layer/overlays.ts';
import {
  listParcelCaveats,
  listParcelLeases,
  listParcelMortgages,
  listParcelRestrictions,
  listParcelRights,
} from '../../db/parcel/parcel-rights.ts';
import { findParcelRow, listVersions, type VersionRow } from '../../db/parcel/parcels.ts';
import type { ParcelRights } from '../../domain/contract/parcel/parcels.ts';
import { groupOverlays, type Overlay } from '../../domain/layer/overlay.ts';
import type { LandFacts } from '../map-extract-facts.ts';
import type { ReadParcel } from '../read-extract-facts.ts';

export interface InformationFacts {
  readonly land: LandFacts;
  readonly purposes: readonly {
    readonly code: string;
    readonly areaM2: number | null;
    readonly until?: string | null;
  }[];
  readonly rights: ParcelRights['rights'];
  readonly burdens: readonly {
    readonly kind: 'mortgage' | 'lease' | 'restriction' | 'caveat';
    readonly no: string;
    /** `YYYY-MM-DD` */
    readonly date: string;
    readonly registeredAt: string;
    readonly until: string | null;
  }[];
  readonly versions: readonly VersionRow[];
  /** Layers in force that have something on it: of a paper that leaves persons out the public ones, in words that name nobody. */
  readonly layers: readonly Overlay[];
  /** Titles of those that have nothing on it. */
  readonly layersWithout: readonly string[];
}

/** Versions with codes of land use alone: legacy columns name persons where nobody looks for them. */
export async function withKnownUses(trx: Trx, versions: readonly VersionRow[]): Promise<VersionRow[]> {
  const codesOf = ({ landUse }: VersionRow) => landUse.split('+').filter(Boolean);
  const names = await listUseNames(trx, versions.flatMap(codesOf));
  return versions.map((version) => ({
    ...version,
    landUse: codesOf(version)
      .filter((code) => names.has(code))
      .join('+'),
  }));
}

async function readLayers(
  trx: Trx,
  parcelId: string,
  areaM2: number,
  publicOnly: boolean,
): Promise<Pick<InformationFacts, 'layers' | 'layersWithout'>> {
  const inForce = await listLayersInForce(trx, null);
  const open = new Set(publicOnly ? await listLookedUpLayers(trx) : inForce.map(({ code }) => code));
  const shown = inForce.filter(({ code }) => open.has(code));
  const rows = shown.length === 0 ? [] : await listOverlays(trx, parcelId, null, publicOnly ? 'public' : 'all');
  const grouped = groupOverlays(shown, rows, areaM2);
  return {
    layers: grouped.filter(({ items }) => items.length > 0),
    layersWithout: grouped.filter(({ items }) => items.length === 0).map(({ title }) => title),
  };
}

export async function readInformation(trx: Trx, { parcelId, facts }: ReadParcel): Promise<InformationFacts> {
  const parcel = await findParcelRow(trx, parcelId, null);
  const [mortgages, leases, restrictions, caveats] = [
    await listParcelMortgages(trx, parcelId, null),
    await listParcelLeases(trx, parcelId, null),
    await listParcelRestrictions(trx, parcelId, null),
    await listParcelCaveats(trx, parcelId, null),
  ];
  const burden = (
    kind: InformationFacts['burdens'][number]['kind'],
    one: { documentNo: string; documentDate: string; registeredAt: string; until?: string | null },
  ) => ({ kind, no: one.documentNo, date: one.documentDate, registeredAt: one.registeredAt, until: one.until ?? null });
  const versions = await listVersions(trx, parcelId);
  return {
    land: facts,
    purposes: parcel?.purposes ?? [],
    rights: facts.holdersLeftOut ? [] : await listParcelRights(trx, parcelId, null),
    burdens: facts.holdersLeftOut
      ? []
      : [
          ...mortgages.map((one) => burden('mortgage', one)),
          ...leases.map((one) => burden('lease', one)),
          ...restrictions.map((one) => burden('restriction', one)),
          ...caveats.map((one) => burden('caveat', one)),
        ],
    versions: facts.holdersLeftOut ? await withKnownUses(trx, versions) : versions,
    ...(await readLayers(trx, parcelId, facts.areaM2, facts.holdersLeftOut)),
  };
}
