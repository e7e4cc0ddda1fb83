import { useMutation } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useLanguage } from '../../ui/i18n/useLanguage.js';
import { Icon } from '../../ui/icons.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { SET_PACKING_LIST, UNIT_PACKING, type PackedUnit } from './packing.graphql.js';
import styles from './packing.module.css';

type Names = { nl: string; fr: string; en: string };
type Part = { key: number; name: Names; quantity: string };

let keys = 0;
const newPart = (name: Names = { nl: '', fr: '', en: '' }, quantity = 1): Part => ({
  key: ++keys,
  name,
  quantity: String(quantity),
});

/** What is in the boxes of one unit, to be changed as a whole. A name is typed in one's own language; the others keep theirs. */
export function PackingEditor({ unit }: { unit: PackedUnit }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const toast = useToast();
  const navigate = useNavigate();
  const [save, { loading: busy }] = useMutation(SET_PACKING_LIST, {
    refetchQueries: [{ query: UNIT_PACKING, variables: { code: unit.code } }],
  });
  const [boxes, setBoxes] = useState(() =>
    unit.packing.boxes.map(({ parts }) =>
      parts.map(({ name, quantity }) => newPart({ nl: name.nl, fr: name.fr, en: name.en }, quantity)),
    ),
  );
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);

  const change = (box: number, key: number, more: Partial<Part>) =>
    setBoxes((old) =>
      old.map((parts, at) => (at === box ? parts.map((part) => (part.key === key ? { ...part, ...more } : part)) : parts)),
    );
  /** A name that was never translated follows in every language. */
  const rename = (part: Part, text: string): Names => {
    const same = part.name.nl === part.name.fr && part.name.fr === part.name.en;
    return same ? { nl: text, fr: text, en: text } : { ...part.name, [language]: text };
  };

  async function submit() {
    setRefusal(null);
    setFailed(null);
    try {
      const parts = boxes.flatMap((each, at) =>
        each.map(({ name, quantity }) => ({
          box: at + 1,
          name: { ...name, nl: name.nl || name[language] },
          quantity: Number(quantity) || 0,
        })),
      );
      const { data } = await save({ variables: { input: { unitId: unit.id, version: unit.packing.version, parts } } });
      const result = data!.setPackingList;
      if (result.__typename === 'Refusal') return setRefusal(result as RefusalParts);
      toast({ text: t('packing.saved', { code: unit.code }) });
      await navigate(`/toestel/${encodeURIComponent(unit.code)}`);
    } catch (error) {
      setFailed(error);
    }
  }

  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {unit.packing.version === 0 ? <p className={styles.note}>{t('packing.ofModel')}</p> : null}
      {boxes.map((parts, box) => (
        // oxlint-disable-next-line no-array-index-key -- a box is its number
        <fieldset key={box} className={styles.box}>
          <legend>{t('packing.box', { box: box + 1, of: boxes.length })}</legend>
          <ul>
            {parts.map((part) => (
              <li key={part.key}>
                <TextInput
                  label={t('packing.quantity')}
                  type="number"
                  min={1}
                  max={1000}
                  required
                  className={styles.quantity}
                  value={part.quantity}
                  onChange={(event) => change(box, part.key, { quantity: event.target.value })}
                />
                <TextInput
                  label={t('packing.part')}
                  required
                  maxLength={120}
                  className={styles.name}
                  value={part.name[language]}
                  onChange={(event) => change(box, part.key, { name: rename(part, event.target.value) })}
                />
                <button
                  type="button"
                  className={styles.remove}
                  aria-label={`${t('packing.remove')} ${part.name[language]}`}
                  onClick={() =>
                    setBoxes((old) => old.map((each, at) => (at === box ? each.filter(({ key }) => key !== part.key) : each)))
                  }
                >
                  <Icon name="trash" />
                </button>
              </li>
            ))}
          </ul>
          <div className={styles.buttons}>
            <Button
              variant="default"
              leftSection={<Icon name="plus" />}
              onClick={() => setBoxes((old) => old.map((each, at) => (at === box ? [...each, newPart()] : each)))}
            >
              {t('packing.addPart')}
              <span className="visually-hidden"> ({t('packing.box', { box: box + 1, of: boxes.length })})</span>
            </Button>
            {boxes.length > 1 ? (
              <Button variant="default" color="red" onClick={() => setBoxes((old) => old.filter((_, at) => at !== box))}>
                {t('packing.removeBox', { box: box + 1 })}
              </Button>
            ) : null}
          </div>
        </fieldset>
      ))}
      <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setBoxes((old) => [...old, [newPart()]])}>
        {t('packing.addBox')}
      </Button>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      <Button type="submit" color="yellow" size="lg" disabled={busy}>
        {busy ? t('ui.busy') : t('packing.save')}
      </Button>
    </form>
  );
}
