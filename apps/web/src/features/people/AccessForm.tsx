import { useApolloClient } from '@apollo/client/react';
import { Button, Input, Textarea, TextInput } from '@mantine/core';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import type { OrganisationKind } from '../../graphql/generated/graphql.js';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useLanguage } from '../../ui/i18n/useLanguage.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { checkAccess, TEXT_FIELDS, type AccessField, type AccessTexts, type TextField } from './access-fields.js';
import { REQUEST_ACCESS } from './people.graphql.js';
import styles from './people.module.css';

const KINDS: readonly OrganisationKind[] = ['SCHOOL', 'TRAINING_PROVIDER', 'COMPANY', 'KNOWLEDGE_CENTRE'];
const EMPTY = Object.fromEntries(TEXT_FIELDS.map((field) => [field, ''])) as AccessTexts;
const FILLED_BY: Partial<Record<TextField, string>> = {
  organisationName: 'organization',
  street: 'street-address',
  postcode: 'postal-code',
  town: 'address-level2',
  contactName: 'name',
  contactEmail: 'email',
  contactPhone: 'tel',
};
const LONGEST: Record<TextField, number> = {
  organisationName: 200,
  enterpriseNumber: 20,
  street: 200,
  postcode: 10,
  town: 100,
  contactName: 120,
  contactEmail: 254,
  contactPhone: 40,
  message: 2000,
};

/** Who asks, checked at the field before it is sent; what the API refuses stands at its field too. */
export function AccessForm({ termsVersion, onSent }: { termsVersion: string; onSent: (email: string) => void }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const locale = useLanguage();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  // One key per form: pressing the button twice asks once.
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const [texts, setTexts] = useState(EMPTY);
  const [kind, setKind] = useState<OrganisationKind>('SCHOOL');
  const [agreed, setAgreed] = useState(false);
  const [errors, setErrors] = useState<Partial<Record<AccessField, string>>>({});
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  function complain(found: Partial<Record<AccessField, string>>) {
    setErrors(found);
    const first = Object.keys(found)[0];
    if (first) requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus());
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    setRefusal(null);
    setFailed(null);
    const wrong = Object.entries(checkAccess(texts, agreed));
    complain(Object.fromEntries(wrong.map(([field, how]) => [field, t(`people.access.${how}.${field}`)])));
    if (wrong.length > 0) return;
    setBusy(true);
    try {
      const input = { ...texts, organisationKind: kind, acceptedTermsVersion: termsVersion, locale, idempotencyKey };
      const { data } = await client.mutate({ mutation: REQUEST_ACCESS, variables: { input } });
      const result = data?.requestAccess;
      if (result?.__typename === 'AccessReceived') onSent(texts.contactEmail.trim());
      else if (result) {
        setKey(crypto.randomUUID());
        const at = result.reasons[0];
        const known = at?.field && (at.code === 'ALREADY_EXISTS' || at.code === 'INVALID_INPUT');
        if (known) complain({ [at.field!]: t(`people.access.${at.code === 'ALREADY_EXISTS' ? 'exists' : 'wrong'}.${at.field}`) });
        else setRefusal(result);
      }
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  }

  const propsOf = (field: TextField) => ({
    name: field,
    label: t(`people.access.field.${field}`),
    value: texts[field],
    maxLength: LONGEST[field],
    autoComplete: FILLED_BY[field] ?? 'off',
    error: errors[field],
    onChange: (event: { currentTarget: { value: string } }) => {
      setTexts({ ...texts, [field]: event.currentTarget.value });
      if (errors[field]) setErrors({ ...errors, [field]: undefined });
    },
  });

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void send(event)} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('people.access.formTitle')}</h2>
      <p className={styles.muted}>{t('people.access.needed')}</p>
      <TextInput {...propsOf('organisationName')} required />
      <Input.Wrapper label={t('people.access.field.organisationKind')} id={`${id}-kind`}>
        <select
          id={`${id}-kind`}
          name="organisationKind"
          className={styles.select}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as OrganisationKind)}
        >
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`people.kind.${each}`)}
            </option>
          ))}
        </select>
      </Input.Wrapper>
      <TextInput {...propsOf('enterpriseNumber')} required description={t('people.access.numberHelp')} />
      <TextInput {...propsOf('street')} />
      <div className={styles.pair}>
        <TextInput {...propsOf('postcode')} inputMode="numeric" />
        <TextInput {...propsOf('town')} />
      </div>
      <TextInput {...propsOf('contactName')} required />
      <TextInput {...propsOf('contactEmail')} type="email" required />
      <TextInput {...propsOf('contactPhone')} type="tel" />
      <Textarea {...propsOf('message')} autosize={false} rows={3} />
      <label className={styles.agree}>
        <input
          type="checkbox"
          name="acceptedTermsVersion"
          checked={agreed}
          aria-invalid={errors.acceptedTermsVersion ? true : undefined}
          aria-describedby={errors.acceptedTermsVersion ? `${id}-agree` : undefined}
          onChange={(event) => {
            setAgreed(event.currentTarget.checked);
            setErrors({ ...errors, acceptedTermsVersion: undefined });
          }}
        />
        {t('people.access.agree', { version: termsVersion })}
      </label>
      {errors.acceptedTermsVersion ? (
        <p id={`${id}-agree`} className={styles.wrong}>
          {errors.acceptedTermsVersion}
        </p>
      ) : null}
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <Button type="submit" color="yellow" size="lg" disabled={busy}>
        {busy ? t('people.busy') : t('people.access.send')}
      </Button>
    </form>
  );
}
