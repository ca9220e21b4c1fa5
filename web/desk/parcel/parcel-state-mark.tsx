import type { Parcel } from '../../api/parcels.ts';
import { useWords } from '../shell/use-words.tsx';

/** Whether a parcel is of today: a word with a shape. */
export function ParcelStateMark({ state }: Pick<Parcel, 'state'>) {
  const { w } = useWords();
  return (
    <span className="mark" data-tone={state === 'current' ? 'good' : 'quiet'}>
      <span aria-hidden="true">{state === 'current' ? '●' : '↺'}</span> {w(`parcel.state.${state}`)}
    </span>
  );
}
