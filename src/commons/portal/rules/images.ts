/** What every browser draws and none runs. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const
export type ImageType = (typeof imageTypes)[number]

export const isImageType = (mime: string | null): mime is ImageType => imageTypes.some((each) => each === mime)

/** A page with a few of these is still read on a telephone. */
export const largestImageBytes = 5_000_000
