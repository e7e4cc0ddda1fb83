import { useMutation, useQuery } from '@apollo/client/react';
import { addDays, dayOf } from '@karavaan/domain';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { PlanKind, PlanWeight } from '../../graphql/generated/graphql.js';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { DateField } from '../../ui/DateField.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { SelectField } from '../../ui/SelectField.js';
import { PLAN_UNITS, PLANS, START_PLAN } from './planning.graphql.js';
import styles from './planning.module.css';

const KINDS = ['TOURS', 'TRIPS', 'REPAIR'] as const satisfies readonly PlanKind[];
/** As they stand in the address. */
const KIND_WORDS: Readonly<Record<string, (typeof KINDS)[number]>> = { herstel: 'REPAIR', ritten: 'TRIPS' };
const WEIGHTS = ['NONE', 'SOME', 'MUCH'] as const satisfies readonly PlanWeight[];
const GROUNDS = ['fairness', 'access', 'groups', 'distance', 'idle'] as const;
const SECONDS = [10, 20, 60, 180];
/** How far ahead a plan looks when nobody says otherwise. */
const DAYS: Record<(typeof KINDS)[number], number> = { TOURS: 182, TRIPS: 13, REPAIR: 56 };
const usual = { fairness: 'SOME', access: 'SOME', groups: 'SOME', distance: 'SOME', idle: 'SOME' } as Record<
  (typeof GROUNDS)[number],
  PlanWeight
>;

/** Asks for a plan: of what kind, for which days, what weighs and how long it may search. */
export function PlanForm() {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [today] = useState(() => dayOf(Date.now()));
  const [kind, setKind] = useState<(typeof KINDS)[number]>(KIND_WORDS[params.get('soort') ?? ''] ?? 'TOURS');
  const [firstDay, setFirstDay] = useState<string | null>(params.get('van') ?? today);
  const [lastDay, setLastDay] = useState<string | null>(params.get('tot') ?? addDays(today, DAYS[kind]));
  const [unitId, setUnitId] = useState(params.get('toestel') ?? '');
  const siteId = params.get('locatie');
  const [weights, setWeights] = useState(usual);
  const [seconds, setSeconds] = useState(20);
  const [seed, setSeed] = useState(1);
  const key = useRef({ what: '', key: '' });
  const units = useQuery(PLAN_UNITS, { skip: kind !== 'REPAIR' });
  const [start, { loading }] = useMutation(START_PLAN, { refetchQueries: [PLANS] });
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);

  async function send() {
    if (!firstDay || !lastDay) return;
    setRefusal(null);
    setFailed(null);
    const only = kind === 'REPAIR' ? { unitId: unitId || null, siteId } : {};
    const input = { kind, firstDay, lastDay, weights, seconds, seed, ...only };
    if (key.current.what !== JSON.stringify(input)) key.current = { what: JSON.stringify(input), key: crypto.randomUUID() };
    try {
      const result = (await start({ variables: { input: { ...input, idempotencyKey: key.current.key } } })).data!.startPlan;
      if (result.__typename === 'Refusal') return setRefusal(result as RefusalParts);
      void navigate(`/plannen/${result.id}`);
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
      <fieldset className={styles.kinds}>
        <legend>{t('planning.field.kind')}</legend>
        {KINDS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="kind"
              checked={kind === each}
              onChange={() => {
                setKind(each);
                if (firstDay) setLastDay(addDays(firstDay, DAYS[each]));
              }}
            />
            <span>
              <strong>{t(`planning.kind.${each}`)}</strong>
              <br />
              {t(`planning.help.${each}`)}
            </span>
          </label>
        ))}
      </fieldset>
      <div className={styles.fields}>
        <DateField label={t('planning.field.firstDay')} value={firstDay} min={today} required onChange={setFirstDay} />
        <DateField label={t('planning.field.lastDay')} value={lastDay} min={firstDay ?? today} required onChange={setLastDay} />
        {kind === 'REPAIR' ? (
          <SelectField label={t('planning.field.unit')} value={unitId} onChange={setUnitId}>
            <option value="">{t('planning.allUnits')}</option>
            {units.data?.catalogue.edges.map(({ node }) => (
              <optgroup key={node.id} label={text(node.name)}>
                {node.units.map((unit) => (
                  <option key={unit.id} value={unit.id}>
                    {unit.code}
                  </option>
                ))}
              </optgroup>
            ))}
          </SelectField>
        ) : null}
      </div>
      {units.error ? <ErrorState error={units.error} onRetry={() => void units.refetch()} /> : null}
      {kind === 'TOURS' ? (
        <>
          <h2>{t('planning.weights')}</h2>
          <p className={styles.muted}>{t('planning.weightsLead')}</p>
          <div className={styles.fields}>
            {GROUNDS.map((ground) => (
              <SelectField
                key={ground}
                label={t(`planning.weight.${ground}`)}
                value={weights[ground]}
                onChange={(value) => setWeights({ ...weights, [ground]: value as PlanWeight })}
              >
                {WEIGHTS.map((weight) => (
                  <option key={weight} value={weight}>
                    {t(`planning.much.${weight}`)}
                  </option>
                ))}
              </SelectField>
            ))}
          </div>
        </>
      ) : null}
      {kind === 'REPAIR' ? null : (
        <>
          <h2>{t('planning.search')}</h2>
          <div className={styles.fields}>
            <SelectField
              label={t('planning.field.seconds')}
              value={String(seconds)}
              onChange={(value) => setSeconds(Number(value))}
            >
              {SECONDS.map((each) => (
                <option key={each} value={each}>
                  {t('planning.seconds', { count: each })}
                </option>
              ))}
            </SelectField>
            <SelectField label={t('planning.field.seed')} value={String(seed)} onChange={(value) => setSeed(Number(value))}>
              {[1, 2, 3, 4, 5].map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </SelectField>
          </div>
        </>
      )}
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <div>
        <Button type="submit" color="yellow" size="lg" loading={loading} disabled={!firstDay || !lastDay}>
          {t('planning.start')}
        </Button>
      </div>
    </form>
  );
}
