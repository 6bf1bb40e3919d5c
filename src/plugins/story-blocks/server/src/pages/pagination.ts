export const toPagination = ({ page, pageSize }: { page: number; pageSize: number }, total: number) => ({
  page,
  pageSize,
  pageCount: Math.ceil(total / pageSize),
  total,
});
