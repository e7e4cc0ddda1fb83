import type { WhatIf as Asked, WhatIfAnswer, WhatIfFinding } from '@karavaan/domain';
import { DataTable } from '../../ui/DataTable.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import styles from './envelope.module.css';
import { basisPoints } from './figures.js';
import type { WhatIfData } from './what-if.graphql.js';

type Props = { asked: Asked; answer: WhatIfAnswer; data: WhatIfData };

/** What would be: possible or not and why, and each line and funder before and after. Nothing is booked. */
export function WhatIfAnswerView({ asked, answer, data }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const agreements = data.envelopes.flatMap((envelope) => envelope.agreements);
  const lineOf = (id: string) => agreements.flatMap(({ lines }) => lines).find((line) => line.id === id);
  const funderOf = (id: string) =>
    agreements.flatMap(({ shares }) => shares).find(({ funder }) => funder.id === id)?.funder.name ?? '';
  const said = (finding: WhatIfFinding) =>
    t(`envelope.whatIf.finding.${finding.code}`, {
      line: 'lineId' in finding ? (lineOf(finding.lineId)?.name ?? '') : '',
      missing: 'missing' in finding ? format.euro(finding.missing) : '',
      percent: 'usedBasisPoints' in finding ? format.number(finding.usedBasisPoints / 100, 1) : '',
      until: 'until' in finding ? format.day(finding.until) : '',
      paidBy: 'paidBy' in finding ? format.day(finding.paidBy) : '',
      needed: 'needed' in finding ? t(`envelope.procedure.${finding.needed}`) : '',
    });
  const percent = (budget: bigint, left: bigint) => `${format.number(basisPoints(budget - left, budget) / 100, 1)}%`;
  return (
    <section className={styles.card} data-table aria-labelledby="what-if-answer">
      <div className={styles.head}>
        <h2 id="what-if-answer">{t('envelope.whatIf.answer')}</h2>
        <StatusTag tone={answer.possible ? 'green' : 'red'}>
          {t(answer.possible ? 'envelope.whatIf.possible' : 'envelope.whatIf.impossible')}
        </StatusTag>
      </div>
      <p className={styles.note} role="status">
        {t(answer.possible ? 'envelope.whatIf.sayPossible' : 'envelope.whatIf.sayImpossible', {
          amount: format.euro(asked.cents),
        })}
      </p>
      {answer.findings.length > 0 ? (
        <ul className={styles.findings}>
          {answer.findings.map((finding) => (
            <li key={`${finding.code} ${'lineId' in finding ? finding.lineId : ''}`}>
              <StatusTag tone={finding.refuses ? 'red' : finding.code === 'SECOND_PERSON' ? 'blue' : 'yellow'}>
                {t(finding.refuses ? 'envelope.whatIf.refuses' : 'envelope.whatIf.mind')}
              </StatusTag>
              <span>{said(finding)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {answer.needed ? (
        <p>
          {t('envelope.whatIf.needed')} <strong>{t(`envelope.procedure.${answer.needed}`)}</strong>
        </p>
      ) : null}
      {answer.lines.length > 0 ? (
        <DataTable
          caption={t('envelope.whatIf.lines')}
          rows={answer.lines}
          rowKey={({ lineId }) => lineId}
          columns={[
            {
              key: 'line',
              header: t('envelope.by.lijn'),
              render: ({ lineId }) => {
                const line = lineOf(lineId);
                return line ? `${line.name} (${line.code})` : '';
              },
            },
            {
              key: 'budget',
              header: t('envelope.whatIf.budgetAfter'),
              align: 'right',
              render: ({ budget }) => format.euro(budget[1]),
            },
            {
              key: 'before',
              header: t('envelope.whatIf.leftBefore'),
              align: 'right',
              render: ({ left }) => format.euro(left[0]),
            },
            { key: 'after', header: t('envelope.whatIf.leftAfter'), align: 'right', render: ({ left }) => format.euro(left[1]) },
            {
              key: 'used',
              header: t('envelope.whatIf.used'),
              align: 'right',
              render: ({ budget, left }) => `${percent(budget[0], left[0])} → ${percent(budget[1], left[1])}`,
            },
          ]}
        />
      ) : null}
      {answer.funders.length > 0 ? (
        <>
          <h3>{t('envelope.whatIf.funders')}</h3>
          <DataTable
            caption={t('envelope.whatIf.funders')}
            rows={answer.funders}
            rowKey={({ funderId }) => funderId}
            columns={[
              { key: 'funder', header: t('envelope.by.financier'), render: ({ funderId }) => funderOf(funderId) },
              { key: 'before', header: t('envelope.whatIf.before'), align: 'right', render: ({ used }) => format.euro(used[0]) },
              { key: 'after', header: t('envelope.whatIf.after'), align: 'right', render: ({ used }) => format.euro(used[1]) },
              {
                key: 'more',
                header: t('envelope.whatIf.more'),
                align: 'right',
                render: ({ used }) => format.euro(used[1] - used[0]),
              },
            ]}
            total={{
              funder: t('envelope.total'),
              more: format.euro(answer.funders.reduce((sum, { used }) => sum + used[1] - used[0], 0n)),
            }}
          />
        </>
      ) : null}
    </section>
  );
}
