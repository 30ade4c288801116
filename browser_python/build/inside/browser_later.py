"""Never imported while it runs: asking for it is how a stand-in says that its code is wanted.

See `browser_image.stand_in`. Like every module that the image lacks, it lies in the archive, and
whoever opens the archive before it is there does so again once it and the rest of the image are.
"""
