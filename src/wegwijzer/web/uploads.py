"""What is sent is bounded before anything of it is judged."""

from django.core.files.uploadhandler import FileUploadHandler

from wegwijzer.casework.delivery.limits import Limits


class NoMoreThanTaken(FileUploadHandler):
    """Let go of what comes after the largest file that is taken, so that no disk fills up.

    What is kept is then too large by a little, and is refused with the sentence that says so.
    """

    most = Limits().max_bytes
    kept = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Pass a piece on to who keeps it, or nothing."""
        if self.kept > self.most:
            return None
        self.kept += len(raw_data)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to who keeps it."""
