"""The proofs, laid out as the package is; `tests.real_files` finds the files they are about."""
