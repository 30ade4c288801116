"""Never runs: a stand-in imports this module to ask for code that has not come.

Like every module that the image lacks, this module is in the archive. To import it, Python opens
the archive, and `boot/archive.mjs` notices that. When the archive and the later part of the image
have come, the call is made again; see `browser_image.stand_in`.
"""
