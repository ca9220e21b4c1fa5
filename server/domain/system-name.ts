/** How a coordinate system is called among surveyors: by its central meridian and zone width. */
import { findProjection } from './crs.ts';
import type { Language } from './language.ts';

/** 106.25 → 106°15'. */
function meridian(degrees: number): string {
  const minutes = Math.round((degrees % 1) * 60);
  return `${Math.trunc(degrees)}°${String(minutes).padStart(2, '0')}'`;
}

/** The name of an EPSG code with the code behind it; the bare code where the registry does not know the system. */
export function systemName(srid: number, language: Language): string {
  const projection = findProjection(srid);
  if (!projection) return `EPSG:${srid}`;
  if (projection.centralMeridian === null) return `${projection.name} (EPSG:${srid})`;
  const at = meridian(projection.centralMeridian);
  const zone = projection.kind === 'tm3' ? '3°' : '6°';
  const words = language === 'vi' ? `kinh tuyến trục ${at}, múi ${zone}` : `central meridian ${at}, ${zone} zone`;
  return `VN-2000, ${words} (EPSG:${srid})`;
}
