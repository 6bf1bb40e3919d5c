// The stories that are written for the pictures alone.
const paragraph = (text) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

export const WAITING = {
  title: 'Night trains to stop at the harbour from spring',
  body: [paragraph('The operator has asked for two paths a night. The port has not answered yet.')],
};
export const GONE = {
  title: 'Correction: timetable of the night train',
  body: [paragraph('An earlier timetable named the wrong platform.')],
};
export const TO_KILL = {
  title: 'Ferry line denies that its cracked hull was known for weeks',
  body: [
    paragraph('The ferry line said on Friday that nobody had told it of a crack in the hull of its largest ship.'),
    paragraph('A letter seen by this newspaper says that an inspector reported it three weeks ago.'),
  ],
};
export const TO_EMBARGO = {
  title: 'Ocean report: third of tide gauges run without a backup',
  body: [
    paragraph('A third of the gauges that warn harbours of high water have no second line to the shore.'),
    paragraph('The report is published at noon. Its authors speak to the press an hour before.'),
  ],
};
/** Typed into the form, never saved. */
export const TYPED = { title: 'Crane operators call off their strike', changed: 'Crane operators go back to work' };
