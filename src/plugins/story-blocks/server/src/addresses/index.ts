export { addressKeys, storyKeys } from './address-keys';
export { type OtherPage, otherPage, type StoryName, storyNames } from './named-stories';
export { valuesBy } from './read-pattern';
export { addressesOf } from './text-addresses';
export { patternFault, readUrlPattern, TOPIC_PLACES } from './url-pattern';
export { hostOf, readWebAddress, type WebAddress } from './web-address';
