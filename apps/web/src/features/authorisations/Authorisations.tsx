import { useQuery } from '@apollo/client/react';
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

/** What one may book; for a planner everybody's, with what the models ask. */
export function Authorisations({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const text = useText();
  const { data, error, refetch } = useQuery(AUTHORISATIONS, { fetchPolicy: 'cache-and-network' });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={4} height={80} />;
  const { authorisations: held, authorisationRules: rules } = data;
  const mayGrant = viewerMay(viewer, 'authorisation.grant');
  return (
    <div className={styles.whole}>
      <section aria-labelledby="held">
        <div className={styles.head}>
          <h2 id="held">{t(mayGrant ? 'authorisations.everybody' : 'authorisations.own')}</h2>
          {held.length > 0 ? <ExportButton list="machtigingen" /> : null}
        </div>
        <HeldList held={held} mayGrant={mayGrant} />
        {mayGrant ? (
          <>
            <h3 className={styles.more}>{t('authorisations.grantTitle')}</h3>
            <GrantForm key={rules.map((rule) => rule.modelId).join()} rules={rules} />
          </>
        ) : null}
      </section>
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
