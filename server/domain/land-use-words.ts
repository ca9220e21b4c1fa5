import type { PortalParcel } from './contract/portal-parcels.ts';
import type { Language } from './language.ts';

type LandUse = NonNullable<PortalParcel['landUse']>[number];

/** A use in plain words with the code of the map sheet behind it. */
export const landUseWords = ({ code, nameVi, nameEn }: LandUse, language: Language): string => {
  const name = language === 'vi' ? nameVi : nameEn;
  return name === code ? code : `${name} (${code})`;
};
