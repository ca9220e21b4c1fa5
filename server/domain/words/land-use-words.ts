import type { PortalParcel } from '../contract/portal/portal-parcels.ts';
import type { Language } from './language.ts';

type LandUse = NonNullable<PortalParcel['landUse']>[number];

/** What stands for the use of parcels that have none in a list: their records name none, or one that is in no list. */
export const NO_LISTED_USE = {
  nameVi: 'Không ghi, hoặc không có trong danh mục',
  nameEn: 'Not stated, or in no list',
} as const;

/** A use in plain words with the code of the map sheet behind it. */
export const landUseWords = ({ code, nameVi, nameEn }: LandUse, language: Language): string => {
  const name = language === 'vi' ? nameVi : nameEn;
  return code === '' || name === code ? name : `${name} (${code})`;
};
