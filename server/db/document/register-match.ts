/** What the register says of the parcel that a paper names, for comparison; nothing here decides. */
import type { Trx } from '../kit/transaction.ts';

export interface RegisterParcel {
  readonly parcelId: string;
  readonly sheetNo: string;
  readonly parcelNo: string;
  readonly landUse: string;
  readonly areaM2: number;
  readonly legalAreaM2: number | null;
  readonly address: string | null;
  readonly serials: readonly string[];
  readonly holders: readonly string[];
}

const COLUMNS = `p.parcel_id as "parcelId", p.sheet_no as "sheetNo", p.parcel_no as "parcelNo", p.land_use as "landUse",
  p.area_m2::float8 as "areaM2", p.legal_area_m2::float8 as "legalAreaM2", p.address,
  array(select distinct r.certificate_serial from rights."right" r where r.parcel_id = p.parcel_id and r.ended_at is null
    and r.certificate_serial is not null order by 1) as serials,
  array(select t.name from rights."right" r join party.present t using (party_id) where r.parcel_id = p.parcel_id and r.ended_at is null
    order by r.recorded_at, t.name) as holders`;

/** Parcels of a commune with this sheet and number; sheets of former units may share them. At most 20. */
export async function findParcelsOfPaper(
  trx: Trx,
  communeCode: string,
  sheetNo: string,
  parcelNo: string,
): Promise<RegisterParcel[]> {
  const { rows } = await trx.query<RegisterParcel>(
    `select ${COLUMNS} from cadastre.current_parcel p where p.commune_code = $1 and p.sheet_no = $2 and p.parcel_no = $3
     order by p.scale, p.parcel_id limit 20`,
    [communeCode, sheetNo, parcelNo],
  );
  return rows;
}

/** Parcels of a commune at which the register shows this serial. At most 20. */
export async function findParcelsOfSerial(trx: Trx, communeCode: string, serial: string): Promise<RegisterParcel[]> {
  const { rows } = await trx.query<RegisterParcel>(
    `select ${COLUMNS} from cadastre.current_parcel p where p.parcel_id in (
       select r.parcel_id from rights."right" r where r.certificate_serial = $2 and r.ended_at is null and r.commune_code = $1)
     order by p.parcel_id limit 20`,
    [communeCode, serial],
  );
  return rows;
}
