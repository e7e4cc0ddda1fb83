import { Button, TextInput } from '@mantine/core';
import type { SiteChoice } from '../../graphql/own-sites.js';
import { DateField } from '../../ui/DateField.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { SelectField } from '../../ui/SelectField.js';
import type { Plan } from './plan.js';
import styles from './series.module.css';

type Props = {
  plan: Plan;
  onChange: (plan: Plan) => void;
  sites: readonly SiteChoice[];
  /** where fixed equipment stands: it cannot go along sites */
  fixedAt: string | null;
  today: string;
};

/** What repeats: the rhythm of a weekly series, or the sites that follow one another. */
export function PlanFields({ plan, onChange, sites, fixedAt, today }: Props) {
  const { t } = useTranslation();
  const set = (changes: Partial<Plan>) => onChange({ ...plan, ...changes });
  const number = (field: 'days' | 'everyWeeks' | 'times' | 'travelDays', label: string) => (
    <TextInput
      label={label}
      value={plan[field]}
      inputMode="numeric"
      maxLength={3}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  const choices = sites.map((site) => (
    <option key={site.code} value={site.code}>
      {site.name}, {site.town}
    </option>
  ));
  const setSite = (at: number, code: string) => set({ sites: plan.sites.map((each, place) => (place === at ? code : each)) });
  return (
    <>
      {fixedAt ? (
        <p>{t('series.fixedAt', { site: fixedAt })}</p>
      ) : (
        <fieldset className={styles.choice}>
          <legend>{t('series.what')}</legend>
          {(['WEEKLY', 'SITES'] as const).map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" checked={plan.kind === kind} onChange={() => set({ kind })} />
              {t(`series.kind.${kind}`)}
            </label>
          ))}
        </fieldset>
      )}
      <div className={styles.fields}>
        <DateField
          label={t('series.firstDay')}
          value={plan.firstDay}
          min={today}
          required
          onChange={(firstDay) => set({ firstDay })}
        />
        {number('days', t(plan.kind === 'WEEKLY' ? 'series.days' : 'series.daysEach'))}
        {plan.kind === 'WEEKLY' ? (
          <>
            {number('everyWeeks', t('series.everyWeeks'))}
            {number('times', t('series.times'))}
          </>
        ) : (
          number('travelDays', t('series.travelDays'))
        )}
      </div>
      {plan.kind === 'WEEKLY' ? (
        <>
          {fixedAt ? null : (
            <SelectField label={t('series.where')} value={plan.sites[0] ?? ''} onChange={(code) => setSite(0, code)}>
              {choices}
            </SelectField>
          )}
          <label className={styles.check}>
            <input type="checkbox" checked={plan.makeUp} onChange={(event) => set({ makeUp: event.currentTarget.checked })} />
            {t('series.makeUp')}
          </label>
        </>
      ) : (
        <fieldset className={styles.choice}>
          <legend>{t('series.inOrder')}</legend>
          <ol className={styles.sites}>
            {plan.sites.map((code, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same site may come twice: its place is what it is
              <li key={at}>
                <SelectField label={t('series.site', { at: at + 1 })} value={code} onChange={(next) => setSite(at, next)}>
                  {choices}
                </SelectField>
                {plan.sites.length > 2 ? (
                  <Button
                    variant="default"
                    aria-label={t('series.removeSite', { at: at + 1 })}
                    onClick={() => set({ sites: plan.sites.filter((_, place) => place !== at) })}
                  >
                    <Icon name="trash" />
                  </Button>
                ) : null}
              </li>
            ))}
          </ol>
          <Button
            variant="default"
            leftSection={<Icon name="plus" />}
            onClick={() => set({ sites: [...plan.sites, sites[plan.sites.length % Math.max(1, sites.length)]?.code ?? ''] })}
          >
            {t('series.addSite')}
          </Button>
        </fieldset>
      )}
    </>
  );
}
