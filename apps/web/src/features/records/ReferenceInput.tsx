import type { Field } from '@karavaan/domain';
import { useQuery } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useDeferredValue, useId } from 'react';
import { MANAGED_RECORDS, type ManagedRecord } from './records.graphql.js';

type Props = { field: Field; label: string; value: string; onChange: (value: string) => void; error: string | undefined };

const codeOf = (record: ManagedRecord) => record.values.find(({ field }) => field === 'code')?.value ?? '';

/** Another record by its code; the browser offers those that fit what is typed, and the name stands under it. */
export function ReferenceInput({ field, label, value, onChange, error }: Props) {
  const id = useId();
  const typed = useDeferredValue(value);
  const { data, previousData } = useQuery(MANAGED_RECORDS, {
    variables: { kind: field.refers!, text: typed, down: false, first: 20 },
  });
  const found = ((data ?? previousData)?.managedRecords.edges ?? []).map(({ node }) => node as ManagedRecord);
  const meant = found.find((record) => codeOf(record).toLowerCase() === value.toLowerCase());
  return (
    <>
      <TextInput
        label={label}
        name={field.key}
        autoComplete="off"
        list={id}
        value={value}
        error={error}
        description={meant?.title}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={id}>
        {found.map((record) => (
          <option key={record.id} value={codeOf(record)}>
            {record.title}
          </option>
        ))}
      </datalist>
    </>
  );
}
