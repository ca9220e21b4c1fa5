/** How a coordinate system is called among surveyors: by its central meridian and zone width. */
import { AS_PRJ_SAYS, findProjection } from '../crs.ts';
import type { Language } from './language.ts';

/** 106.25 → 106°15'. */
function meridian(degrees: number): string {
  const minutes = Math.round((degrees % 1) * 60);
  return `${Math.trunc(degrees)}°${String(minutes).padStart(2, '0')}'`;
}

const DATUM_NAMES = { vn2000: 'VN-2000', wgs84: 'WGS 84', hn72: 'HN-72' } as const;

/** The name of an EPSG code with the code behind it; the bare code where the registry does not know the system. */
export function systemName(srid: number, language: Language): string {
  if (srid === AS_PRJ_SAYS) return language === 'vi' ? 'hệ ghi trong tệp .prj' : 'the system that the .prj describes';
  const projection = findProjection(srid);
  if (!projection || projection.datum === 'other') return `EPSG:${srid}`;
  const { centralMeridian, kind, datum } = projection;
  const frame = DATUM_NAMES[datum];
  if (centralMeridian === null) {
    const unit = datum === 'wgs84' ? '' : language === 'vi' ? ', kinh độ và vĩ độ' : ', longitude and latitude';
    return `${frame}${unit} (EPSG:${srid})`;
  }
  const at = meridian(centralMeridian);
  if (kind === 'other') {
    const words = language === 'vi' ? `Gauss, kinh tuyến trục ${at}` : `Gauss-Krüger, central meridian ${at}`;
    return `${frame}, ${words} (EPSG:${srid})`;
  }
  const zone = kind === 'tm3' ? '3°' : '6°';
  const words = language === 'vi' ? `kinh tuyến trục ${at}, múi ${zone}` : `central meridian ${at}, ${zone} zone`;
  return `${frame}, ${words} (EPSG:${srid})`;
}
