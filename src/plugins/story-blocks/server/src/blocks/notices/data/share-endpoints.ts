/**
 * Where each network takes a shared link, by the network's name without blanks, points and capitals. Only addresses
 * that the network itself publishes for links; del.icio.us, Google+ and Pocket have closed, Digg publishes none.
 */
export const SHARE_ENDPOINTS: ReadonlyMap<string, string> = new Map([
  // https://docs.bsky.app/docs/advanced-guides/intent-links
  ['bluesky', 'https://bsky.app/intent/compose?text={title}%20{url}'],
  // RFC 6068
  ['email', 'mailto:?subject={title}&body={url}'],
  ['mail', 'mailto:?subject={title}&body={url}'],
  // https://developers.facebook.com/docs/plugins/share-button
  ['facebook', 'https://www.facebook.com/sharer/sharer.php?u={url}'],
  // https://news.ycombinator.com/bookmarklet.html
  ['hackernews', 'https://news.ycombinator.com/submitlink?u={url}&t={title}'],
  // https://developers.line.biz/en/docs/line-social-plugins/install-guide/using-line-share-buttons/
  ['line', 'https://social-plugins.line.me/lineit/share?url={url}'],
  // https://learn.microsoft.com/linkedin/consumer/integrations/self-serve/plugins/share-plugin
  ['linkedin', 'https://www.linkedin.com/sharing/share-offsite/?url={url}'],
  // https://blog.joinmastodon.org/2026/03/a-new-share-button/: asks readers which server is theirs
  ['mastodon', 'https://share.joinmastodon.org/#text={title}%20{url}'],
  // https://developers.pinterest.com/docs/web-features/add-ons-overview/
  ['pinterest', 'https://www.pinterest.com/pin/create/button/?url={url}&description={title}'],
  // https://www.reddit.com/wiki/submitting
  ['reddit', 'https://www.reddit.com/submit?url={url}&title={title}'],
  // https://core.telegram.org/widgets/share
  ['telegram', 'https://t.me/share/url?url={url}&text={title}'],
  // https://developers.facebook.com/docs/threads/threads-web-intents
  ['threads', 'https://www.threads.com/intent/post?text={title}&url={url}'],
  // https://www.tumblr.com/docs/en/share_button
  ['tumblr', 'https://www.tumblr.com/widgets/share/tool?canonicalUrl={url}&title={title}'],
  // https://docs.x.com/x-for-websites/web-intents/overview
  ['twitter', 'https://x.com/intent/tweet?text={title}&url={url}'],
  ['x', 'https://x.com/intent/tweet?text={title}&url={url}'],
  ['xtwitter', 'https://x.com/intent/tweet?text={title}&url={url}'],
  ['twitterx', 'https://x.com/intent/tweet?text={title}&url={url}'],
  // https://dev.vk.com/widgets/share
  ['vk', 'https://vk.com/share.php?url={url}&title={title}'],
  ['vkontakte', 'https://vk.com/share.php?url={url}&title={title}'],
  // https://faq.whatsapp.com/5913398998672934
  ['whatsapp', 'https://wa.me/?text={title}%20{url}'],
]);
