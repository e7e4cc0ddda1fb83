import { useMutation, useQuery } from '@apollo/client/react';
import { addDays, dayOf } from '@karavaan/domain';
import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSitesOf } from '../../graphql/own-sites.js';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import type { Viewer } from '../../graphql/viewer.js';
import { DateField } from '../../ui/DateField.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { KitDrawing } from '../../ui/drawings/KitDrawing.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { SelectField } from '../../ui/SelectField.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { JOIN, WAIT_FOR } from './waiting.graphql.js';
import styles from './waiting.module.css';

type Props = { viewer: Viewer; unitCode: string; first: string | null; last: string | null; siteCode: string | null };

/** Puts a wish in line: the days and the place that were taken, and whether any unit of the model will do. */
export function JoinForm({ viewer, unitCode, first, last, siteCode }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const defaults = viewer.bookingDefaults;
  const [today] = useState(() => dayOf(Date.now()));
  const { data, error, refetch } = useQuery(WAIT_FOR, { variables: { code: unitCode }, skip: !unitCode });
  const own = useSitesOf(viewer.organisation.id);
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(last ?? first);
  const [site, setSite] = useState(siteCode ?? defaults.site?.code ?? '');
  const [only, setOnly] = useState(false);
  const [purpose, setPurpose] = useState(defaults.purpose ?? '');
  const [group, setGroup] = useState(defaults.groupSize === null ? '' : String(defaults.groupSize));
  const sent = useRef({ what: '', key: '' });
  const [join, { loading }] = useMutation(JOIN);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (unitCode && (!data || !own)) return <DelayedSkeleton count={2} height={180} />;
  const unit = data?.equipmentUnit;
  if (!unit)
    return <EmptyState van text={t('waiting.chooseFirst')} action={<LinkButton to="/">{t('waiting.search')}</LinkButton>} />;

  const { model } = unit;
  const fixed = unit.mobility === 'FIXED';
  const sites = [
    ...(own ?? []),
    ...(defaults.site && !own?.some(({ code }) => code === defaults.site!.code) ? [defaults.site] : []),
  ];
  const chosen = sites.find(({ code }) => code === site) ?? sites[0];
  const where = fixed ? unit.homeSite : chosen;

  async function send() {
    if (!from || !to || !where) return;
    setRefusal(null);
    setFailed(null);
    const wish = {
      modelCode: model.code,
      unitId: fixed || only ? unit!.id : null,
      siteId: where.id,
      firstDay: from,
      lastDay: to,
      details: {
        purpose,
        groupSize: /^\d+$/.test(group) ? Number(group) : null,
        contactName: defaults.contactName ?? '',
        contactPhone: defaults.contactPhone ?? '',
      },
    };
    // The same wish again, after a failure on the way, must not be a second place in line.
    if (sent.current.what !== JSON.stringify(wish)) sent.current = { what: JSON.stringify(wish), key: crypto.randomUUID() };
    try {
      const result = (await join({ variables: { input: { ...wish, idempotencyKey: sent.current.key } } })).data!.joinWaitingList;
      if (result.__typename === 'Refusal') return setRefusal(result as RefusalParts);
      toast({ text: t('waiting.did.join') });
      void navigate('/wachtlijst');
    } catch (thrown) {
      setFailed(thrown);
    }
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className={styles.subject}>
        <KitDrawing name={model.drawing} size={72} />
        <div>
          <h2>{text(model.name)}</h2>
          <p className={styles.muted}>
            {model.waiting > 0 ? t('waiting.othersWait', { count: model.waiting }) : t('waiting.nobodyWaits')}
          </p>
        </div>
      </div>
      <div className={styles.pair}>
        <DateField
          label={t('waiting.from')}
          value={from}
          min={addDays(today, 1)}
          required
          onChange={(day) => {
            setFrom(day);
            if (day && (!to || to < day)) setTo(day);
          }}
        />
        <DateField label={t('waiting.to')} value={to} min={from ?? addDays(today, 1)} required onChange={setTo} />
      </div>
      {fixed ? (
        <p>{t('waiting.fixedAt', { site: `${unit.homeSite.name}, ${unit.homeSite.town}` })}</p>
      ) : (
        <SelectField label={t('waiting.where')} value={where?.code ?? ''} onChange={setSite}>
          {sites.map((each) => (
            <option key={each.code} value={each.code}>
              {each.name}, {each.town}
            </option>
          ))}
        </SelectField>
      )}
      {fixed || model.unitCount < 2 ? null : (
        <fieldset className={styles.choice}>
          <legend>{t('waiting.which')}</legend>
          <label>
            <input type="radio" name="which" checked={!only} onChange={() => setOnly(false)} /> {t('waiting.any')}
          </label>
          <label>
            <input type="radio" name="which" checked={only} onChange={() => setOnly(true)} />{' '}
            {t('waiting.only', { code: unit.code })}
          </label>
        </fieldset>
      )}
      <div className={styles.pair}>
        <TextInput
          label={t('waiting.purpose')}
          value={purpose}
          maxLength={200}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <TextInput
          label={t('waiting.group')}
          value={group}
          inputMode="numeric"
          onChange={(event) => setGroup(event.currentTarget.value)}
        />
      </div>
      <p className={styles.muted}>{t('waiting.how')}</p>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <Button type="submit" color="yellow" size="lg" loading={loading} disabled={!from || !to || !where}>
        {t('waiting.join')}
      </Button>
    </form>
  );
}
