export { lasting as fresh } from '#kernel/page-cache'
