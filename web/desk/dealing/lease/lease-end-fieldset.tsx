import { NativeSelect } from '@mantine/core';
import { formatDay } from '../../../../server/domain/words/format-day.ts';
import { useWords } from '../../shell/use-words.tsx';
import type { FieldsetProps } from '../form/deal-form.ts';
import { DocumentFields } from '../form/document-fields.tsx';
import type { LeaseEndFields } from './lease-form.ts';

/** The lease that ends, by which paper. */
export function LeaseEndFieldset({ fields, rights, change }: FieldsetProps<LeaseEndFields>) {
  const { w, language } = useWords();
  return (
    <div className="land-fields">
      <NativeSelect
        size="xs"
        label={w('form.lease')}
        value={fields.leaseId}
        data={rights.leases.map(({ leaseId, lessee, documentNo, documentDate }) => ({
          value: leaseId,
          label: w('parcel.mortgageLine', { name: lessee, no: documentNo, day: formatDay(documentDate, language) }),
        }))}
        onChange={(event) => change({ leaseId: event.currentTarget.value })}
      />
      <DocumentFields fields={fields} change={change} />
    </div>
  );
}
