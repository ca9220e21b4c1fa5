import { useSearchParams } from 'react-router';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The draft that what is begun here follows in one file, as the address says (`?after=`); null where it begins one. */
export function useAfter(): string | null {
  const [asked] = useSearchParams();
  const named = asked.get('after');
  return named !== null && UUID.test(named) ? named : null;
}
