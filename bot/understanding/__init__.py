"""Utterance in, recognition out. Pure: everything is built once from data, nothing here does I/O afterwards."""
