import { TextInput } from '@mantine/core';
import type { ParcelRights } from '../../../api/parcels.ts';
import { useWords } from '../../shell/use-words.tsx';
import type { DealFields } from './deal-fields.ts';

interface Props {
  readonly legend: string;
  readonly fields: DealFields;
  readonly rights: ParcelRights;
  readonly withShares?: boolean;
  change(part: Partial<DealFields>): void;
}

/** Rights of use that are given away or burdened, all of them unless said otherwise; of each the whole, or a part. */
export function RightChoice({ legend, fields, rights, withShares = false, change }: Props) {
  const { w } = useWords();
  const held = rights.rights.filter(({ kind }) => kind === 'use');
  return (
    <fieldset>
      <legend>{legend}</legend>
      {held.map(({ rightId, holder, share }) => {
        const taken = fields.rightIds.includes(rightId);
        const isWhole = share === '1' ? w('parcel.whole') : share;
        return (
          <div key={rightId} className="land-right">
            <label className="land-check">
              <input
                type="checkbox"
                checked={taken}
                onChange={(event) =>
                  change({
                    rightIds: held
                      .map((right) => right.rightId)
                      .filter((id) => (id === rightId ? event.currentTarget.checked : fields.rightIds.includes(id))),
                  })
                }
              />{' '}
              {holder} · {isWhole}
            </label>
            {withShares && taken && (
              <TextInput
                aria-label={w('form.fromShare', { name: holder })}
                placeholder={w('form.allOf', { share: isWhole })}
                value={fields.shares[rightId] ?? ''}
                maxLength={20}
                onChange={(event) => change({ shares: { ...fields.shares, [rightId]: event.currentTarget.value } })}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
