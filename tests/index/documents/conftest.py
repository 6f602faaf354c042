import pytest

from index.documents.reading.readers import read_found


class Told(list):
    """Complaints, as a person reads them."""

    def __call__(self, error):
        self.append(error)

    @property
    def lines(self):
        return [f"{error.line}: {error.reason}" for error in self]


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def warned():
    return Told()


@pytest.fixture
def read(tmp_path, told, warned):
    """Write a file, read it: the documents; complaints are in ``told`` and ``warned``."""

    def read(content, name="report.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return [found.document for found in read_found([path], told, warned)]

    return read
