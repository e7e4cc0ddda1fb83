import { useQuery } from '@apollo/client/react';
import { Input } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { ORGANISATIONS } from './reserve.graphql.js';
import styles from './ReservePanel.module.css';

type Props = { own: { id: string; name: string }; value: string | null; onChange: (organisationId: string | null) => void };

/** In whose name a planner reserves; their own organisation unless they choose another. */
export function ReserveFor({ own, value, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { data } = useQuery(ORGANISATIONS);
  const others = (data?.organisations ?? []).filter((each) => each.id !== own.id);
  return (
    <Input.Wrapper label={t('reservations.inNameOf')} id={id}>
      <select id={id} className={styles.select} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{own.name}</option>
        {others.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
    </Input.Wrapper>
  );
}
