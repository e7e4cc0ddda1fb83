import { useMutation, useQuery } from '@apollo/client/react';
import { addDays, dayOf } from '@karavaan/domain';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { TargetGroup } from '../../graphql/generated/graphql.js';
import { useSitesOf } from '../../graphql/own-sites.js';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import type { Viewer } from '../../graphql/viewer.js';
import { DateField } from '../../ui/DateField.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { SelectField } from '../../ui/SelectField.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { type DayPair, PreferredDays } from './PreferredDays.js';
import { SUBMIT, WISHES } from './requests.graphql.js';
import styles from './requests.module.css';

export const GROUPS: readonly TargetGroup[] = [
  'EMPLOYEES',
  'JOB_SEEKERS',
  'COMPANY_STAFF',
  'PUPILS_STUDENTS',
  'LOW_DIGITAL_SKILLS',
];

const whole = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : null);

/** A wish without a slot: what, where, between which days, how long, for whom. */
export function RequestForm({ viewer, modelCode }: { viewer: Viewer; modelCode: string | null }) {
  const { t } = useTranslation();
  const text = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const defaults = viewer.bookingDefaults;
  const [tomorrow] = useState(() => addDays(dayOf(Date.now()), 1));
  const { data, error, refetch } = useQuery(WISHES);
  const own = useSitesOf(viewer.organisation.id);
  const [wish, setWish] = useState(modelCode ? `model:${modelCode}` : '');
  const [site, setSite] = useState(defaults.site?.code ?? '');
  const [earliest, setEarliest] = useState<string | null>(null);
  const [latest, setLatest] = useState<string | null>(null);
  const [days, setDays] = useState('3');
  const [group, setGroup] = useState(defaults.groupSize === null ? '' : String(defaults.groupSize));
  const [target, setTarget] = useState<TargetGroup>('EMPLOYEES');
  const [sme, setSme] = useState(true);
  const [course, setCourse] = useState(defaults.purpose ?? '');
  const [preferred, setPreferred] = useState<DayPair[]>([]);
  const [remark, setRemark] = useState('');
  const sent = useRef({ what: '', key: '' });
  const [submit, { loading }] = useMutation(SUBMIT);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data || !own) return <DelayedSkeleton count={3} height={160} />;

  const sites = [...own, ...(defaults.site && !own.some(({ code }) => code === defaults.site!.code) ? [defaults.site] : [])];
  const where = sites.find(({ code }) => code === site) ?? sites[0];
  const [kind, code] = wish.split(':') as [string, string | undefined];
  const dayCount = whole(days);
  const groupSize = whole(group);
  const complete = Boolean(code && where && earliest && latest && dayCount && groupSize && course.trim().length > 1);

  async function send() {
    if (!complete) return;
    setRefusal(null);
    setFailed(null);
    const input = {
      modelCode: kind === 'model' ? code! : null,
      domain: kind === 'domain' ? code! : null,
      siteId: where!.id,
      earliestDay: earliest!,
      latestDay: latest!,
      days: dayCount!,
      groupSize: groupSize!,
      targetGroup: target,
      sme: target === 'COMPANY_STAFF' ? sme : null,
      course: course.trim(),
      preferred: preferred.flatMap(({ from, to }) => (from && to ? [{ firstDay: from, lastDay: to }] : [])),
      remark: remark.trim() || null,
    };
    // The same wish again, after a failure on the way, must not be a second request.
    if (sent.current.what !== JSON.stringify(input)) sent.current = { what: JSON.stringify(input), key: crypto.randomUUID() };
    try {
      const result = (await submit({ variables: { input: { ...input, idempotencyKey: sent.current.key } } })).data!.submitRequest;
      if (result.__typename === 'Refusal') return setRefusal(result as RefusalParts);
      toast({ text: t('requests.did.submit', { number: result.number }) });
      void navigate('/aanvragen');
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
      <h2>{t('requests.part.what')}</h2>
      <div className={styles.pair}>
        <SelectField label={t('requests.field.wish')} value={wish} onChange={setWish}>
          <option value="">{t('requests.choose')}</option>
          <optgroup label={t('requests.models')}>
            {data.catalogue.edges.map(({ node }) => (
              <option key={node.id} value={`model:${node.code}`}>
                {text(node.name)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('requests.domains')}>
            {data.catalogue.facets.domains.map(({ value, label }) => (
              <option key={value} value={`domain:${value}`}>
                {t('requests.anyOf', { domain: text(label) })}
              </option>
            ))}
          </optgroup>
        </SelectField>
        <SelectField label={t('requests.field.site')} value={where?.code ?? ''} onChange={setSite}>
          {sites.map((each) => (
            <option key={each.code} value={each.code}>
              {each.name}, {each.town}
            </option>
          ))}
        </SelectField>
      </div>
      <h2>{t('requests.part.when')}</h2>
      <div className={styles.three}>
        <DateField label={t('requests.field.earliest')} value={earliest} min={tomorrow} required onChange={setEarliest} />
        <DateField label={t('requests.field.latest')} value={latest} min={earliest ?? tomorrow} required onChange={setLatest} />
        <TextInput
          label={t('requests.field.days')}
          value={days}
          inputMode="numeric"
          required
          withAsterisk={false}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
      </div>
      <PreferredDays pairs={preferred} min={earliest ?? tomorrow} onChange={setPreferred} />
      <h2>{t('requests.part.who')}</h2>
      <div className={styles.pair}>
        <TextInput
          label={t('requests.field.course')}
          value={course}
          maxLength={200}
          required
          withAsterisk={false}
          onChange={(event) => setCourse(event.currentTarget.value)}
        />
        <TextInput
          label={t('requests.field.group')}
          value={group}
          inputMode="numeric"
          required
          withAsterisk={false}
          onChange={(event) => setGroup(event.currentTarget.value)}
        />
        <SelectField label={t('requests.field.target')} value={target} onChange={(value) => setTarget(value as TargetGroup)}>
          {GROUPS.map((each) => (
            <option key={each} value={each}>
              {t(`requests.target.${each}`)}
            </option>
          ))}
        </SelectField>
        {target === 'COMPANY_STAFF' ? (
          <fieldset className={styles.choice}>
            <legend>{t('requests.field.sme')}</legend>
            <label>
              <input type="radio" name="sme" checked={sme} onChange={() => setSme(true)} /> {t('requests.sme.yes')}
            </label>
            <label>
              <input type="radio" name="sme" checked={!sme} onChange={() => setSme(false)} /> {t('requests.sme.no')}
            </label>
          </fieldset>
        ) : null}
      </div>
      <Textarea
        label={t('requests.field.remark')}
        description={t('requests.help.remark')}
        rows={3}
        maxLength={2000}
        value={remark}
        onChange={(event) => setRemark(event.currentTarget.value)}
      />
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <div>
        <Button type="submit" color="yellow" size="lg" loading={loading} disabled={!complete}>
          {t('requests.submit')}
        </Button>
      </div>
    </form>
  );
}
