import { useQuery } from '@apollo/client/react';
import { addDays, dayOf, monthOf } from '@karavaan/domain';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { DataTable } from '../../ui/DataTable.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { SelectField } from '../../ui/SelectField.js';
import { useFormat } from '../../ui/useFormat.js';
import { byModel } from './by-model.js';
import styles from './envelope.module.css';
import { NEED } from './need.graphql.js';
import { needByModel, needByTown } from './need-rows.js';
import { VALUE } from './value.graphql.js';

const DAYS = ['90', '365', '1095'] as const;
const TOWNS = 20;

/** What people looked for and did not get, beside what the money bought: the reason for the next purchase. */
export function Need() {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const [today] = useState(() => dayOf(Date.now()));
  const days = DAYS.find((each) => each === params.get('dagen')) ?? '365';
  const period = { from: addDays(today, -Number(days)), to: today };
  const variables = { ...period, month: monthOf(today) };
  const { data, previousData, error, refetch } = useQuery(NEED, { variables, fetchPolicy: 'cache-and-network' });
  const { data: values, error: failed, refetch: again } = useQuery(VALUE, { variables: { from: null, to: null } });
  const found = data ?? (error ? undefined : previousData);
  const value = values?.equipmentValue;
  const models = useMemo(() => needByModel(found?.unmetDemand ?? [], byModel(value?.units ?? [])), [found, value]);
  const towns = useMemo(
    () => needByTown(found?.unmetDemand ?? [], found?.coverage.municipalities ?? [], value?.sites ?? []),
    [found, value],
  );
  const percent = (share: number) => `${format.number(share * 100, 1)}%`;
  if ((error && !found) || (failed && !value))
    return <ErrorState error={error ?? failed} onRetry={() => void Promise.all([refetch(), again()])} />;
  if (!found || !value) return <DelayedSkeleton count={4} height={120} />;
  const { coverage } = found;
  return (
    <>
      <dl className={styles.totals}>
        <div>
          <dt>{t('envelope.need.covered')}</dt>
          <dd>
            <Link className={styles.figure} to="/beheer/bereik">
              {percent(coverage.share)}
            </Link>
          </dd>
          <dd className={styles.meaning}>
            {t('envelope.need.coveredText', {
              covered: format.number(coverage.covered),
              inhabitants: format.number(coverage.inhabitants),
              month: format.month(variables.month),
            })}
          </dd>
        </div>
        <div>
          <dt>{t('envelope.need.wanted')}</dt>
          <dd>
            <Link className={styles.figure} to={`/beheer/vraag?van=${period.from}&tot=${period.to}`}>
              {format.number(models.reduce((sum, { wanted }) => sum + wanted, 0))}
            </Link>
          </dd>
          <dd className={styles.meaning}>{t('envelope.need.wantedText')}</dd>
        </div>
      </dl>
      <div className={styles.alone}>
        <SelectField
          label={t('envelope.need.period')}
          value={days}
          onChange={(dagen) =>
            setParams((old) => {
              old.set('dagen', dagen);
              return old;
            })
          }
        >
          {DAYS.map((each) => (
            <option key={each} value={each}>
              {t(`envelope.need.days.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <section className={styles.card} data-table aria-labelledby="need-models">
        <div className={styles.head}>
          <h2 id="need-models">{t('envelope.need.models')}</h2>
        </div>
        {models.length === 0 ? (
          <EmptyState text={t('envelope.need.none')} />
        ) : (
          <>
            <ListBar list="vraag" variables={period} />
            <DataTable
              caption={t('envelope.need.models')}
              rows={models}
              rowKey={({ code }) => code}
              columns={[
                {
                  key: 'model',
                  header: t('envelope.need.model'),
                  render: ({ code, name }) => <Link to={`/kits/${encodeURIComponent(code)}`}>{text(name)}</Link>,
                },
                {
                  key: 'wanted',
                  header: t('envelope.need.wanted'),
                  render: ({ wanted, searches, refusals, open }) => (
                    <span className={styles.counted}>
                      {format.number(wanted)}
                      <span className={styles.code}>{t('envelope.need.parts', { searches, refusals, open })}</span>
                    </span>
                  ),
                },
                {
                  key: 'units',
                  header: t('envelope.need.units'),
                  align: 'right',
                  render: ({ bought }) => format.number(bought?.units ?? 0),
                },
                {
                  key: 'acquisition',
                  header: t('envelope.value.acquisition'),
                  align: 'right',
                  render: ({ bought, code }) => (
                    <Link to={`/budget/gebruik?zoek=${encodeURIComponent(code)}`}>{format.euro(bought?.acquisition ?? 0n)}</Link>
                  ),
                },
                {
                  key: 'hours',
                  header: t('envelope.value.hours'),
                  align: 'right',
                  render: ({ bought }) => format.number(bought?.hours ?? 0, 1),
                },
                {
                  key: 'perHour',
                  header: t('envelope.value.perHour'),
                  align: 'right',
                  render: ({ bought }) => (bought?.perHour == null ? '–' : format.euro(bought.perHour)),
                },
                {
                  key: 'whatIf',
                  header: t('envelope.whatIf.title'),
                  render: ({ code, name }) => (
                    <LinkButton variant="default" to={`/budget/wat-als?model=${encodeURIComponent(code)}`}>
                      {t('envelope.need.buy')}
                      <span className="visually-hidden">: {text(name)}</span>
                    </LinkButton>
                  ),
                },
              ]}
            />
          </>
        )}
      </section>
      <section className={styles.card} data-table aria-labelledby="need-towns">
        <div className={styles.head}>
          <h2 id="need-towns">{t('envelope.need.towns')}</h2>
        </div>
        <p className={styles.note}>{t('envelope.need.townsText', { number: TOWNS })}</p>
        <DataTable
          caption={t('envelope.need.towns')}
          rows={towns.slice(0, TOWNS)}
          rowKey={({ nis }) => nis}
          columns={[
            { key: 'town', header: t('envelope.need.town'), render: ({ name }) => name },
            { key: 'wanted', header: t('envelope.need.wanted'), align: 'right', render: ({ wanted }) => format.number(wanted) },
            {
              key: 'share',
              header: t('envelope.need.covered'),
              align: 'right',
              render: ({ share }) => (share === null ? '–' : percent(share)),
            },
            {
              key: 'hours',
              header: t('envelope.need.hoursThere'),
              align: 'right',
              render: ({ hours }) => format.number(hours, 1),
            },
            { key: 'cents', header: t('envelope.need.moneyThere'), align: 'right', render: ({ cents }) => format.euro(cents) },
          ]}
        />
      </section>
    </>
  );
}
