import { useApolloClient } from '@apollo/client/react';
import { Button, Input, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import type { FigureName } from '../../graphql/generated/graphql.js';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { Dialog } from '../../ui/Dialog.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { type ModelDetail, SET_FIGURE } from './equipment.graphql.js';
import styles from './CatalogueList.module.css';

const FIGURES = {
  MASS_KG: 'massKg',
  VOLUME_M3: 'volumeM3',
  SETUP_MINUTES: 'setupMinutes',
  PACK_MINUTES: 'packMinutes',
  FLOOR_M2: 'floorM2',
  MAX_PARTICIPANTS: 'maxParticipants',
} as const satisfies Record<FigureName, keyof ModelDetail>;

/** A planner replaces an estimate by what was measured. */
export function MeasureFigure({ model }: { model: ModelDetail }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const toast = useToast();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [figure, setFigure] = useState<FigureName>('MASS_KG');
  const [value, setValue] = useState('');
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  async function save(event: FormEvent) {
    event.preventDefault();
    const { data } = await client.mutate({
      mutation: SET_FIGURE,
      variables: { modelId: model.id, figure, value: Number(value.replace(',', '.')) },
    });
    const result = data?.setMeasuredFigure;
    if (result?.__typename === 'Refusal') return setRefusal(result);
    setOpen(false);
    setRefusal(null);
    return toast({ text: t('equipment.saved') });
  }
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('equipment.measure')}
      </Button>
      <Dialog open={open} title={t('equipment.measure')} onClose={() => setOpen(false)}>
        <form onSubmit={(event) => void save(event)} style={{ display: 'grid', gap: 16 }}>
          <p style={{ margin: 0 }}>{t('equipment.measureText')}</p>
          <Input.Wrapper label={t('equipment.figure')} id={`${id}-figure`}>
            <select
              id={`${id}-figure`}
              className={styles.select}
              value={figure}
              onChange={(event) => setFigure(event.currentTarget.value as FigureName)}
            >
              {(Object.keys(FIGURES) as FigureName[]).map((name) => (
                <option key={name} value={name}>
                  {t(`equipment.figures.${name}`)}: {model[FIGURES[name]].value}{' '}
                  {model[FIGURES[name]].basis === 'MEASURED' ? `(${t('equipment.measured')})` : ''}
                </option>
              ))}
            </select>
          </Input.Wrapper>
          <TextInput
            label={t('equipment.value')}
            inputMode="decimal"
            required
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          {refusal ? <RefusalView refusal={refusal} /> : null}
          <Button type="submit">{t('equipment.save')}</Button>
        </form>
      </Dialog>
    </>
  );
}
