import type { PortalParcel } from '../../domain/contract/portal/portal-parcels.ts';
import type {
  FoundCommune,
  FoundPlace,
  FoundPoint,
  SearchAnswer,
  Suggestion,
} from '../../domain/contract/portal/portal-search.ts';
import { formatNumber } from '../../domain/words/format-number.ts';
import type { Language } from '../../domain/words/language.ts';
import { systemName } from '../../domain/words/system-name.ts';

const LIMIT = 8;

const WORDS = {
  vi: {
    sheet: 'tờ',
    no: 'thửa',
    parcel: 'Thửa đất',
    ended: 'không còn hiệu lực',
    became: 'nay là',
    former: 'đơn vị cũ',
    parcels: 'thửa',
  },
  en: {
    sheet: 'sheet',
    no: 'parcel',
    parcel: 'Parcel',
    ended: 'no longer in force',
    became: 'now',
    former: 'former unit',
    parcels: 'parcels',
  },
} as const;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const joined = (parts: readonly (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ');
const searchHref = (q: string) => `/search?${new URLSearchParams({ q })}`;

function parcelSuggestion(parcel: PortalParcel, language: Language): Suggestion {
  const words = WORDS[language];
  const numbers = [parcel.sheet && `${words.sheet} ${parcel.sheet}`, parcel.no && `${words.no} ${parcel.no}`].filter(
    Boolean,
  );
  const unit = parcel.numberedIn;
  return {
    kind: 'parcel',
    label: capital(numbers.join(language === 'vi' ? ' ' : ', ')) || `${words.parcel} ${parcel.code ?? ''}`.trim(),
    detail: joined([
      parcel.commune?.name,
      // What tells two sheets 12 apart.
      unit && unit.code !== parcel.commune?.code && unit.name,
      parcel.address,
      parcel.state === 'historic' && words.ended,
    ]),
    href: `/parcels/${parcel.id}`,
  };
}

/** The last day of a unit that ended: its page is asked for as of it, since codes were used again in 2025. */
const lastDay = (validTo: string) =>
  new Date(Date.parse(`${validTo}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

function communeSuggestion({ code, name, validTo, became }: FoundCommune, language: Language): Suggestion {
  const words = WORDS[language];
  const names = became.map((unit) => unit.name).join(', ');
  return {
    kind: 'commune',
    label: name,
    detail: validTo === null ? code : joined([code, words.former, names && `${words.became} ${names}`]),
    href: validTo === null ? `/communes/${code}` : `/communes/${code}?at=${lastDay(validTo)}`,
  };
}

function placeSuggestion(place: FoundPlace, language: Language): Suggestion {
  return {
    kind: 'place',
    label: place.name,
    detail: `${place.commune.name} · ${formatNumber(place.parcels, language)} ${WORDS[language].parcels}`,
    href: searchHref(`${place.name}, ${place.commune.name}`),
  };
}

function pointSuggestion(point: FoundPoint, language: Language): Suggestion {
  const degrees = `${point.lat.toFixed(6)}, ${point.lon.toFixed(6)}`;
  const metres =
    point.east !== null && point.north !== null
      ? `X ${point.north.toFixed(2)} m, Y ${point.east.toFixed(2)} m`
      : degrees;
  return {
    kind: 'point',
    label: metres,
    detail: joined([point.commune?.name, systemName(point.srid, language)]),
    href: `/?${new URLSearchParams({ lat: point.lat.toFixed(7), lon: point.lon.toFixed(7) })}`,
  };
}

/** Room that a group keeps beside a longer one before it. */
const KEPT = 3;

/** At most 8 suggestions of an answer, in the fixed order parcels, communes, places, points. */
export function suggestionsOf(answer: SearchAnswer, language: Language): Suggestion[] {
  const groups = [
    answer.parcels.map((parcel) => parcelSuggestion(parcel, language)),
    answer.communes.map((commune) => communeSuggestion(commune, language)),
    answer.places.map((place) => placeSuggestion(place, language)),
    answer.points.map((point) => pointSuggestion(point, language)),
  ];
  const shown: Suggestion[] = [];
  for (const [i, group] of groups.entries()) {
    const kept = groups.slice(i + 1).reduce((sum, later) => sum + Math.min(KEPT, later.length), 0);
    shown.push(...group.slice(0, Math.max(LIMIT - shown.length - kept, 0)));
  }
  return shown;
}
