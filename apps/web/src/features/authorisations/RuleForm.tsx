import { useMutation, useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AuthorisationKind } from '../../graphql/generated/graphql.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { SelectField } from '../../ui/SelectField.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { AUTHORISATIONS, MODELS_TO_RULE, type Rule, SET_RULE } from './authorisations.graphql.js';
import styles from './authorisations.module.css';
import { useWrite } from './useWrite.js';

const KINDS: readonly AuthorisationKind[] = ['ORIENTATION', 'CERTIFICATE'];

/** Which models ask for an authorisation, and one more. */
export function RuleForm({ rules }: { rules: readonly Rule[] }) {
  const { t } = useTranslation();
  const text = useText();
  const toast = useToast();
  const { data, error, refetch } = useQuery(MODELS_TO_RULE);
  const [setRule] = useMutation(SET_RULE, { refetchQueries: [AUTHORISATIONS], awaitRefetchQueries: true });
  const { busy, refusal, failed, write } = useWrite();
  const [modelId, setModelId] = useState('');
  const [kind, setKind] = useState<AuthorisationKind>('ORIENTATION');
  const [months, setMonths] = useState('');
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={2} height={48} />;

  const free = data.catalogue.edges.map(({ node }) => node).filter(({ id }) => !rules.some((rule) => rule.modelId === id));
  const chosen = free.some(({ id }) => id === modelId) ? modelId : (free[0]?.id ?? '');
  const sane = months.trim() === '' || /^[1-9]\d{0,2}$/.test(months.trim());

  async function set(rule: { modelId: string; kind: AuthorisationKind | null; validMonths: number | null }) {
    const done = await write(async () => (await setRule({ variables: rule })).data!.setAuthorisationRule);
    if (done) toast({ text: t('authorisations.ruleSet') });
  }

  return (
    <>
      {rules.length === 0 ? (
        <p className={styles.lead}>{t('authorisations.noRules')}</p>
      ) : (
        <ul className={styles.list}>
          {rules.map((rule) => (
            <li key={rule.modelId}>
              <div className={styles.facts}>
                <h3>{text(rule.model.name)}</h3>
                <p className={styles.days}>
                  {t(`authorisations.kind.${rule.kind}`)},{' '}
                  {rule.validMonths ? t('authorisations.months', { count: rule.validMonths }) : t('authorisations.always')}
                </p>
              </div>
              <Button
                variant="default"
                disabled={busy}
                onClick={() => void set({ modelId: rule.modelId, kind: null, validMonths: null })}
              >
                {t('authorisations.dropRule')}
                <span className="visually-hidden"> {text(rule.model.name)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void set({ modelId: chosen, kind, validMonths: months.trim() ? Number(months) : null });
        }}
      >
        <SelectField label={t('authorisations.model')} value={chosen} onChange={setModelId}>
          {free.map((model) => (
            <option key={model.id} value={model.id}>
              {text(model.name)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('authorisations.asks')} value={kind} onChange={(value) => setKind(value as AuthorisationKind)}>
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`authorisations.kind.${each}`)}
            </option>
          ))}
        </SelectField>
        <TextInput
          label={t('authorisations.holds')}
          description={t('authorisations.holdsHint')}
          inputMode="numeric"
          value={months}
          error={sane ? undefined : t('authorisations.holdsWrong')}
          onChange={(event) => setMonths(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy} disabled={!chosen || !sane}>
          {t('authorisations.addRule')}
        </Button>
        {refusal ? <RefusalView refusal={refusal} /> : null}
        {failed ? <ErrorState error={failed} /> : null}
      </form>
    </>
  );
}
