import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { ListBar } from '../../ui/export/ListBar.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useFormat } from '../../ui/useFormat.js';
import type { Amounts, Envelope } from './envelope.graphql.js';
import styles from './envelope.module.css';
import { basisPoints, FIGURES, postingsOf, sumOf, type FigureName } from './figures.js';
import { StageBar } from './StageBar.js';

const WAYS = ['lijn', 'financier', 'rubriek'] as const;
type Way = (typeof WAYS)[number];
type Row = { key: string; name: ReactNode; text: string; amounts: Amounts; lineId?: string };

/** The envelope by line, funder or rubric: as bars with what counts most, or every stage to the cent. */
export function StateTable({ envelope }: { envelope: Envelope }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const way: Way = WAYS.find((each) => each === params.get('per')) ?? 'lijn';
  const whole = params.get('stadia') === 'alle';
  const set = (name: string, value: string | null) =>
    setParams(
      (old) => {
        if (value) old.set(name, value);
        else old.delete(name);
        return old;
      },
      { replace: true, preventScrollReset: true },
    );
  const rows = rowsBy(way, envelope, (rubric) => t(`envelope.rubric.${rubric}`));
  const money = (name: FigureName): Column<Row> => ({
    key: name,
    header: t(`envelope.stage.${name}`),
    align: 'right',
    render: ({ amounts, lineId }) => {
      const euro = format.euro(amounts[name]);
      return lineId ? <Link to={postingsOf(name, { lijn: lineId })}>{euro}</Link> : euro;
    },
  });
  const percent = (amounts: { budget: string | bigint; committed: string | bigint }) =>
    `${format.number(basisPoints(amounts.committed, amounts.budget) / 100, 1)}%`;
  const title = t(`envelope.by.${way}`);
  const columns: Column<Row>[] = [
    { key: 'name', header: title, render: ({ name }) => name },
    ...(whole
      ? FIGURES.map(money)
      : [
          money('budget'),
          { key: 'bar', header: t('envelope.stages'), render: ({ amounts }: Row) => <StageBar amounts={amounts} /> },
          {
            key: 'share',
            header: t('envelope.stage.committed'),
            align: 'right' as const,
            render: ({ amounts }: Row) => percent(amounts),
          },
          money('left'),
        ]),
  ];
  const sum = (name: FigureName) => format.euro(sumOf(rows, name));
  return (
    <section className={styles.card} data-table aria-labelledby="envelope-state">
      <div className={styles.head}>
        <h2 id="envelope-state">{t('envelope.state')}</h2>
        <div className={styles.ways} role="group" aria-label={t('envelope.byLabel')}>
          {WAYS.map((each) => (
            <Button
              key={each}
              variant={each === way ? 'filled' : 'default'}
              size="compact-md"
              aria-pressed={each === way}
              onClick={() => set('per', each === 'lijn' ? null : each)}
            >
              {t(`envelope.by.${each}`)}
            </Button>
          ))}
          <Button variant="default" size="compact-md" aria-pressed={whole} onClick={() => set('stadia', whole ? null : 'alle')}>
            {t('envelope.asTable')}
          </Button>
        </div>
      </div>
      <div className={whole ? styles.wide : undefined}>
        <DataTable
          caption={title}
          rows={rows}
          rowKey={({ key }) => key}
          columns={columns}
          total={{
            name: t('envelope.total'),
            share: percent({ budget: sumOf(rows, 'budget'), committed: sumOf(rows, 'committed') }),
            ...Object.fromEntries(FIGURES.map((name) => [name, sum(name)])),
          }}
        />
      </div>
      {way === 'lijn' ? <ListBar foot list="budgetlijnen" variables={{ filter: { envelopeId: envelope.id } }} /> : null}
    </section>
  );
}

function rowsBy(way: Way, { byFunder, byRubric, agreements }: Envelope, rubricName: (rubric: string) => string): Row[] {
  if (way === 'financier')
    return byFunder.map(({ funder, amounts }) => ({ key: funder.id, name: funder.name, text: funder.name, amounts }));
  if (way === 'rubriek')
    return byRubric.map(({ rubric, amounts }) => ({ key: rubric, name: rubricName(rubric), text: rubricName(rubric), amounts }));
  return agreements.flatMap(({ lines }) =>
    lines.map(({ id, code, name, amounts }) => ({
      key: id,
      name: (
        <>
          <strong>{name}</strong> <span className={styles.code}>{code}</span>
        </>
      ),
      text: name,
      amounts,
      lineId: id,
    })),
  );
}
