import { useQuery } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Viewer, viewerMay } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ExportButton } from '../../ui/export/ExportButton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { AUTHORISATIONS } from './authorisations.graphql.js';
import styles from './authorisations.module.css';
import { GrantForm } from './GrantForm.js';
import { HeldList } from './HeldList.js';
import { RuleForm } from './RuleForm.js';
import { Sessions } from './Sessions.js';

/** Further ones are found by typing. */
const SHOWN = 20;

/** What one may book; for a planner everybody's, with what the models ask. */
export function Authorisations({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const text = useText();
  const [wanted, setWanted] = useState('');
  const { data, error, refetch } = useQuery(AUTHORISATIONS, { fetchPolicy: 'cache-and-network' });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={4} height={80} />;
  const { authorisations: held, authorisationRules: rules } = data;
  const mayGrant = viewerMay(viewer, 'authorisation.grant');
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const found = held.filter(({ person, model }) => {
    const all = `${person.name} ${person.email} ${person.organisation} ${text(model.name)}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
  return (
    <div className={styles.whole}>
      <section aria-labelledby="held">
        <div className={styles.head}>
          <h2 id="held">{t(mayGrant ? 'authorisations.everybody' : 'authorisations.own')}</h2>
          {held.length > 0 ? <ExportButton list="machtigingen" /> : null}
        </div>
        {mayGrant ? (
          <>
            <GrantForm key={rules.map((rule) => rule.modelId).join()} rules={rules} />
            <TextInput
              className={styles.find}
              label={t('authorisations.find')}
              type="search"
              value={wanted}
              onChange={(event) => setWanted(event.currentTarget.value)}
            />
          </>
        ) : null}
        <HeldList held={found.slice(0, SHOWN)} mayGrant={mayGrant} />
        {found.length > SHOWN ? <p className={styles.lead}>{t('authorisations.more', { count: found.length - SHOWN })}</p> : null}
      </section>
      <Sessions rules={rules} mayGrant={mayGrant} />
      <section aria-labelledby="rules">
        <h2 id="rules">{t('authorisations.rules')}</h2>
        {mayGrant ? (
          <RuleForm rules={rules} />
        ) : (
          <ul className={styles.plain}>
            {rules.map((rule) => (
              <li key={rule.modelId}>
                {text(rule.model.name)}: {t(`authorisations.kind.${rule.kind}`)}
              </li>
            ))}
          </ul>
        )}
        {!mayGrant ? <p className={styles.lead}>{t('authorisations.how')}</p> : null}
      </section>
    </div>
  );
}
