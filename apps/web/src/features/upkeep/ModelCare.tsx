import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { SelectField } from '../../ui/SelectField.js';
import { ConsumablesForm } from './ConsumablesForm.js';
import { PlansForm } from './PlansForm.js';
import { TurnaroundForm } from './TurnaroundForm.js';
import { MODEL_LIST, MODEL_UPKEEP } from './upkeep.graphql.js';
import styles from './upkeep.module.css';

/** What holds for all units of a model: turn-around, plans, consumables. The model stands in the address. */
export function ModelCare() {
  const { t } = useTranslation();
  const text = useText();
  const [params, setParams] = useSearchParams();
  const { data: list, error, refetch } = useQuery(MODEL_LIST);
  const models = list?.catalogue.edges.map(({ node }) => node) ?? [];
  const code = params.get('model') ?? models[0]?.code ?? '';
  const { data, error: broken } = useQuery(MODEL_UPKEEP, { variables: { code }, skip: !code });
  const model = data?.equipmentModel;
  if (error || broken) return <ErrorState error={error ?? broken} onRetry={() => void refetch()} />;
  return (
    <>
      <div className={styles.filter}>
        <SelectField
          label={t('upkeep.model.which')}
          value={code}
          onChange={(value) =>
            setParams((old) => {
              old.set('model', value);
              return old;
            })
          }
        >
          {models.map((each) => (
            <option key={each.id} value={each.code}>
              {text(each.name)}
            </option>
          ))}
        </SelectField>
      </div>
      {model ? (
        <div className={styles.settings} key={model.id}>
          <TurnaroundForm model={model} />
          <PlansForm model={model} />
          <ConsumablesForm model={model} />
        </div>
      ) : (
        <DelayedSkeleton count={3} height={200} />
      )}
    </>
  );
}
