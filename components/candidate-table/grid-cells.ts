import type { RowWindow } from './still-rows'

export type GridVirtualizer = RowWindow

/** A place in the grid: `row` from 0, the header is -1; `col` from 0. */
export type Place = { row: number; col: number }

export const header = -1
export const nameCol = 1

/** What of a cell takes the focus: its one control, else the cell itself. */
export const findTarget = (cell: HTMLElement): HTMLElement =>
  cell.querySelector<HTMLElement>('[data-focus]') ?? cell

/** The cell at a place; null while it is not drawn. */
export function cellAt(grid: HTMLElement, { row, col }: Place): HTMLElement | null {
  const line = row === header ? '[data-head]' : `[data-index="${row}"]`
  const cell = grid.querySelector<HTMLElement>(`${line} [data-col="${col}"]`)
  // Cards have no header.
  return cell && cell.getClientRects().length > 0 ? cell : null
}

/** The columns of a row that are drawn: beside an open person there are few, and cards have their own. */
export const drawnCols = (grid: HTMLElement, { row }: Place): number[] =>
  [
    ...grid.querySelectorAll<HTMLElement>(
      `${row === header ? '[data-head]' : `[data-index="${row}"]`} [data-col]`,
    ),
  ]
    .filter((cell) => cell.getClientRects().length > 0)
    .map((cell) => Number(cell.dataset['col']))

/** The number of the first row that the list is scrolled to. */
export const firstInSight = (virtualizer: GridVirtualizer): number =>
  virtualizer.getVirtualItemForOffset(virtualizer.scrollOffset ?? 0)?.index ?? 0

/** The place of the cell that an element is in; null outside the cells. */
export function findPlace(element: EventTarget | null): Place | null {
  if (!(element instanceof HTMLElement)) return null
  const cell = element.closest<HTMLElement>('[data-col]')
  const line = cell?.closest<HTMLElement>('[data-index], [data-head]')
  if (!cell || !line) return null
  const { index } = line.dataset
  return { row: index === undefined ? header : Number(index), col: Number(cell.dataset['col']) }
}
