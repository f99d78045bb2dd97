/**
 * The shade at the end of a table that goes on out of sight. It covers its nearest positioned ancestor, inside a scroller
 * that `useScrollEdges` marks and that is a size container.
 */
export const ScrollEdge = () => (
  <div
    aria-hidden
    data-scroll-edge
    className="pointer-events-none absolute inset-0 z-2 hidden in-data-more-after:block"
  >
    <div className="sticky start-0 h-full w-[100cqw]">
      <i className="absolute inset-y-0 end-0 w-5 border-e border-edge/60 bg-linear-to-l from-shade to-transparent rtl:bg-linear-to-r forced-colors:border-e-2 forced-colors:border-[Highlight] forced-colors:bg-none" />
    </div>
  </div>
)
