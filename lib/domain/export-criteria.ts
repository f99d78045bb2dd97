import { criteriaText } from './criteria-counts'
import type { ExportDeclaration } from './export-item'

const listText = (names: readonly string[] | undefined) =>
  names === undefined || names.length === 0 ? null : names.join('; ')

/** What can be exported of a job's criteria: each kind counted by itself, and which they are. */
export const criteriaColumns = [
  {
    ...{ key: 'criteria', label: 'Criteria', group: 'team', width: 24, needs: 'marks', optional: true },
    fields: ['criteria'],
    read: ({ mark }) => (mark.criteria ? criteriaText(mark.criteria) : null),
  },
  {
    ...{ key: 'criteriaMet', label: 'Criteria met', group: 'team', width: 30, needs: 'criteria' },
    ...{ optional: true, fields: ['criteria'] },
    read: ({ criteria }) => listText(criteria?.met),
  },
  {
    ...{ key: 'criteriaNotMet', label: 'Criteria not met', group: 'team', width: 30, needs: 'criteria' },
    ...{ optional: true, fields: ['criteria'] },
    read: ({ criteria }) => listText(criteria?.notMet),
  },
  {
    ...{ key: 'criteriaOverruled', label: 'Criteria overruled', group: 'team', width: 40, needs: 'criteria' },
    ...{ optional: true, fields: ['criteria'] },
    read: ({ criteria }) =>
      listText(
        criteria?.overruled.map(
          ({ criterion, met, reason, by }) => `${criterion}: ${met ? 'met' : 'not met'} (${by}: ${reason})`,
        ),
      ),
  },
] as const satisfies readonly ExportDeclaration[]
