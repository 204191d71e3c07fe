"""A request's arguments, all strings as the real server sees them."""

from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from tests.botapi.wire import dumps, jparse


class Args(dict[str, Any]):
    """The arguments by name, and `files`: name -> (filename, MIME type, bytes)."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.files: dict[str, tuple[str, str, bytes]] = {}

    @classmethod
    async def read(cls, request: web.Request) -> "Args":
        args = cls(request.query) if request.query_string else cls()
        if request.content_type == "multipart/form-data":
            for name, value in (await request.post()).items():
                if isinstance(value, web.FileField):
                    args.files[name] = (value.filename, value.content_type, value.file.read())
                else:
                    args[name] = value
            return args
        body = await request.read()
        if body and request.content_type == "application/json":
            given = jparse(body, "Can't parse JSON object")
            for name, value in given.items() if isinstance(given, dict) else ():
                if value is not None:
                    args[name] = value if isinstance(value, str) else dumps(value).decode()
        elif body:
            args.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        return args

    def shown(self) -> Any:
        """For the record of calls: files by name, type and size."""
        return {**self, **{n: {"file": f[0], "mime": f[1], "size": len(f[2])} for n, f in self.files.items()}}
