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
      <i className="scroll-edge" />
    </div>
  </div>
)
