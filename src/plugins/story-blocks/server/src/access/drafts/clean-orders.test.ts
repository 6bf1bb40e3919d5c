import { expect, test } from 'vitest';
import { ordersIn } from './clean-orders';

test.each([
  ['title:asc', ['title:asc']],
  [' title , section.name:desc', ['title', 'section.name:desc']],
  [
    ['title', 'slug:desc,id'],
    ['title', 'slug:desc', 'id'],
  ],
  [{ createdBy: { password: 'asc' }, title: 'desc' }, ['createdBy.password:asc', 'title:desc']],
  [
    [{ title: 'asc' }, { section: { name: 'desc' } }],
    ['title:asc', 'section.name:desc'],
  ],
  ['', []],
  [[], []],
])('%j is the orders %j', (sort, orders) => {
  expect(ordersIn(sort)).toEqual(orders);
});

test.each([[null], [3], [{ title: 3 }], [{ title: ['asc'] }], [['title', null]]])('%j is none', (sort) => {
  expect(ordersIn(sort)).toBeNull();
});
