"""Writes a generated world as a knowledge folder, once: later runs find it in the cache."""

import shutil
import tempfile
from hashlib import sha256
from pathlib import Path

import yaml

from benchmarks.names import PARTS
from benchmarks.world import PHRASES, Plain, Size, World

CACHE = Path(tempfile.gettempdir()) / "deal-bot-benchmarks"

_MAKERS = (PHRASES, PARTS, *(Path(__file__).with_name(f"{module}.py") for module in ("world", "names", "folder")))


def cached_folder(world: World, cache: Path = CACHE) -> Path:
    """The world's knowledge folder; written if it isn't there, or if what writes it has changed."""
    folder = cache / f"world-{_fingerprint(world.size)}"
    if not folder.is_dir():
        unfinished = folder.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        write_folder(world, unfinished)
        unfinished.rename(folder)
    return folder


def write_folder(world: World, folder: Path) -> None:
    """sources.yaml, gazetteer.yaml and deals/ in a new folder."""
    deals = folder / "deals"
    deals.mkdir(parents=True)
    _write(folder / "sources.yaml", world.sources())
    _write(folder / "gazetteer.yaml", world.gazetteer())
    for name, deal in world.deals():
        _write(deals / f"{name}.yaml", deal)


def _write(path: Path, plain: Plain) -> None:
    dumper = yaml.CSafeDumper if yaml.__with_libyaml__ else yaml.SafeDumper
    text = yaml.dump(plain, Dumper=dumper, allow_unicode=True, sort_keys=False, width=120)
    path.write_text(text, encoding="utf-8")


def _fingerprint(size: Size) -> str:
    whole = sha256(repr(size).encode())
    for path in _MAKERS:
        whole.update(path.read_bytes())
    return whole.hexdigest()[:12]
