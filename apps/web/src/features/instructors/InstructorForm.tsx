import { useMutation, useQuery } from '@apollo/client/react';
import { AREAS } from '@karavaan/domain';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { INSTRUCTORS, type InstructorView, MODELS_TO_ACCOMPANY, SAVE_INSTRUCTOR } from './instructors.graphql.js';
import styles from './instructors.module.css';
import { useWrite } from './useWrite.js';

const DAYS = ['1', '2', '3', '4', '5', '6', '7'];
const PLACES = AREAS.filter((area) => area !== 'OTHER');

/** Makes somebody an instructor, or changes what they accompany, where and on which days. */
export function InstructorForm({ instructor, onDone }: { instructor: InstructorView | null; onDone: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const toast = useToast();
  const [email, setEmail] = useState(instructor?.email ?? '');
  const [modelIds, setModelIds] = useState(instructor?.models.map(({ id }) => id) ?? []);
  const [areas, setAreas] = useState<string[]>(instructor ? [...instructor.areas] : []);
  const [weekdays, setWeekdays] = useState(instructor?.weekdays.map(String) ?? DAYS.slice(0, 5));
  const { data, error, refetch } = useQuery(MODELS_TO_ACCOMPANY);
  const [save] = useMutation(SAVE_INSTRUCTOR, { refetchQueries: [INSTRUCTORS], awaitRefetchQueries: true });
  const { busy, refusal, failed, write } = useWrite();
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={3} height={48} />;
  const models = data.catalogue.edges.map(({ node }) => node);

  async function submit() {
    const input = { email, version: instructor?.version ?? null, modelIds, areas, weekdays: weekdays.map(Number) };
    if (!(await write(async () => (await save({ variables: { input } })).data!.saveInstructor))) return;
    toast({ text: t('instructors.saved', { email }) });
    setEmail('');
    setModelIds([]);
    onDone();
  }

  return (
    <form
      className={styles.form}
      aria-labelledby="edit"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextInput
        label={t('instructors.email')}
        type="email"
        autoComplete="off"
        required
        readOnly={instructor !== null}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Checkbox.Group className={styles.wide} label={t('instructors.models')} value={modelIds} onChange={setModelIds}>
        <div className={styles.choices}>
          {models.map(({ id, name }) => (
            <Checkbox key={id} value={id} label={text(name)} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox.Group
        className={styles.wide}
        label={t('instructors.areas')}
        description={t('instructors.areasHint')}
        value={areas}
        onChange={setAreas}
      >
        <div className={styles.choices}>
          {PLACES.map((area) => (
            <Checkbox key={area} value={area} label={t(`instructors.area.${area}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox.Group className={styles.wide} label={t('instructors.weekdays')} value={weekdays} onChange={setWeekdays}>
        <div className={styles.choices}>
          {DAYS.map((day) => (
            <Checkbox key={day} value={day} label={t(`instructors.weekday.${day}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={styles.row}>
        <Button type="submit" loading={busy} disabled={!email.trim() || modelIds.length === 0 || weekdays.length === 0}>
          {t('instructors.save')}
        </Button>
        {instructor ? (
          <Button variant="default" onClick={onDone}>
            {t('instructors.back')}
          </Button>
        ) : null}
      </div>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
    </form>
  );
}
