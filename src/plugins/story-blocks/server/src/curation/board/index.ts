export { decideBoard } from './decide-will';
export { chooseStories, readSections, type SectionWish } from './many-sections';
export { createSectionWills, nextBoardEnd, type SectionWills, sectionsPinning } from './read-wills';
export { countSectionStories, sectionStories } from './section-stories';
export { boardVersion, changeBoard, findBoardWishes } from './store-will';
export { type BoardKey, type BoardWish, NO_WILL, type SectionWill } from './will';
