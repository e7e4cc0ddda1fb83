import { useTranslation } from '../../ui/i18n/texts.js';
import type { ModelPartsFragment } from '../../graphql/generated/graphql.js';
import { useText } from '../../ui/i18n/useText.js';
import { Icon, type IconName } from '../../ui/icons.js';
import { useFormat } from '../../ui/useFormat.js';
import styles from './ModelFacts.module.css';

/** Six facts of a model; an estimate says that it is one. */
export function ModelFacts({ model }: { model: ModelPartsFragment }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const about = (figure: { basis: string }, words: string) =>
    figure.basis === 'ESTIMATED' ? `${words} ${t('equipment.estimated')}` : words;
  const lift = model.needsTailLift ? t('equipment.withTailLift') : model.needsTwoPersons ? t('equipment.withTwo') : '';
  const facts: [IconName, string][] = [
    ['people', about(model.maxParticipants, t('equipment.participants', { count: model.maxParticipants.value }))],
    ['plug', t(`equipment.power.${model.powerNeed}`)],
    ['floor', about(model.floorM2, t('equipment.floor', { m2: format.number(model.floorM2.value) }))],
    [
      'weight',
      about(model.massKg, [t('equipment.mass', { kg: format.number(model.massKg.value) }), lift].filter(Boolean).join(', ')),
    ],
    [
      'clock',
      about(
        model.setupMinutes,
        model.setupMinutes.value
          ? t('equipment.setup', { time: format.minutes(model.setupMinutes.value) })
          : t('equipment.noSetup'),
      ),
    ],
    ['book', model.trainerRequirement ? text(model.trainerRequirement) : t('equipment.noTrainer')],
  ];
  return (
    <ul className={styles.facts} aria-label={t('equipment.facts')}>
      {facts.map(([icon, words]) => (
        <li key={icon}>
          <Icon name={icon} />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
