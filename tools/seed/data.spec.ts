import { PURPOSES } from './demo-texts.ts';
import { readData, type Localized } from './read-data.ts';

const sites = readData('sites');
const models = readData('models');
const units = readData('units');
const organisations = readData('organisations');
const codes = (rows: { code: string }[]) => new Set(rows.map(({ code }) => code));

describe('the facts of the seed', () => {
  it('holds 71 sites, 41 models, at least 64 units and at least 44 kits', () => {
    const mobile = new Set(models.filter(({ mobility }) => mobility === 'MOBILE').map(({ code }) => code));
    expect(sites).toHaveLength(71);
    expect(models).toHaveLength(41);
    expect(units.length).toBeGreaterThanOrEqual(64);
    expect(units.filter(({ model }) => mobile.has(model)).length).toBeGreaterThanOrEqual(44);
    expect(codes(sites).size + codes(models).size + codes(units).size).toBe(71 + 41 + units.length);
  });

  it('resolves every code that one file uses of another', () => {
    const domains = new Set(Object.keys(PURPOSES));
    const parts = codes(readData('parts'));
    const dangling = [
      ...sites.filter(({ organisation }) => !codes(organisations).has(organisation)),
      ...models.filter(({ domain }) => !domains.has(domain)),
      ...units.filter(
        (unit) => !codes(models).has(unit.model) || !codes(sites).has(unit.homeSite) || !codes(organisations).has(unit.owner),
      ),
      ...readData('persons').filter(({ organisation }) => !codes(organisations).has(organisation)),
      ...readData('packing').filter(({ model }) => !codes(models).has(model)),
      ...readData('packing').flatMap(({ boxes }) => boxes.flatMap(({ items }) => items.filter(({ part }) => !parts.has(part)))),
    ];
    expect(dangling).toEqual([]);
  });

  it('says everything in three languages', () => {
    const texts: (Localized | null)[] = [
      ...models.flatMap((each) => [
        each.name,
        each.promise,
        each.trainerRequirement,
        each.inspectionDuty,
        each.consumables,
        each.transportHazards,
      ]),
      ...[...readData('parts'), ...readData('holidays')].map(({ name }) => name),
    ];
    const incomplete = texts.filter((text) => text && !(text.nl.trim() && text.fr.trim() && text.en.trim()));
    expect(incomplete).toEqual([]);
    expect(models.filter(({ name, promise }) => name.nl === name.en || promise.nl === promise.fr)).toEqual([]);
  });

  it('marks every position as approximate and lets no two pins coincide', () => {
    expect(sites.filter(({ positionQuality }) => positionQuality !== 'TOWN')).toEqual([]);
    for (const [index, site] of sites.entries()) {
      for (const other of sites.slice(index + 1)) {
        const metres = Math.hypot((site.longitude - other.longitude) * 70_000, (site.latitude - other.latitude) * 111_320);
        expect({ pair: `${site.code} ${other.code}`, apart: metres > 150 }).toEqual({
          pair: `${site.code} ${other.code}`,
          apart: true,
        });
      }
    }
  });

  it('gives an interval only where an inspection is due, three months where people are lifted', () => {
    expect(models.filter((model) => model.inspectionIntervalMonths && !model.inspectionDuty)).toEqual([]);
    expect(models.filter((model) => model.inspectionIntervalMonths === 3).map(({ code }) => code)).toEqual(['AWP', 'NUR-LF']);
  });

  it('packs each model into as many boxes as it has cases', () => {
    const boxes = new Map(
      readData('packing').map((list) => [
        list.model,
        list.boxes.flatMap(({ boxes: [first, last] }) => Array.from({ length: last - first + 1 }, (_, index) => first + index)),
      ]),
    );
    for (const { code, cases } of models)
      expect({ code, boxes: boxes.get(code)?.sort((a, b) => a - b) }).toEqual({
        code,
        boxes: Array.from({ length: cases }, (_, index) => index + 1),
      });
  });

  it('uses only drawings that exist', () => {
    const drawings =
      'cobot plc welding heat-pump forklift-simulator care robot-cell learning-factory pneumatics cnc printer-3d scanner-3d laser vr-headset drone boiler solar ev smart-home surveying building-box timber-house laptops cyber food-line wind aerial-platform suit'.split(
        ' ',
      );
    expect(models.filter(({ drawing }) => !drawings.includes(drawing))).toEqual([]);
    expect(drawings.filter((drawing) => !models.some((model) => model.drawing === drawing))).toEqual([]);
  });

  it('keeps its facilities fit for the equipment that lives there', () => {
    const misfits = units.filter(({ model, homeSite }) => {
      const needs = models.find(({ code }) => code === model);
      const has = sites.find(({ code }) => code === homeSite)?.demoFacilities;
      return (
        needs &&
        has &&
        ((needs.powerNeed !== 'NONE' && !has.powerSupplies.includes(needs.powerNeed)) ||
          has.floorAreaM2 < needs.floorM2 ||
          has.maxGroupSize < needs.maxParticipants)
      );
    });
    expect(misfits).toEqual([]);
  });

  it('has a demo account for each role and coordinators of nine organisations at least', () => {
    const accounts = readData('persons').filter(({ account }) => account);
    expect(new Set(accounts.map(({ role }) => role))).toEqual(
      new Set(['COORDINATOR', 'PLANNER', 'DRIVER', 'BUDGET_OFFICER', 'ADMINISTRATOR']),
    );
    expect(
      new Set(accounts.filter(({ role }) => role === 'COORDINATOR').map(({ organisation }) => organisation)).size,
    ).toBeGreaterThanOrEqual(9);
    for (const { email } of readData('persons')) expect(email).toMatch(/^[a-z.]+@[a-z0-9.-]+\.example$/);
  });

  it('names each postcode of the province with a municipality of 2025', () => {
    const places = readData('places');
    expect(new Set(places.map(({ nis }) => nis)).size).toBe(62);
    expect(new Set(places.map(({ postcode, name }) => `${postcode} ${name}`)).size).toBe(places.length);
    expect(places.filter(({ postcode }) => !/^8\d{3}$/.test(postcode))).toEqual([]);
  });
});
